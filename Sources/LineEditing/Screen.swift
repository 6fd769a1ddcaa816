internal import Text

/// What the terminal shows of the frame that was drawn last, and how to get from there to another.
///
/// Pure: every function returns what is to be written. Rows below the prompt are cleared as needed;
/// what is above it is never touched.
package struct Screen {
  /// The window.
  package private(set) var size: WindowSize
  private var shown: Frame?

  /// A window in which nothing has been drawn.
  package init(size: WindowSize) { self.size = size }

  /// Shows a frame with as little as possible.
  package mutating func show(_ frame: Frame) -> String {
    guard frame != shown else { return "" }
    let old = shown ?? Frame(rows: [], cursorRow: 0, beforeCursor: Row())
    shown = frame
    var output = ""
    var at = old.cursorRow
    func move(to row: Int) {
      // Rows that are not there yet come into being by going down from the last one.
      let last = max(0, old.rows.count - 1)
      let reachable = min(row, max(last, at))
      if reachable > at { output += "\u{1B}[\(reachable - at)B" }
      if reachable < at { output += "\u{1B}[\(at - reachable)A" }
      output += "\r" + String(repeating: "\n", count: row - reachable)
      at = row
    }
    for (index, row) in frame.rows.enumerated() {
      if index < old.rows.count, old.rows[index] == row { continue }
      move(to: index)
      output += row.sequence
      if row.width < size.columns { output += "\u{1B}[K" }
    }
    if frame.rows.count < old.rows.count {
      move(to: frame.rows.count)
      output += "\u{1B}[J"
    }
    let isChanged = !output.isEmpty
    move(to: frame.cursorRow)
    output += Self.reach(frame.beforeCursor)
    return isChanged ? "\u{1B}[?25l" + output + "\u{1B}[?25h" : output
  }

  /// Leaves these rows in place of the frame, and the cursor on the line below them.
  package mutating func leave(_ rows: [Row]) -> String {
    let top = toTop()
    let isSame = shown?.rows == rows
    defer { shown = nil }
    if isSame, let shown {
      let down = shown.rows.count - 1 - shown.cursorRow
      return (down > 0 ? "\u{1B}[\(down)B" : "") + "\r\n"
    }
    let lines = rows.map { row in
      row.sequence + (row.width < size.columns ? "\u{1B}[K" : "") + "\r\n"
    }
    return "\u{1B}[?25l" + top + lines.joined() + "\u{1B}[J\u{1B}[?25h"
  }

  /// Clears the whole window.
  package mutating func clear() -> String {
    shown = nil
    return "\u{1B}[H\u{1B}[2J"
  }

  /// Takes the frame away, with the cursor where it began.
  package mutating func erase() -> String {
    defer { shown = nil }
    return toTop() + "\u{1B}[J"
  }

  /// Forgets what is shown: the next frame begins at the cursor.
  package mutating func forget() { shown = nil }

  /// Takes note of a new size. Terminals break rows that have become too long into several; the cursor
  /// goes to where the frame begins now, and the rest is cleared.
  package mutating func resize(to newSize: WindowSize) -> String {
    let columns = newSize.columns
    var up = 0
    if let shown {
      for row in shown.rows[..<min(shown.cursorRow, shown.rows.count)] {
        up += max(1, (row.width + columns - 1) / columns)
      }
      up += shown.beforeCursor.width / columns
    }
    let isNarrower = columns < size.columns
    if !isNarrower { up = shown?.cursorRow ?? 0 }
    size = newSize
    shown = nil
    return (up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J"
  }

  private func toTop() -> String {
    let row = shown?.cursorRow ?? 0
    return (row > 0 ? "\u{1B}[\(row)A" : "") + "\r"
  }

  /// Goes to the end of a row from the start of it: by its width where terminals agree on that, else by
  /// printing it again.
  private static func reach(_ row: Row) -> String {
    let text = row.text
    if text.isEmpty { return "" }
    let isPlain = text.unicodeScalars.allSatisfy { isUndisputed($0) }
    return isPlain ? "\u{1B}[\(terminalWidth(of: text))C" : row.sequence
  }

  private static func isUndisputed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 && scalar.value != 0xAD || scalar == "·" || scalar == "…"
  }
}
