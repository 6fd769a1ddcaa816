import CellLanguage
import NotebookSession

/// Cells that are run, kept in a folder and restored from it.
struct KeptNotebook {
  static let seal = KeyedHash.Key(low: 1, high: 2)
  var cells: [String]
  let folder: OutputFolder

  init(_ cells: [String], in place: Workplace) {
    self.cells = cells
    folder = OutputFolder(path: place.path + "/x.out")
  }

  var keys: [CellKey] {
    var key = CellKey(program: "test", settings: ["seed: 0"])
    return cells.map { cell in
      key = key.after(kind: "swift", source: cell, options: "")
      return key
    }
  }

  func journal(limit: Int = 1 << 30) throws -> StateJournal {
    try StateJournal(in: folder, seal: KeptNotebook.seal, limit: limit)
  }

  /// Runs the cells from one on and keeps each; answers what came of that.
  @discardableResult
  func run(
    _ journal: StateJournal, from start: Int = 0, state: CellState = CellState(),
    inputs: [KeptInput] = [], written: [String] = []
  ) -> [KeepOutcome] {
    let runner = CellRunner()
    var state = state
    return (start..<cells.count).map { index in
      state = runner.run(cells[index], from: state, console: Quiet()).state
      return journal.keep(
        state, key: keys[index], after: index == 0 ? nil : keys[index - 1], inputs: inputs,
        written: written, seconds: 1)
    }
  }

  /// What can be restored, as the values that an expression has after each cell.
  func restored(_ journal: StateJournal, showing expression: String = "x") -> [String] {
    let runner = CellRunner()
    let cells = zip(keys, cells).map {
      CellToRestore(key: $0, source: $1, name: "cell", lineOffset: 0)
    }
    return journal.restore(cells, runner).cells.map { cell in
      let result = runner.run(expression, from: cell.state, console: Quiet())
      return result.value?.description ?? result.failure?.description ?? ""
    }
  }
}

/// Shows nothing.
private final class Quiet: Console {
  func emit(_ event: OutputEvent) {}
}

extension KeepOutcome {
  /// Why a cell is not kept, in words.
  var reason: String? {
    if case .notKept(let reason) = self { "\(reason)" } else { nil }
  }
}
