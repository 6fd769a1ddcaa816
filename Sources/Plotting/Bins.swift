import Glibc

/// How often values fall into bins of equal width.
struct Bins: Equatable {
  /// The first bin's lower and the last bin's upper end.
  let range: ClosedRange<Double>
  /// How many values each bin holds.
  private(set) var counts: [Int]

  /// Counts the finite values; see ``histogram(_:bins:range:label:title:xLabel:yLabel:color:size:)``.
  init(_ values: [Double], count: Int?, range asked: ClosedRange<Double>?) {
    let finite = values.filter { $0.isFinite && (asked?.contains($0) ?? true) }.sorted()
    if count == nil, asked == nil, let bins = Bins(whole: finite) {
      self = bins
      return
    }
    let lowest = asked?.lowerBound ?? finite.first ?? 0
    let highest = asked?.upperBound ?? finite.last ?? 1
    // A span of nothing (one value, or all alike) gets a bin around it.
    let pad = highest > lowest ? 0 : max(abs(lowest) * 1e-3, 0.5)
    let largest = Double.greatestFiniteMagnitude
    range = max(lowest - pad, -largest)...min(highest + pad, largest)
    let number = max(1, count ?? Bins.number(for: finite, span: highest - lowest))
    counts = Array(repeating: 0, count: number)
    for value in finite {
      let place = Axis.Scale.linear.fraction(value, of: range) * Double(number)
      counts[max(0, min(number - 1, Int(place)))] += 1
    }
  }

  /// Counts sorted whole numbers in bins that each hold as many of them, a number in the middle; nil
  /// where they are not whole or spread too far for that to matter.
  private init?(whole sorted: [Double]) {
    guard let first = sorted.first, let last = sorted.last, last > first, last - first <= 1_000,
      sorted.allSatisfy({ $0 == $0.rounded() })
    else { return nil }
    let wanted = (last - first) / Double(Bins.number(for: sorted, span: last - first))
    let width = max(1, wanted.rounded(.up))
    let number = Int(((last - first + 1) / width).rounded(.up))
    range = (first - 0.5)...(first - 0.5 + Double(number) * width)
    counts = Array(repeating: 0, count: number)
    for value in sorted { counts[Int((value - first) / width)] += 1 }
  }

  /// The width of a bin.
  var width: Double {
    let (span, count) = (range.upperBound - range.lowerBound, Double(counts.count))
    return span.isFinite ? span / count : range.upperBound / count - range.lowerBound / count
  }

  /// The middle of each bin.
  var centers: [Double] {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    return counts.indices.map { index in
      let bins = Double(index) + 0.5
      if (upper - lower).isFinite { return lower + bins * width }
      let fraction = bins / Double(counts.count)
      return lower * (1 - fraction) + upper * fraction
    }
  }

  /// How many bins Freedman and Diaconis give sorted values.
  private static func number(for sorted: [Double], span: Double) -> Int {
    guard sorted.count > 1, span > 0 else { return 1 }
    let quartiles = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    // Most values alike: the rule's width is nothing; Sturges' rule needs no quartiles.
    guard quartiles > 0, span.isFinite else {
      return Int(log2(Double(sorted.count)).rounded(.up)) + 1
    }
    let width = 2 * (quartiles / cbrt(Double(sorted.count)))
    return Int(min(100, max(1, (span / width).rounded(.up))))
  }
}
