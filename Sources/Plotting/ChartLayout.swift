import Glibc

/// A chart with everything decided that does not depend on who draws it: limits, ticks, colours,
/// bars side by side, and no more points than can be seen.
struct ChartLayout {
  /// One series, ready to draw.
  struct Drawn {
    /// The points to draw; bars stand where they are drawn.
    var series: Series
    /// The colour.
    let color: FigureColor
  }

  /// The chart.
  let chart: Chart
  /// The series, the first lowest; those without points are left out.
  let drawn: [Drawn]
  /// The numbers at the left and the right edge.
  let xLimits: ClosedRange<Double>
  /// The numbers at the bottom and the top edge.
  let yLimits: ClosedRange<Double>
  /// The marked numbers below.
  let xTicks: Ticks
  /// The marked numbers at the left.
  let yTicks: Ticks
  /// Whether there is any point to see.
  let isEmpty: Bool

  /// Lays a chart out in so many pixels; a text screen counts as 8 by 16 pixels a character.
  init(_ chart: Chart, width: Double, height: Double) {
    self.chart = chart
    var placed = ChartLayout.colored(chart)
    ChartLayout.standBarsSideBySide(&placed, names: chart.x.names)

    let extents = placed.map { Extent(of: $0.series, x: chart.x.scale, y: chart.y.scale) }
    let extent = extents.reduce(Extent()) { $0.union($1) }
    isEmpty = extent.x == nil || extent.y == nil
    let names = chart.x.names.flatMap { $0.isEmpty ? nil : $0 }
    xLimits =
      chart.x.limits ?? names.map { -0.6...(Double(max(1, $0.count)) - 0.4) }
      ?? chart.x.limits(around: extent.x, margin: extent.touchesEdges ? 0 : 0.03)
    yLimits =
      chart.y.limits
      ?? chart.y.limits(around: extent.y, margin: 0.05, standsOnZero: extent.standsOnZero)
    xTicks =
      names.map { Ticks(names: $0) }
      ?? Ticks(chart.x.scale, xLimits, across: width, whole: extent.isWhole.x)
    yTicks = Ticks(
      chart.y.scale, yLimits, count: max(2, Int(height / 55)),
      whole: extent.isWhole.y && yLimits.upperBound - yLimits.lowerBound > 1.5)

    let reduction = SeriesReduction(
      xLimits: xLimits, yLimits: yLimits, width: width, height: height,
      scales: (chart.x.scale, chart.y.scale))
    drawn = placed.filter { !$0.series.x.isEmpty }.map {
      Drawn(series: reduction.reduced($0.series), color: $0.color)
    }
  }

  /// A layout of which everything is decided.
  init(
    chart: Chart, drawn: [Drawn], xLimits: ClosedRange<Double>, yLimits: ClosedRange<Double>,
    xTicks: Ticks, yTicks: Ticks, isEmpty: Bool
  ) {
    self.chart = chart
    self.drawn = drawn
    (self.xLimits, self.yLimits) = (xLimits, yLimits)
    (self.xTicks, self.yTicks) = (xTicks, yTicks)
    self.isEmpty = isEmpty
  }

  /// Series that the legend lists.
  var listed: [Drawn] { drawn.filter { !($0.series.label ?? "").isEmpty } }

  /// Gives the series that name no colour the palette's, in order.
  private static func colored(_ chart: Chart) -> [Drawn] {
    let palette = chart.palette.isEmpty ? FigureColor.palette : chart.palette
    var next = 0
    return chart.series.map { series in
      if let color = series.color { return Drawn(series: series, color: color) }
      defer { next += 1 }
      var series = series
      // Where colours come again, lines differ by their pattern.
      if next >= palette.count, series.dash == .solid { series.dash = .dashed }
      return Drawn(series: series, color: palette[next % palette.count])
    }
  }

  /// Gives each series of bars its width, and several of them a place in the group of each name.
  private static func standBarsSideBySide(_ drawn: inout [Drawn], names: [String]?) {
    let bars = drawn.indices.filter { drawn[$0].series.shape == .bars }
    for (place, index) in bars.enumerated() where drawn[index].series.barWidth == nil {
      let width = 0.76 / Double(bars.count)
      let shift = (Double(place) - Double(bars.count - 1) / 2) * width
      drawn[index].series.x = drawn[index].series.x.map { $0 + shift }
      drawn[index].series.barWidth = width * (bars.count > 1 ? 0.94 : 1)
    }
  }
}

extension Ticks {
  init(_ scale: Axis.Scale, _ limits: ClosedRange<Double>, count: Int, whole: Bool) {
    switch scale {
    case .linear: self.init(linear: limits, count: count, whole: whole)
    case .logarithmic: self.init(logarithmic: limits, count: count)
    }
  }
}

// MARK: - Limits

extension Axis {
  /// Limits around the data, with a margin on both sides; bars keep their feet at the edge.
  func limits(
    around extent: ClosedRange<Double>?, margin: Double, standsOnZero: Bool = false
  ) -> ClosedRange<Double> {
    guard let extent else { return scale == .logarithmic ? 1...10 : 0...1 }
    var (lower, upper) = (extent.lowerBound, extent.upperBound)
    if standsOnZero, scale == .linear { (lower, upper) = (min(lower, 0), max(upper, 0)) }
    let (first, last) = (scale.place(lower), scale.place(upper))
    let span = last - first
    // One number alone, or numbers that differ in their last digits: room to see where they are.
    let isFlat = span <= 16 * first.ulp
    let room =
      isFlat ? (scale == .logarithmic ? log(2) : max(abs(first) * 0.1, 0.5)) : span * margin
    let low = standsOnZero && lower == 0 && !isFlat ? lower : scale.number(at: first - room)
    let high = standsOnZero && upper == 0 && !isFlat ? upper : scale.number(at: last + room)
    return low < high ? low...high : lower...max(upper, lower.nextUp)
  }
}

extension Axis.Scale {
  /// The number at a place, or the last that there is on the way to it.
  fileprivate func number(at place: Double) -> Double {
    let smallest =
      self == .logarithmic ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
    return min(max(value(at: place), smallest), .greatestFiniteMagnitude)
  }
}

/// The smallest rectangle around points.
private struct Extent {
  var x: ClosedRange<Double>?
  var y: ClosedRange<Double>?
  /// Whether bars stand on the zero line.
  var standsOnZero = false
  /// Whether nothing but lines and bars is drawn, which may touch the left and right edges.
  var touchesEdges = true
  /// Whether all numbers are whole.
  var isWhole = (x: true, y: true)

  init() {}

  init(of series: Series, x scale: Axis.Scale, y yScale: Axis.Scale) {
    var (xs, ys) = (Span(), Span())
    let bounds = series.spread?.bounds
    for index in series.x.indices where scale.place(series.x[index]).isFinite {
      let ends = bounds.map { [$0.lower[index], $0.upper[index]] } ?? []
      let heights = ([series.y[index]] + ends).filter { yScale.place($0).isFinite }
      guard !heights.isEmpty else { continue }
      xs.include(series.x[index])
      heights.forEach { ys.include($0) }
      // What is cut at the axis gets some length to be seen by.
      if yScale == .logarithmic, ends.contains(where: { $0 <= 0 }), let lowest = heights.min() {
        ys.include(lowest / 2)
      }
    }
    let half = series.shape == .bars ? (series.barWidth ?? 0) / 2 : 0
    x = xs.range.map { ($0.lowerBound - half)...($0.upperBound + half) }
    y = ys.range
    standsOnZero = series.shape == .bars
    isWhole = (xs.isWhole && half == 0, ys.isWhole)
    touchesEdges = series.shape != .points && series.marker == nil && !series.hasWhiskers
  }

  func union(_ other: Extent) -> Extent {
    var result = Extent()
    result.x = Extent.union(x, other.x)
    result.y = Extent.union(y, other.y)
    result.standsOnZero = standsOnZero || other.standsOnZero
    result.touchesEdges = touchesEdges && other.touchesEdges
    result.isWhole = (isWhole.x && other.isWhole.x, isWhole.y && other.isWhole.y)
    return result
  }

  private static func union(
    _ first: ClosedRange<Double>?, _ second: ClosedRange<Double>?
  ) -> ClosedRange<Double>? {
    guard let first, let second else { return first ?? second }
    return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
  }
}

/// The smallest and the largest of some numbers.
private struct Span {
  private var lower = Double.infinity
  private var upper = -Double.infinity
  /// Whether all numbers so far are whole.
  private(set) var isWhole = true

  mutating func include(_ value: Double) {
    lower = min(lower, value)
    upper = max(upper, value)
    isWhole = isWhole && value == value.rounded()
  }

  var range: ClosedRange<Double>? { lower <= upper ? lower...upper : nil }
}
