import Foundation

class Shape: CustomStringConvertible {
  let name: String
  init(name: String) { self.name = name }
  var area: Double { 0 }
  var perimeter: Double { 0 }
  var description: String { String(format: "%@ area %.2f perimeter %.2f", name, area, perimeter) }
  func scaled(by k: Double) -> Shape { self }
}

class Circle: Shape {
  let radius: Double
  init(radius: Double) {
    self.radius = radius
    super.init(name: "circle")
  }
  override var area: Double { Double.pi * radius * radius }
  override var perimeter: Double { 2 * Double.pi * radius }
  override func scaled(by k: Double) -> Shape { Circle(radius: radius * k) }
}

class Polygon: Shape {
  let corners: [(x: Double, y: Double)]
  init(name: String, corners: [(x: Double, y: Double)]) {
    self.corners = corners
    super.init(name: name)
  }
  private var edges: [((x: Double, y: Double), (x: Double, y: Double))] {
    corners.indices.map { (corners[$0], corners[($0 + 1) % corners.count]) }
  }
  override var area: Double {
    abs(edges.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
  }
  override var perimeter: Double {
    edges.map { hypot($0.0.x - $0.1.x, $0.0.y - $0.1.y) }.reduce(0, +)
  }
  override func scaled(by k: Double) -> Shape {
    Polygon(name: name, corners: corners.map { ($0.x * k, $0.y * k) })
  }
}

final class Square: Polygon {
  init(side s: Double) {
    super.init(name: "square", corners: [(0, 0), (s, 0), (s, s), (0, s)])
  }
  override var description: String { "*" + super.description }
}

let shapes: [Shape] = [
  Circle(radius: 1), Square(side: 2),
  Polygon(name: "triangle", corners: [(0, 0), (3, 0), (0, 4)]), Shape(name: "point"),
]
for shape in shapes { print(shape) }
for shape in shapes.map({ $0.scaled(by: 2) }) { print(type(of: shape), shape.area.rounded()) }
print(shapes.filter { $0 is Polygon }.count, shapes.compactMap { ($0 as? Circle)?.radius })
let biggest = shapes.max { $0.area < $1.area }!
print(biggest.name, shapes.contains { $0 === biggest })

protocol Drawable {
  var width: Int { get }
  func line(_ row: Int) -> String
}
extension Drawable {
  var width: Int { 5 }
  func draw(rows: Int) -> String { (0..<rows).map(line).joined(separator: "\n") }
}
struct Box: Drawable { func line(_ row: Int) -> String { String(repeating: "#", count: width) } }
struct Wedge: Drawable {
  let width: Int
  func line(_ row: Int) -> String { String(repeating: "/", count: min(row + 1, width)) }
}
struct Framed<Inner: Drawable>: Drawable {
  let inner: Inner
  var width: Int { inner.width + 2 }
  func line(_ row: Int) -> String {
    let text = inner.line(row)
    return "|" + text + String(repeating: " ", count: inner.width - text.count) + "|"
  }
}
let drawings: [any Drawable] = [Box(), Wedge(width: 3), Framed(inner: Wedge(width: 4)), Framed(inner: Framed(inner: Box()))]
for d in drawings { print(d.draw(rows: 2), d.width, separator: " w") }
