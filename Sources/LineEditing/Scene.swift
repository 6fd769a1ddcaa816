internal import Text

/// All that there is to show while an entry is typed.
package struct Scene: Equatable {
  /// What stands before the entry.
  package var prompt: Prompt
  /// The entry and its cursor.
  package var entry: EntryText
  /// How it is coloured.
  package var styles: [Span] = []
  /// What stands behind the entry, and is no part of it.
  package var suffix = ""
  /// What is shown below it.
  package var below = Below.nothing

  /// An entry after a prompt.
  package init(prompt: Prompt, entry: EntryText, styles: [Span] = []) {
    self.prompt = prompt
    self.entry = entry
    self.styles = styles
  }

  /// What is shown below an entry.
  package enum Below: Equatable {
    /// Nothing.
    case nothing
    /// A line or some that help.
    case hint(String)
    /// The candidates for the word at the cursor.
    case menu(Menu)
    /// What is searched for in the history, and whether it was found.
    case search(String, isFound: Bool)
  }
}

/// Draws scenes as rows.
package struct Renderer {
  /// The colours.
  package let palette: Palette
  /// The layout of the last scene, which most keys leave as it is.
  private var lastLayout: (prompt: String, bytes: [UInt8], columns: Int, layout: EntryLayout)?
  /// The first row of the entry that was shown last.
  private var top = 0

  /// What marks another line of an entry, and that there is more above or below.
  private static let lineMark = "·"
  private static let aboveMark = "↑"
  private static let belowMark = "↓"

  /// A renderer that has drawn nothing yet.
  package init(palette: Palette) { self.palette = palette }

  /// Forgets how far the entry was scrolled.
  package mutating func startAnew() {
    top = 0
    lastLayout = nil
  }

  /// How an entry is broken into rows.
  package mutating func layout(_ scene: Scene, _ size: WindowSize) -> EntryLayout {
    let columns = size.usableColumns
    if let last = lastLayout, last.prompt == scene.prompt.text, last.columns == columns,
      last.bytes == scene.entry.bytes
    {
      return last.layout
    }
    let layout = EntryLayout(
      prompt: scene.prompt.text, bytes: scene.entry.bytes, columns: columns)
    lastLayout = (scene.prompt.text, scene.entry.bytes, columns, layout)
    return layout
  }

  /// The scene in a window: the part of the entry around the cursor, and what is below it.
  package mutating func frame(_ scene: Scene, in size: WindowSize) -> Frame {
    let layout = layout(scene, size)
    let entryRows = layout.promptRows.count + layout.lines.count
    let forEntry = max(1, min(entryRows, size.rows / 2))
    let below = rows(
      below: scene.below, width: size.usableColumns, limit: max(0, size.rows - forEntry))
    let (row, column) = layout.position(of: scene.entry.cursor)
    let cursorRow = layout.promptRows.count + row

    let height = min(entryRows, size.rows - below.count)
    top = min(top, entryRows - height)
    if cursorRow < top { top = cursorRow }
    if cursorRow >= top + height { top = cursorRow - height + 1 }

    let drawing = Drawing(scene: scene, layout: layout, palette: palette)
    var rows = (top..<top + height).map { index in
      let isCut = index == top && top > 0 || index == top + height - 1 && top + height < entryRows
      let mark = isCut ? (index == top && top > 0 ? Self.aboveMark : Self.belowMark) : nil
      return drawing.row(index, lineMark: Self.lineMark, mark: mark)
    }
    rows += below
    return Frame(
      rows: rows, cursorRow: cursorRow - top,
      beforeCursor: drawing.row(
        cursorRow, lineMark: Self.lineMark, mark: nil, upTo: scene.entry.cursor,
        columns: min(column, size.columns - 1)))
  }

  /// The whole entry, as it is left on the screen.
  package mutating func rows(ofEntered scene: Scene, in size: WindowSize) -> [Row] {
    let layout = layout(scene, size)
    let drawing = Drawing(scene: scene, layout: layout, palette: palette)
    return (0..<layout.promptRows.count + layout.lines.count).map {
      drawing.row($0, lineMark: Self.lineMark, mark: nil)
    }
  }

  private func rows(below: Scene.Below, width: Int, limit: Int) -> [Row] {
    switch below {
    case .nothing: return []
    case .menu(let menu): return menu.rows(width: width, limit: limit, palette: palette)
    case .hint(let text):
      return wrapped(text, width: width, limit: min(3, max(1, limit / 3), limit)).map {
        Row([Run(text: $0, parameters: palette.parameters(for: .hint))])
      }
    case .search(let query, let isFound):
      guard limit > 0 else { return [] }
      let line = "search: " + query + (isFound || query.isEmpty ? "" : "  (nothing older)")
      return [Row([Run(text: clipped(line, to: width))])]
    }
  }
}

/// A text broken into rows between words where that goes, at most `limit`, the last cut off with `…`.
package func wrapped(_ text: String, width: Int, limit: Int) -> [String] {
  guard limit > 0 else { return [] }
  var rows: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var rest = line
    repeat {
      if rows.count == limit - 1 {
        let all = rest.count < line.count ? rest : line
        rows.append(clipped(String(all), to: width))
        return rows
      }
      var columns = 0
      let fitting = rest.prefix { character in
        columns += max(1, EntryLayout.shown(character, column: 0).1)
        return columns <= width
      }
      var taken = fitting.isEmpty ? rest.prefix(1) : fitting
      if taken.endIndex < rest.endIndex, let blank = taken.lastIndex(of: " "),
        blank > taken.startIndex
      {
        taken = taken[..<blank]
      }
      rows.append(clipped(String(taken), to: width))
      rest = rest[taken.endIndex...].drop { $0 == " " }
    } while !rest.isEmpty
  }
  return rows
}
