import LineEditing
import Testing

/// A terminal of some columns that understands what the editor writes.
private struct Emulator {
  var rows: [[Character]]
  var row = 0
  var column = 0
  let columns: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = Array(repeating: [], count: rows)
  }

  mutating func write(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\r\n": (column, _) = (0, lineFeed())
      case "\r": column = 0
      case "\n": lineFeed()
      case "\u{1B}":
        let end = rest.firstIndex { $0.isLetter } ?? rest.startIndex
        control(rest[end], Int(rest[..<end].drop { !$0.isNumber }) ?? 1)
        rest = rest[rest.index(after: end)...]
      default:
        while rows[row].count <= column { rows[row].append(" ") }
        rows[row][column] = character
        column += 1
      }
    }
  }

  @discardableResult
  private mutating func lineFeed() -> Bool {
    if row == rows.count - 1 {
      rows.removeFirst()
      rows.append([])
    } else {
      row += 1
    }
    return true
  }

  private mutating func control(_ letter: Character, _ count: Int) {
    switch letter {
    case "A": row = max(0, row - count)
    case "B": row = min(rows.count - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "K": rows[row] = Array(rows[row].prefix(column))
    case "J":
      rows[row] = Array(rows[row].prefix(column))
      for below in rows.indices where below > row { rows[below] = [] }
    default: break
    }
  }

  var text: [String] {
    rows.map { row in
      var text = String(row)
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}

@Suite struct ScreenTests {
  private func frame(_ rows: [String], cursor: (row: Int, column: Int)) -> Frame {
    Frame(
      rows: rows.map { Row([Run(text: $0)]) }, cursorRow: cursor.row,
      beforeCursor: Row([Run(text: String(rows[cursor.row].prefix(cursor.column)))]))
  }

  @Test func `any frame follows any other, and what is above stays`() {
    let size = WindowSize(columns: 10, rows: 5)
    let frames = [
      frame(["> "], cursor: (0, 2)), frame(["> a", "· b", "· c"], cursor: (2, 3)),
      frame(["> a", "· b"], cursor: (0, 3)), frame(["1", "2", "3", "4", "5"], cursor: (4, 1)),
      frame(["1", "x", "3", "4", "y"], cursor: (0, 0)), frame(["> é"], cursor: (0, 3)),
    ]
    for first in frames {
      for second in frames {
        var terminal = Emulator(columns: 10, rows: 5)
        var screen = Screen(size: size)
        terminal.write("above\r\n")

        terminal.write(screen.show(first))
        terminal.write(screen.show(second))

        let shown = terminal.text
        let top = shown.firstIndex { !$0.isEmpty && $0 != "above" } ?? 0
        let expected = second.rows.map { $0.text.hasSuffix(" ") ? ">" : $0.text }
        #expect(Array(shown[top..<top + expected.count]) == expected)
        #expect(shown[(top + expected.count)...].allSatisfy { $0.isEmpty })
        #expect(terminal.row == top + second.cursorRow)
        #expect(terminal.column == second.beforeCursor.width)
        #expect(max(first.rows.count, second.rows.count) == 5 || shown[0] == "above")
      }
    }
  }

  @Test func `a frame that is there already costs nothing`() {
    var screen = Screen(size: WindowSize(columns: 80, rows: 24))
    let shown = frame(["> abc", "· d"], cursor: (1, 3))
    _ = screen.show(shown)

    #expect(screen.show(shown) == "")
    #expect(screen.show(frame(["> abc", "· d"], cursor: (0, 2))) == "\u{1B}[1A\r\u{1B}[2C")
  }

  @Test func `where terminals disagree on a width, the row is printed up to the cursor`() {
    var screen = Screen(size: WindowSize(columns: 80, rows: 24))
    let output = screen.show(
      Frame(
        rows: [Row([Run(text: "> 👨‍👩‍👧x")])], cursorRow: 0,
        beforeCursor: Row([Run(text: "> 👨‍👩‍👧")])))

    #expect(output.hasSuffix("\r> 👨‍👩‍👧\u{1B}[?25h"))
  }

  @Test func `an entry that was scrolled is left whole`() {
    var terminal = Emulator(columns: 10, rows: 3)
    var screen = Screen(size: WindowSize(columns: 10, rows: 3))
    terminal.write(screen.show(frame(["↑ 3", "· 4", "· 5"], cursor: (1, 3))))

    terminal.write(screen.leave(["> 1", "· 2", "· 3", "· 4", "· 5"].map { Row([Run(text: $0)]) }))

    #expect(terminal.text == ["· 4", "· 5", ""])
    #expect(terminal.row == 2)
    #expect(terminal.column == 0)
  }

  @Test func `rows that a narrower window breaks are counted`() {
    var screen = Screen(size: WindowSize(columns: 21, rows: 10))
    _ = screen.show(
      frame(["> " + String(repeating: "a", count: 18), "  bb"], cursor: (1, 4)))

    #expect(screen.resize(to: WindowSize(columns: 10, rows: 10)) == "\u{1B}[2A\r\u{1B}[J")
  }
}
