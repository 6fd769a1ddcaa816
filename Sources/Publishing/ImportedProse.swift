internal import Notebook

/// Markdown of somebody else's notebook, such that it stays prose and ends where its cell ended.
enum ImportedProse {
  /// The Markdown as prose.
  ///
  /// - Parameter isLast: whether nothing comes after it that it could swallow.
  static func text(_ markdown: String, isLast: Bool) -> String {
    // At the top of a file it is no part of the text.
    if markdown.unicodeScalars.first == "\u{FEFF}" {
      let rest = String(markdown.unicodeScalars.dropFirst())
      return "\u{FEFF}" + text(rest, isLast: isLast)
    }
    let text = withoutCells(markdown)
    if isLast || staysApart(text) { return text }
    // What is most often left open.
    for end in ["\n```", "\n~~~", "\n-->", "\n````"] where staysApart(text + end) {
      return text + end
    }
    return ForeignBlock(language: "markdown", code: markdown, origin: .markdown).text
  }

  /// Whether a cell that comes after the Markdown is a cell.
  private static func staysApart(_ markdown: String) -> Bool {
    let probe = "\n\n```swift\nprobe\n```\n"
    let document = NotebookDocument(parsing: "\n" + markdown + probe)
    return document.cells.count == 1 && document.cells[0].source == "probe\n"
  }

  /// The Markdown with `eval: false` in each block that would be a cell: in Jupyter it was shown.
  private static func withoutCells(_ markdown: String) -> String {
    let document = NotebookDocument(parsing: "\n" + markdown)
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
