internal import CSHA256

/// The key that a kernel and its clients share: it signs messages by HMAC-SHA256 (RFC 2104).
package struct MessageKey: Sendable {
  /// What is hashed before the message; nil where messages are not signed.
  private let inner: [UInt8]?
  /// What is hashed before the inner digest.
  private let outer: [UInt8]

  /// The bytes that SHA-256 takes at a time.
  private static let blockSize = 64

  private static let digits = Array("0123456789abcdef".utf8)

  /// A key; an empty one signs nothing.
  package init(_ key: String) throws(KernelError) {
    guard !key.isEmpty else {
      (inner, outer) = (nil, [])
      return
    }
    if let problem = unsafe csha256_load() {
      throw .noLibrary(reason: unsafe String(cString: problem))
    }
    var bytes = Array(key.utf8)
    if bytes.count > Self.blockSize { bytes = Self.digest([bytes]) }
    bytes += [UInt8](repeating: 0, count: Self.blockSize - bytes.count)
    inner = bytes.map { $0 ^ 0x36 }
    outer = bytes.map { $0 ^ 0x5C }
  }

  /// The signature of some frames one after the other, in hexadecimal digits; empty for an empty key.
  package func signature(of frames: some Sequence<[UInt8]>) -> [UInt8] {
    guard let inner else { return [] }
    let digest = Self.digest([outer, Self.digest([inner] + frames)])
    var signature: [UInt8] = []
    signature.reserveCapacity(2 * digest.count)
    for byte in digest {
      signature.append(Self.digits[Int(byte >> 4)])
      signature.append(Self.digits[Int(byte & 15)])
    }
    return signature
  }

  /// Whether a signature is that of the frames; takes as long for a wrong one as for the right one.
  package func accepts(_ signature: [UInt8], of frames: some Sequence<[UInt8]>) -> Bool {
    let expected = self.signature(of: frames)
    guard inner != nil else { return true }
    guard signature.count == expected.count else { return false }
    return zip(signature, expected).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func digest(_ parts: [[UInt8]]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 32)
    guard let digest = unsafe csha256_start() else { fatalError("there is no memory for a digest") }
    for part in parts { unsafe csha256_add(digest, part, part.count) }
    unsafe csha256_end(digest, &result)
    return result
  }
}
