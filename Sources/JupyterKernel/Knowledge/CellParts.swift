internal import CellLanguage

/// A cell in the parts that a prompt would take one by one: Swift, and commands (`:vars`), which have lines
/// of their own.
package struct CellParts {
  /// A part.
  package struct Part: Equatable {
    /// What it says.
    package let text: String
    /// How many lines of the cell come before it.
    package let firstLine: Int
  }

  /// The parts that say anything, in order.
  package let parts: [Part]

  /// The parts of a cell.
  ///
  ///     let x = 1
  ///     :time slow(x)      // a command, with as many lines as its expression needs
  ///     x                  // Swift again
  package init(of code: String) {
    let lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var parts: [Part] = []
    func add(_ range: Range<Int>) {
      let text = lines[range].joined(separator: "\n")
      guard !text.allSatisfy(\.isWhitespace) else { return }
      parts.append(Part(text: text, firstLine: range.lowerBound))
    }
    var start = 0
    var index = 0
    while index < lines.count {
      // The colon of a choice stands on a line that goes on, and a text of several lines has any.
      guard Self.isCommand(lines[index]), !Self.goesOn(lines[start..<index]) else {
        index += 1
        continue
      }
      add(start..<index)
      let command = index
      index += 1
      while index < lines.count, Self.wantsMore(lines[command..<index]) { index += 1 }
      add(command..<index)
      start = index
    }
    add(start..<lines.count)
    self.parts = parts
  }

  private static func isCommand(_ line: Substring) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    guard text.first == ":", let next = text.dropFirst().first else { return false }
    return next.isLetter || next == "?"
  }

  private static func goesOn(_ lines: ArraySlice<Substring>) -> Bool {
    CellRunner.completeness(of: lines.joined(separator: "\n")) == .incomplete
  }

  /// Whether the expression after a command needs another line.
  private static func wantsMore(_ lines: ArraySlice<Substring>) -> Bool {
    let words = lines.joined(separator: "\n").drop(while: \.isWhitespace)
      .split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2 else { return false }
    return CellRunner.completeness(of: String(words[1])) == .incomplete
  }
}
