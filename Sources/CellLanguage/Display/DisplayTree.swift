internal import Text

/// A value to be shown, before it is known how wide a line may be.
///
///     Point(x: 1, names: ["a", "b"])
///
/// is a group of two labelled parts, the second of them a group too.
indirect enum DisplayTree: Sendable {
  /// A text as it is, perhaps of several lines.
  case text(String)
  /// A number; those of an array stand right-aligned in columns.
  case number(String)
  case group(Group)

  /// Parts between brackets.
  struct Group: Sendable {
    /// How the parts are laid out where they do not fit one line.
    enum Style: Sendable {
      /// As many to a line as fit, or one to a line where they are groups themselves.
      case elements
      /// One to a line.
      case fields
    }

    var open: String
    var parts: [Part]
    var close: String
    var style: Style
    /// What is said behind it: how many elements there are.
    var note: String?
  }

  /// A part with what stands before it: a label, a key.
  struct Part: Sendable {
    var label = ""
    var tree: DisplayTree

    init(_ tree: DisplayTree, label: String = "") {
      self.tree = tree
      self.label = label
    }
  }
}

// MARK: - Layout

extension DisplayTree {
  /// Never more lines than these.
  private static let lineLimit = 50

  /// The text, in lines of at most so many columns where that can be.
  func text(width: Int) -> String {
    let lines = lines(width: max(width, 20))
    guard lines.count > Self.lineLimit else { return lines.joined(separator: "\n") }
    let left = lines.count - Self.lineLimit + 1
    let middle = "… (\(left) more lines) …"
    let shown = lines.prefix(Self.lineLimit - 10) + [middle] + lines.suffix(9)
    return shown.joined(separator: "\n")
  }

  private func lines(width: Int) -> [String] {
    switch self {
    case .text(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .number(let text): return [text]
    case .group(let group):
      if let flat = flat(within: width) { return [flat] }
      switch group.style {
      case .fields: return group.fieldLines(width)
      case .elements: return group.elementLines(width)
      }
    }
  }

  /// The text on one line, where it fits.
  private func flat(within width: Int) -> String? {
    guard width >= 0 else { return nil }
    switch self {
    case .text(let text), .number(let text):
      return text.contains("\n") || terminalWidth(of: text) > width ? nil : text
    case .group(let group):
      var result = group.open
      for (index, part) in group.parts.enumerated() {
        if index > 0 { result += ", " }
        guard let text = part.tree.flat(within: width - result.utf8.count / 4) else { return nil }
        result += part.label + text
        // Bytes are at least a quarter of what a character's columns can be.
        if result.utf8.count / 4 > width { return nil }
      }
      result += group.close + (group.note.map { " \($0)" } ?? "")
      return terminalWidth(of: result) <= width ? result : nil
    }
  }

  /// The text of what is no group and has one line.
  fileprivate var word: String? {
    switch self {
    case .text(let text): text.contains("\n") ? nil : text
    case .number(let text): text
    case .group: nil
    }
  }

  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }

  fileprivate func linesOfPart(_ width: Int, label: String) -> [String] {
    var lines = lines(width: width - terminalWidth(of: label))
    lines[0] = label + lines[0]
    return lines
  }
}

extension DisplayTree.Group {
  private var end: String { close + (note.map { " \($0)" } ?? "") }

  /// One part to a line, indented.
  fileprivate func fieldLines(_ width: Int) -> [String] {
    var lines = [open]
    for (index, part) in parts.enumerated() {
      var own = part.tree.linesOfPart(width - 3, label: part.label)
      if index < parts.count - 1 { own[own.count - 1] += "," }
      lines += own.map { "  " + $0 }
    }
    return lines + [end]
  }

  /// Rows of words; one part to a line where there are others.
  fileprivate func elementLines(_ width: Int) -> [String] {
    let indent = String(repeating: " ", count: terminalWidth(of: open))
    let room = max(10, width - terminalWidth(of: open) - 1)
    var lines: [String]
    if let words = words(), !words.isEmpty {
      lines = rows(of: words, width: room)
    } else {
      lines = []
      for (index, part) in parts.enumerated() {
        var own = part.tree.linesOfPart(room, label: part.label)
        if index < parts.count - 1 { own[own.count - 1] += "," }
        lines += own
      }
    }
    guard !lines.isEmpty else { return [open + end] }
    lines[lines.count - 1] += close
    var result = lines.enumerated().map { ($0.offset == 0 ? open : indent) + $0.element }
    if let note {
      // Beside the bracket, or on a line of its own.
      let last = result[result.count - 1]
      if terminalWidth(of: last) + terminalWidth(of: note) < width {
        result[result.count - 1] = last + " " + note
      } else {
        result.append(note)
      }
    }
    return result
  }

  /// The parts, where all are words.
  private func words() -> [String]? {
    var words: [String] = []
    for part in parts {
      guard let word = part.tree.word else { return nil }
      words.append(part.label + word)
    }
    return words
  }

  private func rows(of words: [String], width: Int) -> [String] {
    let areNumbers = parts.allSatisfy { $0.tree.isNumber || $0.tree.word == "…" }
    let widest = areNumbers ? words.map { terminalWidth(of: $0) }.max() ?? 0 : 0
    var rows: [String] = []
    var row = ""
    var used = 0
    for (index, word) in words.enumerated() {
      let length = terminalWidth(of: word)
      let padding = String(repeating: " ", count: max(0, widest - length))
      let text = padding + word + (index < words.count - 1 ? "," : "")
      let columns = max(length, widest) + (index < words.count - 1 ? 1 : 0)
      if used > 0, used + 1 + columns > width {
        rows.append(row)
        (row, used) = ("", 0)
      }
      row += (used > 0 ? " " : "") + text
      used += (used > 0 ? 1 : 0) + columns
    }
    return rows + [row]
  }
}
