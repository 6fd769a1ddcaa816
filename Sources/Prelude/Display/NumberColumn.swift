internal import MetaLearning

/// How the numbers of one tensor are written so that they stand under each other: all with the same
/// digits after the point, or all in powers of ten where they are far from 1.
///
///     1, 2.5, -10          → " 1.0", "  2.5", "-10.0"
///     0.00012, 3e9, nan    → "1.2000e-04", "3.0000e+09", "nan"
struct NumberColumn {
  /// The characters that every number takes.
  private(set) var width = 0
  private let isScientific: Bool
  private let digits: Int

  /// The most digits after the point of numbers that are not small.
  private static let mostDigits = 4

  /// The layout of some numbers.
  init(_ numbers: [Float]) {
    let sizes = numbers.filter(\.isFinite).map { abs(Double($0)) }
    let largest = sizes.max() ?? 0
    let areWhole = sizes.allSatisfy { $0 == $0.rounded() }
    isScientific = largest >= (areWhole ? 1e8 : 1e6) || (largest > 0 && largest < 1e-3)
    // Four digits of the largest number say something.
    let most = Self.mostDigits + (largest >= 0.1 || largest == 0 ? 0 : largest >= 0.01 ? 1 : 2)
    digits =
      isScientific
      ? Self.mostDigits
      : (1..<most).first { digits in
        sizes.allSatisfy { Self.isExact($0, digits: digits) }
      } ?? most
    width = numbers.map { plain($0).count }.max() ?? 0
  }

  /// A number, with spaces before it.
  func text(_ number: Float) -> String {
    let text = plain(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func plain(_ number: Float) -> String {
    guard number.isFinite else { return "\(number)" }
    return isScientific
      ? scientific(Double(number), digits: digits) : decimal(Double(number), digits: digits)
  }

  /// Whether no more digits after the point say anything about a number, as a `Float` knows it.
  private static func isExact(_ size: Double, digits: Int) -> Bool {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return Float((size * scale).rounded() / scale) == Float(size)
  }
}

/// Returns a number as a power of ten: `-1.2500e-07`.
func scientific(_ number: Double, digits: Int) -> String {
  guard number.isFinite else { return "\(number)" }
  var (size, exponent) = (abs(number), 0)
  if size > 0 {
    // Scaled in steps, so that the smallest numbers keep their digits.
    while size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1 { (size, exponent) = (size * 10, exponent - 1) }
  }
  var mantissa = decimal(size, digits: digits)
  if mantissa.hasPrefix("10.") {
    mantissa = decimal(1, digits: digits)
    exponent += 1
  }
  let power = "\(abs(exponent))"
  return (number < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
    + (power.count < 2 ? "0" : "") + power
}

/// Returns a number with so many digits that mean something: `0.213`, `1520`, `3.1e-07`.
func significant(_ number: Double) -> String {
  let size = abs(number)
  if size == 0 || !number.isFinite { return decimal(number, digits: 1) }
  if size >= 1e6 || size < 1e-3 { return scientific(number, digits: 3) }
  return decimal(number, digits: size >= 100 ? 1 : size >= 1 ? 3 : 4)
}
