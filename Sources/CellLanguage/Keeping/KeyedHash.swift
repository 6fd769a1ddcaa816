/// A hash of 128 bits under a key: SipHash-2-4 (Aumasson & Bernstein 2012), with its longer result.
///
/// Who does not know the key can make no bytes that have a given hash, so it tells what this program
/// kept for itself from what somebody else wrote; and two contents with one hash do not happen.
///
/// ```swift
/// var hash = KeyedHash(key: seal)
/// hash.add(bytes.span.bytes)
/// hash.value                       // a ``Digest``
/// ```
public struct KeyedHash: Sendable {
  /// What is hashed under: 16 bytes that only this user's programs know.
  public struct Key: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    /// A key of two halves.
    public init(low: UInt64, high: UInt64) {
      self.low = low
      self.high = high
    }
  }

  /// 128 bits.
  public struct Digest: Hashable, Sendable {
    /// The first half.
    public let low: UInt64
    /// The second half.
    public let high: UInt64

    /// A digest of its halves.
    public init(low: UInt64, high: UInt64) {
      self.low = low
      self.high = high
    }
  }

  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// Bytes that do not fill a word yet, the first one lowest.
  private var rest: UInt64 = 0
  private var count = 0

  /// The hash of nothing.
  public init(key: Key) {
    v0 = key.low ^ 0x736F_6D65_7073_6575
    v1 = key.high ^ 0x646F_7261_6E64_6F6D ^ 0xEE
    v2 = key.low ^ 0x6C79_6765_6E65_7261
    v3 = key.high ^ 0x7465_6462_7974_6573
  }

  /// Adds bytes; how they are cut into calls does not matter.
  public mutating func add(_ bytes: RawSpan) {
    var index = 0
    let end = bytes.byteCount
    while index < end, count & 7 != 0 {
      unsafe add(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      index += 1
    }
    while index + 8 <= end {
      unsafe mix(
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
      count += 8
    }
    while index < end {
      unsafe add(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      index += 1
    }
  }

  /// Adds a number.
  public mutating func add(_ value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// Adds a text, so that no two lists of texts add the same.
  public mutating func add(_ text: String) {
    var bytes = Array(text.utf8)
    add(UInt64(bytes.count))
    bytes.append(0)
    unsafe add(bytes.span.bytes)
  }

  /// Adds another hash.
  public mutating func add(_ digest: Digest) {
    add(digest.low)
    add(digest.high)
  }

  /// The hash of what was added so far.
  public var value: Digest {
    var end = self
    end.mix(rest | UInt64(truncatingIfNeeded: count) << 56)
    end.v2 ^= 0xEE
    for _ in 0..<4 { end.round() }
    let low = end.v0 ^ end.v1 ^ end.v2 ^ end.v3
    end.v1 ^= 0xDD
    for _ in 0..<4 { end.round() }
    return Digest(low: low, high: end.v0 ^ end.v1 ^ end.v2 ^ end.v3)
  }

  private mutating func add(_ byte: UInt8) {
    rest |= UInt64(byte) << UInt64(8 * (count & 7))
    count += 1
    guard count & 7 == 0 else { return }
    mix(rest)
    rest = 0
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v1 = v1 << 13 | v1 >> 51
    v1 ^= v0
    v0 = v0 << 32 | v0 >> 32
    v2 = v2 &+ v3
    v3 = v3 << 16 | v3 >> 48
    v3 ^= v2
    v0 = v0 &+ v3
    v3 = v3 << 21 | v3 >> 43
    v3 ^= v0
    v2 = v2 &+ v1
    v1 = v1 << 17 | v1 >> 47
    v1 ^= v2
    v2 = v2 << 32 | v2 >> 32
  }
}
