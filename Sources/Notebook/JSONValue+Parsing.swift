/// Text that is not JSON, with the byte where that shows.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The byte, counted from 0.
  package let offset: Int
  /// What the reader was after.
  package let expected: String

  /// The fault in words.
  package var description: String { "not JSON: expected \(expected) at byte \(offset)" }
}

extension JSONValue {
  /// Reads a JSON text (RFC 8259).
  package init(parsing text: String) throws(JSONError) {
    var reader = JSONReader(bytes: Array(text.utf8))
    self = try reader.readDocument()
  }
}

/// Reads JSON from bytes, one value after the other.
private struct JSONReader {
  let bytes: [UInt8]
  var position = 0
  /// How deep arrays and objects may nest; deeper text would exhaust the stack.
  static let maximumDepth = 256

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func readDocument() throws(JSONError) -> JSONValue {
    let value = try readValue(depth: 0)
    skipBlanks()
    if position < bytes.count { throw failure("the end of the text") }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.maximumDepth else {
      throw failure("at most \(Self.maximumDepth) levels")
    }
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    position += 1
    skipBlanks()
    if accept("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw failure("a key in quotes") }
      let key = try readString()
      skipBlanks()
      guard accept(":") else { throw failure("':'") }
      members.append(.init(key: key, value: try readValue(depth: depth + 1)))
      skipBlanks()
    } while accept(",")
    guard accept("}") else { throw failure("',' or '}'") }
    return .object(members)
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    position += 1
    skipBlanks()
    if accept("]") { return .array(values) }
    repeat {
      values.append(try readValue(depth: depth + 1))
      skipBlanks()
    } while accept(",")
    guard accept("]") else { throw failure("',' or ']'") }
    return .array(values)
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = position
    while let byte = current, Self.numberBytes.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let integer = Int(text), !text.hasPrefix("+") { return .integer(integer) }
    guard let first = text.first, first == "-" || first.isNumber, let number = Double(text) else {
      position = start
      throw failure("a value")
    }
    return .number(number)
  }

  private static let numberBytes = Set("+-.eE0123456789".utf8)

  private mutating func readWord(
    _ word: String, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value") }
    position += word.utf8.count
    return value
  }

  private mutating func readString() throws(JSONError) -> String {
    position += 1
    var units: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += try readEscape()
      case 0..<0x20:
        position -= 1
        throw failure("an escape instead of a control character")
      default: units.append(byte)
      }
    }
    throw failure("a closing quote")
  }

  private mutating func readEscape() throws(JSONError) -> [UInt8] {
    guard let byte = current else { throw failure("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"):
      var units = [try readCodeUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        units.append(try readCodeUnit())
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default:
      position -= 1
      throw failure("an escape")
    }
  }

  private mutating func readCodeUnit() throws(JSONError) -> UInt16 {
    let end = position + 4
    guard end <= bytes.count,
      let unit = UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits") }
    position = end
    return unit
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private func failure(_ expected: String) -> JSONError {
    JSONError(offset: position, expected: expected)
  }
}
