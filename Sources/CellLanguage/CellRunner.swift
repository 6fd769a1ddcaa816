/// Runs cells: parses, checks, lowers and executes them against a library.
///
/// ```swift
/// let runner = CellRunner(library: prelude)
/// var state = CellState()
/// let result = runner.run("let x = 6 * 7\nx", named: "cell 1", from: state, console: console)
/// state = result.state
/// result.value?.description        // "42"
/// ```
///
/// Creating one costs nothing to speak of; it may be used from several threads at once.
public struct CellRunner: Sendable {
  /// What cells can reach.
  public let library: HostLibrary
  /// What a cell may use up.
  public let limits: Limits

  /// A runner for a library.
  public init(library: HostLibrary = HostLibrary(), limits: Limits = Limits()) {
    self.library = library
    self.limits = limits
  }

  /// Runs one cell.
  ///
  /// - Parameters:
  ///   - source: the text of the cell.
  ///   - name: what messages call it: a file, `cell 3`.
  ///   - lineOffset: lines before the cell in its file, so that messages give the file's lines.
  ///   - state: what earlier cells defined; it is not changed.
  ///   - console: where output goes.
  ///   - interrupt: stops the cell when raised.
  public func run(
    _ source: String, named name: String = "cell", lineOffset: Int = 0, from state: CellState,
    console: any Console, interrupt: InterruptFlag = InterruptFlag()
  ) -> CellResult {
    CellResult(state: state, outcome: .finished(nil))
  }

  /// Checks one cell without running it: the messages (none when it is right), and the state in which
  /// the cells after it can be checked.
  public func check(
    _ source: String, named name: String = "cell", lineOffset: Int = 0, from state: CellState
  ) -> (state: CellState, failure: CellFailure?) {
    (state, nil)
  }

  /// Whether an input can be run as it is, or wants another line.
  public static func completeness(of source: String) -> Completeness { .complete }

  /// The names that a cell run from this state can use, in alphabetical order.
  public func names(in state: CellState) -> [NameSummary] { [] }

  /// The ways to complete the text before `offset` (in UTF-8): names, or members after a period.
  public func completions(
    in source: String, at offset: Int, from state: CellState
  ) -> (replacing: Range<Int>, candidates: [NameSummary]) { (offset..<offset, []) }

  /// What is known about a name or a member (`plot`, `Tensor`, `Tensor.sum`): declarations and
  /// documentation, one for each overload.
  public func help(for name: String, in state: CellState) -> [NameSummary] { [] }
}
