protocol Shape {
  var area: Double { get }
  func scaled(by factor: Double, from origin: (Double, Double)) -> Double
  mutating func grow(_ amount: Int)
  static func unit() -> Self
}
extension Shape {
  var doubled: Double { area * 2 }
}
struct Square: Shape {
  var side: Double
  var area: Double { side * side }
  func scaled(by factor: Double, from origin: (Double, Double)) -> Double {
    origin.0 + side * factor - origin.1
  }
  mutating func grow(_ amount: Int) { side += Double(amount) }
  static func unit() -> Square { Square(side: 1) }
}
struct Box: Shape {
  var width: Double
  var height: Double
  var count = 3
  var area: Double { width * height * Double(count) }
  func scaled(by factor: Double, from origin: (Double, Double)) -> Double {
    (origin.0 - origin.1) * factor + width + height + Double(count)
  }
  mutating func grow(_ amount: Int) {
    count += amount
    width -= 0.5
  }
  static func unit() -> Box { Box(width: 1, height: 1) }
  func isLarger(than other: Box, _ name: String, by amount: Int) -> String {
    let boxes = [self, other]
    return "\(name) \(area > other.area) \(amount) \(boxes.count)"
  }
}
func total(_ shapes: [any Shape]) -> Double {
  var sum = 0.0
  for shape in shapes { sum += shape.area + shape.scaled(by: 2, from: (1, 0.5)) + shape.doubled }
  return sum
}
func twice<S: Shape>(_ shape: S) -> S {
  var copy = shape
  copy.grow(2)
  copy.grow(1)
  return copy
}
var shapes: [any Shape] = [Square(side: 2), Box(width: 2, height: 3)]
print(total(shapes))
for index in shapes.indices { shapes[index].grow(4) }
print(total(shapes), shapes.map { $0.area })
print(twice(Box.unit()).area, twice(Square.unit()).area, total([twice(Box(width: 4, height: 1))]))
let small = Box.unit()
print(small.isLarger(than: twice(small), "small", by: 7))
let method = small.scaled
print(method(2, (3, 1)))
let unbound = Box.isLarger
print(unbound(small)(small, "same", 1))
