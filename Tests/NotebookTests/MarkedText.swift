import Notebook
import Testing

/// A notebook whose lines that should be problems carry a marker.
struct MarkedText {
  /// The text without markers.
  let text: String
  /// The lines that had one, counted from 1.
  let lines: [Int]

  /// Takes every `👉` out of `marked` and remembers its line.
  init(_ marked: String) {
    lines = marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { $1.contains("👉") ? $0 + 1 : nil }
    text = marked.replacing("👉", with: "")
  }
}

/// Expects exactly these problems at the marked lines, in order.
func expectProblems(
  _ marked: String, _ messages: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(marked)
  let document = NotebookDocument(parsing: marked.text)
  #expect(document.problems.map(\.line) == marked.lines, sourceLocation: sourceLocation)
  #expect(
    document.problems.map(\.description) == messages, sourceLocation: sourceLocation)
  #expect(document.text == marked.text, sourceLocation: sourceLocation)
}
