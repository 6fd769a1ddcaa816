internal import CellChecking

/// Elements whose arrays are written as they lie in memory, little end first as on every machine that this
/// runs on.
protocol BulkElement: BitwiseCopyable {}

extension Int: BulkElement {}
extension UInt64: BulkElement {}
extension UInt8: BulkElement {}
extension Double: BulkElement {}
extension Float: BulkElement {}

extension Array: KeptValue where Element: KeptValue {
  /// Writes the elements.
  public func keep(in writer: inout KeptWriter) throws {
    if try keepBulk(Float.self, in: &writer) || keepBulk(Double.self, in: &writer)
      || keepBulk(Int.self, in: &writer) || keepBulk(UInt8.self, in: &writer)
      || keepBulk(UInt64.self, in: &writer)
    {
      return
    }
    writer.put(count: count)
    for element in self { try element.keep(in: &writer) }
  }

  /// Reads the elements.
  public init(from reader: inout KeptReader) throws {
    if let array = try Self.bulk(Float.self, from: &reader) ?? Self.bulk(Double.self, from: &reader)
      ?? Self.bulk(Int.self, from: &reader) ?? Self.bulk(UInt8.self, from: &reader)
      ?? Self.bulk(UInt64.self, from: &reader)
    {
      self = array
      return
    }
    let count = try reader.count()
    self = []
    for _ in 0..<count { append(try Element(from: &reader)) }
  }

  private func keepBulk<Bulk: BulkElement>(
    _ type: Bulk.Type, in writer: inout KeptWriter
  ) throws -> Bool {
    guard Element.self == Bulk.self, let values = self as? [Bulk] else { return false }
    try unsafe writer.put(bulk: values.span.bytes)
    return true
  }

  private static func bulk<Bulk: BulkElement>(
    _ type: Bulk.Type, from reader: inout KeptReader
  ) throws -> [Element]? {
    guard Element.self == Bulk.self else { return nil }
    return try reader.bulk { try [Bulk](bulk: $0) } as? [Element]
  }
}

extension Array where Element: BulkElement {
  /// The elements that lie in bytes.
  init(bulk bytes: ArraySlice<UInt8>) throws {
    let size = MemoryLayout<Element>.stride
    guard bytes.count % size == 0 else { throw KeptError.damaged }
    self = unsafe [Element](unsafeUninitializedCapacity: bytes.count / size) { buffer, count in
      unsafe UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
      count = bytes.count / size
    }
  }
}
