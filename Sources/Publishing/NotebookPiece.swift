internal import Notebook

/// A piece of a notebook as other formats count them: a stretch of prose or a cell, without the blank
/// lines around it.
///
/// The text of a notebook is its front matter and its pieces, each after its gap, and the last gap.
struct NotebookPiece {
  /// What it is.
  enum Body {
    /// Markdown, from its first line that is not blank to the end of the last.
    case prose(String)
    /// A cell.
    case cell(Cell)
  }

  /// What it is.
  let body: Body
  /// The blanks between what is before it and itself.
  let gap: String

  /// What is between two pieces where nobody says otherwise.
  static let usualGap = "\n\n"

  /// The pieces of a notebook, and what is behind the last.
  static func all(in document: NotebookDocument) -> (pieces: [NotebookPiece], end: String) {
    var pieces: [NotebookPiece] = []
    var gap = ""
    for block in document.blocks {
      switch block {
      case .prose(let prose):
        let (before, body, after) = trimming(prose.text)
        gap += before
        guard !body.isEmpty else { continue }
        pieces.append(NotebookPiece(body: .prose(body), gap: gap))
        gap = after
      case .cell(let cell):
        pieces.append(NotebookPiece(body: .cell(cell), gap: gap))
        gap = cell.text.utf8.last == 0x0A ? "\n" : ""
      }
    }
    return (pieces, gap)
  }

  /// A text in three: the blank lines before it, itself, and its last line break with the blank lines
  /// after it. One that is blank is all before.
  static func trimming(_ text: String) -> (before: String, body: String, after: String) {
    let bytes = Array(text.utf8)
    guard let last = bytes.lastIndex(where: { !isBlank($0) }),
      let first = bytes.firstIndex(where: { !isBlank($0) })
    else { return (text, "", "") }
    let start = bytes[..<first].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = bytes[last...].firstIndex(where: isBreak) ?? bytes.count
    func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (piece(0..<start), piece(start..<end), piece(end..<bytes.count))
  }

  /// Whether a text is nothing but blanks and line breaks.
  static func isGap(_ text: String) -> Bool { text.utf8.allSatisfy(isBlank) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isBreak(byte)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
