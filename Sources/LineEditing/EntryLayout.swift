internal import Text

/// An entry broken into rows: what stands where.
///
/// The first row begins with the prompt; the rows below it are indented as far, and those that begin a
/// line of the entry carry a mark.
package struct EntryLayout {
  /// A character of the entry as it is shown.
  package struct Cell {
    /// Where it is in the entry, in UTF-8.
    package var offset: Int
    /// What is shown for it.
    package var text: String
    /// How many columns that takes.
    package var width: Int
  }

  /// What a row begins with.
  package enum Head: Equatable {
    /// The prompt, or the end of it.
    case prompt
    /// The mark of another line.
    case line
    /// Nothing: the line above goes on.
    case wrap
  }

  /// One row.
  package struct Line {
    /// What it begins with.
    package var head: Head
    /// The columns before its first character.
    package var indentation: Int
    /// Its characters.
    package var cells: [Cell] = []
    /// The offset of its first character, and that after its last.
    package var range: Range<Int>
    /// Whether a line of the entry ends with it.
    package var endsLine = false
  }

  /// The rows that hold nothing but the beginning of a prompt too long for one.
  package private(set) var promptRows: [String] = []
  /// The rest of the prompt, before the first character.
  package private(set) var promptEnd = ""
  /// The rows with the entry.
  package private(set) var lines: [Line] = []

  /// Lays an entry out in rows of so many columns.
  package init(prompt: String, bytes: [UInt8], columns: Int) {
    breakPrompt(prompt, columns: columns)
    let promptWidth = terminalWidth(of: promptEnd)
    var indentation = promptWidth
    if promptWidth > columns / 2 { indentation = columns >= 12 ? 2 : 0 }
    var line = Line(head: .prompt, indentation: promptWidth, range: 0..<0)
    var column = promptWidth
    var offset = 0

    func finish(endsLine: Bool, next: Head) {
      line.range = line.range.lowerBound..<offset
      line.endsLine = endsLine
      lines.append(line)
      let start = endsLine ? offset + 1 : offset
      line = Line(head: next, indentation: indentation, range: start..<start)
      column = indentation
    }

    for character in String(decoding: bytes, as: UTF8.self) {
      let length = character.utf8.count
      if character == "\n" {
        finish(endsLine: true, next: .line)
      } else {
        var (text, width) = Self.shown(character, column: column - line.indentation)
        if width > max(1, columns - indentation) { (text, width) = ("·", 1) }
        let isFull = column + width > columns && !(line.cells.isEmpty && line.head != .prompt)
        if isFull { finish(endsLine: false, next: .wrap) }
        line.cells.append(Cell(offset: offset, text: text, width: width))
        column += width
      }
      offset += length
    }
    finish(endsLine: true, next: .line)
  }

  private mutating func breakPrompt(_ prompt: String, columns: Int) {
    var width = 0
    for character in prompt {
      let more = terminalWidth(of: character)
      if width + more > columns, !promptEnd.isEmpty {
        promptRows.append(promptEnd)
        (promptEnd, width) = ("", 0)
      }
      promptEnd.append(character)
      width += more
    }
  }

  /// What is shown for a character, and its columns; a tab goes on to the next multiple of four.
  package static func shown(_ character: Character, column: Int) -> (String, Int) {
    if let ascii = character.asciiValue {
      switch ascii {
      case 0x09:
        let width = 4 - column % 4
        return (String(repeating: " ", count: width), width)
      case 0x20..<0x7F: return (String(character), 1)
      default: return ("^" + String(UnicodeScalar(ascii ^ 0x40)), 2)
      }
    }
    var isAlone = true
    for scalar in character.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: return ("\u{FFFD}", 1)
      // What turns the direction of writing around would make the rest unreadable.
      case .format where isAlone: return ("\u{FFFD}", 1)
      default: isAlone = false
      }
    }
    let width = terminalWidth(of: character)
    // A mark with nothing to stand on would join whatever is left of it.
    return width == 0 ? ("\u{25CC}" + String(character), 1) : (String(character), width)
  }
}

// MARK: - Where the cursor goes

extension EntryLayout {
  /// The row (of those with the entry) and the column of an offset.
  package func position(of offset: Int) -> (row: Int, column: Int) {
    let row = self.row(of: offset)
    let line = lines[row]
    let left = line.cells.prefix { $0.offset < offset }.reduce(0) { $0 + $1.width }
    return (row, line.indentation + left)
  }

  /// The row that an offset is in.
  package func row(of offset: Int) -> Int {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The offset in a row that is nearest to a column from the left.
  package func offset(row: Int, column: Int) -> Int {
    let line = lines[row]
    var left = line.indentation
    for cell in line.cells {
      if left + cell.width > column { return cell.offset }
      left += cell.width
    }
    // Behind the last character of a row that goes on is the row below.
    return line.endsLine ? line.range.upperBound : line.cells.last?.offset ?? line.range.lowerBound
  }
}
