internal import CellChecking

/// Reads what a ``KeptWriter`` wrote.
///
/// Bytes that nobody wrote throw ``KeptError/damaged``; none are trusted to say how much memory to take.
public struct KeptReader {
  private let bytes: [UInt8]
  private var position = 0
  let blobs: any KeptBlobs
  let types: KeptTypes
  let cache: BlobCache

  init(_ bytes: [UInt8], blobs: any KeptBlobs, types: KeptTypes, cache: BlobCache = BlobCache()) {
    self.bytes = bytes
    self.blobs = blobs
    self.types = types
    self.cache = cache
  }

  /// A reader of bytes, for values of a library's types.
  public init(_ bytes: [UInt8], blobs: any KeptBlobs, library: HostLibrary) {
    self.init(bytes, blobs: blobs, types: KeptTypes(library))
  }

  /// Whether nothing is left.
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads a value.
  public mutating func read<T: KeptValue>(_ type: T.Type = T.self) throws -> T {
    try T(from: &self)
  }

  /// Reads a value of a host type, whichever it is.
  public mutating func readHost() throws -> any HostValue {
    let name = try text()
    guard let type = types[name] else { throw KeptError.missing(name) }
    return try type.init(from: &self)
  }

  /// Reads a value of a host type as one that fulfils a protocol.
  public mutating func readHost<T>(as type: T.Type) throws -> T {
    guard let value = try readHost() as? T else { throw KeptError.damaged }
    return value
  }
}

/// The host types that can be kept, by their names in cells.
final class KeptTypes {
  private let types: [String: any HostValue.Type]
  let resources: [String: any Sendable]

  init(_ library: HostLibrary) {
    resources = library.resources
    types = Dictionary(library.types.map { ($0.name, $0.type) }) { first, _ in first }
  }

  subscript(name: String) -> (any KeptHostValue.Type)? {
    if name == HostErrorValue.cellTypeName { return HostErrorValue.self }
    return types[name] as? any KeptHostValue.Type
  }
}

extension KeptReader {
  /// What a library has under a name for the values that are read.
  public func resource<T>(_ name: String, as type: T.Type = T.self) throws -> T {
    guard let resource = types.resources[name] as? T else { throw KeptError.missing(name) }
    return resource
  }

  /// A value where it is there; else the bytes are not what was written.
  public func require<T>(_ value: T?) throws -> T {
    guard let value else { throw KeptError.damaged }
    return value
  }
}

// MARK: - Numbers and texts

extension KeptReader {
  /// How many bytes are left.
  var left: Int { bytes.count - position }

  mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw KeptError.damaged }
    position += 1
    return bytes[position - 1]
  }

  mutating func count() throws -> Int {
    guard let value = Int(exactly: try unsigned()) else { throw KeptError.damaged }
    return value
  }

  /// A number of things that take at least a byte each.
  mutating func length() throws -> Int {
    let count = try count()
    guard count <= left else { throw KeptError.damaged }
    return count
  }

  mutating func integer() throws -> Int {
    let value = Int64(bitPattern: try unsigned())
    return Int(Int64(bitPattern: UInt64(bitPattern: value) >> 1) ^ -(value & 1))
  }

  mutating func unsigned() throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 63 || (shift == 63 && byte <= 1) else { throw KeptError.damaged }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  mutating func word() throws -> UInt64 {
    let slice = try take(8)
    return slice.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func half() throws -> UInt32 {
    let slice = try take(4)
    return slice.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func text() throws -> String {
    let slice = try take(try length())
    guard let text = String(validating: slice, as: UTF8.self) else { throw KeptError.damaged }
    return text
  }

  /// The bytes of an array, made into something by `make` once for each blob.
  mutating func bulk<T>(_ make: (ArraySlice<UInt8>) throws -> T) throws -> T {
    let tag = try count()
    guard tag & 1 == 1 else { return try make(try take(tag >> 1)) }
    let blobs = blobs
    return try cache.value(tag >> 1) { try make(try blobs.bytes(of: tag >> 1)[...]) }
  }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count <= left else { throw KeptError.damaged }
    position += count
    return bytes[position - count..<position]
  }
}
