/// A string as a line of JSON, and back.
enum JSONLine {
  /// The string in quotes; the result has no newline in it.
  static func encode(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": line += "\\" + String(scalar)
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }

  /// The string that `line` holds, or nil where it is something else.
  static func decode(_ line: String) -> String? {
    var scalars = line.unicodeScalars[...]
    while scalars.last == " " || scalars.last == "\r" { scalars.removeLast() }
    guard scalars.popFirst() == "\"", scalars.popLast() == "\"" else { return nil }
    var units: [UInt16] = []
    while let scalar = scalars.popFirst() {
      guard scalar != "\"" else { return nil }
      guard scalar == "\\" else {
        units += String(scalar).utf16
        continue
      }
      guard let unit = escape(&scalars) else { return nil }
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func escape(_ scalars: inout String.UnicodeScalarView.SubSequence) -> UInt16? {
    switch scalars.popFirst() {
    case "\"": return 0x22
    case "\\": return 0x5C
    case "/": return 0x2F
    case "n": return 0x0A
    case "t": return 0x09
    case "r": return 0x0D
    case "b": return 0x08
    case "f": return 0x0C
    case "u":
      let digits = String(scalars.prefix(4))
      scalars = scalars.dropFirst(4)
      return digits.unicodeScalars.count == 4 ? UInt16(digits, radix: 16) : nil
    default: return nil
    }
  }
}
