/// The text on lines of at most `width` columns, broken between words; lines stay lines.
///
/// Escapes for colour take no columns. A line's own indentation stays; what goes on from it begins
/// with `indent`, which is dropped where it would take more than half of the width.
///
///     wrapped("no such cell 'b'", width: 10, indent: "  ")   → "no such\n  cell 'b'"
package func wrapped(_ text: String, width: Int, indent: String = "") -> String {
  let indentWidth = terminalWidth(of: indent)
  let indent = indentWidth * 2 > width ? "" : indent
  let isColored = text.utf8.contains(0x1B)
  return StyledText(escaped: text).lines.flatMap { line -> [String] in
    let all = line.wrapped(width: width)
    guard all.count > 1, !indent.isEmpty else {
      return all.map { $0.rendered(isColored: isColored) }
    }
    let leading = line.text.prefix { $0 == " " }.count
    let hanging =
      String(repeating: " ", count: leading + indentWidth * 2 > width ? 0 : leading) + indent
    let tail = line.wrapped(width: width, hanging: terminalWidth(of: hanging))
    return tail.enumerated().map { index, line in
      (index == 0 ? "" : hanging) + line.rendered(isColored: isColored)
    }
  }.joined(separator: "\n")
}

/// How many columns a terminal gives to a text with escapes for colour.
package func terminalWidth(ofEscaped text: String) -> Int {
  text.utf8.contains(0x1B) ? StyledText(escaped: text).width : terminalWidth(of: text)
}

/// The text cut to a number of columns, with `…` in its last one where something was cut.
///
///     cut("accuracy", to: 5)   → "accu…"
package func cut(_ text: String, to width: Int) -> String {
  guard terminalWidth(of: text) > width else { return text }
  var shown = ""
  var columns = 0
  for character in text {
    let own = terminalWidth(of: character)
    guard columns + own < width else { break }
    shown.append(character)
    columns += own
  }
  return width > 0 ? shown + "…" : ""
}

/// The text with blanks after it up to a number of columns.
package func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - terminalWidth(of: text)))
}

/// Short texts in columns of one width each, read downwards, as few lines as fit.
///
/// - Returns: the lines, at most `width` columns wide unless one text alone is wider.
package func columns(_ items: [String], width: Int, gap: Int = 2) -> [String] {
  guard !items.isEmpty else { return [] }
  let widths = items.map { terminalWidth(of: $0) }
  // More columns than this cannot fit, whatever is in them.
  let most = max(1, min(items.count, (width + gap) / (1 + gap)))
  for count in stride(from: most, through: 1, by: -1) {
    let rows = (items.count + count - 1) / count
    let starts = stride(from: 0, to: items.count, by: rows)
    let columnWidths = starts.map { widths[$0..<min($0 + rows, items.count)].max() ?? 0 }
    let total = columnWidths.reduce(0, +) + gap * (columnWidths.count - 1)
    guard total <= width || count == 1 else { continue }
    return (0..<rows).map { row in
      let cells = stride(from: row, to: items.count, by: rows).map { items[$0] }
      return cells.enumerated().map { column, cell in
        column == cells.count - 1 ? cell : padded(cell, to: columnWidths[column] + gap)
      }.joined()
    }
  }
  return items
}
