/// Writes values as bytes, exactly: numbers by their bits, texts by their bytes, long arrays as blobs that
/// are kept once.
///
/// ```swift
/// func keep(in writer: inout KeptWriter) throws {
///   try writer.write(inputs)
///   try writer.write(weights)        // a million `Float`s: a blob
/// }
/// ```
public struct KeptWriter {
  /// What was written.
  public internal(set) var bytes: [UInt8] = []
  /// The blobs that the bytes refer to, and those that these refer to.
  public internal(set) var blobNumbers: [Int] = []
  /// Where long arrays go.
  let blobs: any KeptBlobs

  /// Arrays of more bytes than this are blobs.
  static let longest = 4096

  /// A writer of nothing yet.
  public init(blobs: any KeptBlobs) { self.blobs = blobs }

  /// Writes a value.
  public mutating func write(_ value: some KeptValue) throws { try value.keep(in: &self) }

  /// Writes a value of a host type, whichever it is.
  public mutating func write(host value: any HostValue) throws {
    let name = Swift.type(of: value).cellTypeName
    guard let kept = value as? any KeptHostValue else { throw KeptError.notKeepable(type: name) }
    put(text: name)
    try kept.keep(in: &self)
  }
}

// MARK: - Numbers and texts

extension KeptWriter {
  mutating func put(byte: UInt8) { bytes.append(byte) }

  /// A number, the smaller the shorter.
  mutating func put(count: Int) { put(unsigned: UInt64(bitPattern: Int64(count))) }

  /// An integer, the nearer to 0 the shorter.
  mutating func put(integer: Int) {
    put(unsigned: UInt64(bitPattern: Int64((integer << 1) ^ (integer >> 63))))
  }

  mutating func put(unsigned value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }

  mutating func put(word value: UInt64) {
    var value = value.littleEndian
    unsafe withUnsafeBytes(of: &value) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func put(half value: UInt32) {
    var value = value.littleEndian
    unsafe withUnsafeBytes(of: &value) { unsafe bytes.append(contentsOf: $0) }
  }

  /// A short text.
  mutating func put(text: String) {
    put(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// The bytes of an array, here or as a blob.
  mutating func put(bulk: RawSpan) throws {
    guard bulk.byteCount > KeptWriter.longest else {
      put(count: bulk.byteCount << 1)
      unsafe bulk.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
      return
    }
    let number = try blobs.put(bulk)
    blobNumbers.append(number)
    put(count: number << 1 | 1)
  }
}
