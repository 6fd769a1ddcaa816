public import Notebook

extension Session {
  /// Something that happened.
  public enum Operation: Sendable {
    /// The next cell is to be shown with the prose before it.
    case reveal
    /// Cells are to run.
    case run(Extent)
    /// A line was typed at the prompt.
    case runLine(String)
    /// What was being evaluated has ended.
    case finish(Ending)
    /// The values of prose that were asked for are computed.
    case finishProse(ProseValues)
    /// The next cell is not to run.
    case skip
    /// A cell is to be the next one, from the state that the cells before it left.
    case go(to: Int)
    /// The file has changed.
    case replaceDocument(NotebookDocument)
    /// An earlier session left this of the first cells.
    case restore([Restored])
    /// What lines at the prompt did since the last cell is to be forgotten.
    case forgetLines
  }

  /// Which cells are to run.
  public enum Extent: Sendable, Equatable {
    /// All that are left.
    case all
    /// All of them, from the first one on.
    case anew
    /// The next one.
    case next
    /// Those up to this one, or this one again.
    case through(Int)
  }

  /// How an evaluation ended.
  public struct Ending: Sendable {
    /// What is defined now.
    public var snapshot: Snapshot
    /// What it produced.
    public var outputs: [Output]
    /// Whether it did what it was told.
    public var outcome: Outcome
    /// How long it took.
    public var duration: Duration

    /// An ending.
    public init(
      snapshot: Snapshot, outputs: [Output], outcome: Outcome, duration: Duration = .zero
    ) {
      self.snapshot = snapshot
      self.outputs = outputs
      self.outcome = outcome
      self.duration = duration
    }
  }

  /// What an earlier session left of a cell.
  public struct Restored: Sendable {
    /// What came of it.
    public var record: Sidecar.CellRecord
    /// What was defined after it.
    public var snapshot: Snapshot
    /// How long it took then.
    public var duration: Duration?
    /// The values that the prose before it showed, by the expressions' texts.
    public var values: [String: String]

    /// What is left of a cell.
    public init(
      record: Sidecar.CellRecord, snapshot: Snapshot, duration: Duration? = nil,
      values: [String: String] = [:]
    ) {
      self.record = record
      self.snapshot = snapshot
      self.duration = duration
      self.values = values
    }
  }

  /// Whether an evaluation did what it was told.
  public enum Outcome: Sendable, Equatable {
    /// It ran to its end.
    case finished
    /// It failed.
    case failed
    /// It was stopped by hand.
    case interrupted
  }

  /// Something to do.
  public enum Effect: Sendable {
    /// Show something.
    case present(SessionEvent)
    /// Evaluate something, then apply `finish`.
    case evaluate(Evaluation)
    /// Compute the values of prose, then apply `finishProse`.
    case compute(ProseComputation)
    /// Keep the outputs of the cell at this place.
    case saveOutputs(Int)
    /// Keep the values in the prose after so many cells.
    case saveValues(afterCells: Int)
    /// The run that was asked for has ended.
    case stop(RunEnding)
  }

  /// Something to evaluate.
  public struct Evaluation: Sendable {
    /// What to evaluate.
    public let subject: EvaluationSubject
    /// What to start from.
    public let snapshot: Snapshot
  }
}

/// What is evaluated: a cell of the notebook or a line of the prompt.
public enum EvaluationSubject: Sendable, Equatable {
  /// A cell.
  case cell(Cell)
  /// A line, or several that belong together.
  case line(String)
}

/// How a run ended.
public enum RunEnding: Sendable, Equatable {
  /// Every cell that was to run did what it should.
  case finished
  /// A cell failed, or was expected to and did not.
  case failed
  /// It was stopped by hand.
  case interrupted

  /// The status for the process to exit with.
  public var exitStatus: Int32 {
    switch self {
    case .finished: 0
    case .failed: 1
    case .interrupted: 130
    }
  }
}

/// An operation that makes no sense as things stand.
public enum SessionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Something is being evaluated.
  case busy
  /// Nothing is being evaluated.
  case notRunning
  /// Every cell has run.
  case atTheEnd
  /// There is no cell before the first.
  case atTheStart
  /// The cells before this one have not run.
  case notYetRun(cell: String)

  /// The reason in words.
  public var description: String {
    switch self {
    case .busy: "a cell is running"
    case .notRunning: "nothing is running"
    case .atTheEnd: "every cell has run"
    case .atTheStart: "this is the first cell"
    case .notYetRun(let cell): "the cells before '\(cell)' have not run"
    }
  }
}
