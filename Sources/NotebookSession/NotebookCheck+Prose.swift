public import CellLanguage
public import Notebook

extension NotebookCheck {
  /// An expression in prose whose value cannot be computed.
  public struct ProseFault: Sendable {
    /// The expression.
    public let expression: ProseExpression
    /// What is wrong with it, with its places in the notebook.
    public let failure: CellFailure
  }

  /// The faults of expressions in prose, of which nothing is computed; cells are read and do not run.
  ///
  /// - Parameters:
  ///   - range: the cells before which prose is looked at; that at the end, too, where the last is one of
  ///     them.
  ///   - faults: those of these cells: what may come of them is not told of again.
  ///   - state: what the first of the cells starts from.
  ///   - interrupt: ends the check early when raised.
  public func proseFaults(
    in document: NotebookDocument, cells range: Range<Int>? = nil, besides faults: [Fault] = [],
    from state: CellState = CellState(), interrupt: InterruptFlag = InterruptFlag()
  ) -> [ProseFault] {
    let range = range ?? 0..<document.cells.count
    var pieces: [(cellCount: Int, expressions: [ProseExpression])] = []
    var cellCount = 0
    for block in document.blocks {
      switch block {
      case .cell: cellCount += 1
      case .prose(let prose):
        let isLast = cellCount == document.cells.count && range.upperBound == cellCount
        guard range.contains(cellCount) || isLast else { continue }
        let expressions = prose.expressions
        if !expressions.isEmpty { pieces.append((cellCount, expressions)) }
      }
    }
    var state = state
    var next = range.lowerBound
    var found: [ProseFault] = []
    for (cellCount, expressions) in pieces {
      for cell in document.cells[next..<cellCount] where cell.kind == .swift {
        if interrupt.isRaised { return found }
        guard !cell.options.isSkipped else { continue }
        let result = runner.check(cell.source, from: state)
        // It runs as a whole or not at all, so what it would declare is not there.
        if result.failure == nil || !cell.options.error { state = result.state }
      }
      next = cellCount
      for expression in expressions {
        let failure = runner.fault(inExpression: expression.text, from: state) {
          expression.place(of: $0, in: name)
        }
        guard let failure else { continue }
        let errors = failure.diagnostics.filter { $0.severity == .error }
        let isFollowUp = errors.allSatisfy { problem in
          faults.contains { $0.mayExplain(problem) }
        }
        if !isFollowUp { found.append(ProseFault(expression: expression, failure: failure)) }
      }
    }
    return found
  }
}
