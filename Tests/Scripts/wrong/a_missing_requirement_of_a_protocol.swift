protocol Shape {
  func area() -> Double
}
struct Square: Shape {
//     ^ error: type 'Square' does not conform to protocol 'Shape'
  var side = 2.0
}
print(Square().side)
