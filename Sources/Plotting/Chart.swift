/// Series over a pair of axes.
public struct Chart: Sendable, Equatable {
  /// Where the legend stands.
  public enum Legend: String, Sendable, Hashable, CaseIterable {
    /// Above the axes where any series has a label, so that it never hides data.
    case automatic
    /// No legend.
    case none
    /// Above the axes.
    case top
    /// Below the axes.
    case bottom
    /// To the right of the axes.
    case right
    /// Inside, in the upper left corner.
    case topLeft
    /// Inside, in the upper right corner.
    case topRight
    /// Inside, in the lower left corner.
    case bottomLeft
    /// Inside, in the lower right corner.
    case bottomRight
  }

  /// What is drawn, the first lowest.
  public var series: [Series]
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Where the legend stands.
  public var legend: Legend
  /// The colours of series that name none, in order.
  public var palette: [FigureColor]

  /// Makes a chart.
  public init(
    _ series: [Series], x: Axis = Axis(), y: Axis = Axis(), legend: Legend = .automatic,
    palette: [FigureColor] = FigureColor.palette
  ) {
    self.series = series
    self.x = x
    self.y = y
    self.legend = legend
    self.palette = palette
  }
}

/// One axis of a chart.
public struct Axis: Sendable, Equatable {
  /// How numbers become places.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    /// Equal steps for equal differences.
    case linear
    /// Equal steps for equal ratios; numbers that are not positive are left out.
    case logarithmic
  }

  /// What the axis counts.
  public var label: String?
  /// The first and last number shown; `nil` shows all of the data.
  public var limits: ClosedRange<Double>?
  /// How numbers become places.
  public var scale: Scale
  /// Names at 0, 1, 2, … instead of numbers.
  public var names: [String]?

  /// Makes an axis.
  public init(
    label: String? = nil, limits: ClosedRange<Double>? = nil, scale: Scale = .linear,
    names: [String]? = nil
  ) {
    self.label = label
    self.limits = limits
    self.scale = scale
    self.names = names
  }
}
