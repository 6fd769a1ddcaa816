import Glibc

/// Leaves out points of a series that cannot be told apart at some size, however many there are.
///
/// A line keeps the first, the lowest, the highest and the last point of every pixel column that it
/// crosses from left to right (M4; Jugel et al. 2014), so it covers the same pixels. Of marks, one in
/// each quarter of a pixel stays. Short series stay as they are.
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
  /// - Complexity: O(points).
  func reduced(_ series: Series) -> Series {
    guard series.x.count > max(4_000, Int(8 * width)) else { return series }
    switch series.shape {
    case .line, .steps:
      if series.marker != nil || series.hasWhiskers { return series }
      return isSorted(series.x) ? line(series) : series
    case .points: return series.spread == nil ? points(series) : series
    case .bars: return series
    }
  }

  private func isSorted(_ values: [Double]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The pixel, counted from the left or the bottom edge.
  private func pixel(
    _ value: Double, _ limits: ClosedRange<Double>, _ scale: Axis.Scale, _ length: Double
  ) -> Double {
    let place = scale.place(value)
    let (lower, upper) = (scale.place(limits.lowerBound), scale.place(limits.upperBound))
    return (place - lower) / (upper - lower) * length
  }
}

// MARK: - Lines and marks

extension SeriesReduction {
  private func line(_ series: Series) -> Series {
    var kept: [Int] = []
    var band = (lower: [Double](), upper: [Double]())
    var start = 0
    while start < series.x.count {
      let column = pixel(series.x[start], xLimits, scales.x, width).rounded(.down)
      var end = start
      while end < series.x.count,
        !(pixel(series.x[end], xLimits, scales.x, width).rounded(.down) > column)
      {
        end += 1
      }
      let run = extremes(of: series.y, in: start..<max(end, start + 1))
      kept += run
      if let bounds = series.spread?.bounds {
        // The band of a column is the widest of its points.
        let lower = bounds.lower[start..<end].filter(\.isFinite).min() ?? .nan
        let upper = bounds.upper[start..<end].filter(\.isFinite).max() ?? .nan
        band.lower += run.map { _ in lower }
        band.upper += run.map { _ in upper }
      }
      start = max(end, start + 1)
    }
    var result = series
    result.x = kept.map { series.x[$0] }
    result.y = kept.map { series.y[$0] }
    if series.spread != nil { result.spread = .band(lower: band.lower, upper: band.upper) }
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

  private func points(_ series: Series) -> Series {
    var seen: Set<Int64> = []
    var kept: [Int] = []
    for index in series.x.indices {
      let x = 2 * pixel(series.x[index], xLimits, scales.x, width)
      let y = 2 * pixel(series.y[index], yLimits, scales.y, height)
      // Outside the picture, or not a number: nothing to see.
      guard abs(x) < 1e6, abs(y) < 1e6 else { continue }
      if seen.insert(Int64(x) << 32 | (Int64(y) & 0xFFFF_FFFF)).inserted { kept.append(index) }
    }
    var result = series
    result.x = kept.map { series.x[$0] }
    result.y = kept.map { series.y[$0] }
    return result
  }
}

extension Axis.Scale {
  /// Where a number stands, up to a linear map; not finite where it has no place.
  func place(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .logarithmic: value > 0 ? log(value) : .nan
    }
  }

  /// The number at a place.
  func value(at place: Double) -> Double {
    switch self {
    case .linear: place
    case .logarithmic: exp(place)
    }
  }
}

extension Series {
  /// Whether points have whiskers.
  var hasWhiskers: Bool {
    if case .whiskers = spread { true } else { false }
  }
}
