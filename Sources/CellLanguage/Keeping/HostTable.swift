/// The host values that were written, so that each is encoded once however many states hold it.
final class HostTable {
  private struct Known {
    weak var box: HostBox?
    var bytes: [UInt8]
    var blobNumbers: [Int]
  }

  private var known: [ObjectIdentifier: Known] = [:]

  /// Writes a host value: its bytes, or the number of the blob that they are.
  func put(_ box: HostBox, in writer: inout KeptWriter) throws {
    let key = ObjectIdentifier(box)
    if let old = known[key], old.box === box {
      writer.bytes += old.bytes
      writer.blobNumbers += old.blobNumbers
      return
    }
    var content = KeptWriter(blobs: writer.blobs)
    try content.write(host: box.value)
    var result = KeptWriter(blobs: writer.blobs)
    result.blobNumbers = content.blobNumbers
    if content.bytes.count > HostTable.shortest {
      let number = try unsafe writer.blobs.put(content.bytes.span.bytes)
      result.blobNumbers.append(number)
      result.put(count: number << 1 | 1)
    } else {
      result.put(count: content.bytes.count << 1)
      result.bytes += content.bytes
    }
    if known.count >= 2 * HostTable.capacity { known = known.filter { $0.value.box != nil } }
    if known.count < 2 * HostTable.capacity {
      known[key] = Known(box: box, bytes: result.bytes, blobNumbers: result.blobNumbers)
    }
    writer.bytes += result.bytes
    writer.blobNumbers += result.blobNumbers
  }

  /// Host values with more bytes are blobs, which states share.
  private static let shortest = 64
  private static let capacity = 4096
}

/// The host values that were read, so that states share them as they did.
final class HostBoxes {
  private let cache = BlobCache()

  func read(_ reader: inout KeptReader) throws -> HostBox {
    let (types, blobs, arrays) = (reader.types, reader.blobs, reader.cache)
    let tag = try reader.count()
    func box(_ bytes: [UInt8]) throws -> HostBox {
      var content = KeptReader(bytes, blobs: blobs, types: types, cache: arrays)
      let box = HostBox(try content.readHost())
      guard content.isAtEnd else { throw KeptError.damaged }
      return box
    }
    if tag & 1 == 1 {
      return try cache.value(tag >> 1) { try box(try blobs.bytes(of: tag >> 1)) }
    }
    return try box(Array(try reader.take(tag >> 1)))
  }
}
