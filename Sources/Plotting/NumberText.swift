import Glibc

/// How the numbers of one axis are written: all with the same decimals and the same unit prefix.
package struct NumberText: Equatable {
  /// What the numbers are divided by.
  private let unit: Double
  /// What is written behind them.
  private let suffix: String
  /// Digits after the point; `nil` writes each number as short as it goes.
  private let decimals: Int?

  /// Chooses for numbers that are multiples of `step`, up to `largest`.
  package init(step: Double, largest: Double) {
    let prefixes: [(Double, String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")]
    // Numbers that differ in their last digits alone need all of them.
    let isRound = step * 1_000 >= largest
    let prefix = largest >= 1e5 && isRound ? prefixes.first { largest >= $0.0 } : nil
    unit = prefix?.0 ?? 1
    suffix = prefix?.1 ?? ""
    let exponent = -log10(step / unit * 1.001).rounded(.down)
    let digits = max(0, exponent)
    decimals = digits <= 6 && largest < 1e15 ? Int(digits) : nil
  }

  /// The number as text, with a true minus sign.
  package func text(_ number: Double) -> String {
    guard let decimals else { return Self.short(number) }
    if number == 0, unit > 1 { return "0" }
    return Self.fixed(number / unit, decimals: decimals) + suffix
  }

  /// A number with so many digits after the point.
  static func fixed(_ number: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 9e15 else { return short(number) }
    let sign = number < 0 && scaled > 0 ? "−" : ""
    let whole = String(Int(scaled))
    guard decimals > 0 else { return sign + whole }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// A number with at most three or so digits that count: 0.0312, 1.5e−07, 42.
  package static func short(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "–" : number < 0 ? "−∞" : "∞" }
    if number == 0 { return "0" }
    var exponent = Int(log10(abs(number)).rounded(.down))
    if exponent < -4 || exponent > 5 {
      var mantissa = number / pow(10, Double(exponent))
      if !mantissa.isFinite || mantissa == 0 { mantissa = number < 0 ? -1 : 1 }
      if abs(mantissa) >= 9.995 {
        mantissa /= 10
        exponent += 1
      }
      let sign = exponent < 0 ? "−" : ""
      return "\(trimmed(fixed(mantissa, decimals: 2)))e\(sign)\(abs(exponent))"
    }
    return trimmed(fixed(number, decimals: max(0, 2 - exponent)))
  }

  /// A power of ten: 10⁻³, and plainly 1 and 10.
  static func power(_ exponent: Int) -> String {
    switch exponent {
    case 0: return "1"
    case 1: return "10"
    default:
      let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      let digits = String(abs(exponent)).compactMap { $0.wholeNumberValue.map { raised[$0] } }
      return "10" + (exponent < 0 ? "⁻" : "") + String(digits)
    }
  }

  /// The text without the zeros that end its decimals.
  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = Substring(text)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }
}
