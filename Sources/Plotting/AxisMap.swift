/// How the numbers of an axis are told gnuplot: as they are, or moved to where gnuplot can tell them
/// apart.
///
/// Gnuplot (5.4.4) takes limits that agree in six digits or so for a mistake, and computes with their
/// difference, which may be beyond the largest number or so small that it counts as nothing. Such axes
/// are drawn with other numbers in the same places; the labels of their ticks are texts anyway.
enum AxisMap: Equatable {
  /// The numbers are fit to be drawn.
  case identity
  /// Each is divided by the same number, so that zero stays where bars stand.
  case divided(by: Double)
  /// The lower limit becomes `origin` and the upper one `origin + 1`.
  case moved(from: ClosedRange<Double>, Axis.Scale, origin: Double)

  /// The map for an axis with these limits.
  init(_ limits: ClosedRange<Double>, _ scale: Axis.Scale) {
    let (lower, upper) = (limits.lowerBound, limits.upperBound)
    let largest = max(lower.magnitude, upper.magnitude)
    if Self.isDrawable(lower, upper, scale, largest) {
      self = .identity
    } else if scale == .linear, lower <= 0, upper >= 0 {
      self = .divided(by: largest)
    } else {
      // Off zero on the side where it is, so that bars come from beyond the edge.
      self = .moved(from: limits, scale, origin: scale == .linear && upper < 0 ? -2 : 1)
    }
  }

  /// Whether gnuplot can tell numbers between these limits apart.
  private static func isDrawable(
    _ lower: Double, _ upper: Double, _ scale: Axis.Scale, _ largest: Double
  ) -> Bool {
    switch scale {
    case .linear: largest < 1e100 && upper - lower > 1e-6 && upper - lower > 1e-6 * largest
    case .logarithmic: lower > 1e-100 && upper < 1e100 && upper / lower > 1 + 1e-6
    }
  }

  /// How numbers become places after the map.
  func scale(_ scale: Axis.Scale) -> Axis.Scale { self == .identity ? scale : .linear }

  /// The number that gnuplot is told.
  func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .identity: return value
    case .divided(let divisor): return Self.kept(value / divisor)
    case .moved(let limits, let scale, let origin):
      return Self.kept(origin + scale.fraction(value, of: limits))
    }
  }

  /// The limits that gnuplot is told.
  func callAsFunction(_ limits: ClosedRange<Double>) -> ClosedRange<Double> {
    switch self {
    case .identity: limits
    case .divided: self(limits.lowerBound)...self(limits.upperBound)
    case .moved(_, _, let origin): origin...origin + 1
    }
  }

  /// The ticks in their new places.
  func callAsFunction(_ ticks: Ticks) -> Ticks {
    Ticks(ticks: ticks.ticks.map { Ticks.Tick(value: self($0.value), label: $0.label) })
  }

  /// A distance between two numbers of a linear axis.
  func length(_ length: Double) -> Double {
    switch self {
    case .identity: length
    case .divided(let divisor): length / divisor
    case .moved(let limits, _, _): length / (limits.upperBound - limits.lowerBound)
    }
  }

  /// What lies far outside stays there, and computable.
  private static func kept(_ value: Double) -> Double {
    value.isNaN ? value : min(1e6, max(-1e6, value))
  }
}

extension ChartLayout {
  /// The same layout in numbers that gnuplot can draw, with nothing that reaches beyond the axes where
  /// it could not be drawn.
  var forGnuplot: ChartLayout {
    let (x, y) = (AxisMap(xLimits, chart.x.scale), AxisMap(yLimits, chart.y.scale))
    var chart = chart
    chart.x.scale = x.scale(chart.x.scale)
    chart.y.scale = y.scale(chart.y.scale)
    return ChartLayout(
      chart: chart, drawn: drawn.map { $0.cut(to: yLimits).mapped(x, y) }, xLimits: x(xLimits),
      yLimits: y(yLimits),
      xTicks: x(xTicks), yTicks: y(yTicks), isEmpty: isEmpty)
  }
}

extension ChartLayout.Drawn {
  fileprivate func cut(to limits: ClosedRange<Double>) -> ChartLayout.Drawn {
    ChartLayout.Drawn(series: series.cut(to: limits), color: color)
  }

  fileprivate func mapped(_ x: AxisMap, _ y: AxisMap) -> ChartLayout.Drawn {
    var result = self
    result.series.x = series.x.map { x($0) }
    result.series.y = series.y.map { y($0) }
    result.series.barWidth = series.barWidth.map { x.length($0) }
    switch series.spread {
    case .band(let lower, let upper):
      result.series.spread = .band(lower: lower.map { y($0) }, upper: upper.map { y($0) })
    case .whiskers(let lower, let upper):
      result.series.spread = .whiskers(lower: lower.map { y($0) }, upper: upper.map { y($0) })
    case nil: break
    }
    return result
  }
}
