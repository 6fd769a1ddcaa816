struct Vector: Equatable {
  var x = 0.0, y = 0.0
  func scaled(by k: Double) -> Vector { Vector(x: x * k, y: y * k) }
  func adding(_ other: Vector) -> Vector { Vector(x: x + other.x, y: y + other.y) }
  var length: Double { (x * x + y * y).squareRoot() }
}
let v = Vector(x: 3, y: 4)
print(v.length, v.scaled(by: 2), v.adding(v).scaled(by: 0.5) == v)
