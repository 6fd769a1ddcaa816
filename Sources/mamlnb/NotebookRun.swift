internal import ArgumentParser
internal import CellLanguage
internal import Glibc
internal import Notebook
internal import NotebookSession

/// A notebook that is run without asking, and what a person is told of it.
struct NotebookRun {
  private let name: String
  private let workbench: Workbench
  private let presenter: RunPresenter
  private let driver: SessionDriver
  private let isQuiet: Bool

  /// Whether standard output is a terminal: then everything is said there.
  private var isOnTerminal: Bool { workbench.capabilities.isTerminal }

  /// A run of which nothing has happened.
  ///
  /// - Parameters:
  ///   - document: the notebook.
  ///   - notebook: where it is, and where its outputs are kept.
  ///   - machine: what the command line says about the machine.
  ///   - isQuiet: whether prose and source are left out.
  init(
    _ document: NotebookDocument, of notebook: NotebookOptions, on machine: MachineOptions,
    isQuiet: Bool = false
  ) {
    name = notebook.name
    self.isQuiet = isQuiet
    workbench = Workbench(
      machine, frontMatter: document.frontMatter, stem: notebook.source.stem,
      folder: notebook.folder)
    _ = InterruptSignal.install(countsTermination: true)
    presenter = workbench.runPresenter(isQuiet: isQuiet, tellsCells: !isQuiet)
    driver = workbench.driver(
      document, name: notebook.name, outputs: notebook.outputs, presenter: presenter)
    if !notebook.source.isInput {
      let lines = InputLines(until: workbench.interrupt)
      driver.lines = { lines.next() }
    }
  }

  /// What stops the run.
  var interrupt: InterruptFlag { workbench.interrupt }

  /// The session as it stands.
  var session: Session<CellState> { driver.session }
}

// MARK: - Running

extension NotebookRun {
  /// What to do with cells that cannot run.
  enum Caution {
    /// Nothing runs.
    case refuse
    /// It is said, and the cells before them run.
    case warn
  }

  /// Takes what an earlier run has kept of the first cells.
  func resume() throws {
    let count = try driver.restore()
    guard count > 0 else { return }
    let cells = count == 1 ? "1 cell is" : "\(count) cells are"
    let text = "\(cells) as an earlier run left \(count == 1 ? "it" : "them")"
    if isOnTerminal { presenter.present(.note(text)) } else { complain("mamlnb: \(text)") }
  }

  /// Goes to a cell whose state is known, so that the run begins with it.
  func start(at index: Int) throws {
    if index > driver.session.position { try driver.restore() }
    guard index <= driver.session.frontier else {
      throw CellsNotRun(cell: driver.session.document.cells[index].name)
    }
    try driver.perform(.go(to: index))
  }

  /// Takes a notebook that was changed: what ran before its first changed cell still holds.
  func replace(by document: NotebookDocument) throws {
    try driver.perform(.replaceDocument(document))
  }

  /// Runs the cells up to one, by its place; all that are left where there is none.
  ///
  /// - Parameter seconds: the time that all of it may take.
  /// - Returns: the status to exit with.
  func run(
    through last: Int? = nil, within seconds: Double? = nil, caution: Caution = .refuse
  ) throws -> Int32 {
    let cells = driver.session.document.cells
    let range =
      driver.session.position..<max(driver.session.position, (last ?? cells.count - 1) + 1)
    let check = NotebookCheck(runner: driver.runner, name: name)
    let state = driver.session.snapshot(before: range.lowerBound) ?? CellState()
    let faults = check.faults(of: cells[range], from: state, interrupt: workbench.interrupt)
    let proseFaults = check.proseFaults(
      in: driver.session.document, cells: range, besides: faults, from: state,
      interrupt: workbench.interrupt)
    // The session forgets an interrupt that came before it runs.
    guard !workbench.interrupt.isRaised else { return InterruptSignal.exitStatus }
    if !faults.isEmpty || !proseFaults.isEmpty {
      tell(of: faults, proseFaults, caution)
      if caution == .refuse { return RunEnding.failed.exitStatus }
    }
    let deadline = seconds.map { RunDeadline(seconds: $0, interrupt: workbench.interrupt) }
    presenter.begin(cells[range])
    let ending = try driver.perform(.run(last.map { .through($0) } ?? .all)) ?? .finished
    let isTimeOver = deadline?.end() ?? false
    if isTimeOver { workbench.interrupt.lower() }
    let records = driver.session.sidecar.cells
    let outcomes = Dictionary(
      records.map { ($0.name, $0.outcome) }, uniquingKeysWith: { $1 })
    let summary = presenter.end { outcomes[$0] }
    // What ends a command of the shell then; its reader knows why.
    if workbench.isOutputClosed { return 128 + SIGPIPE }
    tell(summary, timeout: isTimeOver && ending == .interrupted ? seconds : nil)
    try workbench.checkOutput()
    guard ending == .interrupted else {
      // Of what an earlier run has left, too.
      return driver.session.proseFailures.isEmpty ? ending.exitStatus : RunEnding.failed.exitStatus
    }
    return isTimeOver ? RunEnding.failed.exitStatus : InterruptSignal.exitStatus
  }
}

// MARK: - Telling

extension NotebookRun {
  private func tell(
    of faults: [NotebookCheck.Fault], _ proseFaults: [NotebookCheck.ProseFault],
    _ caution: Caution
  ) {
    let failures =
      faults.map { ($0.failure, $0.line(in: name)) }
      + proseFaults.map { ($0.failure, SessionFailure.cell($0.failure).line(in: name, cell: nil)) }
    for (failure, line) in failures {
      if caution == .refuse || isOnTerminal { presenter.present(.failure(.cell(failure))) }
      if !isOnTerminal { complainApart(line) }
    }
    let cells = faults.count == 1 ? "cell '\(faults[0].cell.name)'" : "\(faults.count) cells"
    let values = proseFaults.count == 1 ? "a value" : "\(proseFaults.count) values"
    var parts: [String] = []
    if !faults.isEmpty {
      parts.append("\(cells) cannot run" + (caution == .warn ? " as it stands" : ""))
    }
    if !proseFaults.isEmpty { parts.append("\(values) in the text cannot be computed") }
    let text = parts.joined(separator: ", and ")
    complain(caution == .refuse ? "mamlnb: nothing was run: \(text)" : "mamlnb: \(text)")
  }

  private func tell(_ summary: RunSummary, timeout: Double?) {
    if let line = presenter.failureLine(in: name), !isOnTerminal { complainApart(line) }
    if let timeout {
      let isWhole = timeout == timeout.rounded() && timeout < 1e15
      let seconds = isWhole ? "\(Int(timeout))" : "\(timeout)"
      complain("mamlnb: stopped after the --timeout of \(seconds) s")
    }
    guard let text = summary.text, !isQuiet else { return }
    if isOnTerminal {
      presenter.present(.note(text))
    } else if !summary.isSuccess {
      complain("mamlnb: \(text)")
    }
  }
}

/// A run that would begin after cells that nobody has run.
struct CellsNotRun: Error, CustomStringConvertible {
  /// The cell that it would begin with.
  let cell: String

  /// The fault in words.
  var description: String {
    "the cells before '\(cell)' have not been run as they are now; run them with 'run --resume'"
  }
}
