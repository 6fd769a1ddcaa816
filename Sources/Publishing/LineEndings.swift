/// How the lines of a text end.
///
/// Other formats have lines that end in `\n`. A text whose lines all end in `\r\n` is written with `\n`
/// there, and gets its own endings back.
enum LineEndings {
  /// Whether every `\n` of a text has a `\r` before it, and there is one.
  static func areWide(in text: String) -> Bool {
    var previous: UInt8 = 0
    var count = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        guard previous == 0x0D else { return false }
        count += 1
      }
      previous = byte
    }
    return count > 0
  }

  /// The text with `\n` for `\r\n`.
  static func narrowed(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with `\r\n` for `\n`.
  static func widened(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Whether both are the same bytes: `==` takes two ways to write an accent for one.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// The text without the line break at its end, where it has one.
  var withoutLastBreak: String {
    utf8.last == 0x0A ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }
}
