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

  /// A tick label with `%` in it is a format to gnuplot: `%` has to be doubled, and of what it makes it
  /// keeps 49 bytes (5.4.4), which could end in half a character.
  private static func literal(_ label: String) -> String {
    guard label.contains("%") else { return label }
    var label = label
    while label.utf8.count > 49 {
      label = TextWidth.truncated(label, columns: TextWidth.columns(label) - 1)
    }
    return label.replacing("%", with: "%%")
  }
}

// MARK: - Choosing

extension Ticks {
  /// At most about `count` round numbers within linear limits, all whole where the data is; no two are
  /// written alike.
  package init(linear limits: ClosedRange<Double>, count: Int, whole: Bool = false) {
    guard var step = TickStep(limits: limits, count: count) else {
      self.init(endsOf: limits)
      return
    }
    let isWhole = whole && limits.upperBound - limits.lowerBound > 0.5
    if isWhole, step.value < 1 { step = .one }
    var multiples = step.multiples(within: limits)
    // One mark alone says nothing about distances; whole numbers may have no second.
    let finest = max(limits.lowerBound.magnitude.ulp, limits.upperBound.magnitude.ulp)
    while !isWhole, multiples.count < 2, step.smaller.value >= finest {
      step = step.smaller
      multiples = step.multiples(within: limits)
    }
    guard multiples.count > (isWhole ? 0 : 1) else {
      self.init(endsOf: limits)
      return
    }
    let writer = NumberText(multiples.map(\.digits), times: step)
    self.init(ticks: multiples.map { Tick(value: $0.number, label: writer.text($0.digits)) })
  }

  /// Both limits, in as many digits as tell them apart: where no round number lies between.
  private init(endsOf limits: ClosedRange<Double>) {
    let ends =
      limits.lowerBound < limits.upperBound
      ? [limits.lowerBound, limits.upperBound] : [limits.lowerBound]
    self.init(ticks: ends.map { Tick(value: $0, label: NumberText.exact($0)) })
  }

  /// Powers of ten within logarithmic limits, or round numbers where there are fewer than two.
  package init(logarithmic limits: ClosedRange<Double>, count: Int) {
    let first = Int(log10(limits.lowerBound).rounded(.up))
    let last = Int(log10(limits.upperBound).rounded(.down))
    guard last > first else {
      self.init(linear: limits, count: count)
      return
    }
    var stride = max(1, (last - first + count) / max(1, count))
    while stride > 1, (first...last).count(where: { $0 % stride == 0 }) < 2 { stride -= 1 }
    let exponents = (first...last).filter { $0 % stride == 0 }
    self.init(
      ticks: exponents.map { exponent in
        Tick(value: Double("1e\(exponent)") ?? 0, label: NumberText.power(exponent))
      })
  }

  /// Names at the whole numbers from 0.
  init(names: [String]) {
    self.init(ticks: names.enumerated().map { Tick(value: Double($0), label: $1) })
  }
}

// MARK: - Fitting

extension Ticks {
  /// Every so many of the marks, from one of the first.
  func every(_ step: Int, from start: Int = 0) -> Ticks {
    Ticks(ticks: stride(from: start, to: ticks.count, by: max(1, step)).map { ticks[$0] })
  }

  /// The most marks along an axis of some pixels whose labels stand beside each other.
  init(
    _ scale: Axis.Scale, _ limits: ClosedRange<Double>, across pixels: Double, whole: Bool
  ) {
    let most = max(2, Int(pixels / 85))
    for count in stride(from: most, through: 2, by: -1) {
      let candidate = Ticks(scale, limits, count: count, whole: whole)
      if candidate.isReadable(scale, limits, across: pixels) {
        self = candidate
        return
      }
    }
    let few = Ticks(scale, limits, count: 2, whole: whole)
    let ends = Ticks(ticks: [few.ticks.first, few.ticks.last].compactMap { $0 })
    self = ends.isReadable(scale, limits, across: pixels) ? ends : few.every(few.ticks.count)
  }

  /// Whether no label along an axis of some pixels reaches into the next.
  private func isReadable(
    _ scale: Axis.Scale, _ limits: ClosedRange<Double>, across pixels: Double
  ) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
      let places = [left, right].map { scale.fraction($0.value, of: limits) }
      let widths = TextWidth.pixels(left.label) + TextWidth.pixels(right.label)
      // The axes themselves take about nine tenths of the width.
      return (places[1] - places[0]) * pixels * 0.88 >= widths / 2 + 6
    }
  }
}
