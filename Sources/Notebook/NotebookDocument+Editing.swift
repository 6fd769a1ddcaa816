extension NotebookDocument {
  /// What stands between the fences of a cell: its option lines and its code.
  ///
  /// - Parameter number: the place of the cell among the cells, counted from 1.
  public func contents(ofCell number: Int) -> String? {
    cells.first { $0.number == number }.map { FencedText($0.text).contents.joined() }
  }

  /// The text of the file with something else between the fences of a cell.
  public func text(replacingContentsOfCell number: Int, by contents: String) -> String {
    blocks.reduce(into: frontMatter.text) { text, block in
      switch block {
      case .prose(let prose): text += prose.text
      case .cell(let cell) where cell.number == number:
        text += FencedText(cell.text).text(with: contents)
      case .cell(let cell): text += cell.text
      }
    }
  }

  /// The block of a new cell with these contents.
  public static func cellText(of contents: String) -> String {
    FencedText("```swift\n```\n").text(with: contents)
  }
}

/// The text of a fenced block in its three parts.
private struct FencedText {
  private var opening: Substring
  private(set) var contents: [Substring]
  private var closing: Substring

  init(_ text: String) {
    var lines = Lines(text).all
    opening = lines.isEmpty ? "```swift\n" : lines.removeFirst()
    let fence = Self.fence(of: opening)
    closing = lines.last.map { Self.closes($0, fence) } == true ? lines.removeLast() : fence + "\n"
    contents = lines
  }

  /// The block with other contents, and longer fences where those would end it.
  func text(with contents: String) -> String {
    var fence = Self.fence(of: opening)
    var (opening, closing) = (opening, closing)
    let lines = Lines(contents).all
    while lines.contains(where: { Self.closes($0, fence) }) {
      guard let sign = fence.last else { break }
      opening = opening[..<fence.endIndex] + String(sign) + opening[fence.endIndex...]
      fence = Self.fence(of: opening)
      closing = fence + "\n"
    }
    let end = contents.isEmpty || contents.last?.isNewline == true ? "" : "\n"
    return opening + contents + end + closing
  }

  /// The blanks and signs that a line begins with.
  private static func fence(of line: Substring) -> Substring {
    let blanks = line.prefix { $0 == " " }
    guard let sign = line[blanks.endIndex...].first else { return line[..<blanks.endIndex] }
    return line[..<(line[blanks.endIndex...].prefix { $0 == sign }.endIndex)]
  }

  /// Whether a line ends a block that begins with a fence.
  private static func closes(_ line: Substring, _ fence: Substring) -> Bool {
    let text = Lines.content(of: line).drop { $0 == " " }
    let signs = fence.drop { $0 == " " }
    guard let sign = signs.first else { return false }
    let run = text.prefix { $0 == sign }
    return run.count >= signs.count
      && text[run.endIndex...].allSatisfy { $0 == " " || $0 == "\t" }
  }
}
