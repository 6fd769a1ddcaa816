import Autodiff
import FewShotData
import MetaLearning
import Synchronization
import Testing

@Suite struct TrainingTests {
  private static let split = ImageCollection.glyphs(seed: 0).split(seed: 0)
  private let network = Network.strided(way: 5, channels: 16, seed: 0)
  private let maml = MAML(innerSteps: 2, innerLearningRate: 0.2)

  private func tasks(_ characters: ImageCollection, way: Int = 5) throws -> TaskDistribution {
    try TaskDistribution(characters, way: way, shot: 1, queriesPerClass: 5, seed: 1)
  }

  private func train(
    threads: Int? = nil, iterations: Int = 3, using maml: MAML? = nil, way: Int = 5,
    metaLearningRate: Double = 0.005, validation: Validation? = nil,
    progress: (TrainingProgress) -> Void = { _ in },
    interrupt: @Sendable () -> Bool = { false }
  ) throws -> TrainingRun {
    try MetaLearning.train(
      network, using: maml ?? self.maml, on: tasks(Self.split.train, way: way),
      iterations: iterations, tasksPerBatch: 4, metaLearningRate: metaLearningRate,
      validation: validation, threads: threads, progress: progress, interrupt: interrupt)
  }

  @Test func `one, two and three threads train to the same bits`() throws {
    let one = try train(threads: 1, iterations: 20)
    for threads in 2...3 {
      let run = try train(threads: threads, iterations: 20)

      #expect(run.network == one.network)
      #expect(run.history == one.history)
    }
    #expect(one.network != network)
  }

  @Test func `a run that is continued has the bits of one that never stopped`() throws {
    let whole = try train(iterations: 5)

    let continued = try MetaLearning.train(
      continuing: train(iterations: 2), using: maml, on: tasks(Self.split.train), iterations: 3,
      tasksPerBatch: 4)

    #expect(continued.network == whole.network)
    #expect(continued.optimizer as? Adam == whole.optimizer as? Adam)
    #expect(continued.history == whole.history)
  }

  @Test func `training makes unseen characters easier`() throws {
    let unseen = try tasks(Self.split.test)

    let run = try train(iterations: 60)

    let before = try evaluate(network, using: maml, on: unseen, taskCount: 40)
    let after = try evaluate(run.network, using: maml, on: unseen, taskCount: 40)
    #expect(after.accuracy > before.accuracy + 0.05)
    let losses = run.history.losses
    #expect(losses.suffix(10).reduce(0, +) < losses.prefix(10).reduce(0, +))
  }

  @Test func `progress is told after each iteration`() throws {
    var told: [TrainingProgress] = []

    let run = try train(progress: { told.append($0) })

    #expect(told.map(\.iteration) == [1, 2, 3])
    #expect(told.allSatisfy { $0.total == 3 && $0.validation == nil })
    #expect(told.map(\.loss) == run.history.losses)
    #expect(told.map(\.accuracy) == run.history.accuracies)
    #expect(run.iteration == 3)
  }

  @Test func `the parameters that did best on the validation tasks are kept`() throws {
    let validation = Validation(on: try tasks(Self.split.validation), every: 2, taskCount: 8)

    let run = try train(iterations: 6, validation: validation)

    #expect(run.history.validations.map(\.iteration) == [2, 4, 6])
    let best = try #require(
      run.history.validations.map(\.evaluation).max { $0.accuracy < $1.accuracy })
    let measured = try evaluate(
      run.bestNetwork, using: maml, on: tasks(Self.split.validation), taskCount: 8)
    #expect(measured == best)
  }

  @Test func `an interrupted training keeps what it has done`() throws {
    let done = Mutex(0)
    do {
      _ = try train(
        iterations: 50, progress: { progress in done.withLock { $0 = progress.iteration } },
        interrupt: { done.withLock { $0 } == 2 })
      Issue.record("the training was not interrupted")
    } catch MetaLearningError.interrupted(let run) {
      #expect(run.iteration == 2)
      #expect(try run.network == train(iterations: 2).network)
    }
  }

  @Test func `a loss that stops being finite ends the training with its task`() throws {
    do {
      _ = try train(using: MAML(innerSteps: 3, innerLearningRate: 1e30))
      Issue.record("the training did not notice")
    } catch MetaLearningError.diverged(let iteration, let task, let name, let cause, let run) {
      #expect(cause == .innerLearningRate)
      #expect(iteration == 0)
      #expect((0..<4).contains(task))
      #expect(network[name] != nil)
      #expect(run.network == network)
    }
  }

  @Test func `the rate that made the parameters too large is the one that is blamed`() throws {
    do {
      _ = try train(iterations: 3, metaLearningRate: 1e30)
      Issue.record("the training did not notice")
    } catch MetaLearningError.diverged(let iteration, _, _, let cause, _) {
      #expect(iteration > 0)
      guard case .metaLearningRate(1e30, let largest) = cause else {
        Issue.record("blamed \(cause)")
        return
      }
      #expect(largest > 1e29)
    }
  }

  @Test func `settings that cannot be are refused before anything is done`() {
    func message(_ body: () throws -> Void) -> String {
      do { try body() } catch { return "\(error)" }
      return ""
    }
    #expect(
      message { _ = try train(way: 7) } == "the network has 5 outputs, but the tasks have 7 classes"
    )
    #expect(message { _ = try train(iterations: -1) } == "iterations cannot be -1")
    #expect(message { _ = try train(threads: 0) } == "threads cannot be 0")
    #expect(message { _ = try train(using: MAML(innerSteps: -1)) } == "innerSteps cannot be -1")
    #expect(
      message { _ = try train(using: MAML(innerLearningRate: .nan)) }
        == "innerLearningRate cannot be nan")
  }
}
