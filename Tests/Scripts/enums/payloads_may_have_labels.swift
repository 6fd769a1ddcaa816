enum Shape { case circle(radius: Double), rectangle(width: Double, height: Double) }
let shapes = [Shape.circle(radius: 1.5), .rectangle(width: 2, height: 3)]
for shape in shapes {
  switch shape {
  case let .circle(radius): print("r", radius)
  case .rectangle(width: let w, height: let h): print("area", w * h)
  }
}
print(shapes[0])
print(shapes[1])
