internal import Text

extension CellOptions {
  /// Reads the option lines of a block.
  ///
  /// - Parameter firstLine: the line of the file that the block's contents begin on.
  /// - Returns: what they say, and what is wrong with them.
  static func parse(
    _ lines: OptionLines, firstLine: Int
  ) -> (options: CellOptions, problems: [NotebookProblem]) {
    var options = CellOptions()
    guard !lines.yaml.isEmpty else { return (options, lines.problems) }
    let settings = Settings(yaml: lines.yaml, firstLine: firstLine)
    var problems = lines.problems + settings.problems
    for entry in settings.entries {
      if let problem = options.apply(entry) { problems.append(problem) }
    }
    return (options, problems)
  }

  private mutating func apply(_ entry: Settings.Entry) -> NotebookProblem? {
    func bad(_ expected: String) -> NotebookProblem {
      NotebookProblem(
        line: entry.line,
        kind: .badValue(key: entry.key, found: entry.value.shown, expected: expected))
    }
    switch entry.key {
    case "id":
      guard let id = entry.value.text, Self.isName(id) else {
        return bad("1 to 64 letters, digits, '-' or '_'")
      }
      self.id = id
    case "eval":
      guard let eval = entry.value.bool else { return bad("true or false") }
      self.eval = eval
    case "echo":
      guard let echo = entry.value.bool else { return bad("true or false") }
      self.echo = echo
    case "error":
      guard let error = entry.value.bool else { return bad("true or false") }
      self.error = error
    case "tags":
      switch entry.value {
      case .scalar(let tag) where Self.isName(tag): tags = [tag]
      case .list(let list) where list.allSatisfy(Self.isName): tags = list
      case .scalar, .list, .nested: return bad("a list such as [parameters]")
      }
    case "timeout":
      guard let seconds = entry.value.text.flatMap({ Double($0) }), seconds > 0, seconds.isFinite
      else { return bad("a number of seconds") }
      timeout = seconds
    case "tolerance":
      guard let tolerance = entry.value.text.flatMap({ Tolerance($0) }) else {
        return bad("a number from 0 on, such as 0.01, or 'any'")
      }
      self.tolerance = tolerance
    default:
      return NotebookProblem(
        line: entry.line,
        kind: .unknownOption(
          entry.key, nearest: Self.quarto[entry.key] ?? nearest(to: entry.key, among: Self.keys)))
    }
    return nil
  }

  /// Whether nbformat takes `text` for the id of a cell; it is safe in a file name too.
  static func isName(_ text: String) -> Bool {
    let isLetter: (UInt8) -> Bool = { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isLetter)
  }
}
