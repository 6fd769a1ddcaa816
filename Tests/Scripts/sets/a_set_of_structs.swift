struct Point: Hashable { var x = 0, y = 0 }
var visited: Set<Point> = [Point()]
for step in [(1, 0), (0, 1), (-1, 0), (0, -1)] {
  visited.insert(Point(x: step.0, y: step.1))
}
visited.insert(Point(x: 1, y: 0))
print(visited.count, visited.contains(Point(x: 0, y: 1)), visited.contains(Point(x: 2, y: 2)))
