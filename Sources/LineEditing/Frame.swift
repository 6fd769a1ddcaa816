internal import Text

/// A piece of a row in one style.
package struct Run: Equatable {
  /// Its text, without control characters.
  package var text: String
  /// The parameters of its ANSI sequence; empty for none.
  package var parameters: String

  /// A piece of a row.
  package init(text: String, parameters: String = "") {
    self.text = text
    self.parameters = parameters
  }

  /// What a terminal is sent for it.
  package var sequence: String {
    parameters.isEmpty ? text : "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}

/// A row of the screen.
package struct Row: Equatable {
  /// Its pieces, from the left.
  package var runs: [Run] = []

  /// A row of some pieces.
  package init(_ runs: [Run] = []) { self.runs = runs }

  /// How many columns it takes.
  package var width: Int { runs.reduce(0) { $0 + terminalWidth(of: $1.text) } }
  /// What a terminal is sent for it.
  package var sequence: String { runs.reduce(into: "") { $0 += $1.sequence } }
  /// Its text alone.
  package var text: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Adds text at the right, to the last piece where that looks the same.
  package mutating func append(_ text: String, _ parameters: String = "") {
    guard !text.isEmpty else { return }
    if runs.last?.parameters == parameters {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, parameters: parameters))
    }
  }
}

/// What is on the screen while an entry is typed.
package struct Frame: Equatable {
  /// Its rows, at least one and at most as many as the window has.
  package var rows: [Row]
  /// The row that the cursor is in.
  package var cursorRow: Int
  /// What is left of the cursor in its row.
  package var beforeCursor: Row

  /// What is on the screen.
  package init(rows: [Row], cursorRow: Int, beforeCursor: Row) {
    self.rows = rows
    self.cursorRow = cursorRow
    self.beforeCursor = beforeCursor
  }
}

/// A window's size in characters.
package struct WindowSize: Equatable {
  /// Its columns, at least 1.
  package var columns: Int
  /// Its rows, at least 1.
  package var rows: Int

  /// A window of so many columns and rows.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What rows may fill: one column less, so that the terminal never wraps one by itself and the
  /// cursor has a place behind a full one.
  package var usableColumns: Int { max(1, columns - 1) }
}
