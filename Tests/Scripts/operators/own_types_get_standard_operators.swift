struct Vector: Equatable {
  var x: Int, y: Int
  static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
  static func * (k: Int, v: Vector) -> Vector { Vector(x: k * v.x, y: k * v.y) }
  static prefix func - (v: Vector) -> Vector { Vector(x: -v.x, y: -v.y) }
  static func += (a: inout Vector, b: Vector) { a = a + b }
}
var v = Vector(x: 1, y: 2)
v += Vector(x: 10, y: 10)
print(v, -v, 3 * v - v, v == Vector(x: 11, y: 12))
