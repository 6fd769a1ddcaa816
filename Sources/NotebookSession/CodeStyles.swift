package import Text

/// The colours of Swift source: pieces of it, as ranges in UTF-8 in order, and their styles.
package typealias CodeStyles = @Sendable (String) -> [(range: Range<Int>, style: TextStyle)]

/// Source without colours.
package let plainCode: CodeStyles = { _ in [] }

extension StyledText {
  /// Source in its colours, with tabs as blanks up to every fourth column and control characters
  /// made visible.
  ///
  /// - Parameter rest: the style of what has none of its own.
  init(code: String, styles: CodeStyles, rest: TextStyle = .plain) {
    self.init()
    let bytes = code.utf8
    let count = bytes.count
    var column = 0
    var position = 0
    var index = bytes.startIndex
    func upTo(_ offset: Int) -> String.Index? {
      let end = bytes.index(index, offsetBy: offset - position)
      return end.samePosition(in: code.unicodeScalars)
    }
    for (range, style) in styles(code)
    where range.lowerBound >= position && range.upperBound <= count {
      guard let start = upTo(range.lowerBound), let end = upTo(range.upperBound) else { continue }
      append(Self.shown(code[index..<start], &column), rest)
      append(Self.shown(code[start..<end], &column), style)
      index = end
      position = range.upperBound
    }
    append(Self.shown(code[index...], &column), rest)
  }

  /// A piece of source as it is shown from a column on.
  private static func shown(_ piece: Substring, _ column: inout Int) -> String {
    guard piece.utf8.contains(where: { $0 < 0x20 }) else {
      column += terminalWidth(of: piece)
      return TerminalSafety.visible(String(piece))
    }
    var text = ""
    for character in piece {
      switch character {
      case "\t":
        let blanks = 4 - column % 4
        text += String(repeating: " ", count: blanks)
        column += blanks
      case let character where character.isNewline:
        text += "\n"
        column = 0
      default:
        text.append(character)
        column += terminalWidth(of: character)
      }
    }
    return TerminalSafety.visible(text)
  }
}
