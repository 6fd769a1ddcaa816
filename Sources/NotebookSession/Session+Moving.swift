internal import Notebook

extension Session {
  /// Makes a cell the next one; the cells before it must have run as they are.
  mutating func go(to index: Int) throws(SessionError) {
    guard index >= 0 else { throw .atTheStart }
    guard index <= cells.count else { throw .atTheEnd }
    guard let snapshot = snapshot(before: index) else {
      throw .notYetRun(cell: document.cells[min(index, cells.count - 1)].name)
    }
    position = index
    current = snapshot
    showFromPosition()
  }

  /// How many blocks there are up to a cell and with it.
  func blockCount(throughCell index: Int) -> Int {
    guard index >= 0 else { return 0 }
    let number = document.cells[index].number
    let place = document.blocks.firstIndex { block in
      if case .cell(let cell) = block { cell.number == number } else { false }
    }
    return place.map { $0 + 1 } ?? document.blocks.count
  }

  /// Takes a changed file: what ran before its first changed cell still holds, and what ran after it is
  /// known, but stale.
  mutating func replace(by newDocument: NotebookDocument) {
    let old = Array(zip(document.cells, cells))
    let places = Self.places(of: newDocument.cells, among: old.map(\.0))
    let hasOtherConstants =
      newDocument.frontMatter.seed != document.frontMatter.seed
      || newDocument.frontMatter.data != document.frontMatter.data
    document = newDocument
    cells = places.map { place in place.map { old[$0].1 } ?? CellStatus() }
    moveProse(to: places, hasOtherConstants: hasOtherConstants)
    if hasOtherConstants { for index in cells.indices { cells[index].ranAs = nil } }
    findStaleCells()
    guard position > frontier || position > cells.count else { return showFromPosition() }
    position = min(frontier, cells.count)
    current = snapshot(before: position) ?? initial
    showFromPosition()
  }

  private mutating func showFromPosition() {
    shownBlocks = blockCount(throughCell: position - 1)
  }

  /// For each new cell the place of the old one that it is, perhaps changed: cells that are the same at
  /// the start and at the end are, and between them those with the same id or at the same place.
  private static func places(of new: [Cell], among old: [Cell]) -> [Int?] {
    let start = zip(new, old).prefix { $0.text == $1.text }.count
    let limit = min(new.count, old.count) - start
    let end = min(limit, zip(new.reversed(), old.reversed()).prefix { $0.text == $1.text }.count)
    return new.indices.map { index in
      if index < start { return index }
      if index >= new.count - end { return index - new.count + old.count }
      let between = start..<(old.count - end)
      if let id = new[index].options.id {
        return between.first { old[$0].options.id == id }
      }
      return between.contains(index) && old[index].options.id == nil ? index : nil
    }
  }

  /// Takes what an earlier session left of the first cells, which are as they were then.
  mutating func restore(_ restored: [Restored]) -> [Effect] {
    for (index, cell) in restored.prefix(cells.count).enumerated() {
      let parent = index == 0 ? 0 : cells[index - 1].run
      if !cell.values.isEmpty { prose[index] = ProseStatus(values: cell.values, parent: parent) }
      note(cell.record, leaving: cell.snapshot, duration: cell.duration, ofCell: index)
    }
    position = frontier
    current = snapshot(before: position) ?? initial
    showFromPosition()
    return catchUp()
  }
}
