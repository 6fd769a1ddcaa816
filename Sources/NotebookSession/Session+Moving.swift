internal import Notebook

extension Session {
  mutating func goBack(to index: Int) throws(SessionError) {
    guard index >= 0 else { throw .atTheStart }
    guard index <= position, let snapshot = snapshot(before: index) else {
      throw .notYetRun(cell: document.cells[min(index, cells.count - 1)].name)
    }
    position = index
    current = snapshot
    shownBlocks = min(shownBlocks, blockCount(throughCell: index - 1))
  }

  /// Shows what comes before the next cell, and the cell; at the end, what is left.
  mutating func reveal() -> [Effect] {
    let end = position < cells.count ? blockCount(throughCell: position) : document.blocks.count
    guard shownBlocks < end else { return [] }
    defer { shownBlocks = end }
    return document.blocks[shownBlocks..<end].compactMap { block in
      switch block {
      case .prose(let prose): prose.isBlank ? nil : .present(.prose(prose.text))
      case .cell(let cell): .present(.source(cell))
      }
    }
  }

  /// How many blocks there are up to a cell and with it.
  private func blockCount(throughCell index: Int) -> Int {
    guard index >= 0 else { return 0 }
    let number = document.cells[index].number
    let place = document.blocks.firstIndex { block in
      if case .cell(let cell) = block { cell.number == number } else { false }
    }
    return place.map { $0 + 1 } ?? document.blocks.count
  }

  /// Takes a changed file: what ran before its first changed cell still holds.
  mutating func replace(by newDocument: NotebookDocument) {
    let pairs = zip(document.cells, newDocument.cells)
    let unchanged = pairs.prefix { $0.runs(like: $1) }.count
    let old = cells
    document = newDocument
    cells = newDocument.cells.indices.map { index in
      guard index < old.count else { return CellStatus() }
      var status = old[index]
      if index >= unchanged, status.record != nil { status.isStale = true }
      return status
    }
    if position > unchanged {
      position = unchanged
      current = snapshot(before: unchanged) ?? initial
    }
    shownBlocks = blockCount(throughCell: position - 1)
  }
}

extension Cell {
  /// Whether running this cell and running `other` does the same.
  fileprivate func runs(like other: Cell) -> Bool {
    kind == other.kind && name == other.name && source == other.source
      && options == other.options
  }
}
