public import Notebook

/// Where a cell of a running notebook is in its life.
public enum CellLife: String, Sendable, Equatable, CaseIterable {
  /// It has not run.
  case fresh
  /// It runs.
  case running
  /// It did what it should, which may be to fail.
  case done
  /// It has run, but it or a cell before it has changed or run again since.
  case stale
  /// It failed, or was expected to and did not.
  case failed
  /// It was stopped by hand.
  case interrupted
  /// It was left out.
  case skipped
}

extension Session {
  /// What is known of a cell.
  public struct CellStatus: Sendable {
    /// What came of running it; nil where it has not been run.
    public internal(set) var record: Sidecar.CellRecord?
    /// What it left behind; nil where it has not been run or did not do what it should.
    public internal(set) var snapshot: Snapshot?
    /// Whether it or a cell before it has changed or run again since it was run.
    public internal(set) var isStale = false
    /// How long it took; nil where it has not been run in this session.
    public internal(set) var duration: Duration?
    /// The cell as it was when it ran.
    var ranAs: Cell?
    /// Which run of the session that was, counted from 1.
    var run = 0
    /// Which run it started from: that of the cell before it, 0 for the first cell.
    var parent = 0

    /// Where it is in its life, where it is not the one that runs.
    var life: CellLife {
      guard let record else { return .fresh }
      if isStale { return .stale }
      return switch record.outcome {
      case .ok: .done
      case .error: .failed
      case .interrupted: .interrupted
      case .skipped: .skipped
      }
    }
  }

  /// Notes that a cell ran, or was left out, from what the cell before it left.
  mutating func note(
    _ record: Sidecar.CellRecord, leaving snapshot: Snapshot?, duration: Duration?,
    ofCell index: Int
  ) {
    runCount += 1
    var record = record
    let before =
      index == 0 ? SourceDigest(document.frontMatter) : cells[index - 1].record?.source
    record.source = before?.following(document.cells[index])
    cells[index] = CellStatus(
      record: record, snapshot: snapshot, duration: duration, ranAs: document.cells[index],
      run: runCount, parent: index == 0 ? 0 : cells[index - 1].run)
    // It started from what holds, and whatever ran after it started from another run.
    for later in cells.indices[(index + 1)...] where cells[later].record != nil {
      cells[later].isStale = true
    }
  }

  /// Works out anew which cells are stale: all from the first on that is not as it ran, or that started
  /// from another run of the cell before it than the last.
  mutating func findStaleCells() {
    var expected: Int? = 0
    for (index, cell) in zip(cells.indices, document.cells) {
      let status = cells[index]
      let holds =
        expected == status.parent && status.ranAs.map { $0.runs(like: cell) } == true
      cells[index].isStale = status.record != nil && !holds
      expected = holds && status.snapshot != nil ? status.run : nil
    }
  }
}

extension Cell {
  /// Whether running this cell and running `other` does the same.
  func runs(like other: Cell) -> Bool {
    kind == other.kind && name == other.name && source == other.source
      && options == other.options
  }
}
