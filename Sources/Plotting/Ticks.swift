import Glibc

/// The marked numbers of an axis and how they are written.
package struct Ticks: Equatable {
  /// A marked number.
  package struct Tick: Equatable {
    /// Where it stands.
    package let value: Double
    /// How it is written.
    package let label: String
  }

  /// The marked numbers, lowest first.
  package let ticks: [Tick]

  /// Marks the given numbers.
  init(ticks: [Tick]) {
    self.ticks = ticks
  }

  /// How gnuplot is told the ticks: `('0' 0, '0.5' 0.5)`.
  var list: String {
    let entries = ticks.map { "\(GnuplotScript.quotedLine(Self.literal($0.label))) \($0.value)" }
    return "(\(entries.joined(separator: ", ")))"
  }

  /// A tick label is a format to gnuplot: `%` has to be doubled.
  private static func literal(_ label: String) -> String {
    var text = ""
    for character in label { text += character == "%" ? "%%" : String(character) }
    return text
  }
}

// MARK: - Choosing

extension Ticks {
  /// At most about `count` round numbers within linear limits, all whole where the data is.
  package init(linear limits: ClosedRange<Double>, count: Int, whole: Bool = false) {
    let span = limits.upperBound - limits.lowerBound
    let step = max(whole && span > 0.5 ? 1 : 0, Ticks.step(span: span, count: count))
    let first = (limits.lowerBound / step).rounded(.up)
    let last = (limits.upperBound / step).rounded(.down)
    // Limits so close that no step fits between two doubles.
    guard step > 0, first.isFinite, last.isFinite, last - first <= 100, last >= first else {
      self.init(
        ticks: [Tick(value: limits.lowerBound, label: NumberText.short(limits.lowerBound))])
      return
    }
    let values = (0...Int(last - first)).map { (first + Double($0)) * step }
    let writer = NumberText(step: step, largest: max(abs(values[0]), abs(values[values.count - 1])))
    self.init(ticks: values.map { Tick(value: $0, label: writer.text($0)) })
  }

  /// Powers of ten within logarithmic limits, or round numbers where there are fewer than two.
  package init(logarithmic limits: ClosedRange<Double>, count: Int) {
    let first = Int(log10(limits.lowerBound).rounded(.up))
    let last = Int(log10(limits.upperBound).rounded(.down))
    guard last > first else {
      self.init(linear: limits, count: count)
      return
    }
    let stride = max(1, (last - first + count) / max(1, count))
    let exponents = (first...last).filter { $0 % stride == 0 }
    self.init(
      ticks: exponents.map { Tick(value: pow(10, Double($0)), label: NumberText.power($0)) })
  }

  /// Names at the whole numbers from 0.
  init(names: [String]) {
    self.init(ticks: names.enumerated().map { Tick(value: Double($0), label: $1) })
  }

  /// The smallest of 1, 2, 5 times a power of ten that gives at most `count` steps.
  private static func step(span: Double, count: Int) -> Double {
    let rough = span / Double(max(1, count))
    let power = pow(10, log10(rough).rounded(.down))
    let factor = [1.0, 2, 5].first { $0 * power >= rough * 0.999 } ?? 10
    return factor * power
  }
}
