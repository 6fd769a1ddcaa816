import Autodiff
import MetaLearning
import Tensors
import Testing

/// Networks of dense layers and tasks for them, in passes without a tape and on a tape.
enum DenseNetwork: CaseIterable {
  case sinusoid, one, odd, wide, deep, images

  var network: Network {
    let network = trapping { () throws(ShapeError) in try Network(layers, seed: 3) }
    var stream = 900
    // Biases that are not 0, so that what is done to them shows.
    return network.mapParameters { name, tensor in
      stream += 1
      return name.hasSuffix("bias") ? SmallTask.drawn(tensor.shape, stream, -0.5, 0.5) : tensor
    }
  }

  private var layers: [Layer] {
    switch self {
    case .sinusoid: Network.mlp(inputs: 1, outputs: 1).layers
    case .one: Network.mlp(inputs: 1, hidden: [1], outputs: 1).layers
    case .odd: Network.mlp(inputs: 5, hidden: [7, 33, 3], outputs: 2).layers
    case .wide: Network.mlp(inputs: 70, hidden: [100, 64], outputs: 5).layers
    case .deep: Network.mlp(inputs: 3, hidden: [16, 17, 15, 32, 8], outputs: 3).layers
    case .images:
      [.flatten] + Network.mlp(inputs: 6 * 5 * 2, hidden: [20], outputs: 4).layers
    }
  }

  private var inputs: [Int] {
    switch self {
    case .sinusoid, .one: [1]
    case .odd: [5]
    case .wide: [70]
    case .deep: [3]
    case .images: [6, 5, 2]
    }
  }

  private var outputs: Int {
    switch self {
    case .sinusoid, .one: 1
    case .odd: 2
    case .wide: 5
    case .deep: 3
    case .images: 4
    }
  }

  /// Classes or numbers to answer with.
  enum Answers: CaseIterable { case classes, numbers }

  func episode(_ answers: Answers, _ stream: Int) -> Episode {
    Episode(support: examples(7, answers, stream), query: examples(4, answers, stream + 50))
  }

  private func examples(_ count: Int, _ answers: Answers, _ stream: Int) -> Examples {
    let inputs = SmallTask.drawn(Shape([count] + inputs), stream, -2, 2)
    return switch answers {
    case .classes: Examples(inputs: inputs, labels: (0..<count).map { $0 * $0 % outputs })
    case .numbers:
      Examples(inputs: inputs, values: SmallTask.drawn(Shape([count, outputs]), stream + 1, -3, 3))
    }
  }

  /// A uniform rate, one for each step and tensor, or one for each parameter.
  var starts: [InnerStart] {
    let network = network
    var stream = 600
    let rates: [InnerRates] = [
      .uniform(0.05),
      .perStepAndTensor(SmallTask.drawn(Shape([2, network.parameters.count]), 7, -0.02, 0.1)),
      .perParameter(
        network.map { tensor in
          stream += 1
          return SmallTask.drawn(tensor.shape, stream, -0.02, 0.1)
        }),
    ]
    return rates.map { InnerStart(network: network, rates: $0) }
  }
}

@Suite struct FusedDenseTests {
  @Test(arguments: DenseNetwork.allCases, DenseNetwork.Answers.allCases)
  func `dense layers of any size are differentiated as by tape`(
    kind: DenseNetwork, answers: DenseNetwork.Answers
  ) throws {
    let episode = kind.episode(answers, 100)
    for start in kind.starts {
      #expect(FusedInnerLoop.knows(start.network, episode))
      for order in MAML.Order.allCases {
        for steps in [0, 1, 3] {
          try compare(episode, start, InnerLoopSettings(steps: steps, order: order))
        }
        try compare(
          episode, start,
          InnerLoopSettings(steps: 2, order: order, lossWeights: [0.125, 0.25, 0.625]))
        guard case .uniform = start.rates else { continue }
        try compare(episode, start, InnerLoopSettings(steps: 2, order: order, part: .head))
      }
    }
  }

  @Test(arguments: DenseNetwork.allCases, DenseNetwork.Answers.allCases)
  func `adapting and scoring dense layers is as by tape`(
    kind: DenseNetwork, answers: DenseNetwork.Answers
  ) throws {
    let episode = kind.episode(answers, 300)
    let settings = InnerLoopSettings(steps: 2)
    for start in kind.starts {
      for loop in [FusedInnerLoop(), AutodiffInnerLoop()] as [any InnerLoop] {
        let adapted = try loop.adapt(
          start, to: episode.support, settings: settings, interrupt: { false }, visit: { _ in })
        let expected = try AutodiffInnerLoop().adapt(
          start, to: episode.support, settings: settings, interrupt: { false }, visit: { _ in })
        #expect(relative(adapted, expected) < 1e-4)
        let scores = try loop.queryScores(
          of: start, on: episode, settings: settings, measurement: QueryMeasurement(steps: 2),
          interrupt: { false })
        let expectedLoss = Double(episode.query.loss(of: expected).scalar)
        #expect(scores.count == 3)
        #expect(abs((scores.last?.loss ?? 0) - expectedLoss) < 1e-4 * max(1, expectedLoss))
        #expect((scores.last?.accuracy == nil) == (answers == .numbers))
      }
    }
  }

  @Test func `what dense layers do not fit goes to the tape`() throws {
    let network = Network.mlp(inputs: 3, hidden: [4], outputs: 2)
    let inputs = SmallTask.drawn([5, 3], 1, -1, 1)
    func knows(_ network: Network, _ examples: Examples) -> Bool {
      FusedInnerLoop.knows(network, Episode(support: examples, query: examples))
    }

    #expect(knows(network, Examples(inputs: inputs, labels: [0, 1, 0, 1, 0])))
    #expect(knows(network, Examples(inputs: inputs, values: Tensor(zeros: [5, 2]))))
    #expect(!knows(network, Examples(inputs: inputs, values: Tensor(zeros: [5]))))
    #expect(!knows(network, Examples(inputs: inputs, labels: [0, 1, 0, 1])))
    #expect(
      !knows(network, Examples(inputs: Tensor(zeros: [5, 4]), labels: [0, 1, 0, 1, 0])))
    #expect(
      !knows(
        try Network([.dense(inputs: 3, outputs: 4), .tanh, .dense(inputs: 4, outputs: 2)]),
        Examples(inputs: inputs, labels: [0, 1, 0, 1, 0])))
    #expect(
      !knows(
        try Network([.dense(inputs: 3, outputs: 2)]),
        Examples(inputs: inputs, labels: [0, 1, 0, 1, 0])))
  }

  @Test func `answers of another number than a network's outputs are an error as by tape`() throws {
    let network = Network.mlp(inputs: 3, hidden: [4], outputs: 2)
    let examples = Examples(
      inputs: SmallTask.drawn([5, 3], 1, -1, 1), values: Tensor(zeros: [5, 1]))
    let episode = Episode(support: examples, query: examples)

    #expect(throws: (any Error).self) {
      try FusedInnerLoop().metaGradient(
        at: InnerStart(network: network, rates: .uniform(0.1)), for: episode,
        settings: InnerLoopSettings(steps: 1), interrupt: { false })
    }
  }

  @Test func `dense layers are trained to the same bits by any number of threads`() throws {
    func trained(threads: Int) throws -> Network {
      try train(
        .mlp(inputs: 1, outputs: 1), using: MAML(innerSteps: 2, innerLearningRate: 0.01),
        on: SinusoidTasks(shot: 10, seed: 1), iterations: 20, tasksPerBatch: 7, threads: threads
      ).network
    }

    let one = try trained(threads: 1)

    #expect(try trained(threads: 2).parameters == one.parameters)
    #expect(try trained(threads: 5).parameters == one.parameters)
  }

  @Test func `embeddings of dense layers are differentiated as by tape`() throws {
    let known = DenseNetwork.odd.network
    // A second ReLU changes nothing, but the passes don't know it.
    let unknown = Network(
      Array(known.layers[..<2]) + [.relu] + Array(known.layers[2...]), tensors: known.parameters)
    let episode = DenseNetwork.odd.episode(.classes, 500)
    #expect(!FusedInnerLoop.knows(unknown, episode))
    for algorithm in [ProtoNet(), ANIL(innerSteps: 2, innerLearningRate: 0.1)] as [any MetaLearner]
    {
      let found = try algorithm.metaGradient(
        at: MetaParameters(network: known), for: episode, interrupt: { false })
      let expected = try algorithm.metaGradient(
        at: MetaParameters(network: unknown), for: episode, interrupt: { false })
      #expect(
        relative(found.gradient.network.parameters, expected.gradient.network.parameters) < 1e-4)
    }
  }

  private func compare(
    _ episode: Episode, _ start: InnerStart, _ settings: InnerLoopSettings
  ) throws {
    let found = try FusedInnerLoop().metaGradient(
      at: start, for: episode, settings: settings, interrupt: { false })

    let expected = try AutodiffInnerLoop().metaGradient(
      at: start, for: episode, settings: settings, interrupt: { false })
    #expect(abs(found.score.loss - expected.score.loss) < 1e-4 * max(1, expected.score.loss))
    #expect(found.score.accuracy == expected.score.accuracy)
    #expect(relative(found.gradient.network, expected.gradient.network) < 1e-4)
    if start.rates.areLearnedByTest {
      #expect(relative(found.gradient.rates, expected.gradient.rates) < 1e-4)
    }
  }

  /// The distance as a part of the size; 0 where both are nothing.
  private func relative(_ found: some ParameterTree, _ expected: some ParameterTree) -> Float {
    let distance = size(zip(found.parameters, expected.parameters).map { $0 - $1 })
    return distance == 0 ? 0 : distance / size(expected)
  }

  private func size(_ tree: some ParameterTree) -> Float {
    tree.parameters.reduce(0) { $0 + ($1 * $1).sum().scalar }.squareRoot()
  }
}

extension InnerRates {
  fileprivate var areLearnedByTest: Bool { if case .uniform = self { false } else { true } }
}
