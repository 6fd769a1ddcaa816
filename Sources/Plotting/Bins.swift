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
    let lowest = asked?.lowerBound ?? finite.first ?? 0
    let highest = asked?.upperBound ?? finite.last ?? 1
    // A span of nothing (one value, or all alike) gets a bin around it.
    let pad = highest > lowest ? 0 : max(abs(lowest) * 1e-3, 0.5)
    range = (lowest - pad)...(highest + pad)
    let number = max(1, count ?? Bins.number(for: finite, span: highest - lowest))
    counts = Array(repeating: 0, count: number)
    let scale = Double(number) / (range.upperBound - range.lowerBound)
    for value in finite {
      counts[min(number - 1, Int((value - range.lowerBound) * scale))] += 1
    }
  }

  /// The width of a bin.
  var width: Double { (range.upperBound - range.lowerBound) / Double(counts.count) }

  /// The middle of each bin.
  var centers: [Double] {
    counts.indices.map { range.lowerBound + (Double($0) + 0.5) * width }
  }

  /// How many bins Freedman and Diaconis give sorted values.
  private static func number(for sorted: [Double], span: Double) -> Int {
    guard sorted.count > 1, span > 0 else { return 1 }
    let quartiles = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    // Most values alike: the rule's width is nothing; Sturges' rule needs no quartiles.
    guard quartiles > 0 else { return Int(log2(Double(sorted.count)).rounded(.up)) + 1 }
    let width = 2 * quartiles / cbrt(Double(sorted.count))
    return Int(min(100, max(1, (span / width).rounded(.up))))
  }
}
