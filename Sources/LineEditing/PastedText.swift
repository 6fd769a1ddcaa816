/// What a terminal sends between the two sequences that mark pasted text.
enum PastedText {
  /// The text with `\n` at the end of lines, without newlines at its end (so that it can be looked at
  /// before it runs) and without control characters but tabs.
  static func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var previous = Unicode.Scalar(0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n": if previous != "\r" { text.append("\n") }
      case "\t": text.append("\t")
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}": break
      default: text.append(scalar)
      }
      previous = scalar
    }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
