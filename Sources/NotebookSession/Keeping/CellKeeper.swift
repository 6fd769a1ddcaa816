public import CellLanguage
public import Notebook
package import SystemFiles

/// Keeps the states of a notebook's cells while it runs, and finds those that need not run again.
///
/// Nothing is opened until there is something to keep or to find. Why a cell is not kept is said once, for
/// the first cell that could have been worth it.
public final class CellKeeper {
  private let folder: OutputFolder
  private let sealPath: String
  private let program: String
  private let settings: [String]
  private let takeUses: () -> FileUses.Paths
  private var journal: StateJournal?
  private var isUseless = false
  /// Why a cell is not kept, to be said once.
  private(set) var complaint: String?
  private var hasComplained = false
  /// The first cell that could not be kept, and why.
  private var cause: String?

  /// What takes less time is not worth a word when it is not kept.
  private static let patience = Duration.seconds(2)

  /// A keeper of the cells of a notebook.
  ///
  /// - Parameters:
  ///   - folder: where states are kept.
  ///   - sealPath: the file with the user's secret, by which states are known to be the user's own.
  ///   - program: the program and its build, in which states mean something.
  ///   - settings: what else decides what cells do.
  ///   - takeUses: the files that were read and written since it was called last.
  package init(
    in folder: OutputFolder, sealPath: String, program: String, settings: [String],
    takeUses: @escaping () -> FileUses.Paths
  ) {
    self.folder = folder
    self.sealPath = sealPath
    self.program = program
    self.settings = settings
    self.takeUses = takeUses
  }

  /// Keeps what a cell left, where it is known what it started from.
  func keep(_ session: Session<CellState>, cell index: Int) {
    let uses = takeUses()
    let status = session.cells[index]
    guard let state = status.snapshot, let journal = opened() else { return }
    let keys = keys(of: session, count: index + 1)
    let outcome = journal.keep(
      state, key: keys[index], after: index == 0 ? nil : keys[index - 1],
      inputs: uses.read.sorted().map { KeptInput($0) },
      written: uses.written.sorted(), seconds: (status.duration ?? .zero) / .seconds(1))
    guard case .notKept(let reason) = outcome, !hasComplained else { return }
    let name = session.document.cells[index].name
    if case .predecessorNotKept = reason {} else { cause = "'\(name)': \(reason)" }
    guard let cause, let duration = status.duration, duration > Self.patience else { return }
    hasComplained = true
    complaint = "what '\(name)' left is not kept for another time, because of \(cause)"
  }

  /// Forgets what was read since the last cell: what prose shows is no part of a cell.
  func forgetUses() { _ = takeUses() }

  /// The complaint that has not been said yet.
  func takeComplaint() -> String? {
    defer { complaint = nil }
    return complaint
  }

  /// Has the disk take everything, and lets go of what neither this notebook nor this session can reach
  /// any more where that is much.
  func settle(_ session: Session<CellState>) {
    guard let journal else { return }
    journal.sync()
    // What cannot be tidied up is still right.
    try? journal.compactIfWorthwhile {
      [keys(of: session, count: session.document.cells.count)]
    }
  }

  /// How many of the first cells need not run again, and how long they took together.
  public func restorable(_ document: NotebookDocument) -> (count: Int, duration: Duration) {
    guard folder.hasStates, let journal = opened() else { return (0, .zero) }
    let found = journal.restorable(keys(of: document, count: document.cells.count))
    return (found.count, .seconds(found.seconds))
  }

  /// What an earlier session left of the first cells, as many as need not run again.
  public func restored(
    _ document: NotebookDocument, named name: String, runner: CellRunner
  ) -> [Session<CellState>.Restored] {
    guard folder.hasStates, let journal = opened() else { return [] }
    let keys = keys(of: document, count: document.cells.count)
    let cells = zip(document.cells, keys).map { cell, key in
      CellToRestore(
        key: key, source: cell.source, name: name, lineOffset: cell.firstLine - 1)
    }
    let found = journal.restore(cells, runner).cells
    let kept = folder.sidecar()
    let records = kept?.cells ?? []
    var restored: [Session<CellState>.Restored] = []
    for (index, cell) in found.enumerated() {
      let name = document.cells[index].name
      // What it showed is part of what it did.
      guard let record = records.first(where: { $0.name == name }),
        record.outcome == .ok || record.outcome == .skipped
      else { break }
      let before = index == 0 ? nil : document.cells[index - 1].name
      restored.append(
        .init(
          record: record, snapshot: cell.state, duration: .seconds(cell.seconds),
          values: kept?.values(after: before) ?? [:]))
    }
    return restored
  }

  private func opened() -> StateJournal? {
    if journal == nil, !isUseless {
      do {
        journal = try StateJournal(in: folder, seal: StateSeal.inFile(sealPath))
      } catch {
        isUseless = true
        if !hasComplained { complaint = "states are not kept: \(error)" }
        hasComplained = true
      }
    }
    return journal
  }

  // MARK: - Keys

  /// The keys of the first cells of a notebook, worked out for as many as were asked for so far.
  private var known: (revision: Int, keys: [CellKey])?

  /// The keys of the first cells of a session's notebook.
  private func keys(of session: Session<CellState>, count: Int) -> [CellKey] {
    let isSame = known?.revision == session.revision
    var keys = isSame ? known?.keys ?? [] : []
    known = nil
    extend(&keys, session.document, count: count)
    known = (session.revision, keys)
    return keys
  }

  private func keys(of document: NotebookDocument, count: Int) -> [CellKey] {
    var keys: [CellKey] = []
    extend(&keys, document, count: count)
    return keys
  }

  private func extend(_ keys: inout [CellKey], _ document: NotebookDocument, count: Int) {
    guard keys.count < count else { return }
    let front = document.frontMatter
    var last =
      keys.last
      ?? CellKey(
        program: program, settings: settings + ["seed: \(front.seed)", "data: \(front.data ?? "")"])
    for cell in document.cells[keys.count..<count] {
      last = last.after(
        kind: "\(cell.kind)", source: cell.source, options: "\(cell.name) \(cell.options)")
      keys.append(last)
    }
  }
}
