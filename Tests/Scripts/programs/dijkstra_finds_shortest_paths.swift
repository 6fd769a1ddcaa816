struct Edge {
  let to: String
  let cost: Int
}

struct Graph {
  private var edges: [String: [Edge]] = [:]

  mutating func connect(_ a: String, _ b: String, cost: Int) {
    edges[a, default: []].append(Edge(to: b, cost: cost))
    edges[b, default: []].append(Edge(to: a, cost: cost))
  }

  var nodes: [String] { edges.keys.sorted() }

  func neighbours(of node: String) -> [Edge] { edges[node] ?? [] }

  func shortestPath(from start: String, to goal: String) -> (cost: Int, path: [String])? {
    var distance = [start: 0]
    var previous: [String: String] = [:]
    var open: Set = [start]
    while !open.isEmpty {
      let current = open.min { (distance[$0]!, $0) < (distance[$1]!, $1) }!
      open.remove(current)
      if current == goal { break }
      for edge in neighbours(of: current) {
        let candidate = distance[current]! + edge.cost
        if candidate < distance[edge.to, default: .max] {
          distance[edge.to] = candidate
          previous[edge.to] = current
          open.insert(edge.to)
        }
      }
    }
    guard let cost = distance[goal] else { return nil }
    var path = [goal]
    while let step = previous[path[0]] {
      path.insert(step, at: 0)
    }
    return (cost, path)
  }
}

var roads = Graph()
for (a, b, cost) in [
  ("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5),
  ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("X", "Y", 1),
] {
  roads.connect(a, b, cost: cost)
}

print(roads.nodes)
for goal in roads.nodes {
  if let (cost, path) = roads.shortestPath(from: "A", to: goal) {
    print("A to \(goal): \(cost) via \(path.joined(separator: "-"))")
  } else {
    print("A to \(goal): no road")
  }
}
