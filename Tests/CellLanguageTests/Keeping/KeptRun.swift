import CellLanguage
import Foundation

/// A program cut into cells, each of which is kept when it has run.
struct KeptRun {
  /// What a cell left.
  struct Step {
    var source: String
    var output: String
    var state: CellState
    /// What was kept, or why it was not.
    var kept: Result<[UInt8], any Error>
  }

  let runner: CellRunner
  let blobs = MemoryBlobs()
  var steps: [Step] = []

  /// Runs cells one after another.
  init(_ sources: [String], _ runner: CellRunner = CellRunner(limits: Corpus.limits)) {
    self.runner = runner
    let keeper = StateKeeper(blobs: blobs)
    var state = CellState()
    var parent: KeptState? = KeptState(state)
    for source in sources {
      let (after, output) = KeptRun.run(source, from: state, runner)
      var kept: Result<[UInt8], any Error> = .failure(KeptError.manySources)
      if let before = parent {
        kept = Result {
          let (bytes, _, now) = try keeper.keep(after, after: before)
          parent = now
          return bytes
        }
        if case .failure = kept { parent = nil }
      }
      state = after
      steps.append(Step(source: source, output: output, state: state, kept: kept))
    }
  }

  /// A program cut where its parts can run one after another.
  init(program: String, _ runner: CellRunner = CellRunner(limits: Corpus.limits)) {
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(
      CellRunner.entries(of: program).map { lines[$0].joined(separator: "\n") }, runner)
  }

  static func run(_ source: String, from state: CellState, _ runner: CellRunner) -> (
    CellState, String
  ) {
    let console = Recorder()
    let result = runner.run(source, from: state, console: console)
    let end = result.failure.map { "\($0)" } ?? result.value.map { "\($0)" } ?? ""
    return (result.state, console.text + end)
  }

  /// A runner that knows nothing of what this one has read.
  var another: CellRunner { CellRunner(library: runner.library, limits: runner.limits) }

  /// The state after the first cells, made of what was kept, for another runner.
  func restored(_ count: Int, _ other: CellRunner) throws -> CellState {
    let restorer = StateRestorer(other, blobs: blobs)
    var state = CellState()
    for step in steps.prefix(count) {
      state = try restorer.restore(try step.kept.get(), source: step.source, after: state)
    }
    return state
  }

  /// What running the cells after the first ones prints, from a state.
  func outputs(after count: Int, from state: CellState, _ other: CellRunner) -> [String] {
    var state = state
    return steps.dropFirst(count).map { step in
      let (after, output) = KeptRun.run(step.source, from: state, other)
      state = after
      return output
    }
  }
}
