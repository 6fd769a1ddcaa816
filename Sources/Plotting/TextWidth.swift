/// How wide text is, where it has to be known before it is drawn.
package enum TextWidth {
  /// The columns a terminal gives the text: two for wide characters, none for what joins another.
  package static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  /// The columns a terminal gives a character.
  static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x300...0x36F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// About how many pixels the text takes in the sans-serif font of `size` points.
  ///
  /// By the letters of DejaVu Sans, the widest of the usual fonts; a point is 4/3 of a pixel.
  static func pixels(_ text: some StringProtocol, size: Double = FigureStyle.fontSize) -> Double {
    text.reduce(0) { $0 + ems($1) } * size * 4 / 3
  }

  /// The width of a character as a share of the font's size.
  private static func ems(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "'", "I", ".", ",", ":", ";", "|", "!", " ", "-": 0.34
    case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "\"", "`": 0.41
    case "a"..."l", "n"..."v", "x"..."z", "0"..."9", "_", "$", "?", "{", "}", "*", "·": 0.64
    case "m", "w", "M", "W", "@", "%", "…", "—": 1
    case "A"..."Z", "&", "#", "=", "+", "<", ">", "~", "^", "−", "±", "×": 0.84
    default: columns(character) == 1 ? 0.7 : Double(columns(character)) / 2
    }
  }

  /// The text, or its start and an ellipsis where it takes more than so many columns.
  package static func truncated(_ text: String, columns limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let width = columns(character)
      if used + width > limit - 1 { break }
      kept.append(character)
      used += width
    }
    return limit > 0 ? kept + "…" : ""
  }

  /// The same in at most so many lines, the last of them ending in an ellipsis where more would follow.
  static func wrapped(_ text: String, columns limit: Int, lines most: Int) -> [String] {
    let lines = wrapped(text, columns: limit)
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [truncated(lines[most - 1], columns: limit - 2) + " …"]
  }

  /// The text in lines of at most so many columns, broken between words where it can be.
  package static func wrapped(_ text: String, columns limit: Int) -> [String] {
    GnuplotScript.lines(of: text).flatMap { line -> [String] in
      if columns(line) <= limit { return [line] }
      var lines = [""]
      for word in line.split(separator: " ", omittingEmptySubsequences: true) {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = truncated(String(word), columns: limit)
        } else if columns(last) + 1 + columns(word) <= limit {
          lines[lines.count - 1] = "\(last) \(word)"
        } else {
          lines.append(truncated(String(word), columns: limit))
        }
      }
      return lines
    }
  }
}
