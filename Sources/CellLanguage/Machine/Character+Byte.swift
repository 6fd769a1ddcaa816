internal import CellChecking

/// Characters of ASCII, which are one byte.
///
/// A string of up to 15 bytes is kept in the two words of the string itself: the bytes in their order, and
/// in the last one their number and that they are ASCII. A character is such a string. Looking there takes a
/// tenth of the time that asking for its bytes does; nearly every program of the tests holds the standard
/// library to it.
struct CharacterWords: BitwiseCopyable {
  private let first: UInt64
  private let last: UInt64

  @inline(__always)
  init(_ byte: UInt8) {
    first = UInt64(byte)
    last = 0xE1 << 56
  }

  /// The byte of a character that is one.
  @inline(__always)
  var byte: UInt8? { last == 0xE1 << 56 ? UInt8(truncatingIfNeeded: first) : nil }
}

extension Character {
  /// The character that a byte below 0x80 is.
  @inline(__always)
  init(byte: UInt8) {
    self = unsafe unsafeBitCast(CharacterWords(byte), to: Character.self)
  }

  /// The byte of a character of ASCII; `\r\n`, which is two, has none.
  @inline(__always)
  var byte: UInt8? {
    unsafe unsafeBitCast(self, to: CharacterWords.self).byte
  }

  /// Whether two characters are the same: by their bytes, where both have one.
  @inline(__always)
  func isSame(as other: Character) -> Bool {
    if let byte, let otherByte = other.byte { return byte == otherByte }
    return self == other
  }

  /// −1, 0 or 1 as it comes before, with or after another.
  @inline(__always)
  func order(_ other: Character) -> Int {
    if let byte, let otherByte = other.byte {
      return byte < otherByte ? -1 : byte == otherByte ? 0 : 1
    }
    return self < other ? -1 : self == other ? 0 : 1
  }
}

extension Cursor {
  /// The byte of the character of ASCII that is here.
  @inline(__always)
  var byte: UInt8? {
    guard case .character = datum else { return nil }
    return unsafe payload(as: CharacterWords.self).pointee.byte
  }

  /// Whether the character that is here is the one of a byte.
  @inline(__always)
  func isCharacter(_ byte: UInt8) -> Bool {
    if let own = self.byte { return own == byte }
    return isLongCharacter(byte)
  }

  /// Some characters beyond ASCII are by the rules of Unicode the same as one of ASCII.
  @inline(never)
  private func isLongCharacter(_ byte: UInt8) -> Bool {
    datum.equals(.character(Character(byte: byte)))
  }

  /// The answer to a question about the character that is here.
  @inline(__always)
  func holds(_ test: UInt16) -> Bool {
    guard let test = CharacterTest(rawValue: test) else { return false }
    return byte.map(test.holds(of:)) ?? holds(ofLong: test)
  }

  @inline(never)
  private func holds(ofLong test: CharacterTest) -> Bool {
    guard case .character(let character) = datum else { return false }
    return test.holds(ofAny: character)
  }

  /// Puts a character here; one of ASCII leaves nothing to let go of.
  @inline(__always)
  func put(_ character: Character) {
    if byte != nil {
      unsafe place.initialize(to: .character(character))
    } else {
      put(.character(character))
    }
  }
}
