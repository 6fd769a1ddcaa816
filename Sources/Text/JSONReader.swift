/// Text that is not the JSON that was asked for, with the byte where that shows.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The byte, counted from 0.
  package let offset: Int
  /// What the reader was after.
  package let expected: String

  /// The fault at a byte.
  package init(offset: Int, expected: String) {
    self.offset = offset
    self.expected = expected
  }

  /// The fault in words.
  package var description: String { "not JSON: expected \(expected) at byte \(offset)" }
}

/// Reads JSON (RFC 8259) from bytes, piece by piece as the caller asks for them.
///
/// ```swift
/// try reader.beginObject()
/// while let key = try reader.nextKey() { sizes[key] = try reader.readCount() }
/// try reader.finish()
/// ```
///
/// A caller that asks only for what it knows refuses everything else, and nests no deeper than it
/// asks; ``JSONValue/init(parsing:)`` takes whatever there is.
package struct JSONReader {
  let bytes: [UInt8]
  /// Where the reader stands.
  package internal(set) var position = 0
  /// Whether a list or an object has just begun.
  private var isFirst = false

  /// A reader at the start of a text.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte that comes next; nil at the end.
  package var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over a character, if it is what comes next.
  package mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// What to throw where something else stands.
  package func failure(_ expected: String) -> JSONError {
    JSONError(offset: position, expected: expected)
  }

  mutating func skipBlanks() {
    while accept(" ") || accept("\n") || accept("\r") || accept("\t") {}
  }
}

// MARK: - Lists and objects

extension JSONReader {
  /// Steps into an object, whose members ``nextKey()`` takes one by one.
  package mutating func beginObject() throws(JSONError) {
    guard accept("{") else { throw failure("'{'") }
    isFirst = true
  }

  /// Steps to the next member of the object and returns its key; nil once the object has ended.
  ///
  /// The value must be read before the next call.
  package mutating func nextKey() throws(JSONError) -> String? {
    guard try stepIn(until: "}") else { return nil }
    guard current == UInt8(ascii: "\"") else { throw failure("a key in quotes") }
    let key = try readString()
    skipBlanks()
    guard accept(":") else { throw failure("':'") }
    skipBlanks()
    return key
  }

  /// Steps into a list, whose elements ``nextElement()`` comes to one by one.
  package mutating func beginArray() throws(JSONError) {
    guard accept("[") else { throw failure("'['") }
    isFirst = true
  }

  /// Steps to the next element of the list; false once the list has ended.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try stepIn(until: "]")
  }

  /// Throws where something comes after the text's only value.
  package mutating func finish() throws(JSONError) {
    skipBlanks()
    if current != nil { throw failure("the end of the text") }
  }

  private mutating func stepIn(until end: Unicode.Scalar) throws(JSONError) -> Bool {
    skipBlanks()
    let isFirst = isFirst
    self.isFirst = false
    if accept(end) { return false }
    if !isFirst {
      guard accept(",") else { throw failure("',' or '\(end)'") }
      skipBlanks()
    }
    return true
  }
}

// MARK: - Numbers

extension JSONReader {
  /// Reads a whole number that every reader of JSON keeps exactly: from 0 and below 2^53.
  package mutating func readCount() throws(JSONError) -> Int {
    let start = position
    var value = 0
    while let digit = current, isDigit(digit), value < 1 << 53 {
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      position += 1
    }
    let hasLeadingZero = position - start > 1 && bytes[start] == UInt8(ascii: "0")
    guard position > start, value < 1 << 53, !hasLeadingZero else {
      position = start
      throw failure("a whole number from 0 to 2^53")
    }
    return value
  }

  /// Reads any number: an integer where it is written as one and fits.
  mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = position
    _ = accept("-")
    let isZero = current == UInt8(ascii: "0")
    let digitCount = skipDigits()
    guard digitCount > 0, !isZero || digitCount == 1 else {
      position = start
      throw failure("a value")
    }
    let end = position
    if accept(".") { try requireDigits() }
    if accept("e") || accept("E") {
      _ = accept("+") || accept("-")
      try requireDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if position == end, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      position = start
      throw failure("a number that is not too large")
    }
    return .number(number)
  }

  private mutating func requireDigits() throws(JSONError) {
    guard skipDigits() > 0 else { throw failure("a digit") }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = current, isDigit(byte) { position += 1 }
    return position - start
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
