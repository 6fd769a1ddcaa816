struct Rectangle {
  var width: Double, height: Double
  var area: Double { width * height }
  var isSquare: Bool { width == height }
}
var r = Rectangle(width: 2, height: 3)
print(r.area, r.isSquare)
r.height = 2
print(r.area, r.isSquare)
