public import CellLanguage
public import Notebook

/// Reads cells as they would be read when they run, without running them, so that a slip in the last
/// cell is told before an hour of training.
///
/// A cell is checked in the state that the cells before it would leave: their names and types. What a
/// faulty cell declares counts as declared, so that it is told of once. Cells that are left out, cells of
/// the shell and cells that are expected to fail have no faults.
public struct NotebookCheck: Sendable {
  let runner: CellRunner
  let name: String

  /// A cell that cannot run.
  public struct Fault: Sendable, Equatable {
    /// The cell.
    public let cell: Cell
    /// What is wrong with it.
    public let failure: CellFailure

    /// The fault in a line, with its place in a notebook.
    public func line(in name: String) -> String {
      SessionFailure.cell(failure).line(in: name, cell: cell)
    }
  }

  /// A check of cells that a runner would run.
  ///
  /// - Parameter name: what messages call the notebook.
  public init(runner: CellRunner, name: String) {
    self.runner = runner
    self.name = name
  }

  /// The faults of cells that run one after the other.
  ///
  /// - Parameters:
  ///   - state: what the first of them starts from.
  ///   - interrupt: ends the check early when raised.
  public func faults(
    of cells: some Sequence<Cell>, from state: CellState = CellState(),
    interrupt: InterruptFlag = InterruptFlag()
  ) -> [Fault] {
    var state = state
    var faults: [Fault] = []
    let cells = cells.filter { $0.kind == .swift && !$0.options.isSkipped }
    let runner = runner.expecting(cells.map(\.source))
    for cell in cells {
      if interrupt.isRaised { break }
      let result = runner.check(
        cell.source, named: name, lineOffset: cell.firstLine - 1, from: state)
      guard let failure = result.failure else {
        state = result.state
        continue
      }
      // It runs as a whole or not at all, so what it would declare is not there.
      if cell.options.error { continue }
      state = result.state
      let isFollowUp = failure.diagnostics.filter { $0.severity == .error }.allSatisfy { problem in
        faults.contains { $0.mayExplain(problem) }
      }
      if !isFollowUp { faults.append(Fault(cell: cell, failure: failure)) }
    }
    return faults
  }
}

extension NotebookCheck.Fault {
  /// Whether a problem of a later cell may be that this one could not be read: then nothing is known of
  /// what it declares, and the problem is with a name that stands in it.
  func mayExplain(_ problem: CellDiagnostic) -> Bool {
    let parts = problem.message.split(separator: "'", omittingEmptySubsequences: false)
    let words = Set(cell.source.split { !$0.isPartOfName })
    // What is between the quotation marks.
    return parts.indices.contains { index in
      index % 2 == 1 && words.contains(parts[index].prefix { $0.isPartOfName })
    }
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
