extension Series {
  /// The series with bands and whiskers that end at the edges of the axis where they reach beyond: below
  /// zero on a logarithmic axis, or without end.
  func cut(to limits: ClosedRange<Double>) -> Series {
    guard let (lower, upper) = spread?.bounds else { return self }
    let cut = zip(lower, upper).map { Self.cut($0, $1, to: limits) }
    var result = self
    if case .band = spread {
      result.spread = .band(lower: cut.map(\.low), upper: cut.map(\.high))
    } else {
      result.spread = .whiskers(lower: cut.map(\.low), upper: cut.map(\.high))
    }
    return result
  }

  private static func cut(
    _ low: Double, _ high: Double, to limits: ClosedRange<Double>
  ) -> (low: Double, high: Double) {
    let (bottom, top) = (limits.lowerBound, limits.upperBound)
    // Nothing of it has a place.
    guard max(low, high) >= bottom, min(low, high) <= top, !low.isNaN, !high.isNaN else {
      return (.nan, .nan)
    }
    return (min(top, max(bottom, low)), min(top, max(bottom, high)))
  }
}
