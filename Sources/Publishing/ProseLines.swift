internal import Notebook
internal import Text

/// Lines of a Markdown cell in which values are in the place of their expressions, and what they were.
///
/// Each is `{"line": 3, "shown": "a task of 5", "source": "a task of `{swift} way`"}`, with the number of the
/// shown line, from 1; an expression that goes over a line break makes several lines one.
struct ProseLines {
  /// The Markdown with the values.
  let shown: String
  /// What the lines were; empty where the Markdown is that of the notebook.
  let lines: [JSONValue]

  /// The lines of prose.
  ///
  /// - Parameter values: the texts of values by the expressions' texts.
  init(_ prose: String, showing values: [String: String]) {
    let text = NotebookDocument.Prose(text: prose, firstLine: 1)
    var result = text.showing(values)
    // A cell of nothing is none.
    if NotebookPiece.isGap(result.text) { result = text.showing([:]) }
    shown = result.text
    lines = result.changes.map { change in
      .object([
        "line": .integer(change.line), "shown": .string(change.shown),
        "source": .string(change.source),
      ])
    }
  }

  /// The Markdown of a cell with its lines as they were, but for those that were changed since.
  static func restored(_ markdown: String, _ lines: JSONValue?) -> String {
    var text = split(markdown)
    var shift = 0
    for change in lines?.array ?? [] {
      guard case .integer(let number)? = change["line"], let shown = change["shown"]?.string,
        let source = change["source"]?.string
      else { continue }
      let old = split(shown)
      let expected = number - 1 + shift
      let place =
        isThere(old, at: expected, in: text)
        ? expected : text.indices.first { isThere(old, at: $0, in: text) }
      guard let place else { continue }
      let new = split(source)
      text.replaceSubrange(place..<place + old.count, with: new)
      shift = place + new.count - (number - 1 + old.count)
    }
    return text.joined(separator: "\n")
  }

  private static func isThere(_ lines: [String], at index: Int, in text: [String]) -> Bool {
    guard index >= 0, index + lines.count <= text.count else { return false }
    return zip(lines, text[index...]).allSatisfy { $0.hasSameBytes(as: $1) }
  }

  private static func split(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
