protocol Shape {
  var name: String { get }
  func area() -> Double
}
struct Square: Shape { let side: Double; let name = "square"; func area() -> Double { side * side } }
class Slab: Shape { var name: String { "slab" }; func area() -> Double { 10 } }
let shapes: [Shape] = [Square(side: 2), Slab()]
for s in shapes { print(s.name, s.area()) }
print(shapes.map { $0.area() }.reduce(0, +))
