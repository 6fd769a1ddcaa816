/// `Character`, and the code units that texts consist of.
enum CharacterChunk {
  static let text = #"""
    extension Character: Hashable, Comparable, LosslessStringConvertible, CustomDebugStringConvertible {
      init(_ text: String)
      init(_ scalar: Unicode.Scalar) { self = Character(scalar.description) }
      var description: String { get }
      var debugDescription: String { get }
      var isLetter: Bool { get }
      var isNumber: Bool { get }
      var isWholeNumber: Bool { wholeNumberValue != nil }
      var isWhitespace: Bool { get }
      var isNewline: Bool { get }
      var isUppercase: Bool { get }
      var isLowercase: Bool { get }
      var isCased: Bool { get }
      var isPunctuation: Bool { get }
      var isSymbol: Bool { get }
      var isMathSymbol: Bool { get }
      var isCurrencySymbol: Bool { get }
      var isASCII: Bool { get }
      var isHexDigit: Bool { hexDigitValue != nil }
      var wholeNumberValue: Int? { get }
      var hexDigitValue: Int? { get }
      var asciiValue: UInt8? { get }
      var _scalarValues: [Int] { get }
      var unicodeScalars: [Unicode.Scalar] { _scalarValues.map { Unicode.Scalar(_code: $0) } }
      var utf8: [UInt8] { String(self).utf8 }
      func uppercased() -> String
      func lowercased() -> String
    }
    enum Unicode {
      enum UTF8 {}
      enum UTF16 {}
      enum UTF32 {}
      struct Scalar: Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
        let _code: Int
        init(_code: Int) { self._code = _code }
        init(stringLiteral text: String) { self._code = _firstScalar(text) }
        init(_ scalar: Unicode.Scalar) { self = scalar }
        init(_ value: UInt8) { self._code = Int(value) }
        init?(_ value: Int) {
          if value < 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
          self._code = value
        }
        init?(_ value: UInt32) {
          if value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) { return nil }
          self._code = Int(value)
        }
        var value: UInt32 { UInt32(_code) }
        var isASCII: Bool { _code < 128 }
        var description: String { _textOfScalar(_code) }
        static func < (a: Unicode.Scalar, b: Unicode.Scalar) -> Bool { a._code < b._code }
      }
    }
    typealias UnicodeScalar = Unicode.Scalar
    func _textOfScalar(_ code: Int) -> String
    func _textOfScalars(_ codes: [Int]) -> String
    func _firstScalar(_ text: String) -> Int
    extension UInt8 {
      init(ascii scalar: Unicode.Scalar) {
        if scalar._code > 127 {
          _stop("Fatal error", "Code point value does not fit into ASCII")
        }
        self = UInt8(scalar._code)
      }
    }
    extension StringProtocol {
      var utf8: [UInt8] { get }
      var utf16: [UInt16] { get }
      var _scalarValues: [Int] { get }
      var unicodeScalars: [Unicode.Scalar] { _scalarValues.map { Unicode.Scalar(_code: $0) } }
    }
    extension String {
      typealias UnicodeScalarView = [Unicode.Scalar]
      typealias UTF8View = [UInt8]
      typealias UTF16View = [UInt16]
      init<S: Sequence>(decoding bytes: S, as encoding: Any) { self = _decoded(bytes._elements()) }
      init?<S: Sequence>(validating bytes: S, as encoding: Any) {
        let all = bytes._elements()
        let text = _decoded(all)
        if !_isWellFormed(all, text) { return nil }
        self = text
      }
      var unicodeScalars: [Unicode.Scalar] {
        get { _scalarValues.map { Unicode.Scalar(_code: $0) } }
        set { self = _textOfScalars(newValue.map { $0._code }) }
      }
    }
    enum UTF8 {}
    enum UTF16 {}
    enum UTF32 {}
    func _decoded<T>(_ bytes: [T]) -> String
    func _isWellFormed<T>(_ units: [T], _ text: String) -> Bool
    """#
}
