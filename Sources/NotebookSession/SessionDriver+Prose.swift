internal import CellLanguage
internal import Notebook

extension SessionDriver {
  /// Computes the values that prose shows, and says why where that is not possible. What is computed leaves
  /// nothing behind; it may take as long as the cell before it may.
  func values(
    of computation: Session<CellState>.ProseComputation
  ) -> Session<CellState>.ProseValues {
    // What it reads is no part of the next cell.
    defer { cellKeeper?.forgetUses() }
    let seconds = computation.cell?.options.timeout
    let timer = Timer(seconds: seconds, interrupt: interrupt)
    var result = Session<CellState>.ProseValues(values: [:])
    for expression in computation.prose.expressions where result.values[expression.text] == nil {
      do throws(CellFailure) {
        result.values[expression.text] = try runner.valueText(
          of: expression.text, from: computation.snapshot, interrupt: interrupt
        ) { expression.place(of: $0, in: name) }
      } catch {
        guard error.kind == .interrupted else {
          result.failures.append(.cell(error))
          continue
        }
        timer.stop()
        result.failures.append(
          timer.hasFired
            ? .valueTimeout(expression: expression.text, seconds: seconds ?? 0) : .cell(error))
        break
      }
    }
    timer.stop()
    if timer.hasFired { interrupt.lower() }
    return result
  }
}

extension ProseExpression {
  /// Where a place in the expression, as if that were a file, is in the notebook.
  func place(of place: SourcePlace, in name: String) -> SourcePlace {
    let start = position(ofColumn: place.column)
    let end = position(ofColumn: place.endColumn)
    return SourcePlace(
      source: name, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column, text: line(start.line))
  }
}
