internal import Notebook

/// A cell in a page: its source and what it produced.
struct CellHTML {
  /// The HTML; empty where nothing is to be seen.
  let text: String

  /// A cell with its outputs.
  init(_ cell: Cell, _ record: Sidecar.CellRecord?, _ outputs: [Output]) {
    var parts = ""
    let source = NotebookPiece.trimming(cell.source).body
    if cell.options.echo, !source.isEmpty {
      parts +=
        CodeHTML.block(
          source, language: cell.kind == .swift ? "swift" : "sh", classes: "source") + "\n"
    }
    var writer = OutputHTML(of: cell.name)
    let shown = outputs.map { writer.html($0) }.joined()
    if !shown.isEmpty { parts += "<div class=\"outputs\">\n\(shown)</div>\n" }
    if let note = Self.note(cell, record), cell.options.echo || !shown.isEmpty {
      parts += "<p class=\"note\">\(note)</p>\n"
    }
    let id = HTMLText.escaped(cell.name)
    text = parts.isEmpty ? "" : "<div class=\"cell\" id=\"\(id)\">\n\(parts)</div>"
  }

  private static func note(_ cell: Cell, _ record: Sidecar.CellRecord?) -> String? {
    if cell.options.isSkipped { return "not run" }
    return record?.outcome == .interrupted ? "interrupted" : nil
  }
}
