// Algorithms
struct Edge { let to: Int; let weight: Int }
struct PriorityQueue<T> {
  private var heap: [T] = []
  private let less: (T, T) -> Bool
  init(_ less: @escaping (T, T) -> Bool) { self.less = less }
  var isEmpty: Bool { heap.isEmpty }
  mutating func push(_ x: T) { heap.append(x); var i = heap.count - 1; while i > 0, less(heap[i], heap[(i - 1) / 2]) { heap.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 } }
  mutating func pop() -> T? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let top = heap.removeLast()
    var i = 0
    while true {
      var best = i
      for c in [2 * i + 1, 2 * i + 2] where c < heap.count && less(heap[c], heap[best]) { best = c }
      if best == i { break }
      heap.swapAt(i, best); i = best
    }
    return top
  }
}
func dijkstra(_ graph: [[Edge]], from s: Int) -> (dist: [Int?], prev: [Int: Int]) {
  var dist = [Int?](repeating: nil, count: graph.count), prev: [Int: Int] = [:]
  var queue = PriorityQueue<(node: Int, d: Int)> { $0.d < $1.d }
  dist[s] = 0; queue.push((s, 0))
  while let (u, d) = queue.pop() {
    guard d == dist[u] else { continue }
    for e in graph[u] { let nd = d + e.weight; if let old = dist[e.to], old <= nd { continue }; dist[e.to] = nd; prev[e.to] = u; queue.push((node: e.to, d: nd)) }
  }
  return (dist, prev)
}
let g = [[Edge(to: 1, weight: 4), Edge(to: 2, weight: 1)], [Edge(to: 3, weight: 1)], [Edge(to: 1, weight: 2), Edge(to: 3, weight: 5)], [], []]
let (dist, prev) = dijkstra(g, from: 0)
print(dist, prev.sorted { $0.key < $1.key }.map { "\($0.key)<-\($0.value)" }, dist.map { $0.map(String.init) ?? "∞" }.joined(separator: " "))
final class UnionFind { private var parent: [Int], rank: [Int]; private(set) var sets: Int
  init(_ n: Int) { parent = Array(0..<n); rank = .init(repeating: 0, count: n); sets = n }
  func find(_ x: Int) -> Int { if parent[x] != x { parent[x] = find(parent[x]) }; return parent[x] }
  @discardableResult func union(_ a: Int, _ b: Int) -> Bool { var (x, y) = (find(a), find(b)); if x == y { return false }; if rank[x] < rank[y] { swap(&x, &y) }; parent[y] = x; if rank[x] == rank[y] { rank[x] += 1 }; sets -= 1; return true } }
let uf = UnionFind(6); for (a, b) in [(0, 1), (2, 3), (1, 3), (0, 2)] { print(uf.union(a, b), terminator: " ") }; print(uf.sets)
indirect enum Tree<T: Comparable> { case leaf, node(Tree<T>, T, Tree<T>)
  func inserting(_ x: T) -> Tree { switch self { case .leaf: return .node(.leaf, x, .leaf); case let .node(l, v, r): return x < v ? .node(l.inserting(x), v, r) : x > v ? .node(l, v, r.inserting(x)) : self } }
  var depth: Int { if case let .node(l, _, r) = self { return 1 + max(l.depth, r.depth) }; return 0 }
  func walk(_ visit: (T) throws -> Void) rethrows { guard case let .node(l, v, r) = self else { return }; try l.walk(visit); try visit(v); try r.walk(visit) }
  func contains(_ x: T) -> Bool { switch self { case .leaf: false; case .node(let l, let v, _) where x < v: l.contains(x); case .node(_, let v, let r) where x > v: r.contains(x); default: true } } }
var tree = Tree<Int>.leaf; for n in [5, 2, 8, 1, 9, 3, 5] { tree = tree.inserting(n) }
var seen: [Int] = []; tree.walk { seen.append($0) }; print(seen, tree.depth, tree.contains(8), tree.contains(7))
func permutations<T>(_ xs: [T]) -> [[T]] { guard let first = xs.first else { return [[]] }; return permutations(Array(xs.dropFirst())).flatMap { p in (0...p.count).map { i in var q = p; q.insert(first, at: i); return q } } }
print(permutations([1, 2, 3]), permutations(Array("ab")).map { String($0) })
func queens(_ n: Int) -> Int { var count = 0; var cols = Set<Int>(), d1 = Set<Int>(), d2 = Set<Int>(); func place(_ r: Int) { if r == n { count += 1; return }; for c in 0..<n where !cols.contains(c) && !d1.contains(r + c) && !d2.contains(r - c) { cols.insert(c); d1.insert(r + c); d2.insert(r - c); place(r + 1); cols.remove(c); d1.remove(r + c); d2.remove(r - c) } }; place(0); return count }
print((4...6).map(queens))
func lcs(_ a: String, _ b: String) -> String { let x = Array(a), y = Array(b); var t = [[Int]](repeating: [Int](repeating: 0, count: y.count + 1), count: x.count + 1); for i in 1...x.count { for j in 1...y.count { t[i][j] = x[i - 1] == y[j - 1] ? t[i - 1][j - 1] + 1 : max(t[i - 1][j], t[i][j - 1]) } }; var (i, j, out) = (x.count, y.count, [Character]()); while i > 0 && j > 0 { if x[i - 1] == y[j - 1] { out.append(x[i - 1]); i -= 1; j -= 1 } else if t[i - 1][j] >= t[i][j - 1] { i -= 1 } else { j -= 1 } }; return String(out.reversed()) }
print(lcs("AGGTAB", "GXTXAYB"))
struct BigInt: CustomStringConvertible { var digits: [UInt32]; init(_ n: Int) { var n = n; digits = []; repeat { digits.append(UInt32(n % 1_000_000_000)); n /= 1_000_000_000 } while n > 0 }
  static func * (a: BigInt, b: Int) -> BigInt { var r = a, carry: UInt64 = 0; for i in r.digits.indices { let p = UInt64(r.digits[i]) * UInt64(b) + carry; r.digits[i] = UInt32(p % 1_000_000_000); carry = p / 1_000_000_000 }; if carry > 0 { r.digits.append(UInt32(carry)) }; return r }
  var description: String { let (first, rest) = (digits.last!, digits.dropLast().reversed()); return "\(first)" + rest.map { let s = String($0); return String(repeating: "0", count: 9 - s.count) + s }.joined() } }
print((1...30).reduce(BigInt(1)) { $0 * $1 })
struct LCG: RandomNumberGenerator { var state: UInt64; mutating func next() -> UInt64 { state = state &* 6364136223846793005 &+ 1442695040888963407; return state } }
var rng = LCG(state: 42); print((0..<3).map { _ in rng.next() >> 33 }, Int.random(in: 0..<10, using: &rng), [1, 2, 3, 4].shuffled(using: &rng), Bool.random(using: &rng), Double.random(in: 0...1, using: &rng) < 1)
func sieve(_ n: Int) -> [Int] { var is_ = [Bool](repeating: true, count: n + 1); is_[0] = false; is_[1] = false; var i = 2; while i * i <= n { if is_[i] { for j in stride(from: i * i, through: n, by: i) { is_[j] = false } }; i += 1 }; return is_.indices.filter { is_[$0] } }
print(sieve(50), sieve(1000).count, zip(sieve(50), sieve(50).dropFirst()).map { $1 - $0 })
let roman = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
func toRoman(_ n: Int) -> String { var n = n; return roman.reduce(into: "") { s, p in while n >= p.0 { s += p.1; n -= p.0 } } }
print([1994, 2024, 49].map(toRoman))
var life: Set<[Int]> = [[1, 0], [1, 1], [1, 2]]
func step(_ cells: Set<[Int]>) -> Set<[Int]> { var counts: [[Int]: Int] = [:]; for c in cells { for dx in -1...1 { for dy in -1...1 where (dx, dy) != (0, 0) { counts[[c[0] + dx, c[1] + dy], default: 0] += 1 } } }; return Set(counts.filter { $0.value == 3 || $0.value == 2 && cells.contains($0.key) }.keys) }
life = step(life); print(life.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
let hanoi: (Int) -> Int = { n in func move(_ n: Int, _ a: String, _ b: String, _ c: String) -> Int { n == 0 ? 0 : move(n - 1, a, c, b) + 1 + move(n - 1, c, b, a) }; return move(n, "A", "B", "C") }
print(hanoi(5), String(repeating: "=", count: 10), (1...15).map { $0 % 15 == 0 ? "FizzBuzz" : $0 % 5 == 0 ? "Buzz" : $0 % 3 == 0 ? "Fizz" : "\($0)" }.joined(separator: " "))
