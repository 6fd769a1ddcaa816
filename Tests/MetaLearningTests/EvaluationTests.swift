import Autodiff
import FewShotData
import MetaLearning
import Testing

@Suite struct EvaluationTests {
  private let network = Network.strided(way: 5, channels: 8, seed: 0)
  private let maml = MAML(innerSteps: 3, innerLearningRate: 0.2)
  private let tasks: TaskDistribution

  init() throws {
    let levels = (0..<10 * 20 * 784).map { UInt8(Formula.hashed($0 / 37) % 256) }
    let characters = ImageCollection(
      names: (0..<10).map { "c\($0)" }, drawingsPerCharacter: 20, levels: levels)
    tasks = try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 5, seed: 0)
  }

  @Test func `accuracies are those of the network adapted by hand`() throws {
    let result = try evaluate(network, using: maml, on: tasks, taskCount: 3)

    #expect(result.stepAccuracies.count == 4)
    for step in 0...3 {
      let accuracies = try (0..<3).map { index in
        let episode = tasks.episode(index)
        let adapted = try maml.adapt(network, to: episode.support, steps: step)
        let predictions = adapted(episode.query.inputs).argmax()
        let correct = zip(predictions, episode.query.labels).count { $0 == $1 }
        #expect(episode.query.accuracy(of: adapted) == Double(correct) / 25)
        return Double(correct) / 25
      }
      #expect(abs(result.stepAccuracies[step] - accuracies.reduce(0, +) / 3) < 1e-6)
    }
  }

  @Test func `an inner step is the gradient of the support loss times the rate`() throws {
    let support = tasks.episode(0).support
    let slope = gradient(at: network) { network in
      support.loss(of: network)
    }

    let stepped = network.zipMap(slope) { $0 - 0.2 * $1 }
    let adapted = try maml.adapt(network, to: support, steps: 1)
    // The passes without a tape add in another order.
    for (a, b) in zip(adapted.parameters, stepped.parameters) {
      #expect(zip(a.scalars, b.scalars).allSatisfy { abs($0 - $1) < 1e-5 })
    }
    #expect(try maml.adapt(network, to: support, steps: 0) == network)
  }

  @Test func `only the last step is measured when nobody reads the others`() throws {
    let every = try evaluate(network, using: maml, on: tasks, taskCount: 5)
    let last = try evaluate(network, using: maml, on: tasks, taskCount: 5, everyStep: false)

    #expect(last.taskAccuracies == every.taskAccuracies)
    #expect(last.stepAccuracies == every.stepAccuracies.suffix(1))
  }

  @Test func `threads and rounds do not change the result`() throws {
    var told: [Int] = []
    let one = try evaluate(network, using: maml, on: tasks, taskCount: 19, threads: 1) { done, _ in
      told.append(done)
    }
    let three = try evaluate(network, using: maml, on: tasks, taskCount: 19, threads: 3)

    #expect(one == three)
    #expect(told == [8, 16, 19])
  }

  @Test func `the confidence interval is 1.96 standard errors`() throws {
    let result = try evaluate(network, using: maml, on: tasks, taskCount: 12)

    let count = 12.0
    let mean = result.taskAccuracies.reduce(0) { $0 + $1 } / count
    let variance =
      result.taskAccuracies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 11
    #expect(abs(result.accuracy - mean) < 1e-9)
    #expect(abs(result.confidence - 1.96 * (variance / count).squareRoot()) < 1e-9)
  }

  @Test func `a result prints as papers print it`() throws {
    let result = try evaluate(network, using: maml, on: tasks, taskCount: 12)
    let number = /\d+\.\d\d %/
    let text = "\(result)"
    #expect(text.matches(of: number).count == 2)
    #expect(text.hasSuffix(" (12 tasks, 95 % confidence)"))
  }

  @Test func `an interrupted evaluation is none`() {
    #expect(throws: CancellationError.self) {
      try evaluate(network, using: maml, on: tasks, interrupt: { true })
    }
  }
}
