/// How many columns a terminal gives to a text without control characters.
///
/// Terminals disagree on sequences such as a family of several people; this is the sum over the code
/// points, which no terminal exceeds. Who has to know where the cursor is prints up to it.
///
///     terminalWidth(of: "日本")      → 4
///     terminalWidth(of: "e\u{301}")  → 1
package func terminalWidth(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.unicodeScalars.reduce(0) { $0 + terminalWidth(of: $1) }
}

/// How many columns a terminal gives to a character.
package func terminalWidth(of character: Character) -> Int {
  character.unicodeScalars.reduce(0) { $0 + terminalWidth(of: $1) }
}

/// How many columns a terminal gives to a code point: 0 for what combines with another, 2 for what is
/// wide in East Asia and for emoji, otherwise 1.
package func terminalWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  // The vowels and final consonants of Hangul join the consonant before them.
  case 0x1160...0x11FF: return 0
  // Flags are pairs of these.
  case 0x1F1E6...0x1F1FF: return 1
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF,
    0x20000...0x3FFFD:
    return 2
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
