/// Prose of a notebook, for a terminal: the Markdown as it is, with headings and code picked out.
struct Prose {
  private let lines: [Substring]

  /// Prose without the blank lines around it.
  init(_ markdown: String) {
    let lines = markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isBlank: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    let first = lines.firstIndex { !isBlank($0) } ?? lines.endIndex
    let last = lines.lastIndex { !isBlank($0) } ?? lines.startIndex
    self.lines = first <= last ? Array(lines[first...last]) : []
  }

  /// The text, with escapes where they are understood.
  func rendered(_ capabilities: ConsolePresenter.Capabilities) -> String {
    guard capabilities.isColored else { return lines.joined(separator: "\n") }
    var isInFence = false
    return lines.map { line in
      let isFence = line.hasPrefix("```") || line.hasPrefix("~~~")
      if isFence { isInFence.toggle() }
      if isFence || isInFence { return "\u{1B}[2m\(line)\u{1B}[0m" }
      if line.hasPrefix("#") { return "\u{1B}[1m\(line)\u{1B}[0m" }
      return Self.withCode(line)
    }.joined(separator: "\n")
  }

  /// The line with its `code` in colour.
  private static func withCode(_ line: Substring) -> String {
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.count % 2 == 1 else { return String(line) }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? String(part) : "\u{1B}[36m`\(part)`\u{1B}[0m"
    }.joined()
  }
}
