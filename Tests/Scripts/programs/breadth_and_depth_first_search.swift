let graph: [Int: [Int]] = [
  1: [2, 3], 2: [1, 4, 5], 3: [1, 6], 4: [2], 5: [2, 6], 6: [3, 5], 7: [8], 8: [7],
]

func breadthFirst(from start: Int) -> [Int] {
  var queue = [start], visited: Set = [start], order: [Int] = []
  while !queue.isEmpty {
    let node = queue.removeFirst()
    order.append(node)
    for next in graph[node, default: []] where !visited.contains(next) {
      visited.insert(next)
      queue.append(next)
    }
  }
  return order
}

func depthFirst(from start: Int) -> [Int] {
  var visited: Set<Int> = []
  var order: [Int] = []
  func visit(_ node: Int) {
    guard visited.insert(node).inserted else { return }
    order.append(node)
    graph[node]?.forEach(visit)
  }
  visit(start)
  return order
}

func depthFirstIterative(from start: Int) -> [Int] {
  var stack = [start], visited = Set<Int>(), order: [Int] = []
  while let node = stack.popLast() {
    if !visited.insert(node).inserted { continue }
    order.append(node)
    for next in graph[node]!.reversed() where !visited.contains(next) { stack.append(next) }
  }
  return order
}

func components() -> [[Int]] {
  var left = Set(graph.keys), found: [[Int]] = []
  while let start = left.min() {
    let component = breadthFirst(from: start).sorted()
    found.append(component)
    left.subtract(component)
  }
  return found
}

func distances(from start: Int) -> [Int: Int] {
  var distance = [start: 0]
  var frontier = [start]
  while !frontier.isEmpty {
    var next: [Int] = []
    for node in frontier {
      for neighbour in graph[node] ?? [] where distance[neighbour] == nil {
        distance[neighbour] = distance[node]! + 1
        next.append(neighbour)
      }
    }
    frontier = next
  }
  return distance
}

print("breadth", breadthFirst(from: 1))
print("depth", depthFirst(from: 1))
print("stack", depthFirstIterative(from: 1))
print("components", components())
for (node, d) in distances(from: 1).sorted(by: { $0 < $1 }) {
  print("\(node) is \(d) step\(d == 1 ? "" : "s") away")
}
