internal import CellSyntax
internal import Text

/// A line of source with a caret under the place that a message is about, cut to so many columns.
///
///     12 │ …reduce(0, +) + pritn(x)
///        │                 ^~~~~
struct SourceExcerpt {
  private var text: String
  /// What stands before the caret, as wide as the source before it.
  private var lead: String
  private let marked: Int
  private let number: String

  /// The first line of a place.
  init(_ place: SourcePlace, columns: Int?) {
    number = "\(place.line)"
    let before = Array(place.text).prefix(place.column - 1)
    let end = place.endLine == place.line ? place.endColumn : place.text.count + 1
    let length = max(1, end - place.column)
    let inside = place.text.dropFirst(before.count).prefix(length)
    let width = max(1, terminalWidth(of: inside))
    guard let columns else {
      // Tabs stay tabs, so that the caret stands under its character in any terminal.
      text = place.text
      lead = before.map { $0 == "\t" ? "\t" : Self.blank(terminalWidth(of: $0)) }.joined()
      marked = width
      return
    }
    let window = Window(Self.withoutTabs(place.text), columns: max(10, columns))
    let start = terminalWidth(of: Self.withoutTabs(String(before)))
    let cut = window.around(start, width)
    text = cut.text
    lead = Self.blank(cut.caret)
    marked = max(1, min(width, terminalWidth(of: cut.text) - cut.caret))
  }

  /// The two lines, with what stands at the left of them.
  func lines(margin: (String) -> String, caret: (String) -> String) -> [String] {
    [
      margin("\(number) │ ") + text,
      margin("\(Self.blank(number.count)) │ ") + lead
        + caret("^" + String(repeating: "~", count: marked - 1)),
    ]
  }

  private static func blank(_ columns: Int) -> String { String(repeating: " ", count: columns) }

  /// Tabs lead to every fourth column.
  private static func withoutTabs(_ text: String) -> String {
    guard text.contains("\t") else { return text }
    var result = ""
    var column = 0
    for character in text {
      let added = character == "\t" ? blank(4 - column % 4) : String(character)
      column += terminalWidth(of: added)
      result += added
    }
    return result
  }

  /// What can be seen of a long line.
  private struct Window {
    let text: String
    let columns: Int

    init(_ text: String, columns: Int) {
      self.text = text
      self.columns = columns
    }

    /// The part around a stretch of columns, and the column in it where the stretch begins.
    func around(_ start: Int, _ width: Int) -> (text: String, caret: Int) {
      let total = terminalWidth(of: text)
      guard total > columns else { return (text, start) }
      // A third of the room before the stretch, or what is left of it after the end of the line.
      let first = max(0, min(start - columns / 3, total - columns))
      var result = first > 0 ? "…" : ""
      var used = first > 0 ? 1 : 0
      var column = 0
      var caret: Int?
      for character in text {
        let width = terminalWidth(of: character)
        defer { column += width }
        // The sign that something is left out takes the place of the first column.
        if column < first + (first > 0 ? 1 : 0) { continue }
        if caret == nil, column >= start { caret = used }
        let isEnd = column + width == total
        if used + width > columns - (isEnd ? 0 : 1) {
          result += "…"
          break
        }
        result.append(character)
        used += width
      }
      return (result, caret ?? used)
    }
  }
}
