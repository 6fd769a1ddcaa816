internal import Text

extension SafeTensors {
  /// The version of what is written here.
  static let version = "1"
  static let versionKey = "mamlnb.version"
  static let contentKey = "mamlnb.content"
  static let checksumKey = "mamlnb.checksum"

  /// Says what the file is, and ends it with a checksum of everything else in it.
  package mutating func seal(as content: String) {
    // What PyTorch's own files say, for programs that ask for it.
    metadata["format"] = "pt"
    metadata[Self.versionKey] = Self.version
    metadata[Self.contentKey] = content
    metadata[Self.checksumKey] = checksum
  }

  /// Throws unless this is what was sealed.
  func requireSeal(path: String) throws(CheckpointError) {
    guard let version = metadata[Self.versionKey] else { throw .foreign(path: path) }
    guard metadata[Self.checksumKey] == checksum else { throw .damaged(path: path) }
    guard version == Self.version else { throw .otherVersion(path: path, version: version) }
  }

  /// The checksum of the texts and tensors, whatever order a file has them in.
  private var checksum: String {
    var rest = self
    rest.metadata[Self.checksumKey] = nil
    return hexadecimal(fowlerNollVo(rest.encoded()), digits: 16)
  }
}

/// Returns the 64-bit FNV-1a hash of bytes (Fowler, Noll and Vo; RFC 9923): a byte that is changed
/// changes it for certain, as each step is one-to-one.
private func fowlerNollVo(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
