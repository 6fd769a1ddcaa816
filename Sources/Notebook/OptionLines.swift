/// The option lines of a block, told from its comments and its code.
///
/// Options stand before the first line of code, among blank lines and comments. What looks like one
/// elsewhere, or begins with the sign of another language, is a problem and no comment: an `eval: false`
/// that nobody reads would run what must not run.
struct OptionLines {
  /// What the options say as YAML, a line for each line of the block up to the last option.
  private(set) var yaml = ""
  /// The block's lines without its options, from the first that is worth keeping.
  private(set) var source: [Substring]
  /// How many lines of the block are left out before `source`.
  private(set) var skippedCount = 0
  /// What is wrong with lines that look like options.
  private(set) var problems: [NotebookProblem] = []

  /// What a line is.
  private enum Line {
    case blank, comment, code
    /// An option, without its sign.
    case option(Substring)
    /// What looks like an option and has another sign.
    case foreign(Substring)
  }

  /// Reads the lines of a block between its fences, the first of which is line `firstLine` of the file.
  init(_ lines: [Substring], of kind: Cell.Kind, firstLine: Int) {
    let kinds = lines.map { Self.line(Lines.content(of: $0), of: kind) }
    let codeStart = kinds.firstIndex { if case .code = $0 { true } else { false } } ?? lines.count
    source = lines
    problems = Self.misplaced(kinds, lines, of: kind, from: codeStart, firstLine: firstLine)
    var optionCount = 0
    for index in 0..<codeStart {
      switch kinds[index] {
      case .option: optionCount = index + 1
      case .foreign(let sign):
        problems.append(
          NotebookProblem(
            line: firstLine + index,
            kind: .foreignOption(found: String(sign), expected: kind.optionSign)))
      case .blank, .comment, .code: break
      }
    }
    for index in 0..<optionCount {
      guard case .option(let text) = kinds[index] else {
        yaml += "\n"
        continue
      }
      yaml += Self.spaced(text) + "\n"
      source[index] = "\n"
    }
    let kept = source[..<optionCount].firstIndex { !$0.allSatisfy(\.isWhitespace) }
    skippedCount = kept ?? optionCount
    source.removeFirst(skippedCount)
  }

  /// The problems of what looks like an option below the first line of code.
  private static func misplaced(
    _ kinds: [Line], _ lines: [Substring], of kind: Cell.Kind, from codeStart: Int, firstLine: Int
  ) -> [NotebookProblem] {
    var isInText = false
    var problems: [NotebookProblem] = []
    for index in codeStart..<max(codeStart, lines.count) {
      switch kinds[index] {
      case .option(let text) where !isInText && (kind == .swift || isKey(text)):
        problems.append(
          NotebookProblem(line: firstLine + index, kind: .misplacedOption(kind.optionSign)))
      case .foreign(let sign) where !isInText:
        problems.append(
          NotebookProblem(
            line: firstLine + index,
            kind: .foreignOption(found: String(sign), expected: kind.optionSign)))
      case .comment where !isInText: break
      case .blank, .comment, .code, .option, .foreign:
        // Between three quotes there is text and no comment.
        let marks = lines[index].split(separator: "\"\"\"", omittingEmptySubsequences: false).count
        if kind == .swift, marks % 2 == 0 { isInText.toggle() }
      }
    }
    return problems
  }

  private static func line(_ content: Substring, of kind: Cell.Kind) -> Line {
    let text = content.trimmed
    if text.isEmpty { return .blank }
    if text.hasPrefix(kind.optionSign) {
      return .option(content.drop(while: \.isWhitespace).dropFirst(kind.optionSign.count))
    }
    // `# | eval: false`, `///| eval: false` and the sign of the other language.
    let sign = text.prefix { "/#|".contains($0) || $0.isWhitespace }
    let signs = sign.filter { !$0.isWhitespace }
    if ["//|", "#|", "///|", "##|"].contains(signs) {
      let isOther = sign.hasPrefix("//|") || sign.hasPrefix("#|")
      if isKey(text[sign.endIndex...]) || (isOther && kind == .swift) {
        return .foreign(sign.trimmed)
      }
    }
    switch kind {
    case .swift: return text.hasPrefix("//") ? .comment : .code
    case .shell: return text.hasPrefix("#") ? .comment : .code
    }
  }

  /// Whether a text begins with the name of an option and a colon.
  private static func isKey(_ text: Substring) -> Bool {
    let text = text.trimmed
    let word = text.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    let rest = text[word.endIndex...].drop(while: \.isWhitespace)
    return CellOptions.keys.contains(String(word)) && rest.first == ":"
  }

  /// An option's text without the blank that follows the sign, and with one after the colon of its key.
  private static func spaced(_ text: Substring) -> String {
    let text = text.first == " " || text.first == "\t" ? text.dropFirst() : text
    let word = text.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    let rest = text[word.endIndex...]
    guard !word.isEmpty, rest.first == ":", let next = rest.dropFirst().first, !next.isWhitespace
    else { return String(text) }
    return word + ": " + rest.dropFirst()
  }
}

extension Cell.Kind {
  /// What an option line begins with.
  var optionSign: String {
    switch self {
    case .swift: "//|"
    case .shell: "#|"
    }
  }
}
