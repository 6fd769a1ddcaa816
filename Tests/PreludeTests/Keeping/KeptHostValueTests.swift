import CellLanguage
import Prelude
import Synchronization
import Testing

/// What the libraries make outlives the process.
@Suite struct KeptHostValueTests {
  private static let library = Prelude(plotsFolder: "/nowhere").library
  private static var runner: CellRunner { CellRunner(library: library) }

  @Test func `a value of every type of the library comes back the same in every bit`() throws {
    let setup = SweepValues.setup.split(separator: "\n").filter {
      !$0.contains("million") && !$0.contains("many") && !$0.contains("large")
    }.joined(separator: "\n")
    let values = KeptHostValueTests.library.types.map { type in
      switch type.name {
      case "Layer": "Layer.relu"
      case "FigureColor": "FigureColor(0x123456)"
      default: SweepValues.receivers(of: type.name).first ?? SweepValues.sensible(of: type.name)
      }
    }
    let types = KeptHostValueTests.library.types.map(\.name)
    let cells =
      [setup] + zip(types, values).enumerated().map { "let v\($0): \($1.0) = try \($1.1)" }

    let run = try KeptCells(cells, KeptHostValueTests.runner)
    let runner = KeptHostValueTests.runner
    let states = try run.restored(runner)
    let restored = try #require(states.last)

    #expect(try KeptCells.bytes(of: states) == KeptCells.bytes(of: run.states))
    let look = types.indices.map { "print(v\($0))" }.joined(separator: "\n")
    let was = KeptCells.run(look, from: run.state, run.runner)
    #expect(KeptCells.run(look, from: restored, runner).text == was.text)
    #expect(was.failure == nil)
  }

  @Test(arguments: [
    "MAML(innerSteps: 2, innerLearningRate: 0.01)", "Reptile(innerSteps: 2, evaluationSteps: 2)",
    "MetaSGD(innerSteps: 1)", "MAMLPlusPlus(innerSteps: 2)",
  ])
  func `a restored training goes on bit for bit`(learner: String) throws {
    let cells = [
      """
      let tasks = try SinusoidTasks(shot: 3)
      let learner = \(learner)
      let network = try Network.mlp(inputs: 1, hidden: [8], outputs: 1)
      """,
      """
      let run = try train(
        network, using: learner, on: tasks, iterations: 3, tasksPerBatch: 2,
        validation: Validation(on: tasks, every: 1, taskCount: 2))
      """,
    ]
    let next = """
      let more = try train(
        continuing: run, using: learner, on: tasks, iterations: 6, tasksPerBatch: 2,
        validation: Validation(on: tasks, every: 1, taskCount: 2))
      print(more.history.losses, more.history.validations)
      print(try more.network(Tensor([[0.5], [1.5]])).scalars, more == run)
      """

    let run = try KeptCells(cells, KeptHostValueTests.runner)
    let runner = KeptHostValueTests.runner
    let restored = try #require(try run.restored(runner).last)

    let was = KeptCells.run(next, from: run.state, run.runner)
    let now = KeptCells.run(next, from: restored, runner)
    #expect(was.failure == nil)
    #expect(now.text == was.text)
    #expect(
      try KeptCells.bytes(of: try run.restored(runner) + [now.state])
        == KeptCells.bytes(of: run.states + [was.state]))
  }

  @Test func `a training on images goes on bit for bit`() throws {
    let cells = [
      "let characters = try loadCharacters(\"glyphs\")[0..<12]",
      "let tasks = try TaskDistribution(characters, way: 2, shot: 1, queriesPerClass: 1)",
      "let network = try Network.strided(way: 2, channels: 4)",
      """
      let run = try train(
        network, using: MAML(innerSteps: 1), on: tasks, iterations: 2, tasksPerBatch: 2)
      """,
    ]
    let next = """
      let more = try train(
        continuing: run, using: MAML(innerSteps: 1), on: tasks, iterations: 4, tasksPerBatch: 2)
      print(more.history.losses, tasks[3].supportImages.pixels.reduce(0, +))
      """

    let run = try KeptCells(cells, KeptHostValueTests.runner)
    let runner = KeptHostValueTests.runner
    let restored = try #require(try run.restored(runner).last)

    let was = KeptCells.run(next, from: run.state, run.runner)
    #expect(was.failure == nil)
    #expect(KeptCells.run(next, from: restored, runner).text == was.text)
  }
}

/// Cells that ran one after another and were kept.
private struct KeptCells {
  let runner: CellRunner
  private let blobs = MemoryBlobs()
  private var kept: [(source: String, bytes: [UInt8])] = []
  private(set) var states: [CellState] = []

  var state: CellState { states.last ?? CellState() }

  init(_ cells: [String], _ runner: CellRunner) throws {
    self.runner = runner
    let keeper = StateKeeper(blobs: blobs)
    var parent = KeptState(CellState())
    for cell in cells {
      let result = KeptCells.run(cell, from: state, runner)
      if let failure = result.failure { Issue.record("\(cell): \(failure)") }
      states.append(result.state)
      let (bytes, _, now) = try keeper.keep(state, after: parent)
      parent = now
      kept.append((cell, bytes))
    }
  }

  /// The state after each cell, for another runner.
  func restored(_ runner: CellRunner) throws -> [CellState] {
    let restorer = StateRestorer(runner, blobs: blobs)
    var state = CellState()
    return try kept.map { cell in
      state = try restorer.restore(cell.bytes, source: cell.source, after: state)
      return state
    }
  }

  /// What keeping states one after another writes.
  static func bytes(of states: [CellState]) throws -> [[UInt8]] {
    let blobs = MemoryBlobs()
    let keeper = StateKeeper(blobs: blobs)
    var parent = KeptState(CellState())
    let kept = try states.map { state in
      let (bytes, _, now) = try keeper.keep(state, after: parent)
      parent = now
      return bytes
    }
    return kept + blobs.all
  }

  static func run(_ source: String, from state: CellState, _ runner: CellRunner) -> (
    state: CellState, text: String, failure: String?
  ) {
    let console = Words()
    let result = runner.run(source, from: state, console: console)
    return (result.state, console.text, result.failure?.description)
  }
}

/// Keeps what a cell prints.
private final class Words: Console {
  private let printed = Mutex("")
  var text: String { printed.withLock { $0 } }

  func emit(_ event: OutputEvent) {
    if case .text(let text) = event { printed.withLock { $0 += text } }
  }
}
