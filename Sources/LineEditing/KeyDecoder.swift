/// What a terminal sends for one key, or for several letters at once.
package enum Key: Equatable {
  /// Characters that are typed into the entry.
  case text(String)
  /// A control character: 0x00 to 0x1F and 0x7F, but not escape.
  case control(UInt8)
  /// A character after escape, or with Alt.
  case meta(Unicode.Scalar)
  /// Escape alone.
  case escape
  /// The rest of a sequence after escape, such as `[A`.
  case sequence(String)
  /// What was pasted: lines end in `\n`, control characters are gone.
  case paste(String)
  /// A character for libedit as it is.
  case raw(UInt32)
  /// The end of the input.
  case end
  /// SIGTERM or SIGHUP.
  case terminated
}

/// Finds keys in what a terminal sends.
package struct KeyDecoder {
  private var bytes: [UInt8] = []
  private var position = 0
  /// What has come of a paste so far.
  private var pasted: [UInt8]?

  /// A decoder that has been sent nothing.
  package init() {}

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// No sequence of any terminal is longer.
  private static let longestSequence = 64

  /// Takes what the terminal has sent.
  package mutating func append(_ more: some Sequence<UInt8>) {
    if position > 4096 || position == bytes.count {
      bytes.removeFirst(position)
      position = 0
    }
    bytes += more
  }

  /// Whether something has come that is no whole key yet.
  package var isWaiting: Bool { position < bytes.count || pasted != nil }
  /// Whether it is a paste.
  package var isPasting: Bool { pasted != nil }

  /// What has come and is no key yet, which is then forgotten.
  package mutating func takeRest() -> [UInt8] {
    defer { (bytes, position) = ([], 0) }
    return Array(bytes[position...])
  }

  /// The next key; nil where more must come first.
  ///
  /// - Parameter isLate: whether nothing more has come for a while, so that escape is a key.
  package mutating func next(isLate: Bool = false) -> Key? {
    while position < bytes.count || (isLate && pasted != nil) {
      if pasted != nil { return nextPaste(isLate: isLate) }
      let byte = bytes[position]
      if byte == Self.escape {
        let start = position
        if let key = escaped(isLate: isLate) { return key }
        // Either nothing was taken and more must come, or something was dropped.
        if position == start { return nil }
      } else if byte < 0x20 || byte == 0x7F {
        position += 1
        return .control(byte)
      } else {
        let start = position
        let text = text()
        if !text.isEmpty { return .text(text) }
        if position == start {
          guard isLate else { return nil }
          position = bytes.count
        }
      }
    }
    return nil
  }

  private mutating func escaped(isLate: Bool) -> Key? {
    guard position + 1 < bytes.count else {
      guard isLate else { return nil }
      position += 1
      return .escape
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "["): return controlSequence(isLate: isLate)
    case UInt8(ascii: "O"):
      guard position + 2 < bytes.count else {
        guard isLate else { return nil }
        position += 2
        return .meta("O")
      }
      defer { position += 3 }
      return .sequence("O" + String(UnicodeScalar(bytes[position + 2])))
    case Self.escape:
      position += 1
      return .escape
    case let byte where byte < 0x80:
      position += 2
      return .meta(UnicodeScalar(byte))
    default:
      position += 1
      return .escape
    }
  }

  /// `[`, parameters, and a letter or another sign that ends it.
  private mutating func controlSequence(isLate: Bool) -> Key? {
    var end = position + 2
    // The function keys of the console have a second bracket.
    if end < bytes.count, bytes[end] == UInt8(ascii: "[") { end += 1 }
    while end < bytes.count, (0x20...0x3F).contains(bytes[end]),
      end - position < Self.longestSequence
    {
      end += 1
    }
    guard end < bytes.count else {
      guard isLate else { return nil }
      let isAlone = end == position + 2
      position = end
      return isAlone ? .meta("[") : nil
    }
    let sequence = bytes[position + 1...end]
    guard (0x40...0x7E).contains(bytes[end]) else {
      position = end
      return nil
    }
    position = end + 1
    if sequence.elementsEqual("[200~".utf8) {
      pasted = []
      return nextPaste(isLate: isLate)
    }
    return .sequence(String(decoding: sequence, as: UTF8.self))
  }

  private mutating func nextPaste(isLate: Bool) -> Key? {
    var all = pasted ?? []
    let searched = max(0, all.count - Self.pasteEnd.count)
    all += bytes[position...]
    (bytes, position) = ([], 0)
    if let end = Self.offset(of: Self.pasteEnd, in: all, from: searched) {
      bytes = Array(all[(end + Self.pasteEnd.count)...])
      pasted = nil
      return .paste(PastedText.cleaned(all[..<end]))
    }
    pasted = isLate ? nil : all
    return isLate ? .paste(PastedText.cleaned(all[...])) : nil
  }

  private static func offset(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The characters up to the next control character or the end of the input; none where the first of
  /// them has not come whole.
  private mutating func text() -> String {
    var end = position
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x7F { end += 1 }
    // The last character may go on in what has not come yet.
    var whole = end
    if end == bytes.count {
      var lead = end - 1
      while lead > position, end - lead < 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      let needed =
        switch bytes[lead] {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      if lead + needed > end { whole = lead }
    }
    defer { position = whole }
    var text = ""
    for scalar in String(decoding: bytes[position..<whole], as: UTF8.self).unicodeScalars
    where scalar != "\u{FFFD}" && !(0x80...0x9F).contains(scalar.value) {
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
