struct Pos: Hashable { var r, c: Int
  static func + (a: Pos, b: Pos) -> Pos { Pos(r: a.r + b.r, c: a.c + b.c) } }
enum Dir: Character, CaseIterable { case up = "^", right = ">", down = "v", left = "<"
  var delta: Pos { switch self { case .up: Pos(r: -1, c: 0); case .right: Pos(r: 0, c: 1); case .down: Pos(r: 1, c: 0); case .left: Pos(r: 0, c: -1) } }
  var turned: Dir { let all = Dir.allCases; return all[(all.firstIndex(of: self)! + 1) % 4] } }
struct Grid<T> { var cells: [[T]]
  subscript(p: Pos) -> T? { get { cells.indices ~= p.r && cells[p.r].indices ~= p.c ? cells[p.r][p.c] : nil } set { if let v = newValue, self[p] != nil { cells[p.r][p.c] = v } } }
  var positions: some Sequence<Pos> { cells.indices.lazy.flatMap { r in cells[r].indices.lazy.map { Pos(r: r, c: $0) } } } }
extension Grid<Character> { init(_ s: String) { self.init(cells: s.split(separator: "\n").map(Array.init)) }; var text: String { cells.map { String($0) }.joined(separator: "\n") } }
let start = Grid("....#\n.....\n..#..\n#^...\n....#")
func patrol(_ g: Grid<Character>) -> (visited: Set<Pos>, loops: Bool) {
  var p = g.positions.first { g[$0] == "^" }!, d = Dir.up
  struct Step: Hashable { let p: Pos, d: Dir }
  var seen: Set<Step> = []
  while let here = g[p], seen.insert(Step(p: p, d: d)).inserted { _ = here; let n = p + d.delta; if g[n] == "#" { d = d.turned } else { p = n } }
  return (Set(seen.map(\.p)), g[p] != nil)
}
let (v, l) = patrol(start); print(v.count, l)
var shown = start; for p in v { shown[p] = "X" }; print(shown.text)
print(start.positions.filter { start[$0] == "." }.filter { var g = start; g[$0] = "#"; return patrol(g).loops }.count)
func flood(_ g: Grid<Int>, _ s: Pos) -> Set<Pos> { var todo = [s], seen: Set = [s]
  while let p = todo.popLast() { for n in Dir.allCases.map({ p + $0.delta }) where g[n] == g[s] && seen.insert(n).inserted { todo.append(n) } }; return seen }
let nums = Grid(cells: [[1, 1, 2], [3, 1, 2], [3, 3, 2]]); var left = Set(nums.positions), regions: [(Int, Int)] = []
while let s = left.min(by: { ($0.r, $0.c) < ($1.r, $1.c) }) { let f = flood(nums, s); left.subtract(f); regions.append((nums[s]!, f.count)) }
print(regions, nums.cells.joined().reduce(0, +), Dir(rawValue: "v")!, Dir.allCases.map(\.rawValue))
