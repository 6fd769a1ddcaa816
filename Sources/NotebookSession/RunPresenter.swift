internal import CellLanguage
internal import Dispatch
public import Notebook
internal import Synchronization

/// Shows a run that nobody types into: what its cells show goes to one place, and how far it is and what
/// went wrong to the place where a person looks.
///
/// That is the same place where it is a terminal. Where the outputs go to a file or a pipe, there is
/// nothing in it but the outputs, and the rest goes to standard error.
public final class RunPresenter: SessionPresenter {
  private let outputs: any SessionPresenter
  private let news: any SessionPresenter
  private let style: Style
  private let state = Mutex(State())
  private let ticker = DispatchQueue(label: "run progress")

  /// How a run is shown.
  public struct Style: Sendable, Equatable {
    /// Whether prose and source are left out.
    public var isQuiet: Bool
    /// Whether it is shown which cell runs.
    public var tellsCells: Bool

    /// A style.
    public init(isQuiet: Bool = false, tellsCells: Bool = false) {
      self.isQuiet = isQuiet
      self.tellsCells = tellsCells
    }
  }

  private struct State {
    /// The cells that are to run.
    var cells: [RunSummary.CellTime] = []
    /// Where each of them is in the list, by its number in the notebook.
    var places: [Int: Int] = [:]
    /// The cell that runs, and since when.
    var current: (cell: Cell, start: ContinuousClock.Instant)?
    /// When something was shown last.
    var lastShown = ContinuousClock.now
    /// Whether what was shown last ended its line.
    var isAtLineStart = true
    /// Whether the cell itself tells how far it is.
    var hasOwnProgress = false
    /// Whether the line is shown that says which cell runs.
    var isTelling = false
    /// The first failure that nobody expected.
    var failure: (cell: Cell?, failure: SessionFailure)?
    /// Ends the ticking.
    var timer: (any DispatchSourceTimer)?
  }

  /// What is quiet no longer needs no line that says what runs.
  private static let patience = Duration.milliseconds(500)

  /// A presenter.
  ///
  /// - Parameters:
  ///   - outputs: where prose, cells and what they show go.
  ///   - news: where progress goes.
  public init(outputs: any SessionPresenter, news: any SessionPresenter, style: Style) {
    self.outputs = outputs
    self.news = news
    self.style = style
  }

  deinit { state.withLock { $0.timer?.cancel() } }

  /// Shows something.
  public func present(_ event: SessionEvent) {
    state.withLock { present(event, &$0) }
  }

  /// Returns when all that was shown has gone out.
  public func flush() { outputs.flush() }

  /// The columns where outputs are shown.
  public var width: Int { outputs.width }
}

// MARK: - A run

extension RunPresenter {
  /// Begins a run of cells; those that are left out are none of them.
  public func begin(_ cells: some Sequence<Cell>) {
    state.withLock { state in
      let cells = cells.filter { !$0.options.isSkipped }
      state.cells = cells.map { RunSummary.CellTime(name: $0.name) }
      state.places = Dictionary(
        zip(cells.map(\.number), cells.indices), uniquingKeysWith: { first, _ in first })
      state.failure = nil
      state.current = nil
      guard style.tellsCells, state.timer == nil else { return }
      let timer = DispatchSource.makeTimerSource(queue: ticker)
      timer.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
      timer.setEventHandler { [weak self] in self?.tick() }
      state.timer = timer
      timer.resume()
    }
  }

  /// Ends the run.
  ///
  /// - Returns: what it was like, with the outcomes that are kept of the cells.
  public func end(_ outcome: (_ cell: String) -> Sidecar.Outcome?) -> RunSummary {
    state.withLock { state in
      endCell(&state)
      hide(&state)
      state.timer?.cancel()
      state.timer = nil
      var summary = RunSummary(cells: state.cells)
      for index in summary.cells.indices where summary.cells[index].time > .zero {
        summary.cells[index].outcome = outcome(summary.cells[index].name)
      }
      return summary
    }
  }

  /// The failure that ended the run, as a compiler would say it: `sums.mamlnb:12:9: error: …`; nil where
  /// none did.
  public func failureLine(in name: String) -> String? {
    state.withLock { state in
      guard let (cell, failure) = state.failure else { return nil }
      return failure.line(in: name, cell: cell)
    }
  }
}

// MARK: - Events

extension RunPresenter {
  private func present(_ event: SessionEvent, _ state: inout State) {
    if case .progress(let report) = event {
      // The line about the cell is no result that would stay.
      hide(&state)
      state.hasOwnProgress = report != nil
      news.present(event)
      return
    }
    hide(&state)
    state.lastShown = .now
    switch event {
    case .prose:
      endCell(&state)
      if style.isQuiet { return }
    case .source(let cell):
      endCell(&state)
      state.current = (cell, .now)
      if style.isQuiet { return }
    case .skipped:
      state.current = nil
      if style.isQuiet { return }
    case .text(let text):
      if let last = text.utf8.last { state.isAtLineStart = last == 0x0A }
    case .failure(let failure): note(failure, &state)
    case .took(.some, let duration):
      // Not what comes after it, such as keeping what the cell left.
      endCell(&state, after: duration)
      state.isAtLineStart = true
    case .display, .note, .took, .awaitingInput, .progress: state.isAtLineStart = true
    }
    outputs.present(event)
  }

  private func note(_ failure: SessionFailure, _ state: inout State) {
    state.isAtLineStart = true
    let cell = state.current?.cell
    if case .didNotFail = failure {} else if cell?.options.error == true { return }
    if state.failure == nil, !failure.isInterruption { state.failure = (cell, failure) }
  }

  private func endCell(_ state: inout State, after duration: Duration? = nil) {
    guard let (cell, start) = state.current else { return }
    state.current = nil
    guard let place = state.places[cell.number] else { return }
    // A cell that ran took some time.
    state.cells[place].time += max(duration ?? (ContinuousClock.now - start), .nanoseconds(1))
  }
}

// MARK: - Which cell runs

extension RunPresenter {
  private func tick() {
    state.withLock { state in
      guard let (cell, start) = state.current, !state.isTelling, !state.hasOwnProgress,
        state.isAtLineStart,
        let place = state.places[cell.number]
      else { return }
      let now = ContinuousClock.now
      guard now - max(start, state.lastShown) > Self.patience else { return }
      state.isTelling = true
      news.present(
        .progress(
          ProgressReport(
            title: "cell '\(cell.name)'", completed: place + 1, total: state.cells.count)))
    }
  }

  /// Takes the line about the cell away.
  private func hide(_ state: inout State) {
    guard state.isTelling else { return }
    state.isTelling = false
    // Other things take the place of a line of progress; then there is nothing left to end.
    news.present(.text(""))
    news.present(.progress(nil))
  }
}

extension SessionFailure {
  /// The failure in a line, with its place in a notebook.
  public func line(in name: String, cell: Cell?) -> String {
    if case .cell(let failure) = self {
      let first = failure.diagnostics.first { $0.severity == .error } ?? failure.diagnostics.first
      if let place = first?.place {
        return "\(place.source):\(place.line):\(place.column): error: \(self)"
      }
    }
    return name + (cell.map { ":\($0.firstLine)" } ?? "") + ": error: \(self)"
  }
}
