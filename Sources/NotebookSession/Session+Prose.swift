public import Notebook

extension Session {
  /// The values of expressions in prose that are to be computed.
  public struct ProseComputation: Sendable {
    /// The prose.
    public let prose: NotebookDocument.Prose
    /// The cell before it; nil where there is none.
    public let cell: Cell?
    /// What the cells before it have left.
    public let snapshot: Snapshot
  }

  /// What came of computing the values of prose.
  public struct ProseValues: Sendable {
    /// The texts of the values by the expressions' texts.
    public var values: [String: String]
    /// Why the others could not be computed.
    public var failures: [SessionFailure]

    /// Values, and why there are no more.
    public init(values: [String: String], failures: [SessionFailure] = []) {
      self.values = values
      self.failures = failures
    }
  }

  /// What is known of the values in a piece of prose.
  struct ProseStatus {
    var values: [String: String]
    var failures: [SessionFailure] = []
    /// The run of the cell before it whose state the values are of; 0 where there is none.
    var parent: Int
  }

  /// What happens when prose has been shown.
  enum AfterProse {
    /// Nothing but showing what else is to be shown.
    case nothing
    /// The cells up to this one run.
    case run(through: Int)
    /// It is not shown, since what comes after it has been, and the next such prose is computed.
    case catchingUp
  }
}

// MARK: - What is known

extension Session {
  /// The texts of the values in the prose after so many cells, by the expressions' texts; those that were
  /// not computed are missing.
  public func values(inProseAfter count: Int) -> [String: String] { prose[count]?.values ?? [:] }

  /// Why values in prose could not be computed, in the order of the notebook.
  public var proseFailures: [SessionFailure] {
    prose.sorted { $0.key < $1.key }.flatMap(\.value.failures)
  }

  /// How many of the values that were shown may be others now, since a cell before them has changed or run
  /// again.
  public var staleValueCount: Int {
    prose.reduce(0) { $0 + (isStale($1.value, after: $1.key) ? $1.value.values.count : 0) }
  }

  private func isStale(_ status: ProseStatus, after count: Int) -> Bool {
    guard count > 0 else { return status.parent != 0 }
    return !cells.indices.contains(count - 1) || cells[count - 1].isStale
      || cells[count - 1].run != status.parent
  }

  /// What the sidecar keeps of the prose after so many cells; nil where nothing is known.
  func proseRecord(after count: Int) -> Sidecar.ProseRecord? {
    guard let status = prose[count], !status.values.isEmpty, count <= document.cells.count else {
      return nil
    }
    return Sidecar.ProseRecord(
      after: count == 0 ? nil : document.cells[count - 1].name, values: status.values)
  }

  /// What the sidecar keeps of all prose, with the number of cells before it.
  var proseRecords: [(count: Int, record: Sidecar.ProseRecord)] {
    prose.keys.sorted().compactMap { count in
      proseRecord(after: count).map { (count, $0) }
    }
  }
}

// MARK: - Showing prose

extension Session {
  /// Shows what comes before the next cell, and the cell; at the end, what is left. Prose with expressions
  /// is computed first, and then waited for.
  mutating func reveal(then next: AfterProse) -> [Effect] {
    let end = position < cells.count ? blockCount(throughCell: position) : document.blocks.count
    var effects: [Effect] = []
    while shownBlocks < end {
      let index = shownBlocks
      shownBlocks += 1
      switch document.blocks[index] {
      case .cell(let cell): effects.append(.present(.source(cell)))
      case .prose(let prose) where prose.isBlank: break
      case .prose(let prose):
        guard !prose.expressions.isEmpty else {
          effects.append(.present(.prose(prose.text)))
          continue
        }
        let count = cellCount(before: index)
        running = .prose(block: index, then: next)
        return effects + [
          .compute(
            ProseComputation(
              prose: prose, cell: count == 0 ? nil : document.cells[count - 1],
              snapshot: snapshot(before: position) ?? initial))
        ]
      }
    }
    return effects
  }

  /// Shows prose with its values, and goes on.
  mutating func finish(_ values: ProseValues) throws(SessionError) -> [Effect] {
    guard case .prose(let block, let next)? = running,
      case .prose(let prose) = document.blocks[block]
    else { throw .notRunning }
    running = nil
    let count = cellCount(before: block)
    self.prose[count] = ProseStatus(
      values: values.values, failures: values.failures,
      parent: count == 0 ? 0 : cells[count - 1].run)
    var effects: [Effect] = []
    if case .catchingUp = next {
    } else {
      effects.append(.present(.prose(prose.text(showing: values.values))))
    }
    effects +=
      values.failures.map { .present(.failure($0)) } + [.saveValues(afterCells: count)]
    guard values.failures.isEmpty else {
      let isInterrupted = values.failures.contains(where: \.isInterruption)
      // Whoever reads sees the cell that comes next all the same.
      if case .nothing = next { effects += reveal(then: .nothing) }
      return effects + [.stop(isInterrupted ? .interrupted : .failed)]
    }
    switch next {
    case .nothing: return effects + reveal(then: .nothing)
    case .run(let last): return effects + advance(through: last)
    case .catchingUp: return effects + catchUp()
    }
  }

  /// Computes the values of prose between cells that need not run again, where the prose has expressions
  /// that it did not have when they ran.
  mutating func catchUp() -> [Effect] {
    var count = 0
    for (index, block) in document.blocks.enumerated() {
      switch block {
      case .cell: count += 1
      case .prose(let prose):
        guard count < position else { return [] }
        let known = self.prose[count]
        guard prose.expressions.contains(where: { known?.values[$0.text] == nil }),
          known?.failures.isEmpty ?? true
        else { continue }
        running = .prose(block: index, then: .catchingUp)
        return [
          .compute(
            ProseComputation(
              prose: prose, cell: count == 0 ? nil : document.cells[count - 1],
              snapshot: snapshot(before: count) ?? initial))
        ]
      }
    }
    return []
  }

  private func cellCount(before block: Int) -> Int {
    document.blocks[..<block].count { if case .cell = $0 { true } else { false } }
  }

  /// Takes the values along to where the cells before them are in a changed notebook.
  ///
  /// - Parameter places: for each new cell the place of the old one that it is.
  mutating func moveProse(to places: [Int?], hasOtherConstants: Bool) {
    let old = prose
    prose = [:]
    prose[0] = old[0]
    for (index, place) in places.enumerated() {
      if let place { prose[index + 1] = old[place + 1] }
    }
    // What could not be computed may be another expression now.
    for count in prose.keys where prose[count]?.failures.isEmpty == false { prose[count] = nil }
    // Constants are there before the first cell.
    if hasOtherConstants { for count in prose.keys { prose[count]?.parent = -1 } }
  }
}
