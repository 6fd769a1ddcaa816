internal import ArgumentParser
internal import CellLanguage
internal import FewShotData
internal import Notebook
internal import NotebookSession

/// Runs a notebook and holds what it shows to what is kept of an earlier run.
struct OutputCheck {
  let path: String
  let document: NotebookDocument
  private let workbench: Workbench

  /// How many differences of a cell are told.
  private static let limit = 5

  init(_ path: String, _ document: NotebookDocument, on workbench: Workbench) {
    self.path = path
    self.document = document
    self.workbench = workbench
  }

  /// Where the outputs are others.
  func findings() throws -> [NotebookFinding] {
    guard let stored = OutputFolder(forNotebook: path).sidecar() else {
      return [
        NotebookFinding(
          .error, path, "nothing is kept to compare with; 'mamlnb run \(path)' keeps what it shows")
      ]
    }
    let driver = workbench.driver(
      document, name: path, outputs: nil, presenter: workbench.progressPresenter())
    let ending = try driver.perform(.run(.all)) ?? .finished
    guard ending != .interrupted else { throw ExitCode(InterruptSignal.exitStatus) }
    if let failures = proseFailures(in: driver.session) { return failures }
    let records = Dictionary(stored.cells.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return driver.session.sidecar.cells.flatMap { record in
      findings(of: record, records[record.name])
    } + proseFindings(now: driver.session.sidecar, stored: stored)
  }

  private func findings(
    of now: Sidecar.CellRecord, _ stored: Sidecar.CellRecord?
  ) -> [NotebookFinding] {
    guard let cell = document.cell(named: now.name), !cell.options.isSkipped else { return [] }
    let comparison = OutputComparison(
      tolerance: cell.options.tolerance ?? .standard,
      pixelDifference: { pictureDifference($0, $1) })
    let differences = comparison.differences(of: now, from: stored)
    let rest = differences.count - Self.limit
    return differences.prefix(Self.limit).enumerated().map { index, difference in
      var details = difference.details
      if index == Self.limit - 1, rest > 0 { details.append("and \(rest) more in this cell") }
      return NotebookFinding(
        .error, path, cell: cell.name, line: cell.fenceLine,
        "cell '\(cell.name)': \(difference.text)", details: details)
    }
  }
}

extension OutputComparison.Difference {
  /// What is different, in words.
  var text: String {
    switch kind {
    case .notStored: "nothing is kept of it"
    case .outcome(let stored, let now):
      "it ended as '\(now.rawValue)', before as '\(stored.rawValue)'"
    case .outputCount(let stored, let now): "it has \(now) outputs, before \(stored)"
    case .shape(let output): "output \(output) is of another kind than before"
    case .line(let line, let output, _, _):
      "line \(line) of output \(output) is another than before"
    case .picture(let output, let share):
      "the picture of output \(output) differs in \(Self.percent(share)) of its pixels"
    }
  }

  /// What was shown before and what is shown now.
  var details: [String] {
    guard case .line(_, _, let stored, let now) = kind else { return [] }
    return (stored.map { ["- \($0)"] } ?? []) + (now.map { ["+ \($0)"] } ?? [])
  }

  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.001 ? "less than 0.1 %" : "\((share * 1000).rounded() / 10) %"
  }
}
