internal import FewShotData

extension SafeTensors {
  /// Writes the file, beside its place first, so that a broken write leaves what was there.
  package func write(to path: String) throws(CheckpointError) {
    let bytes = encoded()
    // The header's length is what readers look at first.
    let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.headerLimit else {
      throw .malformed(path: path, fault: .headerTooLong(length: UInt64(length)))
    }
    do throws(FileError) {
      try replaceFile(path) { draft throws(FileError) in try draft.append(bytes) }
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  /// Returns the bytes of the file: always the same for the same contents.
  ///
  /// Texts come first, sorted by name; then the tensors, those of larger numbers first so that every
  /// number is aligned, then sorted by name.
  package func encoded() -> [UInt8] {
    let sorted = tensors.sorted { lhs, rhs in
      guard lhs.value.kind.size == rhs.value.kind.size else {
        return lhs.value.kind.size > rhs.value.kind.size
      }
      return lhs.key.utf8.lexicographicallyPrecedes(rhs.key.utf8)
    }
    var header = Array(self.header(sorted.map { ($0.key, $0.value) }).utf8)
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var bytes = stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: header.count >> $0) }
    bytes.reserveCapacity(8 + header.count + sorted.reduce(0) { $0 + $1.value.bytes.count })
    bytes += header
    for (_, tensor) in sorted { bytes += tensor.bytes }
    return bytes
  }

  private func header(_ tensors: [(name: String, tensor: StoredTensor)]) -> String {
    var members: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      members.append(
        quoted(Self.metadataKey) + ":{"
          + texts.map { "\(quoted($0.key)):\(quoted($0.value))" }.joined(separator: ",") + "}")
    }
    var offset = 0
    for (name, tensor) in tensors {
      let end = offset + tensor.bytes.count
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(quoted(name)):{\"dtype\":\"\(tensor.kind.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}

/// Returns a JSON string with the escapes that the reference implementation writes.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\u{08}": result += "\\b"
    case "\u{0C}": result += "\\f"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\0"..<" ":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
