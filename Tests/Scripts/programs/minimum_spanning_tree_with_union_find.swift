struct DisjointSets {
  private var parent: [Int]
  private var size: [Int]
  private(set) var count: Int

  init(_ n: Int) {
    parent = Array(0..<n)
    size = Array(repeating: 1, count: n)
    count = n
  }

  mutating func find(_ x: Int) -> Int {
    if parent[x] == x { return x }
    parent[x] = find(parent[x])
    return parent[x]
  }

  @discardableResult
  mutating func union(_ a: Int, _ b: Int) -> Bool {
    var ra = find(a), rb = find(b)
    if ra == rb { return false }
    if size[ra] < size[rb] { swap(&ra, &rb) }
    parent[rb] = ra
    size[ra] += size[rb]
    count -= 1
    return true
  }
}

struct Edge: Comparable, CustomStringConvertible {
  let a: Int, b: Int, weight: Int
  static func < (l: Edge, r: Edge) -> Bool { (l.weight, l.a, l.b) < (r.weight, r.a, r.b) }
  var description: String { "\(a)-\(b):\(weight)" }
}

func kruskal(nodes: Int, _ edges: [Edge]) -> [Edge] {
  var sets = DisjointSets(nodes)
  return edges.sorted().filter { sets.union($0.a, $0.b) }
}

func prim(nodes: Int, _ edges: [Edge]) -> [Edge] {
  var inside: Set = [0], tree: [Edge] = []
  while inside.count < nodes {
    let crossing = edges.filter { inside.contains($0.a) != inside.contains($0.b) }
    guard let best = crossing.min() else { break }
    inside.formUnion([best.a, best.b])
    tree.append(best)
  }
  return tree
}

let edges = [
  (0, 1, 7), (0, 3, 5), (1, 2, 8), (1, 3, 9), (1, 4, 7), (2, 4, 5),
  (3, 4, 15), (3, 5, 6), (4, 5, 8), (4, 6, 9), (5, 6, 11),
].map { Edge(a: $0.0, b: $0.1, weight: $0.2) }

let tree = kruskal(nodes: 7, edges)
print(tree, tree.map(\.weight).reduce(0, +))
let other = prim(nodes: 7, edges)
print(other, other.map(\.weight).reduce(0, +))
print(tree.sorted() == other.sorted())

var sets = DisjointSets(6)
print(sets.union(0, 1), sets.union(2, 3), sets.union(1, 0), sets.count)
sets.union(3, 1)
print(sets.find(0) == sets.find(2), sets.find(4) == sets.find(5), sets.count)

// How many lakes has this map?
let map = ["~~..~", "~...~", "..~~.", "~.~~."]
let cells = map.map(Array.init)
let width = cells[0].count
var lakes = DisjointSets(width * cells.count)
for y in cells.indices {
  for x in 0..<width where cells[y][x] == "~" {
    if x + 1 < width, cells[y][x + 1] == "~" { lakes.union(y * width + x, y * width + x + 1) }
    if y + 1 < cells.count, cells[y + 1][x] == "~" { lakes.union(y * width + x, (y + 1) * width + x) }
  }
}
let land = cells.joined().filter { $0 == "." }.count
print("lakes:", lakes.count - land)
