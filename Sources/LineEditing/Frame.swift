internal import Text

/// A piece of a row in one style.
struct Run: Equatable {
  /// Its text, without control characters.
  var text: String
  /// The parameters of its ANSI sequence; empty for none.
  var parameters = ""

  /// What a terminal is sent for it.
  var sequence: String {
    parameters.isEmpty ? text : "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
  }
}

/// A row of the screen.
struct Row: Equatable {
  /// Its pieces, from the left.
  var runs: [Run] = []

  /// A row of some pieces.
  init(_ runs: [Run] = []) { self.runs = runs }

  /// How many columns it takes.
  var width: Int { runs.reduce(0) { $0 + terminalWidth(of: $1.text) } }
  /// What a terminal is sent for it.
  var sequence: String { runs.reduce(into: "") { $0 += $1.sequence } }
  /// Its text alone.
  var text: String { runs.reduce(into: "") { $0 += $1.text } }

  /// Adds text at the right, to the last piece where that looks the same.
  mutating func append(_ text: String, _ parameters: String = "") {
    guard !text.isEmpty else { return }
    if runs.last?.parameters == parameters {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, parameters: parameters))
    }
  }
}

/// What is on the screen while an entry is typed.
struct Frame: Equatable {
  /// Its rows, at least one and at most as many as the window has.
  var rows: [Row]
  /// The row that the cursor is in.
  var cursorRow: Int
  /// What is left of the cursor in its row.
  var beforeCursor: Row
}

/// A window's size in characters.
struct WindowSize: Equatable {
  /// Its columns, at least 1.
  var columns: Int
  /// Its rows, at least 1.
  var rows: Int

  /// What rows may fill: one column less, so that the terminal never wraps one by itself and the
  /// cursor has a place behind a full one.
  var usableColumns: Int { max(1, columns - 1) }
}
