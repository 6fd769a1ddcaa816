extension Double {
  enum Angle { case degrees(Double), radians(Double) }
  static let goldenRatio = (1 + 5.0.squareRoot()) / 2
  init(_ angle: Angle) {
    switch angle {
    case .degrees(let d): self = d * .pi / 180
    case .radians(let r): self = r
    }
  }
  var squared: Double { self * self }
}
print(Double(.degrees(180)), Double(.radians(1.5)), Double.goldenRatio, 1.5.squared)
