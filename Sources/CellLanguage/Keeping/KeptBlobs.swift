/// Where long stretches of bytes are kept, each content once: the pixels of a data set, the weights of a
/// network.
public protocol KeptBlobs: AnyObject {
  /// Keeps bytes, unless they are kept already, and returns their number.
  func put(_ bytes: RawSpan) throws -> Int

  /// The bytes of a number that `put` returned; throws where they are not there or not whole.
  func bytes(of number: Int) throws -> [UInt8]
}

/// What has been read of blobs, so that what shared memory shares it again.
final class BlobCache {
  private struct Key: Hashable {
    let number: Int
    let type: ObjectIdentifier
  }

  private var known: [Key: Any] = [:]

  /// The blob of a number as a type, made once.
  func value<T>(_ number: Int, _ make: () throws -> T) rethrows -> T {
    let key = Key(number: number, type: ObjectIdentifier(T.self))
    if let value = known[key] as? T { return value }
    let value = try make()
    known[key] = value
    return value
  }
}
