internal import FewShotData

/// The header of a safetensors file, read and found to fit together.
struct SafeTensorsHeader {
  /// What the header says of a tensor.
  struct Entry {
    let name: String
    let kind: NumberKind
    let shape: [Int]
    /// The tensor's place among the bytes after the header.
    let offsets: Range<Int>
  }

  /// The texts, by their names.
  let metadata: [String: String]
  /// The tensors in the order of their places, without a gap or an overlap.
  let entries: [Entry]
  /// Where the tensors' bytes start in the file.
  let start: Int

  /// The number of the tensors' bytes.
  var byteCount: Int { entries.last?.offsets.upperBound ?? 0 }

  /// Reads the header at the start of a file's bytes.
  init(_ bytes: [UInt8]) throws(SafeTensorsFault) {
    let end = try Self.end(bytes)
    guard end <= bytes.count else {
      throw .headerCut(length: end - 8, available: bytes.count - 8)
    }
    var reader = SafeTensorsHeaderReader(Array(bytes[8..<end]))
    (metadata, entries) = try reader.readHeader()
    start = end
    try requireContiguous()
  }

  /// Returns where the header ends, by the first eight bytes.
  static func end(_ bytes: [UInt8]) throws(SafeTensorsFault) -> Int {
    guard bytes.count >= 8 else { throw .tooShort(byteCount: bytes.count) }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(SafeTensors.headerLimit) else { throw .headerTooLong(length: length) }
    return 8 + Int(length)
  }

  private func requireContiguous() throws(SafeTensorsFault) {
    var end = 0
    for entry in entries {
      guard entry.offsets.lowerBound == end else {
        throw .misplaced(tensor: entry.name, offset: entry.offsets.lowerBound, expected: end)
      }
      guard entry.byteCount == entry.offsets.count else {
        throw .wrongSize(
          tensor: entry.name, shape: entry.shape, kind: entry.kind.rawValue,
          byteCount: entry.offsets.count)
      }
      end = entry.offsets.upperBound
    }
  }
}

extension SafeTensorsHeader.Entry {
  /// The number of bytes that the shape asks for; nil where that is no number.
  fileprivate var byteCount: Int? {
    var count = kind.size
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }
}
