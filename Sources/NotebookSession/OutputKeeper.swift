internal import Notebook
internal import Synchronization
internal import SystemFiles

/// Keeps the outputs of a session in a folder, until the first time that it cannot.
///
/// A cell that has run costs a line of the journal, however many ran before it. Why something cannot be
/// kept is said once: it is no failure of the cells, which run as they would.
final class OutputKeeper: Sendable {
  private let state: Mutex<State>
  private let presenter: any SessionPresenter

  /// Something to keep.
  enum Entry {
    /// What the cell at a place of the notebook produced.
    case cell(Sidecar.CellRecord, at: Int)
    /// The values in the prose after so many cells.
    case prose(Sidecar.ProseRecord, afterCells: Int)
  }

  struct State {
    /// Where to keep them; nil where they are not kept.
    var folder: OutputFolder?
    /// What keeps other sessions out; nil before anything is kept.
    var claim: FolderClaim?
    /// Whether the journal has all that is to be kept so far.
    var hasJournal = false
    /// The images that earlier sessions left.
    var foundImages: Set<String> = []
    /// The images that were written, or seen to be there.
    var knownImages: Set<String> = []
    /// When the journal was last put on the disk.
    var lastSync = ContinuousClock.now
  }

  /// How much time's outputs the machine's end may take along. The program's own takes none.
  private static let syncInterval = Duration.seconds(1)

  /// A keeper; without a folder nothing is kept.
  init(_ folder: OutputFolder?, presenter: any SessionPresenter) {
    state = Mutex(State(folder: folder))
    self.presenter = presenter
  }

  /// Writes an image, and returns its path; nil where it is not kept.
  func write(_ bytes: [UInt8], to name: String) -> String? {
    perform { state, folder throws(FileError) in
      try folder.write(bytes, to: name)
      state.knownImages.insert(name)
      return folder.path + "/" + name
    }
  }

  /// Keeps what a cell produced, or prose shows.
  ///
  /// - Parameter all: all that there is to keep, this too; asked for at the start of a run.
  func save(_ entry: Entry, among all: () -> [Entry]) {
    perform { state, folder throws(FileError) in
      guard state.hasJournal else {
        var bytes = Sidecar.journalHead
        for entry in all() { bytes += try state.line(of: entry, folder) }
        try folder.write(bytes, to: Sidecar.journalName, lasting: .program)
        state.hasJournal = true
        return
      }
      let line = try state.line(of: entry, folder)
      let now = ContinuousClock.now
      let isDue = now - state.lastSync > Self.syncInterval
      try folder.extend(Sidecar.journalName, by: line, lasting: isDue ? .machine : .program)
      if isDue { state.lastSync = now }
    }
  }

  /// Writes the list of all outputs in place of the journal, where there is one.
  func settle(_ sidecar: @autoclosure () -> Sidecar) {
    guard state.withLock({ $0.hasJournal }) else { return }
    perform { state, folder throws(FileError) in
      let files = sidecar().files
      for file in files where file.name != Sidecar.listName { try state.keep(file, in: folder) }
      if let list = files.last { try folder.write(list.bytes, to: list.name) }
      try folder.remove(Sidecar.journalName)
      state.hasJournal = false
      let names = Set(files.map(\.name))
      for name in state.foundImages.union(state.knownImages).subtracting(names) {
        try folder.remove(name)
      }
      state.foundImages = []
      state.knownImages.formIntersection(names)
    }
  }
}

// MARK: - The folder

extension OutputKeeper {
  /// Does something with the folder, which is claimed first; nil where outputs are not kept.
  @discardableResult
  private func perform<Result: Sendable>(
    _ action: (inout State, OutputFolder) throws(FileError) -> Result
  ) -> Result? {
    let (result, note) = state.withLock { state -> (Result?, String?) in
      guard state.folder != nil else { return (nil, nil) }
      var note: String?
      do throws(FileError) {
        if state.claim == nil { note = try state.claimFolder() }
        guard let folder = state.folder else { return (nil, note) }
        return (try action(&state, folder), note)
      } catch {
        state.folder = nil
        return (nil, "outputs are not kept: \(error)")
      }
    }
    if let note { presenter.present(.note(note)) }
    return result
  }
}

extension OutputKeeper.State {
  /// The most sessions of one notebook that keep outputs.
  private static var sessionLimit: Int { 100 }

  /// Claims the folder, or one in it where another session has it.
  ///
  /// - Returns: what to say about that.
  fileprivate mutating func claimFolder() throws(FileError) -> String? {
    guard let first = folder else { return nil }
    for number in 1...Self.sessionLimit {
      let candidate = number == 1 ? first : first.part("session-\(number)")
      guard let claim = try candidate.claim() else { continue }
      (folder, self.claim) = (candidate, claim)
      foundImages = candidate.imageNames()
      return number == 1
        ? nil
        : "another session keeps its outputs in '\(first.path)'; those of this one go to "
          + "'\(candidate.path)'"
    }
    folder = nil
    return "outputs are not kept: \(Self.sessionLimit) sessions keep theirs in '\(first.path)'"
  }

  /// The line of the journal for an entry, with its images written.
  fileprivate mutating func line(
    of entry: OutputKeeper.Entry, _ folder: OutputFolder
  ) throws(FileError) -> [UInt8] {
    switch entry {
    case .prose(let record, let count): return Sidecar.journalEntry(of: record, after: count)
    case .cell(let record, let index):
      let (line, images) = Sidecar.journalEntry(of: record, at: index)
      for image in images { try keep(image, in: folder) }
      return line
    }
  }

  /// Writes an image that may not be there.
  fileprivate mutating func keep(
    _ image: Sidecar.File, in folder: OutputFolder
  ) throws(FileError) {
    guard knownImages.insert(image.name).inserted, !folder.holds(image) else { return }
    try folder.write(image.bytes, to: image.name)
  }
}
