/// A notebook in which what was nearly written right is written right.
///
/// | written | meant |
/// |---|---|
/// | `swift {#sum}`, `{swift, echo=false}` behind a fence | `swift`, and the lines `//| id: sum`, `//| echo: false` |
/// | `//| label: sum`, as Quarto has it | `//| id: sum` |
/// | `//| Echo: no` | `//| echo: false` |
/// | `#| echo: false` in a cell of Swift, `/// | echo: false` | `//| echo: false` |
/// | an option below the code | the same above it |
///
/// What may be meant otherwise stays as it is, and stays a problem: a cell that has no end, a key that no
/// option has, a block of another shell.
public struct MendedNotebook: Sendable {
  /// The file.
  public private(set) var text: String
  /// What was changed, from the end of the file to its start.
  public private(set) var changes: [Change] = []

  /// A change.
  public struct Change: Sendable, Equatable {
    /// The line of the file, from 1.
    public let line: Int
    /// What was there, in words, and what is there now.
    public let description: String
  }

  /// The notebook of a file's text.
  public init(_ text: String) {
    self.text = text
    // A change may show another mistake. There are no more changes than lines with mistakes.
    for _ in 0...Lines(text).all.count {
      let current = self.text
      let problems = NotebookDocument(parsing: current).problems
      guard let change = problems.reversed().lazy.compactMap({ Mend($0, in: current) }).first
      else { return }
      self.text = change.text
      changes.append(change.change)
    }
  }
}

/// One mistake that is mended.
private struct Mend {
  private(set) var text: String
  private(set) var change: MendedNotebook.Change

  /// The mend of a problem; nil where it is not known what was meant.
  init?(_ problem: NotebookProblem, in text: String) {
    var lines = Lines(text).all
    let index = problem.line - 1
    guard lines.indices.contains(index),
      let description = Self.mend(problem, &lines, at: index)
    else { return nil }
    self.text = lines.joined()
    change = MendedNotebook.Change(line: problem.line, description: description)
  }

  private static func mend(
    _ problem: NotebookProblem, _ lines: inout [Substring], at index: Int
  ) -> String? {
    switch problem.kind {
    case .fenceAttributes(let found, let language, let sign):
      guard let options = FenceAttributes(found)?.options else { return nil }
      let content = Lines.content(of: lines[index])
      let end = lines[index][content.endIndex...]
      let blanks = content.prefix { $0 == " " || $0 == "\u{FEFF}" }
      guard let mark = content[blanks.endIndex...].first else { return nil }
      let fence = content[blanks.endIndex...].prefix { $0 == mark }
      let indent = String(blanks.filter { $0 == " " })
      lines[index] = blanks + fence + language + end
      let added = options.map { Substring("\(indent)\(sign) \($0)\(end)") }
      lines.insert(contentsOf: added, at: index + 1)
      return
        "'\(found)' behind '\(language)' is now option lines: \(options.joined(separator: ", "))"
    case .unknownOption(let key, _):
      let name = key == "label" ? "id" : key.lowercased()
      guard CellOptions.keys.contains(name), name != key,
        let range = lines[index].firstRange(of: key)
      else { return nil }
      lines[index] = lines[index].replacing(key, with: name, subrange: range)
      return "'\(key)' is now '\(name)'"
    case .badValue(let key, let found, "true or false"):
      let word = found.filter { $0 != "'" }
      let values = ["yes": "true", "no": "false", "on": "true", "off": "false"]
      guard let value = values[word.lowercased()],
        let colon = lines[index].firstIndex(of: ":"),
        let range = lines[index][colon...].firstRange(of: word)
      else { return nil }
      lines[index] = lines[index].replacing(word, with: value, subrange: range)
      return "'\(key): \(word)' is now '\(key): \(value)'"
    case .foreignOption(let found, let expected):
      guard let range = lines[index].firstRange(of: found) else { return nil }
      lines[index] = lines[index].replacing(found, with: expected, subrange: range)
      return "'\(found)' is now '\(expected)'"
    case .misplacedOption:
      // Up to the line behind its fence.
      guard
        let fence = NotebookDocument(parsing: lines.joined()).cells
          .last(where: { $0.fenceLine <= index })?.fenceLine, fence < index
      else { return nil }
      lines.insert(lines.remove(at: index), at: fence)
      return "the option stands above the code now"
    case .frontMatterNotClosed, .invalidYAML, .notAMapping, .duplicateKey,
      .unknownFrontMatterKey, .badValue, .duplicateID, .otherShell, .cellNotClosed:
      return nil
    }
  }
}

/// What stands behind the language of a fence, as Pandoc and Quarto have it: `{#sum .wide}`,
/// `echo=false, id=sum`.
private struct FenceAttributes {
  /// The options that are meant.
  private(set) var options: [String] = []

  /// Attributes all of which are options; nil where one is something else.
  init?(_ text: String) {
    let words = text.split { "{}, \t".contains($0) }
    guard !words.isEmpty else { return nil }
    for word in words {
      if word.first == "#", word.count > 1 {
        options.append("id: \(word.dropFirst())")
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let key = parts[0] == "label" ? "id" : String(parts[0])
      let value = parts[1].filter { $0 != "\"" && $0 != "'" }
      let isPlain = value.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
      }
      guard CellOptions.keys.contains(key), isPlain, !value.isEmpty else { return nil }
      // R's words, as Quarto's authors write them.
      let words = ["TRUE": "true", "FALSE": "false"]
      options.append("\(key): \(words[value] ?? value)")
    }
  }
}

extension Substring {
  /// The text with one word in place of another, which stands there.
  fileprivate func replacing(
    _ word: String, with other: String, subrange: Range<Index>
  ) -> Substring {
    self[..<subrange.lowerBound] + other + self[subrange.upperBound...]
  }
}
