extension JSONValue {
  /// Reads a JSON text (RFC 8259).
  package init(parsing text: String) throws(JSONError) {
    var reader = JSONReader(Array(text.utf8))
    self = try reader.readValue(depth: 0)
    try reader.finish()
  }
}

extension JSONReader {
  /// How deep lists and objects may nest; deeper text would exhaust the stack.
  private static let maximumDepth = 256

  fileprivate mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard depth < Self.maximumDepth else {
      throw failure("at most \(Self.maximumDepth) levels")
    }
    switch current {
    case UInt8(ascii: "{"):
      var members: [JSONValue.Member] = []
      try beginObject()
      while let key = try nextKey() {
        members.append(.init(key: key, value: try readValue(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try beginArray()
      while try nextElement() { values.append(try readValue(depth: depth + 1)) }
      return .array(values)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  private mutating func readWord(
    _ word: String, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("a value") }
    position += word.utf8.count
    return value
  }
}
