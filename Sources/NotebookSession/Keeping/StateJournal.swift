public import CellLanguage
public import SystemFiles

/// The states after the cells of a notebook, in a file beside it: what a closed terminal or a kill leaves
/// to go on from.
///
/// ```swift
/// let journal = try StateJournal(in: folder, seal: seal)
/// let restored = journal.restore(cells, runner)            // as many as are unchanged
/// …
/// journal.keep(result.state, key: key, after: before, inputs: inputs, seconds: 3_600)
/// ```
///
/// A state is written as the difference to that of the cell before it. The file only grows, so that an
/// earlier run stays usable: a state is found by its key, and whoever runs the notebook anew loses
/// nothing until ``compact(keeping:)``.
public final class StateJournal {
  var file: JournalFile
  let place: (access: FileAccess, path: String)
  let seal: KeyedHash.Key
  let limit: Int
  /// The records of blobs by number, and the numbers by content.
  var blobs: [Int: JournalFile.Entry] = [:]
  private var blobNumbers: [KeyedHash.Digest: Int] = [:]
  /// The records of cells, by number in the order of the file.
  var records: [Int: CellRecord] = [:]
  var order: [Int] = []
  private var nextNumber = 1
  /// What was kept or restored in this process, by key.
  private var known: [CellKey: (record: Int, state: KeptState)] = [:]
  private lazy var keeper = StateKeeper(blobs: self)
  private let start: KeptState

  /// The states of a notebook.
  ///
  /// - Parameters:
  ///   - folder: where they are kept.
  ///   - seal: the secret that tells what this user's programs wrote.
  ///   - limit: the most bytes that they take.
  public convenience init(
    in folder: OutputFolder, seal: KeyedHash.Key, limit: Int = 4 << 30
  ) throws(FileError) {
    try self.init(folder.journalPlace, seal: seal, limit: limit)
  }

  init(
    _ place: (access: FileAccess, path: String), seal: KeyedHash.Key, limit: Int
  ) throws(FileError) {
    self.place = place
    self.seal = seal
    self.limit = limit
    start = KeptState(CellState())
    file = try JournalFile(place.path, in: place.access, key: seal)
    readRecords()
  }

  /// Whether this process may keep states: no other does.
  public var isOurs: Bool { file.isOurs }

  /// How many bytes the states take.
  public var size: Int { file.size }

  /// The records of what was kept or restored in this process.
  var knownRecords: [Int] { known.values.map(\.record) }

  /// Takes the records of the file.
  func readRecords() {
    blobs = [:]
    blobNumbers = [:]
    records = [:]
    order = []
    for entry in file.entries {
      nextNumber = max(nextNumber, entry.number + 1)
      switch entry.kind {
      case .blob:
        blobs[entry.number] = entry
        blobNumbers[entry.digest] = entry.number
      case .cell:
        guard let content = file.content(of: entry) else { continue }
        var reader = KeptReader(content, blobs: self, library: HostLibrary())
        guard let record = try? CellRecord(from: &reader) else { continue }
        records[entry.number] = record
        order.append(entry.number)
      }
    }
  }

  // MARK: - Keeping

  /// Keeps the state after a cell.
  ///
  /// - Parameters:
  ///   - state: what the cell left.
  ///   - key: what it follows from.
  ///   - parent: the key of the cell before it; `nil` for the first.
  ///   - inputs: the files that it read.
  ///   - written: the paths of those that it wrote.
  ///   - seconds: how long it ran.
  @discardableResult
  public func keep(
    _ state: CellState, key: CellKey, after parent: CellKey?, inputs: [KeptInput] = [],
    written: [String] = [], seconds: Double = 0
  ) -> KeepOutcome {
    guard file.isOurs else { return .notKept(.heldElsewhere) }
    known[key] = nil
    var before = (record: 0, state: start)
    if let parent {
      guard let kept = known[parent] else { return .notKept(.predecessorNotKept) }
      before = kept
    }
    do {
      try write(state, key, before, (inputs, written), seconds)
      return .kept
    } catch JournalError.full {
      // Once more without what nobody can reach.
      do {
        try compact(keeping: [])
        try write(state, key, before, (inputs, written), seconds)
        return .kept
      } catch { return .notKept(reason(error)) }
    } catch { return .notKept(reason(error)) }
  }

  private func write(
    _ state: CellState, _ key: CellKey, _ before: (record: Int, state: KeptState),
    _ files: (read: [KeptInput], written: [String]), _ seconds: Double
  ) throws {
    let (bytes, numbers, kept) = try keeper.keep(state, after: before.state)
    var writer = KeptWriter(blobs: self)
    var record = CellRecord(
      key: key, parent: before.record, inputs: files.read, written: files.written,
      seconds: seconds, body: bytes, blobNumbers: numbers)
    try record.keep(in: &writer)
    record.body = []
    let content = writer.bytes
    try makeRoom(for: content.count)
    let number = nextNumber
    try unsafe file.append(
      .cell, number: number, content.span.bytes, digest: file.digest(of: content.span.bytes))
    nextNumber += 1
    record.blobNumbers += writer.blobNumbers
    records[number] = record
    order.append(number)
    known[key] = (number, kept)
  }

  private func makeRoom(for count: Int) throws {
    guard file.size + count + JournalFile.headingSize <= limit else { throw JournalError.full }
  }

  private func reason(_ error: any Error) -> KeepOutcome.Reason {
    switch error {
    case let error as KeptError: .notKeepable(error)
    case let error as FileError: .file(error)
    case JournalError.full: .tooLarge(limit: limit)
    default: .notKeepable(.notKeepable(type: "\(error)"))
    }
  }

  /// Has the disk take everything; called where a run ends.
  public func sync() { file.sync() }

  // MARK: - Restoring

  /// The states of the first cells, as many as were kept under the keys that these have now and whose
  /// inputs are unchanged and whose results are still there.
  public func restore(_ cells: [CellToRestore], _ runner: CellRunner) -> Restoration {
    var result = Restoration()
    let restorer = StateRestorer(runner, blobs: self)
    var state = CellState()
    for (cell, number) in zip(cells, path(cells.map(\.key))) {
      guard let record = records[number] else { break }
      let changed = record.filesThatChanged
      guard changed.isEmpty else {
        result.obstacle = .filesChanged(changed)
        break
      }
      do {
        state = try restorer.restore(
          try body(of: number), source: cell.source, named: cell.name,
          lineOffset: cell.lineOffset, after: state)
      } catch {
        result.obstacle = .unreadable(error as? KeptError ?? .damaged)
        break
      }
      known[cell.key] = (number, KeptState(state))
      result.cells.append(RestoredCell(state: state, seconds: record.seconds))
    }
    return result
  }

  /// How many of the first cells can be restored, and how long they ran together in seconds, without
  /// restoring them.
  public func restorable(_ keys: [CellKey]) -> (count: Int, seconds: Double) {
    var (count, seconds) = (0, 0.0)
    for number in path(keys) {
      guard let record = records[number], record.filesThatChanged.isEmpty else { break }
      count += 1
      seconds += record.seconds
    }
    return (count, seconds)
  }

  /// The records of the longest row of first cells; of two as long the later.
  func path(_ keys: [CellKey]) -> [Int] {
    var depths: [CellKey: Int] = [:]
    for (index, key) in keys.enumerated() { depths[key] = index }
    var reached: [Int: Int] = [0: 0]
    var best = (depth: 0, number: 0)
    for number in order {
      guard let record = records[number], let depth = depths[record.key],
        reached[record.parent] == depth
      else { continue }
      reached[number] = depth + 1
      if depth + 1 >= best.depth { best = (depth + 1, number) }
    }
    var result: [Int] = []
    var next = best.number
    while next != 0, let record = records[next] {
      result.append(next)
      next = record.parent
    }
    return result.reversed()
  }

  private func body(of number: Int) throws -> [UInt8] {
    guard let entry = file.entries.last(where: { $0.kind == .cell && $0.number == number }),
      let content = file.content(of: entry)
    else { throw KeptError.damaged }
    var reader = KeptReader(content, blobs: self, library: HostLibrary())
    return try CellRecord(from: &reader).body
  }
}

/// The file may not grow.
enum JournalError: Error { case full }

extension StateJournal: KeptBlobs {
  /// Keeps bytes, unless they are kept already.
  public func put(_ bytes: RawSpan) throws -> Int {
    let digest = file.digest(of: bytes)
    if let known = blobNumbers[digest] { return known }
    try makeRoom(for: bytes.byteCount)
    let number = nextNumber
    try file.append(.blob, number: number, bytes, digest: digest)
    nextNumber += 1
    blobNumbers[digest] = number
    blobs[number] = file.entries.last
    return number
  }

  /// The bytes of a number.
  public func bytes(of number: Int) throws -> [UInt8] {
    guard let entry = blobs[number], let bytes = file.content(of: entry) else {
      throw KeptError.damaged
    }
    return bytes
  }
}
