/// What a cell printed as text without a terminal: colours are left out, and no control character is in it.
enum PlainOutput {
  /// The text.
  static func text(_ output: String) -> String {
    guard
      output.utf8.contains(where: {
        $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2
      })
    else { return output }
    var text = String.UnicodeScalarView()
    var rest = output.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": skipSequence(&rest)
      case "\n", "\t": text.append(scalar)
      case "\r": continue
      // Unicode has a picture for each control character, from U+2400 on.
      case "\u{0}"..<"\u{20}": text.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case "\u{7F}": text.append("\u{2421}")
      case "\u{80}"..<"\u{A0}": text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// Steps over what comes after an escape character: `[1;31m`, or a title and the like up to its end.
  private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[":
      while let scalar = rest.popFirst() {
        if ("@"..."~").contains(scalar) { return }
      }
    case "]", "P", "_", "^", "X":
      var previous: Unicode.Scalar = " "
      while let scalar = rest.popFirst() {
        if scalar == "\u{07}" || (previous == "\u{1B}" && scalar == "\\") { return }
        previous = scalar
      }
    default: return
    }
  }
}
