import CellLanguage
import Foundation
import Prelude
import Synchronization
import Testing

/// A training that is interrupted leaves the run so far, which goes on as if nothing had been.
@Suite struct InterruptedTrainingTests {
  private static let setup = """
    let tasks = try SinusoidTasks(shot: 3)
    let net = try Network.mlp(inputs: 1, hidden: [4], outputs: 1)
    let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
    let check = try Validation(on: SinusoidTasks(shot: 3, seed: 1), every: 2, taskCount: 3)
    """

  /// Algorithms and what else a training is told.
  private static let trainings = [
    ("maml", ""),
    ("maml", ", validation: check"),
    ("maml", ", metaRateSchedule: .cosine(total: 6), validation: check"),
    ("MetaSGD(innerLearningRate: 0.01)", ", validation: check"),
    ("MAMLPlusPlus(innerSteps: 2, innerLearningRate: 0.01, multiStepIterations: 4)", ""),
    ("Reptile(innerSteps: 2, innerLearningRate: 0.01)", ", validation: check"),
  ]

  @Test(arguments: trainings)
  func `goes on bit for bit after any number of iterations`(
    learner: String, options: String
  ) throws {
    let call = "using: \(learner), on: tasks, iterations: "
    let rest = ", tasksPerBatch: 2\(options)"
    for count in 1...5 {
      let session = InterruptedSession(Self.setup)
      #expect(
        session.run("let run = try train(net, \(call)6\(rest))", after: count) == .interrupted)
      #expect(session.run("print(run.iteration, run.history.losses.count)") == nil)
      #expect(session.text == "\(count) \(count)\n")

      let failure = session.run(
        """
        let whole = try train(net, \(call)6\(rest))
        let continued = try train(continuing: run, \(call)6 - run.iteration\(rest))
        try whole.save(to: "\(session.folder)/whole.safetensors")
        try continued.save(to: "\(session.folder)/continued.safetensors")
        """)

      #expect(failure == nil)
      #expect(try session.contents("whole") == session.contents("continued"))
    }
  }

  @Test func `goes on in the file of its checkpoint, which is named`() throws {
    let session = InterruptedSession(Self.setup)
    let path = "\(session.folder)/a.safetensors"
    let options = """
      tasksPerBatch: 2, validation: check, \
      checkpoint: Checkpointing(to: "\(path)", every: 100)
      """
    let call = "using: maml, on: tasks, iterations: "
    #expect(session.run("let run = try train(net, \(call)6, \(options))", after: 3) == .interrupted)
    #expect(
      session.notes == [
        "the training was stopped after 3 iterations; the training so far is in '\(path)'; "
          + "'train(continuing: …)' goes on with the run that it left"
      ])
    #expect(session.run("print(try TrainingRun(contentsOf: \"\(path)\") == run)") == nil)
    #expect(session.text == "true\n")

    let failure = session.run(
      """
      let continued = try train(continuing: run, \(call)3, \(options))
      let whole = try train(net, \(call)6, tasksPerBatch: 2, validation: check)
      try whole.save(to: "\(session.folder)/whole.safetensors")
      """)

    #expect(failure == nil)
    #expect(try session.contents("whole") == session.contents("a"))
  }

  @Test(arguments: [
    ("let run = try? train(net, using: maml, on: tasks, iterations: 9)", "run!"),
    (
      "var run = try train(net, using: maml, on: tasks, iterations: 0)\n"
        + "run = try train(continuing: run, using: maml, on: tasks, iterations: 9)", "run"
    ),
    (
      "func trained() throws -> TrainingRun {\n"
        + "  let inner = try train(net, using: maml, on: tasks, iterations: 9)\n"
        + "  return inner\n}\nlet run = try trained()", "run"
    ),
    (
      "let runs = try [1, 2].map { _ in try train(net, using: maml, on: tasks, iterations: 9) }", ""
    ),
  ])
  func `leaves the run so far wherever it stands`(source: String, name: String) {
    let session = InterruptedSession(Self.setup)

    #expect(session.run(source, after: 2) == .interrupted)

    // A closure that is called again is stopped at once, and the statement does not finish.
    guard name.hasPrefix("run") else { return }
    #expect(session.run("print(\(name).iteration)") == nil)
    #expect(session.text == "2\n")
  }

  @Test func `leaves the run of before where nothing was done`() {
    let session = InterruptedSession(Self.setup)
    #expect(
      session.run("var run = try train(net, using: maml, on: tasks, iterations: 2)") == nil)

    let kind = session.run(
      "run = try train(continuing: run, using: maml, on: tasks, iterations: 5)", after: 1)

    #expect(kind == .interrupted)
    #expect(session.run("print(run.iteration)") == nil)
    #expect(session.text == "3\n")
  }

  @Test func `says why an interrupted training could not be saved`() {
    let session = InterruptedSession(Self.setup)
    let folder = "\(session.folder)/gone"

    let kind = session.run(
      """
      let run = try train(net, using: maml, on: tasks, iterations: 9, \
      checkpoint: Checkpointing(to: "\(folder)/a.safetensors", every: 100))
      """, after: 2
    ) {
      try? FileManager.default.removeItem(atPath: folder)
      _ = FileManager.default.createFile(atPath: folder, contents: nil)
    }

    #expect(kind == .interrupted)
    #expect(session.notes.first?.contains("could not be saved") == true, "\(session.notes)")
    #expect(session.run("print(run.iteration)") == nil)
    #expect(session.text == "2\n")
  }
}

/// Cells on one state, which can be interrupted after some progress.
private final class InterruptedSession {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "mamlnb-interrupted-\(UUID().uuidString)").path
  private let runner: CellRunner
  private var state: CellState
  private var console = Recorder(interrupt: InterruptFlag(), after: .max, then: {})

  init(_ setup: String) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let prelude = Prelude(
      plotsFolder: "\(folder)/plots",
      permissions: FilePermissions(readable: [folder], writable: [folder]))
    runner = CellRunner(library: prelude.library)
    state = runner.run(setup, from: CellState(), console: console).state
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var text: String { console.text }
  var notes: [String] { console.notes }

  /// Runs a cell, which is interrupted after so many reports of progress.
  func run(
    _ source: String, after count: Int = .max, then: @escaping @Sendable () -> Void = {}
  ) -> CellFailure.Kind? {
    let flag = InterruptFlag()
    console = Recorder(interrupt: flag, after: count, then: then)
    let result = runner.run(source, from: state, console: console, interrupt: flag)
    state = result.state
    return result.failure?.kind
  }

  /// The bytes of a saved run.
  func contents(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(name).safetensors"))
  }
}

/// Keeps what is printed and told, and interrupts after some progress.
private final class Recorder: Console {
  private let state = Mutex((text: "", notes: [String](), count: 0))
  private let interrupt: InterruptFlag
  private let limit: Int
  private let then: @Sendable () -> Void

  init(interrupt: InterruptFlag, after limit: Int, then: @escaping @Sendable () -> Void) {
    self.interrupt = interrupt
    self.limit = limit
    self.then = then
  }

  var text: String { state.withLock { $0.text } }
  var notes: [String] { state.withLock { $0.notes } }

  func emit(_ event: OutputEvent) {
    state.withLock { state in
      switch event {
      case .text(let text): state.text += text
      case .note(let note): state.notes.append(note)
      case .progress(.some):
        state.count += 1
        if state.count == limit {
          then()
          interrupt.raise()
        }
      default: break
      }
    }
  }
}
