internal import Text

/// A file that is not UTF-8.
public struct EncodingError: Error, Equatable, Sendable {
  /// The first byte that cannot be read, counted from 0.
  public let offset: Int
  /// The line it is on, counted from 1.
  public let line: Int
  /// The byte itself.
  public let byte: UInt8

  /// The first fault of `bytes`, or nil where they are UTF-8.
  init?(checking bytes: [UInt8]) {
    guard let offset = Self.firstFault(in: bytes) else { return nil }
    self.offset = offset
    byte = bytes[offset]
    line = 1 + Lines.countOfEnds(in: bytes[..<offset])
  }

  private static func firstFault(in bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = CountingIterator(bytes: bytes)
    var start = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): start += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return start
      }
    }
  }

  /// The bytes one by one; a type of its own because the decoder wants an iterator to advance.
  private struct CountingIterator: IteratorProtocol {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> UInt8? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      return bytes[position]
    }
  }
}

extension EncodingError: CustomStringConvertible {
  /// The fault in words, without the name of the file.
  public var description: String {
    let hex = hexadecimal(byte, digits: 2).uppercased()
    return "the file is not UTF-8: byte 0x\(hex) at offset \(offset), line \(line)"
  }
}
