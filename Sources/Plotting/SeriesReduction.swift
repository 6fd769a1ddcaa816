import Glibc

/// Leaves out points of a series that cannot be told apart at some size, however many there are.
///
/// What runs from left to right keeps the first, the lowest, the highest and the last point of every
/// pixel column (M4; Jugel et al. 2014), so a line covers the same pixels, and a column's band or
/// whisker is its widest. Of marks one in each pixel stays. Short series stay as they are.
struct SeriesReduction {
  /// The numbers at the left and the right edge.
  let xLimits: ClosedRange<Double>
  /// The numbers at the bottom and the top edge.
  let yLimits: ClosedRange<Double>
  /// The pixels across.
  let width: Double
  /// The pixels down.
  let height: Double
  /// How numbers of each axis become places.
  let scales: (x: Axis.Scale, y: Axis.Scale)

  /// The series with no more points than can be seen.
  ///
  /// - Complexity: O(points), and O(points log points) for bars and whiskers in no order.
  func reduced(_ series: Series) -> Series {
    guard series.x.count > max(4_000, Int(8 * width)) else { return series }
    let isSorted = zip(series.x, series.x.dropFirst()).allSatisfy { $0 <= $1 }
    return switch series.shape {
    case .line, .steps: isSorted ? columns(of: series) : path(series)
    case .points where series.spread == nil: marks(series)
    // The order of marks and bars is not seen.
    case .points, .bars: columns(of: isSorted ? series : series.ordered)
    }
  }

  /// Where a point stands, in pixels from the left and the bottom edge.
  func pixel(_ series: Series, _ index: Int) -> (x: Double, y: Double) {
    (
      place(series.x[index], xLimits, scales.x) * width,
      place(series.y[index], yLimits, scales.y) * height
    )
  }

  /// Where a number stands between limits, from 0 to 1.
  func place(_ value: Double, _ limits: ClosedRange<Double>, _ scale: Axis.Scale) -> Double {
    scale.fraction(value, of: limits)
  }
}

// MARK: - From left to right

extension SeriesReduction {
  /// The points that are seen of each pixel column of a series whose points stand in order.
  private func columns(of series: Series) -> Series {
    func column(_ index: Int) -> Double {
      (place(series.x[index], xLimits, scales.x) * width).rounded(.down)
    }
    var kept: [Int] = []
    var spread = (lower: [Double](), upper: [Double]())
    var start = 0
    while start < series.x.count {
      let first = column(start)
      var end = start + 1
      while end < series.x.count, !(column(end) > first) { end += 1 }
      let run = extremes(of: series.y, in: start..<end)
      kept += run
      if let bounds = series.spread?.bounds {
        let lower = bounds.lower[start..<end].filter { !$0.isNaN }.min() ?? .nan
        let upper = bounds.upper[start..<end].filter { !$0.isNaN }.max() ?? .nan
        spread.lower += run.map { _ in lower }
        spread.upper += run.map { _ in upper }
      }
      start = end
    }
    var result = series.only(kept)
    switch series.spread {
    case .band: result.spread = .band(lower: spread.lower, upper: spread.upper)
    case .whiskers: result.spread = .whiskers(lower: spread.lower, upper: spread.upper)
    case nil: break
    }
    if series.shape == .bars, scales.x == .linear {
      // A bar stands for all of its column now.
      let pixel = xLimits.upperBound / width - xLimits.lowerBound / width
      result.barWidth = max(series.barWidth ?? 0, pixel)
    }
    return result
  }

  /// The first, lowest, highest and last of a run, and one gap if there is any, in order.
  private func extremes(of y: [Double], in run: Range<Int>) -> [Int] {
    var lowest: Int?
    var highest: Int?
    var gap: Int?
    for index in run {
      guard y[index].isFinite else {
        gap = gap ?? index
        continue
      }
      if lowest.map({ y[index] < y[$0] }) ?? true { lowest = index }
      if highest.map({ y[index] > y[$0] }) ?? true { highest = index }
    }
    let wanted = [run.lowerBound, lowest, highest, gap, run.upperBound - 1].compactMap { $0 }
    return wanted.sorted().reduce(into: []) { kept, index in
      if kept.last != index { kept.append(index) }
    }
  }
}

// MARK: - Places

extension Axis.Scale {
  /// Where a number stands, up to a linear map; not finite where it has no place.
  func place(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .logarithmic: value > 0 ? log(value) : .nan
    }
  }

  /// Where a number stands between limits, from 0 to 1, whatever the limits.
  func fraction(_ value: Double, of limits: ClosedRange<Double>) -> Double {
    let (lower, upper) = (place(limits.lowerBound), place(limits.upperBound))
    let (place, span) = (place(value), upper - lower)
    // Halves, where the distance between two numbers is beyond the largest.
    return span.isFinite
      ? (place - lower) / span : (place / 2 - lower / 2) / (upper / 2 - lower / 2)
  }

  /// The number at a place.
  func value(at place: Double) -> Double {
    switch self {
    case .linear: place
    case .logarithmic: exp(place)
    }
  }
}
