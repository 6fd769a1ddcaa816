internal import Notebook

/// What the option lines of a cell that a client sends say of running it.
///
/// `id`, `echo` and `tags` are for whoever shows the notebook; `timeout` and `error` are the client's, whose
/// names for them are `timeout` and `raises-exception`.
package struct OptionsOfRequest {
  /// Whether the cell is not to run: `eval: false`.
  package let isSkipped: Bool
  /// What is wrong with the lines, in words.
  package let problem: String?

  /// The options above some code.
  package init(of code: String) {
    guard code.hasPrefix("//|") else {
      (isSkipped, problem) = (false, nil)
      return
    }
    // A fence that no line of the code can close.
    let lines = code.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    let longest = lines.map { line in line.drop(while: { $0 == " " }).prefix { $0 == "`" }.count }
    let fence = String(repeating: "`", count: max(3, (longest.max() ?? 0) + 1))
    let document = NotebookDocument(parsing: "\(fence)swift\n\(code)\n\(fence)\n")
    isSkipped = document.cells.first?.options.isSkipped ?? false
    problem = document.problems.first.map { "line \($0.line - 1): \($0)" }
  }
}
