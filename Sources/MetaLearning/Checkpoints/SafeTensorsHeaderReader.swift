internal import FewShotData
internal import Text

/// Reads the text of a safetensors header: the part of JSON that such a header is made of.
///
/// That part is an object of texts and objects of a type, a shape and two offsets; nothing nests
/// deeper, so no text can exhaust the stack, and whatever else JSON has is refused.
struct SafeTensorsHeaderReader {
  private var json: JSONReader

  /// Creates a reader of a header's bytes.
  init(_ bytes: [UInt8]) { json = JSONReader(bytes) }

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
    while json.accept(" ") {}
    if json.current != nil {
      try read { json throws(JSONError) in throw json.failure("spaces up to the header's end") }
    }
    entries.sort {
      ($0.offsets.lowerBound, $0.offsets.upperBound)
        < ($1.offsets.lowerBound, $1.offsets.upperBound)
    }
    return (metadata, entries)
  }

  private mutating func readTexts() throws(SafeTensorsFault) -> [String: String] {
    var texts: [String: String] = [:]
    try readObject { (reader, name) throws(SafeTensorsFault) in
      texts[name] = try reader.read { json throws(JSONError) in try json.readString() }
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
      case "dtype": type = try reader.read { json throws(JSONError) in try json.readString() }
      case "shape": shape = try reader.readCounts()
      case "data_offsets": offsets = try reader.readCounts()
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

  private mutating func readCounts() throws(SafeTensorsFault) -> [Int] {
    try read { json throws(JSONError) in
      var counts: [Int] = []
      try json.beginArray()
      while try json.nextElement() { counts.append(try json.readCount()) }
      return counts
    }
  }

  /// Reads an object, none of whose names may stand there twice.
  private mutating func readObject(
    _ readMember: (inout Self, String) throws(SafeTensorsFault) -> Void
  ) throws(SafeTensorsFault) {
    try read { json throws(JSONError) in try json.beginObject() }
    var names: Set<String> = []
    while let name = try read({ json throws(JSONError) in try json.nextKey() }) {
      guard names.insert(name).inserted else { throw .duplicateName(name) }
      try readMember(&self, name)
    }
  }

  /// Reads some JSON; what is wrong with it is wrong with the file, in which 8 bytes come before.
  private mutating func read<Result>(
    _ body: (inout JSONReader) throws(JSONError) -> Result
  ) throws(SafeTensorsFault) -> Result {
    do throws(JSONError) {
      return try body(&json)
    } catch {
      throw .notAHeader(offset: 8 + error.offset, expected: error.expected)
    }
  }
}
