public import Notebook

/// A running notebook, as a value: what has run, what came of it, and what runs next.
///
/// Nothing here runs a cell or draws a line. `apply(_:)` takes what happened and returns what to do
/// about it, so that everything a session decides can be tested without a terminal or a language:
///
/// ```swift
/// var session = Session(document: document, initial: CellState())
/// let effects = try session.apply(.run(.all))      // [.present(.prose(…)), …, .evaluate(…)]
/// ```
///
/// `Snapshot` is everything that cells have defined, as a value. There is no hidden state: cell N
/// always runs from the snapshot after cell N−1, as if the notebook had been run from the top.
/// A line typed at the prompt runs from `current`, and only `current` keeps what it did.
///
/// - Invariant: the cells before `position` have a snapshot and are not stale.
public struct Session<Snapshot: Sendable>: Sendable {
  /// The notebook.
  public internal(set) var document: NotebookDocument {
    didSet { revision += 1 }
  }
  /// What is known of each cell of the notebook, in order.
  public internal(set) var cells: [CellStatus]
  /// Which cell is next; the number of cells when all have run.
  public internal(set) var position = 0
  /// What a line at the prompt works on.
  public internal(set) var current: Snapshot
  /// What the first cell starts from.
  public let initial: Snapshot
  /// What is being evaluated.
  var running: Running?
  /// What is known of the values in prose, by how many cells are before it.
  var prose: [Int: ProseStatus] = [:]
  /// How many blocks of the document have been shown.
  var shownBlocks = 0

  /// How often the notebook has been replaced.
  private(set) var revision = 0
  /// The runs of cells so far, which gives each its number.
  var runCount = 0

  enum Running {
    /// A cell, and the last one to run after it.
    case cell(Int, through: Int)
    case line
    /// The values in a block of prose, and what comes after showing it.
    case prose(block: Int, then: AfterProse)
  }

  /// A notebook of which nothing has run.
  public init(document: NotebookDocument, initial: Snapshot) {
    self.document = document
    self.initial = initial
    current = initial
    cells = document.cells.map { _ in CellStatus() }
  }
}

// MARK: - Taking what happens

extension Session {
  /// Takes what happened.
  ///
  /// - Returns: what to do about it, in order.
  /// - Throws: `SessionError` where it makes no sense; nothing is changed then.
  public mutating func apply(_ operation: Operation) throws(SessionError) -> [Effect] {
    if case .finish(let ending) = operation { return try finish(ending) }
    if case .finishProse(let values) = operation { return try finish(values) }
    guard running == nil else { throw .busy }
    switch operation {
    case .reveal: return reveal(then: .nothing)
    case .run(let extent): return try run(extent)
    case .runLine(let text):
      running = .line
      return [.evaluate(Evaluation(subject: .line(text), snapshot: current))]
    case .skip: return try skip()
    case .go(let index):
      try go(to: index)
      return []
    case .replaceDocument(let document):
      replace(by: document)
      return catchUp()
    case .restore(let restored):
      return restore(restored)
    case .forgetLines:
      current = snapshot(before: position) ?? initial
      return []
    case .finish, .finishProse: return []
    }
  }

  /// The cell that runs next; nil at the end.
  public var nextCell: Cell? { position < cells.count ? document.cells[position] : nil }

  /// What cell `index` starts from; nil where the cells before it have not run as they now are.
  public func snapshot(before index: Int) -> Snapshot? {
    if index == 0 { return initial }
    return index <= position || index <= frontier ? cells[index - 1].snapshot : nil
  }

  /// How many cells from the first on have done what they should, as they now are.
  public var frontier: Int {
    cells.indices.first { cells[$0].isStale || cells[$0].snapshot == nil } ?? cells.count
  }

  /// Where a cell is in its life.
  public func life(ofCell index: Int) -> CellLife {
    if case .cell(index, _)? = running { return .running }
    return cells[index].life
  }

  /// The outputs of the cells that have run, and the values of prose that was shown.
  public var sidecar: Sidecar {
    Sidecar(cells: cells.compactMap(\.record), prose: proseRecords.map(\.record))
  }
}
