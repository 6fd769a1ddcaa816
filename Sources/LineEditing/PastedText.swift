/// What a terminal sends between the two sequences that mark pasted text.
struct PastedText {
  private var scalars: [Unicode.Scalar] = []

  /// The sequence after the text.
  private static let end = Array("\u{1B}[201~".unicodeScalars)

  /// Takes the next character.
  mutating func append(_ character: Unicode.Scalar) {
    scalars.append(character)
  }

  /// Whether the closing sequence has come.
  var isComplete: Bool { scalars.suffix(Self.end.count).elementsEqual(Self.end) }

  /// The text with `\n` at the end of lines, without the closing sequence, without newlines at its
  /// end (so that it can be looked at before it runs) and without control characters.
  var text: String {
    let body = isComplete ? scalars.dropLast(Self.end.count) : scalars[...]
    var text = ""
    var previous = Unicode.Scalar(0)
    for scalar in body {
      switch scalar {
      case "\r": text.unicodeScalars.append("\n")
      case "\n": if previous != "\r" { text.unicodeScalars.append("\n") }
      case "\t": text += "\t"
      case "\u{0}"..<"\u{20}", "\u{7F}": break
      default: text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    while text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
    return text
  }
}
