import Autodiff
import FewShotData
import MetaLearning
import Testing

@Suite struct AlgorithmTests {
  private static let split = ImageCollection.glyphs(seed: 0).split(seed: 0)
  private let network = Network.strided(way: 5, channels: 8, seed: 0)

  /// Every algorithm, small.
  static let all: [any MetaLearner] = [
    MAML(innerSteps: 2, innerLearningRate: 0.2), ANIL(innerSteps: 3, innerLearningRate: 0.2),
    Reptile(innerSteps: 2, evaluationSteps: 4), MetaSGD(innerSteps: 2, innerLearningRate: 0.2),
    MAMLPlusPlus(
      innerSteps: 2, multiStepIterations: 3, firstOrderIterations: 2,
      metaRateSchedule: .cosine(total: 6)),
    ProtoNet(),
  ]

  private func tasks(_ characters: ImageCollection = split.train) throws -> TaskDistribution {
    try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 3, seed: 1)
  }

  private func run(_ learner: some MetaLearner, iterations: Int, threads: Int) throws -> TrainingRun
  {
    try train(
      network, using: learner, on: tasks(), iterations: iterations, tasksPerBatch: 3,
      metaLearningRate: 0.005, threads: threads)
  }

  @Test(arguments: AlgorithmTests.all.indices)
  func `one and two threads train and evaluate to the same bits`(algorithm: Int) throws {
    let learner = Self.all[algorithm]

    let one = try run(learner, iterations: 4, threads: 1)
    let two = try run(learner, iterations: 4, threads: 2)

    #expect(one.parameters == two.parameters)
    #expect(one.history == two.history)
    #expect(one.network != network)
    let unseen = try tasks(Self.split.test)
    #expect(
      try evaluate(one.parameters, using: learner, on: unseen, taskCount: 5, threads: 1)
        == evaluate(one.parameters, using: learner, on: unseen, taskCount: 5, threads: 2))
  }

  @Test(arguments: AlgorithmTests.all.indices)
  func `a training that is continued has the bits of one that never stopped`(algorithm: Int) throws
  {
    let learner = Self.all[algorithm]

    let whole = try run(learner, iterations: 4, threads: 2)

    let continued = try train(
      continuing: run(learner, iterations: 1, threads: 2), using: learner, on: tasks(),
      iterations: 3, tasksPerBatch: 3)
    #expect(continued.parameters == whole.parameters)
    #expect(continued.optimizer as? Adam == whole.optimizer as? Adam)
  }

  @Test(arguments: AlgorithmTests.all.indices)
  func `scores are those of the adapted network`(algorithm: Int) throws {
    let learner = Self.all[algorithm]
    let episode = try tasks().episode(3)
    let parameters = try learner.initialParameters(for: network)

    let scores = try learner.queryScores(
      of: parameters, on: episode, measurement: QueryMeasurement(steps: 2), interrupt: { false })

    #expect(scores.count == 3)
    for (steps, score) in scores.enumerated() {
      let adapted = try learner.adapt(parameters, to: episode.support, steps: steps)
      #expect(abs(score.loss - Double(episode.query.loss(of: adapted).scalar)) < 1e-5)
      #expect(score.accuracy == episode.query.accuracy(of: adapted))
    }
  }

  @Test func `ANIL changes the head alone`() throws {
    let support = try tasks().episode(0).support

    let adapted = try ANIL().adapt(network, to: support)

    for (name, tensor) in adapted.namedParameters {
      #expect((tensor == network[name]) == !name.hasPrefix("fc"), "\(name)")
    }
  }

  @Test func `ProtoNet's network gives the probabilities of the distances`() throws {
    let episode = try tasks().episode(0)

    let adapted = try ProtoNet().adapt(network, to: episode.support)

    let support = network.embedding(of: episode.support.inputs)
    let query = network.embedding(of: episode.query.inputs)
    let distances = (query.reshaped(to: [15, 1, 8]) - support.reshaped(to: [1, 5, 8]))
    let expected = softmax(-(distances * distances).sum(along: 2))
    let difference = softmax(adapted(episode.query.inputs)) - expected
    #expect((difference * difference).max().scalar < 1e-8)
  }

  @Test func `ProtoNet is tested on another number of classes than it was trained on`() throws {
    let more = try TaskDistribution(Self.split.test, way: 7, shot: 2, queriesPerClass: 3)
    let result = try evaluate(network, using: ProtoNet(), on: more, taskCount: 3)
    #expect(result.stepAccuracies.count == 1)
    #expect(result.accuracy > 1 / 7.0)
  }

  @Test func `steps beyond the ones trained are taken with the last one's rates`() throws {
    let support = try tasks().episode(0).support
    var maml = MAMLPlusPlus(innerSteps: 1, innerLearningRate: 0.2, hasStepNormalization: false)
    let parameters = maml.initialParameters(for: network)
    maml.multiStepIterations = 0

    let adapted = try maml.adapt(parameters, to: support, steps: 3)

    let expected = try MAML(innerLearningRate: 0.2).adapt(network, to: support, steps: 3)
    for (found, expected) in zip(adapted.parameters, expected.parameters) {
      let difference = found - expected
      #expect((difference * difference).max().scalar < 1e-10)
    }
  }

  @Test func `MAML++ without its repairs is MAML`() throws {
    let episode = try tasks().episode(0)
    let plain = MAMLPlusPlus(
      innerSteps: 2, multiStepIterations: 0, learnsRates: false, hasStepNormalization: false)

    let found = try plain.metaGradient(
      at: plain.initialParameters(for: network), for: episode, interrupt: { false })

    let maml = try MAML(innerSteps: 2).metaGradient(
      at: MetaParameters(network: network), for: episode, interrupt: { false })
    #expect(found.gradient == maml.gradient)
    #expect(found.queryLoss == maml.queryLoss)
  }

  @Test func `an algorithm tells its settings in order`() {
    #expect(MAML().summary == "MAML(innerSteps: 5, innerLearningRate: 0.1, order: second)")
    #expect(ProtoNet().summary == "ProtoNet()")
    #expect(
      MAMLPlusPlus(metaRateSchedule: .cosine(total: 10)).settings.map(\.name) == [
        "innerSteps", "innerLearningRate", "multiStepIterations", "learnsRates",
        "hasStepNormalization", "firstOrderIterations", "metaRateSchedule",
      ])
    #expect(
      MAMLPlusPlus(metaRateSchedule: .cosine(total: 10)).settings.last?.value
        == "cosine(total: 10, floor: 0.01)")
  }

  @Test func `what cannot be is refused with the reason`() throws {
    let tasks = try tasks()
    func message(_ learner: some MetaLearner, _ network: Network) -> String {
      do { _ = try evaluate(network, using: learner, on: tasks, taskCount: 1) } catch {
        return "\(error)"
      }
      return ""
    }
    let bare = try Network([
      .convolution(inputs: 1, outputs: 5, stride: 2), .batchNormalization(channels: 5), .globalMean,
    ])
    #expect(message(ANIL(), bare) == "ANIL needs a network whose last layer is dense")
    #expect(message(ProtoNet(), bare) == "ProtoNet needs a network whose last layer is dense")
    #expect(message(Reptile(innerLearningRate: 0), network) == "innerLearningRate cannot be 0.0")
    #expect(message(Reptile(batchSize: 0), network) == "batchSize cannot be 0")
    #expect(message(MAMLPlusPlus(firstOrderIterations: -1), network) != "")
    #expect(
      message(MAMLPlusPlus(metaRateSchedule: .cosine(total: 0)), network) == "total cannot be 0")
  }

  @Test func `a class without an example is told`() throws {
    let images = try tasks().episode(0).support.inputs.rows(at: [0, 1])
    for (labels, missing) in [([0, 2], 1), ([-1, 0], 1), ([1, 1], 0), ([0, .max], 1)] {
      #expect {
        try ProtoNet().adapt(network, to: Examples(inputs: images, labels: labels))
      } throws: {
        "\($0)" == "class \(missing) of the task has no example to learn it from"
      }
    }
  }

  @Test func `parameters of another algorithm are refused with what they lack`() throws {
    let parameters = MAML().initialParameters(for: network)
    #expect {
      try evaluate(parameters, using: MetaSGD(), on: tasks(), taskCount: 1)
    } throws: {
      "\($0)"
        == "the parameters have no 'rates.conv1.weight': they were learned by another algorithm"
    }
  }
}
