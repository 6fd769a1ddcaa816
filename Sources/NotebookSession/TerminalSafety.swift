/// What a notebook may send to a terminal, because a stranger may have written it.
///
/// That is text and colours, but nothing that moves the cursor, sets the title or the clipboard, or
/// has the terminal answer.
enum TerminalSafety {
  /// The text with every other control character made visible, as `␛` for escape.
  static func filtered(_ text: String) -> String {
    guard text.utf8.contains(where: mayControl) else { return text }
    var safe = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if let end = endOfColor(in: rest) {
        safe.append(contentsOf: rest[..<end])
        rest = rest[end...]
        continue
      }
      safe.append(visible(scalar))
      rest.removeFirst()
    }
    return String(safe)
  }

  /// The text with all control characters made visible, those of colours too, but line breaks and tabs.
  static func visible(_ text: String) -> String {
    guard text.utf8.contains(where: { mayControl($0) || $0 == 0x0D }) else { return text }
    var safe = String.UnicodeScalarView()
    safe.append(contentsOf: text.unicodeScalars.lazy.filter { $0 != "\r" }.map(visible))
    return String(safe)
  }

  /// Whether a byte may belong to a control character other than a line break or a tab.
  private static func mayControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F, 0xC2: true
    default: false
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\n", "\t", "\r": scalar
    // Unicode has a picture for each control character, from U+2400 on.
    case "\u{0}"..<"\u{20}": Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case "\u{7F}": "\u{2421}"
    case "\u{80}"..<"\u{A0}": "\u{FFFD}"
    default: scalar
    }
  }

  /// Where the colour sequence `ESC [ 1 ; 31 m` ends that `text` begins with, if it does.
  private static func endOfColor(
    in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    let parameters = text.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
    guard parameters.endIndex < text.endIndex, text[parameters.endIndex] == "m" else { return nil }
    return text.index(after: parameters.endIndex)
  }
}
