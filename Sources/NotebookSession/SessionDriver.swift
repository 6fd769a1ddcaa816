public import CellLanguage
internal import Dispatch
public import Notebook
internal import Synchronization

/// Performs what a session decides: runs cells, shows what happens, keeps outputs.
///
/// Everything runs on the thread that calls `perform(_:)`, which returns when the run has ended.
/// Raising the interrupt flag, as a signal handler may, stops the running cell and keeps the state.
///
/// ```swift
/// let driver = SessionDriver(document: document, name: "sums.mamlnb", …)
/// let ending = try driver.perform(.run(.all))
/// exit(ending?.exitStatus ?? 0)
/// ```
public final class SessionDriver {
  /// The session as it stands.
  public private(set) var session: Session<CellState>
  /// What runs cells.
  public private(set) var runner: CellRunner
  /// Where the line of the prompt that runs next stands, for messages about it.
  var linePlace = LinePlace()
  /// Gives the lines that cells read with `readLine()`; nil where there are none.
  public var lines: (@Sendable () -> String?)?
  let name: String
  private let makeRunner: ((FrontMatter) -> CellRunner)?
  private let presenter: any SessionPresenter
  let interrupt: InterruptFlag
  private let shell: ShellAccess
  private let keeper: OutputKeeper
  /// Keeps what cells leave, for a session that goes on with it; nil where nothing is kept.
  let cellKeeper: CellKeeper?

  /// What messages call a line of the prompt, and how many lines of input came before it.
  struct LinePlace {
    var name = "prompt"
    var offset = 0
  }

  /// Whether cells may use the shell.
  public enum ShellAccess: Sendable {
    /// A shell cell fails.
    case refused
    /// A shell cell runs.
    case allowed
  }

  /// A driver of a session in which nothing has run.
  ///
  /// - Parameters:
  ///   - name: what messages call the notebook: its file name.
  ///   - folder: where outputs are kept; nil to keep none.
  ///   - interrupt: stops what runs when raised; lowered when that has ended.
  ///   - cellKeeper: keeps what cells leave, so that another session need not run them again.
  ///   - makeRunner: makes another runner where the front matter has changed, whose `data` and `seed`
  ///     cells see; without it they keep those of the beginning.
  public init(
    document: NotebookDocument, name: String, runner: CellRunner,
    presenter: any SessionPresenter, folder: OutputFolder? = nil,
    interrupt: InterruptFlag = InterruptFlag(), shell: ShellAccess = .refused,
    cellKeeper: CellKeeper? = nil, makeRunner: ((FrontMatter) -> CellRunner)? = nil
  ) {
    session = Session(document: document, initial: CellState())
    self.name = name
    self.runner = runner
    self.presenter = presenter
    keeper = OutputKeeper(folder, presenter: presenter)
    self.interrupt = interrupt
    self.shell = shell
    self.cellKeeper = cellKeeper
    self.makeRunner = makeRunner
  }

  /// Applies an operation and performs all that comes of it.
  ///
  /// - Returns: how the run ended that the operation asked for; nil where it asked for none.
  @discardableResult
  public func perform(
    _ operation: Session<CellState>.Operation
  ) throws(SessionError) -> RunEnding? {
    defer {
      // Whoever interrupts what has just begun means it, so that the flag is lowered when it has ended.
      interrupt.lower()
      keeper.settle(session.sidecar)
      cellKeeper?.settle(session)
    }
    var ending: RunEnding?
    let frontMatter = session.document.frontMatter
    var effects = try session.apply(operation)
    takeConstants(insteadOf: frontMatter)
    var next = 0
    while next < effects.count {
      let effect = effects[next]
      next += 1
      switch effect {
      case .present(let event): presenter.present(event)
      case .saveOutputs(let index): saveOutputs(ofCell: index)
      case .saveValues(let count): saveValues(afterCells: count)
      case .stop(let how): ending = how
      case .evaluate(let evaluation):
        let result = evaluate(evaluation)
        effects = try session.apply(.finish(result)) + effects[next...]
        next = 0
      case .compute(let computation):
        let values = values(of: computation)
        effects = try session.apply(.finishProse(values)) + effects[next...]
        next = 0
      }
    }
    return ending
  }

  /// Forgets an interrupt that came while nothing ran.
  func forgetInterrupt() { interrupt.lower() }

  private func keepState(ofCell index: Int) {
    guard let cellKeeper else { return }
    // A cell that was left out by hand is still to be run.
    let isLeftOut =
      session.cells[index].record?.outcome == .skipped
      && !session.document.cells[index].options.isSkipped
    guard !isLeftOut else { return }
    cellKeeper.keep(session, cell: index)
    if let complaint = cellKeeper.takeComplaint() { presenter.present(.note(complaint)) }
  }

  /// Takes another runner where the notebook has other constants than before.
  private func takeConstants(insteadOf old: FrontMatter) {
    let new = session.document.frontMatter
    guard new.seed != old.seed || new.data != old.data, let makeRunner else { return }
    runner = makeRunner(new)
  }

  /// How many of the first cells an earlier session has run as they are, and how long they took.
  public var restorable: (count: Int, duration: Duration) {
    cellKeeper?.restorable(session.document) ?? (0, .zero)
  }

  /// Takes what an earlier session left of the first cells, which need not run again.
  ///
  /// - Returns: how many they are.
  @discardableResult
  public func restore() throws(SessionError) -> Int {
    guard let cellKeeper else { return 0 }
    let restored = cellKeeper.restored(session.document, named: name, runner: runner)
    guard !restored.isEmpty else { return 0 }
    try perform(.restore(restored))
    return restored.count
  }

  private func saveOutputs(ofCell index: Int) {
    guard let record = session.cells[index].record else { return }
    defer { keepState(ofCell: index) }
    keeper.save(.cell(record, at: index), among: journal)
  }

  private func saveValues(afterCells count: Int) {
    guard let record = session.proseRecord(after: count) else { return }
    keeper.save(.prose(record, afterCells: count), among: journal)
  }

  /// All that there is to keep of the session.
  private func journal() -> [OutputKeeper.Entry] {
    session.cells.enumerated().compactMap { index, cell in
      cell.record.map { .cell($0, at: index) }
    } + session.proseRecords.map { .prose($0.record, afterCells: $0.count) }
  }
}

// MARK: - Evaluating

extension SessionDriver {
  private func evaluate(
    _ evaluation: Session<CellState>.Evaluation
  ) -> Session<CellState>.Ending {
    let console: CellConsole
    let timeout: Double?
    switch evaluation.subject {
    case .cell(let cell):
      console = CellConsole(
        cell: cell.name, presenter: presenter, keeper: keeper, lines: lines)
      timeout = cell.options.timeout
    case .line:
      console = CellConsole(cell: nil, presenter: presenter, keeper: keeper, lines: lines)
      timeout = nil
    }
    let start = ContinuousClock.now
    let timer = Timer(seconds: timeout, interrupt: interrupt)
    var (snapshot, failure) = run(evaluation, console: console)
    timer.stop()
    if timer.hasFired {
      interrupt.lower()
      if failure?.isInterruption == true, case .cell(let cell) = evaluation.subject {
        failure = .timeout(cell: cell.name, seconds: timeout ?? 0)
      }
    }
    console.finish(failure)
    let outcome: Session<CellState>.Outcome =
      failure.map { $0.isInterruption ? .interrupted : .failed } ?? .finished
    return .init(
      snapshot: snapshot, outputs: console.outputs, outcome: outcome,
      duration: ContinuousClock.now - start)
  }

  /// Runs cell or line; what was defined before a failure stays.
  private func run(
    _ evaluation: Session<CellState>.Evaluation, console: CellConsole
  ) -> (CellState, SessionFailure?) {
    let result: CellResult
    switch evaluation.subject {
    case .line(let text):
      result = runner.run(
        text, named: linePlace.name, lineOffset: linePlace.offset, from: evaluation.snapshot,
        console: console, interrupt: interrupt, remembersResult: true)
    case .cell(let cell) where cell.kind == .shell:
      return (evaluation.snapshot, runShell(cell, console: console))
    case .cell(let cell):
      result = runner.run(
        cell.source, named: name, lineOffset: cell.firstLine - 1, from: evaluation.snapshot,
        console: console, interrupt: interrupt)
    }
    let failure: SessionFailure? =
      switch result.outcome {
      case .failed(let failure): .cell(failure)
      case .finished(let value):
        value.flatMap { console.emitResult($0, width: width(of: evaluation.subject)) }
      }
    // What shows a value throws an error of its own when it is stopped.
    let wasStopped = interrupt.isRaised && failure?.isInterruption == false
    return (result.state, wasStopped ? .interrupted : failure)
  }

  /// The columns that a value may take: of a cell always the same, since what it shows is kept.
  private func width(of subject: EvaluationSubject) -> Int {
    switch subject {
    case .cell: 80
    case .line: presenter.width
    }
  }

  private func runShell(_ cell: Cell, console: CellConsole) -> SessionFailure? {
    guard case .allowed = shell else { return .shellNotAllowed }
    do {
      try Shell(interrupt: interrupt).run(cell.source) { console.emit(.text($0)) }
      return nil
    } catch {
      return error
    }
  }
}

extension SessionFailure {
  /// Whether this is what raising the interrupt flag leads to.
  var isInterruption: Bool {
    switch self {
    case .interrupted: true
    case .cell(let failure): failure.kind == .interrupted
    case .timeout, .valueTimeout, .didNotFail, .cannotDisplay, .shellNotAllowed, .shellNotStarted,
      .shellFailed:
      false
    }
  }
}

/// Raises an interrupt flag after a time, unless stopped before.
final class Timer: Sendable {
  private enum State { case waiting, fired, stopped }
  private let state = Mutex(State.waiting)

  init(seconds: Double?, interrupt: InterruptFlag) {
    guard let seconds else { return }
    let delay = DispatchTimeInterval.milliseconds(Int(min(seconds * 1000, 1e12)))
    DispatchQueue.global().asyncAfter(deadline: .now() + delay) { [weak self] in
      self?.state.withLock { state in
        guard state == .waiting else { return }
        state = .fired
        interrupt.raise()
      }
    }
  }

  /// Whether the time ran out before `stop()`.
  var hasFired: Bool { state.withLock { $0 == .fired } }

  func stop() {
    state.withLock { if $0 == .waiting { $0 = .stopped } }
  }
}
