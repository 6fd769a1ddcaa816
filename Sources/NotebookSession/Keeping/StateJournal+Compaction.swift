internal import CellLanguage
internal import SystemFiles

extension StateJournal {
  /// Rewrites the file with what can still be reached: what was kept or restored in this process, and the
  /// rows of first cells that these lists of keys have.
  ///
  /// The file is replaced at once or not at all.
  public func compact(keeping rows: [[CellKey]]) throws {
    guard file.isOurs else { return }
    var numbers = Set(rows.flatMap { path($0) })
    for var number in knownRecords {
      while number != 0, numbers.insert(number).inserted, let record = records[number] {
        number = record.parent
      }
    }
    let cells = file.entries.filter { $0.kind == .cell && numbers.contains($0.number) }
    let needed = Set(cells.flatMap { records[$0.number]?.blobNumbers ?? [] })
    // In the order of the file: what a record needs comes before it.
    let kept = file.entries.filter { entry in
      entry.kind == .cell ? numbers.contains(entry.number) : needed.contains(entry.number)
    }
    guard kept.count < file.entries.count else { return }
    let old = file
    try place.access.replace(place.path) { (draft) throws(FileError) in
      for entry in kept {
        guard let content = old.content(of: entry) else { continue }
        try draft.append(old.heading(entry))
        try draft.append(content)
      }
    }
    file = try JournalFile(place.path, in: place.access, key: seal)
    readRecords()
  }

  /// Rewrites the file where more than half of it, and more than a quarter of a GiB, can no longer be
  /// reached.
  ///
  /// What a mistaken edit left behind is found again when the edit is taken back, so that it is kept while
  /// there is room.
  ///
  /// - Parameter rows: the keys to keep besides those of this process; asked for where there is much.
  public func compactIfWorthwhile(
    over floor: Int = 256 << 20, keeping rows: () -> [[CellKey]]
  ) throws {
    guard file.size > floor else { return }
    let rows = rows()
    var numbers = Set(rows.flatMap { path($0) })
    numbers.formUnion(knownRecords)
    let needed = Set(numbers.flatMap { records[$0]?.blobNumbers ?? [] })
    let live = file.entries.reduce(0) { sum, entry in
      let isLive =
        entry.kind == .cell ? numbers.contains(entry.number) : needed.contains(entry.number)
      return isLive ? sum + entry.count + JournalFile.headingSize : sum
    }
    if file.size > 2 * live + floor { try compact(keeping: rows) }
  }
}
