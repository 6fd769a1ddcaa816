import Autodiff
import MetaLearning
import Tensors
import Testing

/// The passes without a tape against the inner loop as one writes it down.
@Suite struct FusedInnerLoopTests {
  enum Kind: CaseIterable {
    case pooled, strided

    var network: Network {
      switch self {
      case .pooled: Formula.filled(.pooled(way: 3))
      case .strided: Formula.filled(.strided(way: 3))
      }
    }
  }

  /// Classes of unequal numbers.
  private let episode = Episode(
    support: Formula.examples([0, 0, 1, 2, 2, 2], stream: 100),
    query: Formula.examples([0, 1, 1, 2], stream: 200))
  private let others = [1100, 2100].map { stream in
    Episode(
      support: Formula.examples([0, 0, 1, 2, 2, 2], stream: stream),
      query: Formula.examples([0, 1, 1, 2], stream: stream + 100))
  }

  private func stepRates(_ steps: Int) -> InnerRates {
    .perStepAndTensor(SmallTask.drawn(Shape([steps, 18]), 7, -0.02, 0.1))
  }

  private func parameterRates(_ network: Network) -> InnerRates {
    var stream = 600
    return .perParameter(
      network.map { tensor in
        stream += 1
        return SmallTask.drawn(tensor.shape, stream, -0.02, 0.1)
      })
  }

  @Test(arguments: Kind.allCases, 0...2)
  func `a rate for each step and tensor is differentiated as by tape`(
    kind: Kind, steps: Int
  ) throws {
    for order in MAML.Order.allCases {
      try compare(
        InnerStart(network: kind.network, rates: stepRates(max(1, steps))),
        InnerLoopSettings(steps: steps, order: order))
    }
  }

  @Test(arguments: Kind.allCases, 0...2)
  func `a rate for each parameter is differentiated as by tape`(kind: Kind, steps: Int) throws {
    for order in MAML.Order.allCases {
      let network = kind.network
      try compare(
        InnerStart(network: network, rates: parameterRates(network)),
        InnerLoopSettings(steps: steps, order: order))
    }
  }

  @Test(arguments: Kind.allCases, MAML.Order.allCases)
  func `losses after every step are differentiated as by tape`(
    kind: Kind, order: MAML.Order
  ) throws {
    try compare(
      InnerStart(network: kind.network, rates: stepRates(3)),
      InnerLoopSettings(steps: 3, order: order, lossWeights: [0.125, 0, 0.25, 0.625]))
  }

  @Test(arguments: Kind.allCases, 0...2)
  func `a head alone is adapted and differentiated as by tape`(kind: Kind, steps: Int) throws {
    for order in MAML.Order.allCases {
      try compare(
        InnerStart(network: kind.network, rates: .uniform(0.3)),
        InnerLoopSettings(steps: steps, order: order, part: .head))
    }
  }

  @Test(arguments: Kind.allCases, 0...3)
  func `a normalization for each step is differentiated as by tape`(
    kind: Kind, steps: Int
  ) throws {
    for order in MAML.Order.allCases {
      try compare(
        normalized(kind, steps: max(1, steps)),
        InnerLoopSettings(
          steps: steps, order: order,
          lossWeights: steps == 3 ? [0.125, 0.25, 0.125, 0.5] : nil))
    }
  }

  /// A start with a rate for each step and tensor and a normalization for each step.
  private func normalized(_ kind: Kind, steps: Int) -> InnerStart {
    var start = InnerStart(network: kind.network, rates: stepRates(steps))
    for (stream, (name, _)) in kind.network.namedParameters.enumerated()
    where name.hasPrefix("bn") {
      start.stepNormalization[name] = SmallTask.drawn(
        Shape([steps, 64]), 700 + stream, name.hasSuffix("weight") ? 0.5 : -0.5,
        name.hasSuffix("weight") ? 1.5 : 0.5)
    }
    return start
  }

  @Test func `rates of fewer steps than are taken are followed by the last ones`() throws {
    try compare(
      InnerStart(network: Kind.strided.network, rates: stepRates(2)), InnerLoopSettings(steps: 3))
  }

  @Test(arguments: Kind.allCases) func `adapting and scoring is as by tape`(kind: Kind) throws {
    let network = kind.network
    let settings = InnerLoopSettings(steps: 2)
    let starts =
      [.uniform(0.1), stepRates(2), parameterRates(network)].map {
        InnerStart(network: network, rates: $0)
      } + [normalized(kind, steps: 2)]
    for start in starts {
      var visited: [Network] = []

      let fused = try FusedInnerLoop().adapt(
        start, to: episode.support, settings: settings, interrupt: { false },
        visit: { visited.append($0) })

      var expected: [Network] = []
      _ = try AutodiffInnerLoop().adapt(
        start, to: episode.support, settings: settings, interrupt: { false },
        visit: { expected.append($0) })
      #expect(visited.count == 3)
      #expect(visited.last == fused)
      for (found, expected) in zip(visited, expected) {
        #expect(distance(found, expected) < 1e-4 * size(expected))
      }
    }
  }

  @Test(arguments: Kind.allCases) func `scores are as by tape`(kind: Kind) throws {
    let starts = [
      InnerStart(network: kind.network, rates: stepRates(2)), normalized(kind, steps: 2),
    ]
    for start in starts {
      for isTransductive in [true, false] {

        let measurement = QueryMeasurement(steps: 2, isTransductive: isTransductive)
        let settings = InnerLoopSettings(steps: 2)

        let fused = try FusedInnerLoop().queryScores(
          of: start, on: episode, settings: settings, measurement: measurement,
          interrupt: { false })

        let expected = try AutodiffInnerLoop().queryScores(
          of: start, on: episode, settings: settings, measurement: measurement,
          interrupt: { false })
        #expect(fused.count == 3)
        #expect(fused.map(\.accuracy) == expected.map(\.accuracy))
        for (found, expected) in zip(fused, expected) {
          #expect(abs(found.loss - expected.loss) < 1e-3)
        }
      }
    }
  }

  @Test func `a workspace that is used again has the bits of a new one`() throws {
    let network = Kind.strided.network
    let used = FusedInnerLoop()
    let settings = [
      InnerLoopSettings(steps: 2, lossWeights: [0, 0.5, 0.5]), InnerLoopSettings(steps: 2),
    ]
    for (settings, rates) in zip(settings, [stepRates(2), stepRates(3)]) {
      let start = InnerStart(network: network, rates: rates)

      let found = try used.metaGradient(
        at: start, for: episode, settings: settings, interrupt: { false })

      let fresh = try FusedInnerLoop().metaGradient(
        at: start, for: episode, settings: settings, interrupt: { false })
      #expect(found.gradient == fresh.gradient)
      #expect(found.score == fresh.score)
    }
  }

  /// Compares on one episode after the other until both agree: where rounding decides a ReLU or a
  /// largest of four, which differs from machine to machine, the two may take different sides, but a
  /// formula that is wrong is wrong on all of them.
  private func compare(_ start: InnerStart, _ settings: InnerLoopSettings) throws {
    var differences: [Difference] = []
    for episode in [episode] + others {
      let found = try FusedInnerLoop().metaGradient(
        at: start, for: episode, settings: settings, interrupt: { false })

      let expected = try AutodiffInnerLoop().metaGradient(
        at: start, for: episode, settings: settings, interrupt: { false })
      #expect(abs(found.score.loss - expected.score.loss) < 1e-4)
      #expect(found.score.accuracy == expected.score.accuracy)
      if case .uniform = start.rates {
      } else {
        #expect(settings.steps == 0 || size(expected.gradient.rates) > 0)
      }
      differences.append(difference(found.gradient, expected.gradient, start))
      if differences.last?.isRounding == true { return }
    }
    Issue.record("the gradients differ on every episode: \(differences)")
  }

  /// How far two gradients are from each other, relative to their size.
  private struct Difference {
    var network: Float
    var stepNormalization: Float
    var rates: Float

    var isRounding: Bool { max(network, stepNormalization, rates) <= 1e-3 }
  }

  private func difference(_ found: InnerStart, _ expected: InnerStart, _ start: InnerStart)
    -> Difference
  {
    var rates: Float = 0
    if case .uniform = start.rates {} else { rates = relative(found.rates, expected.rates) }
    return Difference(
      network: relative(found.network, expected.network),
      stepNormalization: relative(found.stepNormalization, expected.stepNormalization),
      rates: rates)
  }

  /// The distance as a part of the size; 0 where both are nothing.
  private func relative(_ found: some ParameterTree, _ expected: some ParameterTree) -> Float {
    let distance = distance(found, expected)
    return distance == 0 ? 0 : distance / size(expected)
  }

  private func distance(_ one: some ParameterTree, _ other: some ParameterTree) -> Float {
    size(zip(one.parameters, other.parameters).map { $0 - $1 })
  }

  private func size(_ tree: some ParameterTree) -> Float {
    tree.parameters.reduce(0) { $0 + ($1 * $1).sum().scalar }.squareRoot()
  }
}
