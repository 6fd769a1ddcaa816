import Glibc

/// How the numbers of one axis are written, so that no two are alike: all with the same decimals and the
/// same unit prefix, or each with a power of ten where that is shorter.
package struct NumberText: Equatable {
  /// Which power of ten the digits count.
  private let exponent: Int
  /// Which power of ten the numbers are divided by; `nil` writes each with its own.
  private let unit: Int?

  /// Chooses for some multiples of a step, which are given as counts of its power of ten.
  init(_ multiples: [Int], times step: TickStep) {
    exponent = step.exponent
    let most = multiples.map(\.magnitude).max() ?? 0
    let largest = Double("\(most)e\(step.exponent)") ?? 0
    // Numbers that differ in their last digits alone need all of them.
    let isRound = step.value * 1_000 >= largest
    let prefix = [12, 9, 6, 3].first { largest >= pow(10, Double($0)) }
    let unit = largest >= 1e5 && isRound ? prefix ?? 0 : 0
    if largest < 1e15, unit - step.exponent <= 6 {
      self.unit = unit
      return
    }
    func length(_ text: (Int) -> String) -> Int { multiples.map { text($0).count }.max() ?? 0 }
    let isPlainShorter =
      abs(step.exponent) < 30
      && length { Self.plain($0, step.exponent) } <= length { Self.scientific($0, step.exponent) }
    self.unit = isPlainShorter ? 0 : nil
  }

  /// So many times the power of ten as text, with a true minus sign.
  func text(_ digits: Int) -> String {
    guard let unit else { return Self.scientific(digits, exponent) }
    if digits == 0, unit > 0 { return "0" }
    let prefixes = [12: "T", 9: "G", 6: "M", 3: "k"]
    return Self.plain(digits, exponent - unit) + (prefixes[unit] ?? "")
  }

  /// `digits` times a power of ten, written out: 0.025, 1200.
  private static func plain(_ digits: Int, _ exponent: Int) -> String {
    let sign = digits < 0 ? "−" : ""
    let whole = String(digits.magnitude)
    if exponent >= 0 {
      return sign + whole + String(repeating: "0", count: digits == 0 ? 0 : exponent)
    }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - whole.count)) + whole
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }

  /// `digits` times a power of ten, as one digit, decimals and a power of ten: 2.5e−8.
  private static func scientific(_ digits: Int, _ exponent: Int) -> String {
    if digits == 0 { return "0" }
    let all = String(digits.magnitude)
    let power = exponent + all.count - 1
    let decimals = trimmed("0." + all.dropFirst()).dropFirst()
    return
      "\(digits < 0 ? "−" : "")\(all.prefix(1))\(decimals)e\(power < 0 ? "−" : "")\(abs(power))"
  }

  /// The number in as many digits as tell it from all others.
  static func exact(_ number: Double) -> String {
    "\(number)".replacing("-", with: "−")
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
