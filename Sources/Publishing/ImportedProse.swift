internal import Notebook

/// Markdown of somebody else's notebook, such that it stays prose and ends where its cell ended.
enum ImportedProse {
  /// The Markdown as prose.
  ///
  /// - Parameters:
  ///   - isTop: whether the file begins with it, where a byte order mark is no part of the text.
  ///   - isLast: whether nothing comes after it that it could swallow.
  static func text(_ markdown: String, isTop: Bool, isLast: Bool) -> String {
    let text = withoutCells(markdown, isTop: isTop)
    func staysApart(_ text: String) -> Bool { self.staysApart(text, isTop: isTop) }
    if isLast || staysApart(text) { return text }
    // What is most often left open.
    for end in ["\n```", "\n~~~", "\n-->", "\n````"] where staysApart(text + end) {
      return text + end
    }
    return ForeignBlock(language: "markdown", code: markdown, origin: .markdown).text
  }

  /// Whether a cell that comes after the Markdown is a cell.
  private static func staysApart(_ markdown: String, isTop: Bool) -> Bool {
    let probe = "\n\n```swift\nprobe\n```\n"
    let document = NotebookDocument(parsing: belowFrontMatter(markdown, isTop: isTop) + probe)
    return document.cells.count == 1 && document.cells[0].source == "probe\n"
  }

  /// The Markdown such that three dashes at its start are no front matter.
  private static func belowFrontMatter(_ markdown: String, isTop: Bool) -> String {
    guard isTop, markdown.unicodeScalars.first == "\u{FEFF}" else { return "\n" + markdown }
    return "\u{FEFF}\n" + String(markdown.unicodeScalars.dropFirst())
  }

  /// The Markdown with `eval: false` in each block that would be a cell: in Jupyter it was shown.
  private static func withoutCells(_ markdown: String, isTop: Bool) -> String {
    let document = NotebookDocument(parsing: belowFrontMatter(markdown, isTop: isTop))
    guard !document.cells.isEmpty else { return markdown }
    var text = ""
    for block in document.blocks {
      switch block {
      case .prose(let prose): text += prose.text
      case .cell(let cell): text += shown(cell)
      }
    }
    return NotebookPiece.trimming(text).body
  }

  private static func shown(_ cell: Cell) -> String {
    if cell.options.eval == false { return cell.text }
    let parts = CellText(cell)
    let options = parts.options.filter { !$0.hasPrefix("eval:") }
    // A shell's block that does not run is no cell, and has no options.
    return CellText(
      kind: cell.kind, options: cell.kind == .shell ? [] : options + ["eval: false"],
      source: parts.source
    ).block + "\n"
  }
}
