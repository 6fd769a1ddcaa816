internal import Notebook
internal import Text

/// Code that is shown in a notebook and does not run there: a note and a fenced block.
struct ForeignBlock {
  /// What the block is called.
  let language: String
  /// What is in it.
  let code: String
  /// What it was.
  let origin: Origin

  /// Where such code comes from.
  enum Origin {
    /// A cell of another language.
    case code
    /// A cell that Jupyter hands on as it is.
    case raw
    /// Markdown that would not stay within its cell.
    case markdown
  }

  /// The Markdown of the block.
  var text: String {
    let fence = String(repeating: "`", count: max(3, CellText.longestRun(of: "`", in: code) + 1))
    let what =
      switch origin {
      case .code: "A cell of `\(language)`"
      case .raw: "A raw cell"
      case .markdown: "Markdown"
      }
    return "*\(what), which is shown and does not run:*\n\n"
      + "\(fence)\(language)\n\(code)\(code.isEmpty ? "" : "\n")\(fence)"
  }

  /// The name of a language as a word for a fence, in lower case; nil where it has no such name.
  static func word(_ name: String) -> String? {
    let word = name.lowercased().prefix { character in
      character.isASCII && (character.isLetter || character.isNumber || "+-_#.".contains(character))
    }
    // `python3`, as the kernel is called that needs no other name.
    let plain = word.hasPrefix("python") ? "python" : word
    return plain.isEmpty ? nil : String(plain)
  }

  /// The language of a code cell: the editor's, or that of its first line `%%bash`, or the notebook's.
  static func language(of cell: JupyterCell, in notebook: String) -> String {
    if let id = cell.metadata["vscode"]?["languageId"]?.string, let word = word(id) {
      return word == "shellscript" ? "sh" : word
    }
    if notebook != "swift", cell.source.hasPrefix("%%") {
      let magic = cell.source.dropFirst(2).prefix { $0.isLetter || $0.isNumber }
      let languages = ["bash", "sh", "html", "javascript", "js", "latex", "perl", "ruby", "svg"]
      if languages.contains(String(magic)) { return String(magic) }
    }
    return notebook
  }

  /// The language of a raw cell, by the type that it is meant for.
  static func language(ofRaw cell: JupyterCell) -> String {
    switch cell.metadata["raw_mimetype"]?.string ?? cell.metadata["format"]?.string {
    case "text/html": "html"
    case "text/latex": "latex"
    case "text/restructuredtext", "text/x-rst": "rst"
    case "text/markdown": "markdown"
    case "text/asciidoc": "asciidoc"
    case "text/x-python": "python"
    default: "text"
    }
  }
}
