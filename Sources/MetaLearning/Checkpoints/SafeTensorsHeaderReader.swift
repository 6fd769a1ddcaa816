/// Reads the text of a safetensors header: the part of JSON (RFC 8259) that such a header is made of.
///
/// That part is an object of texts and objects of a type, a shape and two offsets; nothing nests
/// deeper, so no text can exhaust the stack, and whatever else JSON has is refused. Notebooks have a
/// JSON reader of their own, but nothing here may reach up to them.
struct SafeTensorsHeaderReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Creates a reader of a header's bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the texts, and the tensors in the order of their places.
  mutating func readHeader() throws(SafeTensorsFault) -> (
    metadata: [String: String], entries: [SafeTensorsHeader.Entry]
  ) {
    var metadata: [String: String] = [:]
    var entries: [SafeTensorsHeader.Entry] = []
    try readObject { (reader, name) throws(SafeTensorsFault) in
      if name == SafeTensors.metadataKey {
        metadata = try reader.readTexts()
      } else {
        entries.append(try reader.readEntry(name))
      }
    }
    // The format fills up with spaces and nothing else.
    while accept(" ") {}
    guard position == bytes.count else { throw failure("spaces up to the header's end") }
    entries.sort {
      ($0.offsets.lowerBound, $0.offsets.upperBound)
        < ($1.offsets.lowerBound, $1.offsets.upperBound)
    }
    return (metadata, entries)
  }
}

// MARK: - What a header has

extension SafeTensorsHeaderReader {
  private mutating func readTexts() throws(SafeTensorsFault) -> [String: String] {
    var texts: [String: String] = [:]
    try readObject { (reader, name) throws(SafeTensorsFault) in
      texts[name] = try reader.readString()
    }
    return texts
  }

  private mutating func readEntry(
    _ name: String
  ) throws(SafeTensorsFault) -> SafeTensorsHeader.Entry {
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    try readObject { (reader, field) throws(SafeTensorsFault) in
      switch field {
      case "dtype": type = try reader.readString()
      case "shape": shape = try reader.readIntegers()
      case "data_offsets": offsets = try reader.readIntegers()
      default: throw .unknownField(tensor: name, field: field)
      }
    }
    guard let type else { throw .missingField(tensor: name, field: "dtype") }
    guard let shape else { throw .missingField(tensor: name, field: "shape") }
    guard let offsets else { throw .missingField(tensor: name, field: "data_offsets") }
    guard let kind = NumberKind(rawValue: type) else {
      throw .unknownKind(tensor: name, kind: type)
    }
    guard offsets.count == 2, offsets[0] <= offsets[1] else {
      throw .wrongOffsets(tensor: name, offsets: offsets)
    }
    return SafeTensorsHeader.Entry(
      name: name, kind: kind, shape: shape, offsets: offsets[0]..<offsets[1])
  }
}

// MARK: - JSON

extension SafeTensorsHeaderReader {
  private mutating func readObject(
    _ member: (inout Self, String) throws(SafeTensorsFault) -> Void
  ) throws(SafeTensorsFault) {
    try expect("{")
    skipBlanks()
    if accept("}") { return }
    var names: Set<String> = []
    repeat {
      skipBlanks()
      let name = try readString()
      guard names.insert(name).inserted else { throw .duplicateName(name) }
      skipBlanks()
      try expect(":")
      skipBlanks()
      try member(&self, name)
      skipBlanks()
    } while accept(",")
    try expect("}")
  }

  private mutating func readIntegers() throws(SafeTensorsFault) -> [Int] {
    try expect("[")
    skipBlanks()
    if accept("]") { return [] }
    var integers: [Int] = []
    repeat {
      skipBlanks()
      integers.append(try readInteger())
      skipBlanks()
    } while accept(",")
    try expect("]")
    return integers
  }

  /// Reads a whole number that JSON can hold in every implementation, so below 2^53.
  private mutating func readInteger() throws(SafeTensorsFault) -> Int {
    let start = position
    var value = 0
    while let digit = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit {
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      position += 1
      guard value < 1 << 53 else { break }
    }
    let hasLeadingZero = position - start > 1 && bytes[start] == UInt8(ascii: "0")
    guard position > start, value < 1 << 53, !hasLeadingZero else {
      position = start
      throw failure("a whole number from 0 to 2^53")
    }
    return value
  }

  private mutating func readString() throws(SafeTensorsFault) -> String {
    let start = position
    try expect("\"")
    var units: [UInt8] = []
    while let byte = current, byte >= 0x20 {
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

  private mutating func readEscape() throws(SafeTensorsFault) -> [UInt8] {
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
  private mutating func readScalar() throws(SafeTensorsFault) -> Unicode.Scalar {
    var value = try readUnit()
    if 0xD800..<0xDC00 ~= value, accept("\\") {
      try expect("u")
      let low = try readUnit()
      guard 0xDC00..<0xE000 ~= low else { throw failure("the second half of a character") }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure("a whole character") }
    return scalar
  }

  private mutating func readUnit() throws(SafeTensorsFault) -> UInt32 {
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

// MARK: - Bytes

extension SafeTensorsHeaderReader {
  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(SafeTensorsFault) {
    guard accept(character) else { throw failure("'\(character)'") }
  }

  private mutating func skipBlanks() {
    while accept(" ") || accept("\t") || accept("\n") || accept("\r") {}
  }

  private func failure(_ expected: String) -> SafeTensorsFault {
    .notAHeader(offset: 8 + position, expected: expected)
  }
}
