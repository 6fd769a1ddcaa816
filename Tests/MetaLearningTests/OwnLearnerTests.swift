import Autodiff
import MetaLearning
import Testing

/// Gradient descent as somebody outside of the library writes it: two methods, no more.
private struct Descent: MetaLearner {
  var innerSteps = 2
  var visits = true

  func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    visit: (Network) throws -> Void
  ) throws -> Network {
    var network = parameters.network
    if visits { try visit(network) }
    for _ in 0..<steps {
      let slope = gradient(at: network) { examples.loss(of: $0) }
      network = network.zipMap(slope) { $0 - 0.01 * $1 }
      if visits { try visit(network) }
    }
    return network
  }
}

@Suite struct OwnLearnerTests {
  private let tasks: SinusoidTasks
  private let network: Network
  private let maml = MAML(innerSteps: 2, innerLearningRate: 0.01)

  init() throws {
    tasks = try SinusoidTasks(shot: 5)
    network = Network.mlp(inputs: 1, hidden: [8], outputs: 1)
  }

  @Test func `an algorithm that only says how it adapts is differentiated through that`() throws {
    let episode = tasks.episode(3)

    let own = try Descent().metaGradient(at: network, for: episode)
    let library = try maml.metaGradient(at: network, for: episode)

    for (a, b) in zip(own.parameters, library.parameters) {
      for (x, y) in zip(a.scalars, b.scalars) { #expect(abs(x - y) <= 1e-4 * max(1, abs(y))) }
    }
  }

  @Test func `training and evaluation are the library's, and can go on`() throws {
    let run = try train(
      network, using: Descent(), on: tasks, iterations: 4, tasksPerBatch: 3, threads: 2)
    let half = try train(
      network, using: Descent(), on: tasks, iterations: 2, tasksPerBatch: 3, threads: 1)
    let rest = try train(
      continuing: half, using: Descent(), on: tasks, iterations: 2, tasksPerBatch: 3)
    let evaluation = try evaluate(run.network, using: Descent(), on: tasks, taskCount: 5)

    #expect(run == rest)
    #expect(run.settings["algorithm"] == "Descent(innerSteps: 2)")
    #expect(evaluation.stepLosses.count == 3)
  }

  @Test func `an algorithm that forgets to show its networks is told so`() {
    #expect(throws: MetaLearningError.self) {
      try evaluate(network, using: Descent(visits: false), on: tasks, taskCount: 1)
    }
  }

  @Test func `arrays and functions are sources of tasks`() throws {
    let episodes = (0..<3).map { tasks.episode($0) }
    let function = Episodes { [tasks] index in tasks.episode(index) }

    #expect(try [-1, 0, 4].map { try episodes.episode($0) } == [2, 0, 1].map { episodes[$0] })
    let byFunction = try train(
      network, using: maml, on: function, iterations: 2, tasksPerBatch: 3)
    let byTasks = try train(network, using: maml, on: tasks, iterations: 2, tasksPerBatch: 3)
    // The settings name the tasks, which are others in name.
    #expect(byFunction.parameters == byTasks.parameters)
    #expect(byFunction.history.losses == byTasks.history.losses)
    #expect(throws: MetaLearningError.self) { try [Episode]().episode(0) }
  }

  @Test func `what a source throws ends the training, and the run is told of nothing else`() {
    struct NoMore: Error {}
    let short = Episodes { [tasks] index in
      guard index < 4 else { throw NoMore() }
      return tasks.episode(index)
    }

    #expect(throws: NoMore.self) {
      try train(network, using: maml, on: short, iterations: 3, tasksPerBatch: 3)
    }
  }
}
