internal import CellLanguage
internal import Notebook
internal import NotebookSession

extension OutputCheck {
  /// Why values in prose could not be computed; nil where they could.
  func proseFailures(in session: Session<CellState>) -> [NotebookFinding]? {
    let failures = session.proseFailures
    guard !failures.isEmpty else { return nil }
    return failures.flatMap { failure in
      if case .cell(let failure) = failure { return NotebookFinding.all(in: failure, of: path) }
      return [NotebookFinding(.error, path, "\(failure)")]
    }
  }

  /// Where prose shows other values than before.
  func proseFindings(now: Sidecar, stored: Sidecar) -> [NotebookFinding] {
    var findings: [NotebookFinding] = []
    var cell: Cell?
    for block in document.blocks {
      switch block {
      case .cell(let next): cell = next
      case .prose(let prose):
        let values = now.values(after: cell?.name)
        let before = stored.values(after: cell?.name)
        for expression in prose.expressions {
          guard let value = values[expression.text] else { continue }
          findings += finding(on: expression, after: cell, value, before[expression.text])
        }
      }
    }
    return findings
  }

  private func finding(
    on expression: ProseExpression, after cell: Cell?, _ now: String, _ stored: String?
  ) -> [NotebookFinding] {
    let comparison = OutputComparison(
      tolerance: cell?.options.tolerance ?? .standard,
      pixelDifference: { _, _ in nil })
    func record(_ text: String) -> Sidecar.CellRecord {
      Sidecar.CellRecord(
        name: expression.text, outcome: .ok, outputs: [.stream(.stdout, text: text)])
    }
    let differences = comparison.differences(of: record(now), from: stored.map(record))
    guard !differences.isEmpty else { return [] }
    let text = "the value of '\(expression.text)' in the text is another than before"
    return [
      NotebookFinding(
        .error, path, line: expression.start.line,
        stored == nil ? "nothing is kept of the value of '\(expression.text)' in the text" : text,
        details: stored.map { ["- \($0)", "+ \(now)"] } ?? [])
    ]
  }
}
