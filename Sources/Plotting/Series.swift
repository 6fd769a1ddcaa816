/// One run of points on a chart: a curve, a cloud or a row of bars.
///
///     plot(.line(losses, label: "training"), .points(steps, validation, label: "validation"))
public struct Series: Sendable, Equatable {
  /// How the points are joined.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// A line through the points.
    case line
    /// Markers alone.
    case points
    /// A staircase: each value holds until the next point.
    case steps
    /// A bar from zero to each point.
    case bars
  }

  /// The mark on each point.
  public enum Marker: String, Sendable, Hashable, CaseIterable {
    /// A filled circle.
    case circle
    /// A filled square.
    case square
    /// A filled triangle.
    case triangle
    /// A filled diamond.
    case diamond
    /// An empty circle.
    case ring
    /// A diagonal cross.
    case cross
    /// An upright cross.
    case plus
    /// A single small dot.
    case dot
  }

  /// The pattern of a line.
  public enum Dash: String, Sendable, Hashable, CaseIterable {
    /// Unbroken.
    case solid
    /// Dashes.
    case dashed
    /// Dots.
    case dotted
  }

  /// How the uncertainty of the points is shown.
  public enum Spread: Sendable, Equatable {
    /// A light band between two curves.
    case band(lower: [Double], upper: [Double])
    /// A whisker on each point.
    case whiskers(lower: [Double], upper: [Double])
  }

  /// Where the points stand, left to right.
  public var x: [Double]
  /// How high each point is; a number that is not finite leaves a gap.
  public var y: [Double]
  /// The name in the legend; without one the series is not listed.
  public var label: String?
  /// How the points are joined.
  public var shape: Shape
  /// The mark on each point; `nil` draws none on lines and a circle on points.
  public var marker: Marker?
  /// The pattern of the line.
  public var dash: Dash
  /// The colour; `nil` takes the palette's next.
  public var color: FigureColor?
  /// The uncertainty of each point.
  public var spread: Spread?
  /// The width of the bars in units of x; `nil` leaves it to the chart.
  public var barWidth: Double?

  /// Makes a series from its parts; ``line(_:_:label:band:errors:marker:dash:color:)`` and its
  /// siblings are usually shorter.
  public init(
    x: [Double], y: [Double], label: String? = nil, shape: Shape = .line, marker: Marker? = nil,
    dash: Dash = .solid, color: FigureColor? = nil, spread: Spread? = nil, barWidth: Double? = nil
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.shape = shape
    self.marker = marker
    self.dash = dash
    self.color = color
    self.spread = spread
    self.barWidth = barWidth
  }
}

// MARK: - Making series

extension Series {
  /// A curve over 0, 1, 2, …; `band` and `errors` are half widths around each value.
  public static func line(
    _ y: [some Plottable], label: String? = nil, band: [Double]? = nil, errors: [Double]? = nil,
    marker: Marker? = nil, dash: Dash = .solid, color: FigureColor? = nil
  ) -> Series {
    line(
      Array(0..<y.count), y, label: label, band: band, errors: errors, marker: marker, dash: dash,
      color: color)
  }

  /// A curve through points; `band` and `errors` are half widths around each value.
  public static func line(
    _ x: [some Plottable], _ y: [some Plottable], label: String? = nil, band: [Double]? = nil,
    errors: [Double]? = nil, marker: Marker? = nil, dash: Dash = .solid, color: FigureColor? = nil
  ) -> Series {
    let heights = coordinates(of: y)
    return Series(
      x: coordinates(of: x), y: heights, label: label, shape: .line, marker: marker,
      dash: dash, color: color, spread: Spread(around: heights, band: band, errors: errors))
  }

  /// Marks at points; `errors` are half lengths of the whiskers.
  public static func points(
    _ x: [some Plottable], _ y: [some Plottable], label: String? = nil, errors: [Double]? = nil,
    marker: Marker = .circle, color: FigureColor? = nil
  ) -> Series {
    let heights = coordinates(of: y)
    return Series(
      x: coordinates(of: x), y: heights, label: label, shape: .points, marker: marker,
      color: color, spread: Spread(around: heights, band: nil, errors: errors))
  }

  /// Bars of the given heights at 0, 1, 2, …; `errors` are half lengths of the whiskers.
  public static func bars(
    _ heights: [some Plottable], label: String? = nil, errors: [Double]? = nil,
    color: FigureColor? = nil
  ) -> Series {
    let y = coordinates(of: heights)
    return Series(
      x: (0..<y.count).map(Double.init), y: y, label: label, shape: .bars, color: color,
      spread: Spread(around: y, band: nil, errors: errors))
  }
}

extension Series {
  /// Whether points have whiskers.
  var hasWhiskers: Bool {
    if case .whiskers = spread { true } else { false }
  }
}

extension Series.Spread {
  /// Values plus and minus half widths; a band where both are given, nothing where neither is.
  init?(around values: [Double], band: [Double]?, errors: [Double]?) {
    guard let halves = band ?? errors else { return nil }
    // Different lengths stay different, so that validation can name them.
    let padded = halves.enumerated().map { ($1, $0 < values.count ? values[$0] : 0) }
    let lower = padded.map { $0.1 - $0.0 }
    let upper = padded.map { $0.1 + $0.0 }
    self = band != nil ? .band(lower: lower, upper: upper) : .whiskers(lower: lower, upper: upper)
  }

  /// The lower and the upper ends.
  var bounds: (lower: [Double], upper: [Double]) {
    switch self {
    case .band(let lower, let upper), .whiskers(let lower, let upper): (lower, upper)
    }
  }
}
