internal import CellChecking
internal import Glibc

/// The functions of numbers: `abs`, `min`, `max`, and the mathematics of Foundation.
enum MathematicsChunk {
  static let all: [LibraryChunk] = [
    .with("comparisons", text) { natives in
      natives.add("abs(_:)") { call in
        if case .double(let value) = call[0] { return .double(value.magnitude) }
        let value = call.int(0)
        guard value < 0 else { return .int(value) }
        guard value != call.resultWidth.smallest else {
          throw call.fatal(
            "arithmetic operation '0 - \(value)' (on type '\(call.resultType)') results in an overflow"
          )
        }
        return .int(-value)
      }
    },
    .with("mathematics", mathematics, addNatives), constants,
  ]

  /// The constants of C, by the names that C has for them.
  private static let constants: LibraryChunk = {
    let all: [(name: String, value: Double, meaning: String)] = [
      ("M_PI", .pi, "π; in Swift `Double.pi`."), ("M_PI_2", .pi / 2, "π / 2."),
      ("M_PI_4", .pi / 4, "π / 4."), ("M_1_PI", 1 / .pi, "1 / π."), ("M_2_PI", 2 / .pi, "2 / π."),
      ("M_2_SQRTPI", 2 / Double.pi.squareRoot(), "2 / √π."), ("M_E", M_E, "Euler's number e."),
      ("M_LOG2E", M_LOG2E, "The logarithm of e to base 2."),
      ("M_LOG10E", M_LOG10E, "The logarithm of e to base 10."),
      ("M_LN2", M_LN2, "The natural logarithm of 2."),
      ("M_LN10", M_LN10, "The natural logarithm of 10."), ("M_SQRT2", 2.squareRoot(), "√2."),
      ("M_SQRT1_2", 0.5.squareRoot(), "√½."),
    ]
    let values = all.map { HostConstant("let \($0.name): Double", $0.meaning, Value($0.value)) }
    var chunk = LibraryChunk("constants of C", values.map(\.declaration).joined(separator: "\n"))
    chunk.constants = values
    return chunk
  }()

  private static let text = #"""
    func abs<T: SignedNumeric & Comparable & _Number>(_ x: T) -> T
    func abs<T: SignedNumeric & Comparable>(_ x: T) -> T { x < 0 ? -x : x }
    func min<T: Comparable>(_ x: T, _ y: T) -> T { y < x ? y : x }
    func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
      var result = min(min(x, y), z)
      for value in rest { if value < result { result = value } }
      return result
    }
    func max<T: Comparable>(_ x: T, _ y: T) -> T { y >= x ? y : x }
    func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
      var result = max(max(x, y), z)
      for value in rest { if value >= result { result = value } }
      return result
    }
    func swap<T>(_ a: inout T, _ b: inout T) {
      let first = a
      a = b
      b = first
    }
    func numericCast<T: BinaryInteger, U: BinaryInteger>(_ value: T) -> U { U(value) }
    func withExtendedLifetime<T, R>(_ value: T, _ body: () throws -> R) rethrows -> R { try body() }
    """#

  private static let unary = [
    "sqrt", "cbrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan",
    "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "floor", "ceil",
    "round",
    "trunc", "fabs", "erf", "erfc", "tgamma", "lgamma", "rint",
  ]
  private static let binary = [
    "pow", "atan2", "hypot", "fmod", "fmax", "fmin", "remainder", "copysign", "fdim",
  ]

  private static let mathematics =
    unary.map { "func \($0)(_ x: Double) -> Double\nfunc \($0)(_ x: Float) -> Float" }
    .joined(separator: "\n") + "\n"
    + binary.map {
      "func \($0)(_ x: Double, _ y: Double) -> Double\nfunc \($0)(_ x: Float, _ y: Float) -> Float"
    }
    .joined(separator: "\n")

  private static func addNatives(_ natives: inout NativeTable) {
    func one(
      _ name: String, _ intrinsic: Intrinsic? = nil,
      _ function: @escaping @Sendable (Double) -> Double
    ) {
      natives.add("\(name)(_:)", intrinsic: intrinsic) { call in
        .double(call.rounded(function(call.double(0))))
      }
    }
    func two(_ name: String, _ function: @escaping @Sendable (Double, Double) -> Double) {
      natives.add("\(name)(_:_:)") { call in
        .double(call.rounded(function(call.double(0), call.double(1))))
      }
    }
    one("sqrt", .squareRoot) { $0.squareRoot() }
    one("cbrt") { cbrt($0) }
    one("exp") { exp($0) }
    one("exp2") { exp2($0) }
    one("expm1") { expm1($0) }
    one("log") { log($0) }
    one("log2") { log2($0) }
    one("log10") { log10($0) }
    one("log1p") { log1p($0) }
    one("sin") { sin($0) }
    one("cos") { cos($0) }
    one("tan") { tan($0) }
    one("asin") { asin($0) }
    one("acos") { acos($0) }
    one("atan") { atan($0) }
    one("sinh") { sinh($0) }
    one("cosh") { cosh($0) }
    one("tanh") { tanh($0) }
    one("asinh") { asinh($0) }
    one("acosh") { acosh($0) }
    one("atanh") { atanh($0) }
    one("floor") { $0.rounded(.down) }
    one("ceil") { $0.rounded(.up) }
    one("round") { $0.rounded() }
    one("rint") { $0.rounded(.toNearestOrEven) }
    one("trunc") { $0.rounded(.towardZero) }
    one("fabs") { $0.magnitude }
    one("erf") { erf($0) }
    one("erfc") { erfc($0) }
    one("tgamma") { tgamma($0) }
    one("lgamma") { lgamma($0) }
    two("pow") { pow($0, $1) }
    two("atan2") { atan2($0, $1) }
    two("hypot") { hypot($0, $1) }
    two("fmod") { fmod($0, $1) }
    two("fmax") { fmax($0, $1) }
    two("fmin") { fmin($0, $1) }
    two("fdim") { fdim($0, $1) }
    two("remainder") { Glibc.remainder($0, $1) }
    two("copysign") { copysign($0, $1) }
  }
}
