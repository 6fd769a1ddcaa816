extension JSONReader {
  /// Reads a text in quotes.
  package mutating func readString() throws(JSONError) -> String {
    let start = position
    guard accept("\"") else { throw failure("a text in quotes") }
    var units: [UInt8] = []
    while let byte = current {
      guard byte >= 0x20 else { throw failure("an escape instead of a control character") }
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else {
          position = start
          throw failure("a text in UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): units += try readEscape()
      default: units.append(byte)
      }
    }
    throw failure("a closing quote")
  }

  private mutating func readEscape() throws(JSONError) -> [UInt8] {
    guard let byte = current else { throw failure("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try readScalar()).utf8)
    default:
      position -= 1
      throw failure("an escape")
    }
  }

  /// Reads the digits of one scalar: four, or twice four with another `\u` in between.
  private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
    var value = try readCodeUnit()
    if 0xD800..<0xDC00 ~= value, accept("\\") {
      guard accept("u") else { throw failure("the second half of a character") }
      let low = try readCodeUnit()
      guard 0xDC00..<0xE000 ~= low else { throw failure("the second half of a character") }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure("a whole character") }
    return scalar
  }

  private mutating func readCodeUnit() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
