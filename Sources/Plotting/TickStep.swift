import Glibc

/// The distance between the marked numbers of an axis: 1, 2 or 5 times a power of ten, kept in decimal
/// so that its multiples can be written exactly.
struct TickStep: Equatable {
  /// 1, 2 or 5.
  private(set) var factor: Int
  /// Which power of ten the factor counts.
  private(set) var exponent: Int

  /// The distance as a number; 0 where it is too small for one.
  var value: Double { Self.number(factor, exponent) }

  /// The smallest step of at most `count` to the distance between two limits, or the smallest that leads
  /// from one number to another.
  init?(limits: ClosedRange<Double>, count: Int) {
    let (lower, upper) = (limits.lowerBound, limits.upperBound)
    let span = upper - lower
    // The distance between the largest numbers is none itself.
    let size = span.isFinite ? log10(span) : log10(upper / 2 - lower / 2) + log10(2)
    let rough = size - log10(Double(max(1, count)))
    guard rough.isFinite else { return nil }
    exponent = Int(rough.rounded(.down))
    let mantissa = pow(10, rough - Double(exponent)) * 0.999
    factor = [1, 2, 5].first { Double($0) >= mantissa } ?? 10
    if factor == 10 { (factor, exponent) = (1, exponent + 1) }
    let finest = max(lower.magnitude.ulp, upper.magnitude.ulp)
    while value < finest { self = larger }
  }

  private init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// The step of whole numbers.
  static let one = TickStep(factor: 1, exponent: 0)

  /// The next larger step.
  private var larger: TickStep {
    switch factor {
    case 1: TickStep(factor: 2, exponent: exponent)
    case 2: TickStep(factor: 5, exponent: exponent)
    default: TickStep(factor: 1, exponent: exponent + 1)
    }
  }

  /// The next smaller step.
  var smaller: TickStep {
    switch factor {
    case 5: TickStep(factor: 2, exponent: exponent)
    case 2: TickStep(factor: 1, exponent: exponent)
    default: TickStep(factor: 5, exponent: exponent - 1)
    }
  }

  /// The multiples within limits, each as a count of the power of ten and as a number; none where there
  /// are more than anybody wants to see.
  func multiples(within limits: ClosedRange<Double>) -> [(digits: Int, number: Double)] {
    // One more at either end, because the quotients are rounded.
    let first = (limits.lowerBound / value).rounded(.down)
    let last = (limits.upperBound / value).rounded(.up)
    guard first.isFinite, last.isFinite, last >= first, last - first <= 102, abs(first) < 0x1p54,
      abs(last) < 0x1p54
    else { return [] }
    return (Int(first)...Int(last)).map { index in
      (index * factor, Self.number(index * factor, exponent))
    }
    .filter { limits.contains($0.1) }
  }

  private static func number(_ digits: Int, _ exponent: Int) -> Double {
    Double("\(digits)e\(exponent)") ?? 0
  }
}
