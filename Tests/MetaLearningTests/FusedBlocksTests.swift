import Autodiff
import MetaLearning
import Tensors
import Testing

/// Networks of blocks of all kinds, in passes without a tape and on a tape.
enum BlockNetwork: CaseIterable {
  case pooled32, small, colour, wideKernel, pointwise, sevenChannels, deep, mixed, wide

  /// The height, width and channels of its images.
  var image: (height: Int, width: Int, channels: Int) {
    switch self {
    case .pooled32, .mixed: (28, 28, 1)
    case .small: (9, 12, 1)
    case .colour: (20, 20, 3)
    case .wideKernel: (15, 11, 3)
    case .pointwise: (7, 5, 2)
    case .sevenChannels: (10, 13, 1)
    case .deep: (33, 40, 1)
    case .wide: (6, 6, 3)
    }
  }

  var layers: [Layer] {
    switch self {
    case .pooled32: Network.pooled(way: 3, channels: 32).layers
    case .small: block(1, 16) + [.globalMean, .dense(inputs: 16, outputs: 3)]
    case .colour:
      block(3, 32, pools: true) + block(32, 32, pools: true)
        + [.flatten, .dense(inputs: 5 * 5 * 32, outputs: 3)]
    case .wideKernel:
      block(3, 16, kernel: 5, stride: 2, padding: 2)
        + block(16, 20, kernel: 5, stride: 2, padding: 0)
        + [.flatten, .dense(inputs: 2 * 1 * 20, outputs: 3)]
    case .pointwise:
      block(2, 8, kernel: 1, padding: 0)
        + block(8, 33, kernel: 1, stride: 3, padding: 1, pools: true)
        + [.globalMean, .dense(inputs: 33, outputs: 3)]
    case .sevenChannels:
      block(1, 7, pools: true) + block(7, 7)
        + [.flatten, .dense(inputs: 5 * 6 * 7, outputs: 3)]
    case .deep:
      block(1, 16, pools: true) + block(16, 24, pools: true) + block(24, 16, pools: true)
        + block(16, 16, pools: true) + block(16, 9, pools: true)
        + [.flatten, .dense(inputs: 9, outputs: 3)]
    case .mixed:
      // The layers for 28×28 images and 64 filters beside general ones.
      block(1, 64, pools: true) + block(64, 64, pools: true) + block(64, 48)
        + [.flatten, .dense(inputs: 7 * 7 * 48, outputs: 3)]
    case .wide: block(3, 100) + block(100, 70) + [.globalMean, .dense(inputs: 70, outputs: 3)]
    }
  }

  var network: Network {
    let network = trapping { () throws(ShapeError) in try Network(layers, seed: 3) }
    var stream = 900
    return network.mapParameters { name, tensor in
      stream += 1
      guard name.hasPrefix("bn") else {
        return name.hasSuffix("bias") ? SmallTask.drawn(tensor.shape, stream, -0.5, 0.5) : tensor
      }
      return name.hasSuffix("weight")
        ? SmallTask.drawn(tensor.shape, stream, 0.5, 1.5)
        : SmallTask.drawn(tensor.shape, stream, -0.5, 0.5)
    }
  }

  func episode(_ stream: Int) -> Episode {
    Episode(
      support: examples([0, 0, 1, 2, 2, 2], stream), query: examples([0, 1, 1, 2], stream + 50))
  }

  private func examples(_ labels: [Int], _ stream: Int) -> Examples {
    let (height, width, channels) = image
    let shape: Shape = [1, height, width, channels]
    let images = labels.enumerated().map { number, label in
      SmallTask.drawn(shape, stream + number, -1, 1) + SmallTask.drawn(shape, 50 + label, -1, 1)
    }
    return Examples(inputs: Tensor(concatenating: images), labels: labels)
  }

  private func block(
    _ inputs: Int, _ outputs: Int, kernel: Int = 3, stride: Int = 1, padding: Int = 1,
    pools: Bool = false
  ) -> [Layer] {
    [
      .convolution(
        inputs: inputs, outputs: outputs, kernel: kernel, stride: stride, padding: padding),
      .batchNormalization(channels: outputs), .relu,
    ] + (pools ? [.maxPool()] : [])
  }

  /// A start with a rate for each step and tensor, or for each parameter, or with a normalization of
  /// each step's own.
  func start(_ kind: Start) -> InnerStart {
    let network = network
    var start = InnerStart(network: network, rates: .uniform(0.1))
    switch kind {
    case .uniform: break
    case .perParameter:
      var stream = 600
      start.rates = .perParameter(
        network.map { tensor in
          stream += 1
          return SmallTask.drawn(tensor.shape, stream, -0.02, 0.1)
        })
    case .everything:
      start.rates = .perStepAndTensor(
        SmallTask.drawn(Shape([2, network.parameters.count]), 7, -0.02, 0.1))
      for (stream, (name, tensor)) in network.namedParameters.enumerated()
      where name.hasPrefix("bn") {
        let least = name.hasSuffix("weight") ? 0.5 : -0.5
        start.stepNormalization[name] = SmallTask.drawn(
          Shape([2, tensor.elementCount]), 700 + stream, least, least + 1)
      }
    }
    return start
  }

  enum Start: CaseIterable {
    case uniform, perParameter, everything
  }
}

@Suite struct FusedBlocksTests {
  @Test(arguments: BlockNetwork.allCases, BlockNetwork.Start.allCases)
  func `blocks of any kind are differentiated as by tape`(
    kind: BlockNetwork, start: BlockNetwork.Start
  ) throws {
    let start = kind.start(start)
    #expect(FusedInnerLoop.knows(start.network, kind.episode(0)))
    for order in MAML.Order.allCases {
      guard case .uniform = start.rates else {
        try compare(
          kind, start,
          InnerLoopSettings(steps: 2, order: order, lossWeights: [0.125, 0.25, 0.625]))
        continue
      }
      for part in [InnerLoopSettings.Part.everything, .head] {
        try compare(kind, start, InnerLoopSettings(steps: 2, order: order, part: part))
      }
    }
  }

  @Test(arguments: MAML.Order.allCases)
  func `84×84 colour images are differentiated as by tape`(order: MAML.Order) throws {
    try compare(
      [Network.episode84(100), Network.episode84(1100)],
      InnerStart(network: .blocks84, rates: .uniform(0.05)),
      InnerLoopSettings(steps: 1, order: order))
  }

  @Test(arguments: BlockNetwork.allCases, [true, false])
  func `scores are as by tape`(kind: BlockNetwork, isTransductive: Bool) throws {
    let start = kind.start(.everything)
    let measurement = QueryMeasurement(steps: 2, isTransductive: isTransductive)
    let settings = InnerLoopSettings(steps: 2)

    let found = try FusedInnerLoop().queryScores(
      of: start, on: kind.episode(0), settings: settings, measurement: measurement,
      interrupt: { false })

    let expected = try AutodiffInnerLoop().queryScores(
      of: start, on: kind.episode(0), settings: settings, measurement: measurement,
      interrupt: { false })
    #expect(found.count == 3)
    for (found, expected) in zip(found, expected) {
      #expect(abs(found.loss - expected.loss) < 1e-3 * max(1, expected.loss))
    }
  }

  @Test(arguments: BlockNetwork.allCases)
  func `embeddings are differentiated as by tape`(kind: BlockNetwork) throws {
    let known = kind.network
    // A second ReLU changes nothing, but the passes don't know it.
    let unknown = Network(
      Array(known.layers[..<3]) + [.relu] + Array(known.layers[3...]), tensors: known.parameters)
    #expect(!FusedInnerLoop.knows(unknown, kind.episode(0)))
    for algorithm in [ProtoNet(), ANIL(innerSteps: 2, innerLearningRate: 0.1)] as [any MetaLearner]
    {
      let differences = try [0, 1100, 2100].map { stream in
        let found = try algorithm.metaGradient(
          at: MetaParameters(network: known), for: kind.episode(stream), interrupt: { false })
        let expected = try algorithm.metaGradient(
          at: MetaParameters(network: unknown), for: kind.episode(stream), interrupt: { false })
        #expect(abs(found.queryLoss - expected.queryLoss) < 1e-3 * max(1, expected.queryLoss))
        return relative(
          found.gradient.network.parameters, expected.gradient.network.parameters)
      }
      #expect((differences.min() ?? 1) < 1e-3, "\(algorithm.summary): \(differences)")
    }
  }

  private func compare(
    _ kind: BlockNetwork, _ start: InnerStart, _ settings: InnerLoopSettings
  ) throws {
    try compare([0, 1100, 2100, 3100].map(kind.episode), start, settings)
  }

  /// Compares on one episode after the other until both agree: where rounding decides a ReLU or a
  /// largest of four, the two may take different sides, but a formula that is wrong is wrong on all.
  private func compare(
    _ episodes: [Episode], _ start: InnerStart, _ settings: InnerLoopSettings
  ) throws {
    var differences: [Float] = []
    for episode in episodes {
      let found = try FusedInnerLoop().metaGradient(
        at: start, for: episode, settings: settings, interrupt: { false })

      let expected = try AutodiffInnerLoop().metaGradient(
        at: start, for: episode, settings: settings, interrupt: { false })
      #expect(abs(found.score.loss - expected.score.loss) < 1e-3 * max(1, expected.score.loss))
      let all = [
        relative(found.gradient.network, expected.gradient.network),
        relative(found.gradient.stepNormalization, expected.gradient.stepNormalization),
        start.rates == expected.gradient.rates
          ? 0 : relative(found.gradient.rates, expected.gradient.rates),
      ]
      differences.append(all.max() ?? 0)
      if differences.last ?? 1 <= 1e-3 { return }
    }
    Issue.record("the gradients differ on every episode: \(differences)")
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

extension Network {
  /// Four pooled blocks of 32 filters for 84×84 colour images, whose last maps are flattened.
  static let blocks84: Network = {
    let layers = (0..<4).flatMap { block -> [Layer] in
      [
        .convolution(inputs: block == 0 ? 3 : 32, outputs: 32), .batchNormalization(channels: 32),
        .relu, .maxPool(),
      ]
    }
    return trapping { () throws(ShapeError) in
      try Network(layers + [.flatten, .dense(inputs: 5 * 5 * 32, outputs: 2)], seed: 1)
    }
  }()

  static func episode84(_ stream: Int) -> Episode {
    func image(_ number: Int) -> Tensor { SmallTask.drawn([1, 84, 84, 3], stream + number, -1, 1) }
    return Episode(
      support: Examples(inputs: Tensor(concatenating: [image(0), image(1)]), labels: [0, 1]),
      query: Examples(inputs: Tensor(concatenating: [image(2), image(3)]), labels: [0, 1]))
  }
}
