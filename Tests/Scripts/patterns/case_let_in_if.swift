enum Shape { case circle(Double), square(Double) }
let shapes: [Shape] = [.circle(1), .square(2)]
for shape in shapes {
  if case .circle(let radius) = shape { print("circle", radius) }
  if case let .square(side) = shape, side > 1 { print("big square", side) }
}
