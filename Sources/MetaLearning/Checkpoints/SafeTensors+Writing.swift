internal import Allowances
internal import FewShotData
internal import Glibc
package import SystemFiles
internal import Text

extension SafeTensors {
  /// Writes the file, beside its place first, so that a broken write leaves what was there.
  package func write(
    to path: String, in files: FileAccess = .everywhere, makingFolders: Bool = false
  ) throws(CheckpointError) {
    let bytes = encoded()
    // Tensors that could not be brought into the file's layout are not to replace what is there.
    if let shortage = Allowance.current?.shortage {
      throw .file(FileError(.write, path, code: shortage == .interrupted ? EINTR : ENOMEM))
    }
    // The header's length is what readers look at first.
    let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.headerLimit else {
      throw .malformed(path: path, fault: .headerTooLong(length: UInt64(length)))
    }
    try files.forCheckpoint { files throws(FileError) in
      try files.write(bytes, to: path, makingFolders: makingFolders)
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
    var members: [JSONValue.Member] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { JSONValue.Member(key: $0.key, value: .string($0.value)) }
      members.append(.init(key: Self.metadataKey, value: .object(texts)))
    }
    var offset = 0
    for (name, tensor) in tensors {
      let end = offset + tensor.bytes.count
      members.append(
        .init(
          key: name,
          value: .object([
            "dtype": .string(tensor.kind.rawValue),
            "shape": .array(tensor.shape.map(JSONValue.integer)),
            "data_offsets": .array([.integer(offset), .integer(end)]),
          ])))
      offset = end
    }
    return JSONValue.object(members).line
  }
}
