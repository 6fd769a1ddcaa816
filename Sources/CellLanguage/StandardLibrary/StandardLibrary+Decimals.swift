internal import FoundationEssentials

/// `Decimal`, `NSNumber` and `NumberFormatter` in English.
enum DecimalChunk {
  static let all: [LibraryChunk] = [
    .with("decimal", decimal, addDecimals), LibraryChunk("number object", number),
    LibraryChunk("number formatter", formatter), LibraryChunk("formatted numbers", formatted),
  ]

  private static let decimal = #"""
    struct Decimal: SignedNumeric, Hashable, Comparable, CustomStringConvertible, Strideable,
      ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral
    {
      typealias Stride = Decimal
      typealias Magnitude = Decimal
      enum RoundingMode { case plain, down, up, bankers }
      let _text: String
      init(_text: String) { self._text = _text }
      init() { self._text = "0" }
      init(_ value: Int) { self._text = String(value) }
      init(_ value: Double) { self._text = _decimalOfDouble(value) }
      init(integerLiteral value: Int) { self._text = String(value) }
      init(floatLiteral value: Double) { self._text = _decimalOfDouble(value) }
      init?(string: String, locale: Locale? = nil) {
        guard let text = _decimalOfText(string) else { return nil }
        self._text = text
      }
      static var zero: Decimal { Decimal() }
      static var pi: Decimal { Decimal(_text: "3.14159265358979323846264338327950288419") }
      var description: String { _text }
      var isZero: Bool { _text == "0" }
      var isNaN: Bool { _text == "NaN" }
      var isSignMinus: Bool { _text.hasPrefix("-") }
      var magnitude: Decimal { isSignMinus ? Decimal(_text: String(_text.dropFirst())) : self }
      func distance(to other: Decimal) -> Decimal { other - self }
      func advanced(by other: Decimal) -> Decimal { self + other }
      static func + (a: Decimal, b: Decimal) -> Decimal { Decimal(_text: _decimal(a._text, b._text, 0)) }
      static func - (a: Decimal, b: Decimal) -> Decimal { Decimal(_text: _decimal(a._text, b._text, 1)) }
      static func * (a: Decimal, b: Decimal) -> Decimal { Decimal(_text: _decimal(a._text, b._text, 2)) }
      static func / (a: Decimal, b: Decimal) -> Decimal { Decimal(_text: _decimal(a._text, b._text, 3)) }
      static func += (a: inout Decimal, b: Decimal) { a = a + b }
      static func -= (a: inout Decimal, b: Decimal) { a = a - b }
      static func *= (a: inout Decimal, b: Decimal) { a = a * b }
      static func /= (a: inout Decimal, b: Decimal) { a = a / b }
      static prefix func - (a: Decimal) -> Decimal { Decimal() - a }
      static func < (a: Decimal, b: Decimal) -> Bool { _decimal(a._text, b._text, 4) == "1" }
      func _rounded(_ scale: Int, _ mode: Decimal.RoundingMode) -> Decimal {
        let kind = mode == .plain ? 0 : mode == .down ? 1 : mode == .up ? 2 : 3
        return Decimal(_text: _roundedDecimal(_text, scale, kind))
      }
      var doubleValue: Double { Double(_text) ?? .nan }
    }
    extension NSDecimalNumber { typealias RoundingMode = Decimal.RoundingMode }
    class NSDecimalNumber {
      let decimalValue: Decimal
      init(decimal: Decimal) { self.decimalValue = decimal }
      init(string: String) { self.decimalValue = Decimal(string: string) ?? Decimal(_text: "NaN") }
      init(value: Double) { self.decimalValue = Decimal(value) }
      var doubleValue: Double { decimalValue.doubleValue }
      var intValue: Int { Int(doubleValue) }
      var stringValue: String { decimalValue.description }
    }
    func NSDecimalRound(
      _ result: inout Decimal, _ value: inout Decimal, _ scale: Int, _ mode: Decimal.RoundingMode
    ) {
      result = value._rounded(scale, mode)
    }
    func pow(_ base: Decimal, _ exponent: Int) -> Decimal {
      var result: Decimal = 1
      for _ in 0..<exponent { result *= base }
      return result
    }
    func _decimal(_ a: String, _ b: String, _ operation: Int) -> String
    func _decimalOfDouble(_ value: Double) -> String
    func _decimalOfText(_ text: String) -> String?
    func _roundedDecimal(_ text: String, _ scale: Int, _ mode: Int) -> String
    """#

  private static let number = #"""
    struct NSNumber: Hashable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, CustomStringConvertible {
      let doubleValue: Double
      let intValue: Int
      let _isWhole: Bool
      init(value: Int) {
        self.doubleValue = Double(value)
        self.intValue = value
        self._isWhole = true
      }
      init(value: Double) {
        self.doubleValue = value
        self.intValue = value.isFinite && value.magnitude < 9e18 ? Int(value) : 0
        self._isWhole = false
      }
      init(integerLiteral value: Int) {
        self.doubleValue = Double(value)
        self.intValue = value
        self._isWhole = true
      }
      init(floatLiteral value: Double) {
        self.doubleValue = value
        self.intValue = Int(value)
        self._isWhole = false
      }
      var floatValue: Float { Float(doubleValue) }
      var boolValue: Bool { doubleValue != 0 }
      var stringValue: String { description }
      var description: String {
        _isWhole || doubleValue == doubleValue.rounded() && doubleValue.magnitude < 1e15
          ? String(intValue) : String(doubleValue)
      }
    }
    """#

  private static let formatted = #"""
    extension BinaryInteger {
      func formatted() -> String { _groupedNumber(description, 0) }
    }
    extension BinaryFloatingPoint {
      func formatted() -> String { _groupedNumber(_decimalOfDouble(Double(self)), 6) }
    }
    func _groupedNumber(_ text: String, _ digits: Int) -> String {
      let formatter = NumberFormatter()
      formatter.numberStyle = .decimal
      formatter.maximumFractionDigits = digits
      let isNegative = text.hasPrefix("-")
      return (isNegative ? "-" : "") + formatter._digits(text)
    }
    """#

  private static let formatter = #"""
    class NumberFormatter {
      enum Style { case none, decimal, percent, currency, ordinal, scientific, spellOut }
      enum RoundingMode { case ceiling, floor, down, up, halfEven, halfDown, halfUp }
      var locale: Locale? = nil
      var numberStyle = NumberFormatter.Style.none
      var roundingMode = NumberFormatter.RoundingMode.halfEven
      var _most: Int? = nil
      var _least: Int? = nil
      var minimumIntegerDigits = 1
      var usesGroupingSeparator_: Bool? = nil
      var groupingSeparator = ","
      var groupingSize = 3
      var decimalSeparator = "."
      var currencySymbol = "$"
      var currencyCode = "USD"
      var positivePrefix = ""
      var negativePrefix = "-"
      init() {}
      var usesGroupingSeparator: Bool {
        get { usesGroupingSeparator_ ?? (numberStyle == .decimal || numberStyle == .currency || numberStyle == .percent) }
        set { usesGroupingSeparator_ = newValue }
      }
      var maximumFractionDigits: Int {
        get { _max(_most ?? (numberStyle == .decimal ? 3 : numberStyle == .currency ? 2 : 0), _least ?? 0) }
        set { _most = newValue }
      }
      var minimumFractionDigits: Int {
        get { _min(_least ?? (numberStyle == .currency ? 2 : 0), maximumFractionDigits) }
        set { _least = newValue }
      }
      func string(from number: NSNumber) -> String? { _text(number.doubleValue, number._isWhole ? String(number.intValue) : nil) }
      func string(from number: NSDecimalNumber) -> String? { _text(number.doubleValue, number.stringValue) }
      func string(for object: Any?) -> String? {
        if let number = object as? Int { return string(from: NSNumber(value: number)) }
        if let number = object as? Double { return string(from: NSNumber(value: number)) }
        if let number = object as? Decimal { return string(from: NSDecimalNumber(decimal: number)) }
        if let number = object as? NSNumber { return string(from: number) }
        return nil
      }
      func number(from text: String) -> NSNumber? {
        let plain = text.filter { $0 != "," }
        if let number = Int(plain) { return NSNumber(value: number) }
        return Double(plain).map { NSNumber(value: $0) }
      }
      func _text(_ value: Double, _ exact: String?) -> String? {
        _checkLocale(locale)
        if value.isNaN { return "NaN" }
        let sign = value < 0 ? negativePrefix : positivePrefix
        if value.isInfinite { return sign + "∞" }
        switch numberStyle {
        case .none, .decimal: return sign + _digits(exact ?? _decimalOfDouble(value))
        case .percent: return sign + _digits(_decimal(exact ?? _decimalOfDouble(value), "100", 2)) + "%"
        case .currency: return sign + currencySymbol + _digits(exact ?? _decimalOfDouble(value))
        case .ordinal:
          let number = Int(value.magnitude)
          let isTeen = number / 10 % 10 == 1
          let ending = isTeen ? "th" : number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th"
          return sign + _digits(String(number)) + ending
        case .scientific, .spellOut:
          _stop("Fatal error", "this style of numbers is not part of the cell language; use 'String(format:)'")
        }
      }
      func _digits(_ text: String) -> String {
        let isNegative = text.hasPrefix("-")
        let magnitude = isNegative ? String(text.dropFirst()) : text
        let down = roundingMode == .floor && !isNegative || roundingMode == .ceiling && isNegative || roundingMode == .down
        let up = roundingMode == .ceiling && !isNegative || roundingMode == .floor && isNegative || roundingMode == .up
        let mode = down ? 1 : up ? 2 : roundingMode == .halfEven ? 3 : 0
        let rounded = _roundedDecimal(magnitude, maximumFractionDigits, mode)
        let parts = rounded.split(separator: ".")
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        while fraction.count < minimumFractionDigits { fraction += "0" }
        var whole = String(parts[0])
        while whole.count < minimumIntegerDigits { whole = "0" + whole }
        if numberStyle != .none || usesGroupingSeparator_ == true {
          if usesGroupingSeparator && groupingSize > 0 {
            var groups: [String] = []
            while whole.count > groupingSize {
              groups.insert(String(whole.suffix(groupingSize)), at: 0)
              whole = String(whole.dropLast(groupingSize))
            }
            whole = ([whole] + groups).joined(separator: groupingSeparator)
          }
        }
        return whole + (fraction.isEmpty ? "" : decimalSeparator + fraction)
      }
    }
    """#

  private static func addDecimals(_ natives: inout NativeTable) {
    natives.add("_decimal(_:_:_:)") { call in
      let (a, b) = (decimal(call.string(0)), decimal(call.string(1)))
      switch call.int(2) {
      case 0: return .string((a + b).description)
      case 1: return .string((a - b).description)
      case 2: return .string((a * b).description)
      case 3: return .string(b.isZero ? "NaN" : (a / b).description)
      default: return .string(a < b ? "1" : "0")
      }
    }
    natives.add("_decimalOfDouble(_:)") { call in
      let value = call.double(0)
      guard value.isFinite else { return .string("NaN") }
      return .string((Decimal(string: "\(value)") ?? Decimal(value)).description)
    }
    natives.add("_decimalOfText(_:)") { call in
      call.optional(Decimal(string: call.string(0)).map { .string($0.description) })
    }
    natives.add("_roundedDecimal(_:_:_:)") { call in
      .string(rounded(decimal(call.string(0)), call.int(1), mode: call.int(2)).description)
    }
  }

  private static func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? .nan }

  /// A decimal with so many digits behind its point: by halves away from zero, down, up, or halves to even.
  private static func rounded(_ value: Decimal, _ scale: Int, mode: Int) -> Decimal {
    guard value.isFinite, (-127...127).contains(scale) else { return value }
    let unit = Decimal(sign: .plus, exponent: -scale, significand: 1)
    let magnitude = value.magnitude
    let steps = magnitude / unit
    var text = steps.description
    guard let point = text.firstIndex(of: ".") else { return value }
    let rest = steps - (Decimal(string: String(text[..<point])) ?? 0)
    text = String(text[..<point])
    guard var whole = Decimal(string: text) else { return value }
    let half = Decimal(string: "0.5") ?? 0
    let isOdd = (text.last?.wholeNumberValue ?? 0) % 2 == 1
    let isNegative = value < 0
    let goesUp =
      switch mode {
      case 0: rest >= half
      case 1: isNegative && rest > 0
      case 2: !isNegative && rest > 0
      default: rest > half || rest == half && isOdd
      }
    if goesUp { whole += 1 }
    let result = whole * unit
    return isNegative ? -result : result
  }
}
