internal import CGnuplot

/// Which characters the fonts of this machine have.
package enum Fonts {
  /// Whether a character can be drawn.
  package static func canShow(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // Latin letters, punctuation and arrows are in every font that is worth installing.
      case ..<0x250, 0x2000..<0x2300: true
      // What only changes the character before it.
      case 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
      default: cgnuplot_can_show(scalar.value)
      }
    }
  }
}

extension GnuplotScript {
  /// Puts an empty square in the place of characters that cannot be drawn.
  ///
  /// Gnuplot's own boxes for them are twenty times too large and hide the figure (5.4.4).
  package mutating func replaceCharacters(where isMissing: (Character) -> Bool) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return }
    text = String(text.map { !$0.isASCII && isMissing($0) ? "□" : $0 })
  }
}
