// Structs of numbers as variables, arguments, results, elements, payloads and captured values.
struct Point: Equatable {
  var x: Int
  var y: Int
  var sum: Int { x + y }
  func moved(by dx: Int) -> Point { Point(x: x + dx, y: y) }
  mutating func move(by dx: Int) { x += dx }
}
struct Line {
  var start: Point
  var end = Point(x: 9, y: 9)
  var length: Int { abs(end.x - start.x) + abs(end.y - start.y) }
}

func swapped(_ p: Point) -> Point { Point(x: p.y, y: p.x) }
func shift(_ p: inout Point, _ d: Int) {
  p.x += d
  p = swapped(p)
}

func work() {
  var p = Point(x: 1, y: 2)
  let copy = p
  p.x += 10
  p = Point(x: p.y, y: p.x)
  print(p, copy, p == copy, p.sum, p.moved(by: 5), swapped(p))
  p.move(by: 3)
  shift(&p, 100)
  print(p, copy)

  var line = Line(start: p)
  line.start.x = 0
  line.end = line.start
  line.end.y += 7
  let other = line
  line.start = Point(x: -1, y: -1)
  print(line, other, line.length, other.length)

  var points = [p, copy, p.moved(by: 1)]
  points[1].x = 50
  var first = points[0]
  first.y = 0
  points[2] = first
  print(points, first)
  for q in points where q.x > 10 { print(q.x, q.y, q.sum) }
  for var q in points {
    q.x = -q.x
    print(q.x, terminator: " ")
  }
  print(points.map { $0.sum }, points.filter { $0.y > 2 }.count)

  let maybe: Point? = points.first
  if let q = maybe { print(q.moved(by: 2), q.x) }
  let byName = ["a": p, "b": copy]
  print(byName["b"]!.y, byName["c"]?.x ?? 0)

  var counter = Point(x: 0, y: 0)
  let bump = { counter.x += 1; counter.y -= counter.x }
  for _ in 0..<3 { bump() }
  let frozen = counter
  bump()
  print(counter, frozen)
  let get = { frozen.x * 100 + frozen.y }
  print(get())
  let any: Any = frozen
  print(any, any is Point, (any as? Point)?.x ?? -1)
}
work()
