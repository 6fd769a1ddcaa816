/// The lines of a text, each with what ends it: `\n`, `\r\n` or `\r`, as CommonMark counts them.
struct Lines {
  /// Every line with its ending; the text is these, one after the other.
  let all: [Substring]

  init(_ text: String) {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A {
        index = bytes.index(after: index)
      }
      lines.append(text[start..<index])
      start = index
    }
    if start < bytes.endIndex { lines.append(text[start...]) }
    all = lines
  }

  /// How many lines end within `bytes`.
  static func countOfEnds(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }

  /// The line without what ends it.
  static func content(of line: Substring) -> Substring {
    var end = line.utf8.endIndex
    while end > line.utf8.startIndex {
      let before = line.utf8.index(before: end)
      guard line.utf8[before] == 0x0A || line.utf8[before] == 0x0D else { break }
      end = before
    }
    return line[..<end]
  }

  /// The text of `lines`, each ending in `\n`.
  static func normalized(_ lines: some Sequence<Substring>) -> String {
    lines.reduce(into: "") { text, line in
      text += content(of: line)
      text += "\n"
    }
  }
}
