internal import Text

/// Texts in columns, each as wide as its widest text, under a line of titles.
struct ValueTable {
  /// On which side the texts of a column stand.
  enum Side { case left, right }

  private let columns: [(title: String, side: Side)]
  private var rows: [[String]] = []

  /// A table of columns.
  init(_ columns: [(title: String, side: Side)]) {
    self.columns = columns
  }

  /// Adds a row; it may be shorter than the others.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// Adds a row that says what is left out.
  mutating func addGap() { rows.append(columns.map { _ in "…" }) }

  /// The lines, indented by two spaces.
  var lines: [String] {
    let all = [columns.map(\.title)] + rows
    let widths = columns.indices.map { column in
      all.map { column < $0.count ? terminalWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    return all.map { row in
      var line = " "
      for (index, text) in row.enumerated() {
        let space = String(repeating: " ", count: widths[index] - terminalWidth(of: text))
        line += " " + (columns[index].side == .left ? text + space : space + text) + " "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Names and what belongs to them, aligned, one below another: what a value consists of.
struct TextFields {
  private var fields: [(name: String, text: String)] = []

  /// Adds a field; without a text there is none.
  mutating func add(_ name: String, _ text: String?) {
    if let text { fields.append((name, text)) }
  }

  /// The lines, indented by two spaces; what is too wide goes on below itself.
  var lines: [String] {
    let column = (fields.map { terminalWidth(of: $0.name) }.max() ?? 0) + 4
    return fields.flatMap { name, text in
      let parts = Self.wrapped(text, columns: max(20, TensorLayout.width - column))
      return parts.enumerated().map { index, part in
        let head = index == 0 ? "  " + name : ""
        return head + String(repeating: " ", count: column - terminalWidth(of: head)) + part
      }
    }
  }

  /// The lines of a text that break at spaces.
  private static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = lines.last,
        terminalWidth(of: last) + 1 + terminalWidth(of: word) <= columns
      {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// Returns as much of a line as has room, with `…` where something is cut off.
func shortened(_ line: String, to columns: Int) -> String {
  guard terminalWidth(of: line) > columns else { return line }
  var result = ""
  var width = 1
  for character in line {
    width += terminalWidth(of: character)
    if width > columns { break }
    result.append(character)
  }
  return result + "…"
}

/// Returns a number of things: `1 image`, `20 images`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
