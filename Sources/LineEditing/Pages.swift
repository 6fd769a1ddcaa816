internal import Text

/// A long text in rows of a window, and the page of it that is looked at.
package struct Pages: Equatable {
  /// The rows, with their ANSI sequences.
  package let rows: [String]
  /// How many of them a page has.
  package let height: Int
  /// The first row that has not been shown.
  package private(set) var next = 0

  /// A text in a window, whose last row says that there is more.
  package init(_ text: String, in size: WindowSize) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    rows = lines.flatMap { Self.broken($0, columns: size.columns) }
    height = max(1, size.rows - 1)
  }

  /// Whether all of it has been shown.
  package var isAtEnd: Bool { next >= rows.count }

  /// Shows some more rows: those, each ended.
  package mutating func advance(by count: Int) -> String {
    let end = min(rows.count, next + max(1, count))
    defer { next = end }
    return rows[next..<end].map { $0 + "\r\n" }.joined()
  }

  /// Shows the page before the one that is shown.
  package mutating func goBack() -> String {
    next = max(0, next - 2 * height)
    return advance(by: height)
  }

  /// A line in rows of at most so many columns; sequences after escape take none.
  private static func broken(_ line: Substring, columns: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    var width = 0
    var isInSequence = false
    for character in line {
      if character == "\u{1B}" { isInSequence = true }
      guard !isInSequence else {
        row.append(character)
        if character.isLetter { isInSequence = false }
        continue
      }
      let (shown, more) = EntryLayout.shown(character, column: width)
      if width + more > columns, width > 0 {
        rows.append(row)
        (row, width) = ("", 0)
      }
      row += shown
      width += more
    }
    return rows + [row]
  }
}
