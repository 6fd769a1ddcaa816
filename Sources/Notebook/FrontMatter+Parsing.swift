internal import Text

extension FrontMatter {
  /// Reads the front matter that `lines` begin with.
  ///
  /// - Returns: what it says, how many lines it takes, and what is wrong with it.
  static func parse(
    _ lines: [Substring]
  ) -> (frontMatter: FrontMatter, lineCount: Int, problems: [NotebookProblem]) {
    var frontMatter = FrontMatter()
    guard let first = lines.first, isMarker(withoutByteOrderMark(first), closing: false) else {
      return (frontMatter, 0, [])
    }
    guard let end = lines.dropFirst().firstIndex(where: { isMarker($0, closing: true) }) else {
      return (frontMatter, 0, [NotebookProblem(line: 1, kind: .frontMatterNotClosed)])
    }
    frontMatter.text = lines[...end].joined()
    let settings = Settings(yaml: Lines.normalized(lines[1..<end]), firstLine: 2)
    var problems = settings.problems
    for entry in settings.entries {
      if let problem = frontMatter.apply(entry) { problems.append(problem) }
    }
    return (frontMatter, end + 1, problems)
  }

  private mutating func apply(_ entry: Settings.Entry) -> NotebookProblem? {
    func bad(_ expected: String) -> NotebookProblem {
      NotebookProblem(
        line: entry.line,
        kind: .badValue(key: entry.key, found: entry.value.shown, expected: expected))
    }
    switch entry.key {
    case "title":
      guard let title = entry.value.text else { return bad("text") }
      self.title = title
    case "seed":
      guard let seed = entry.value.text.flatMap(Self.seed) else {
        return bad(Self.seedExpectation)
      }
      self.seed = seed
    case "data":
      guard let data = entry.value.text else { return bad("the name of a data set or a folder") }
      self.data = data
    default:
      return NotebookProblem(
        line: entry.line,
        kind: .unknownFrontMatterKey(
          entry.key, nearest: nearest(to: entry.key, among: Self.keys)))
    }
    return nil
  }

  static let seedExpectation = "a whole number from 0"

  /// The seed that a text spells: one that is an `Int` in a cell, too.
  static func seed(_ text: String) -> UInt64? { Int(text).flatMap { UInt64(exactly: $0) } }

  private static func isMarker(_ line: Substring, closing: Bool) -> Bool {
    var content = Lines.content(of: line)
    while content.last == " " || content.last == "\t" { content.removeLast() }
    return content == "---" || (closing && content == "...")
  }

  private static func withoutByteOrderMark(_ line: Substring) -> Substring {
    line.unicodeScalars.first == "\u{FEFF}" ? Substring(line.unicodeScalars.dropFirst()) : line
  }
}
