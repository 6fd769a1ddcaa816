struct Point: Equatable { var x: Int, y: Int }
print(Point(x: 1, y: 2) == Point(x: 1, y: 2), Point(x: 1, y: 2) != Point(x: 2, y: 2))
struct Line: Equatable { var from: Point, to: Point; var name: String? }
let p = Point(x: 0, y: 0)
print(Line(from: p, to: p) == Line(from: p, to: p, name: nil), Line(from: p, to: p) == Line(from: p, to: p, name: "a"))
print([p, Point(x: 3, y: 3)].contains(Point(x: 3, y: 3)), [p].firstIndex(of: p)!)
