import Autodiff
import MetaLearning
import Testing

@Suite struct AlgorithmGradientTests {
  @Test(arguments: MAML.Order.allCases) func `ANIL's is PyTorch's`(order: MAML.Order) throws {
    try expect(
      ANIL(innerSteps: 3, innerLearningRate: 0.25, order: order), "ANIL \(order)",
      at: MetaParameters(network: SmallTask.network))
  }

  @Test(arguments: MAML.Order.allCases)
  func `MetaSGD's is PyTorch's, in the rates too`(order: MAML.Order) throws {
    try expect(
      MetaSGD(innerSteps: 3, order: order), "MetaSGD \(order)",
      at: MetaParameters(network: SmallTask.network, learned: SmallTask.parameterRates))
  }

  @Test(arguments: MAML.Order.allCases)
  func `that of learned rates and losses after every step is PyTorch's`(order: MAML.Order) throws {
    try expect(
      plusPlus(order, hasStepNormalization: false), "rates and losses \(order)",
      at: MetaParameters(network: SmallTask.network, learned: ["rates": SmallTask.stepRates]))
  }

  @Test(arguments: MAML.Order.allCases)
  func `MAML++'s is PyTorch's, in each step's normalization too`(order: MAML.Order) throws {
    var parameters = MetaParameters(
      network: SmallTask.network, learned: SmallTask.stepNormalization)
    parameters.learned["rates"] = SmallTask.stepRates
    try expect(
      plusPlus(order, hasStepNormalization: true), "everything \(order)", at: parameters)
  }

  @Test func `ProtoNet's is PyTorch's, with classes of unequal numbers`() throws {
    try expect(ProtoNet(), "ProtoNet", at: MetaParameters(network: SmallTask.network))
  }

  @Test func `Reptile's is the way that PyTorch's training takes`() throws {
    try expect(
      Reptile(innerSteps: 3, innerLearningRate: 0.25, batchSize: 4), "Reptile",
      at: MetaParameters(network: SmallTask.network))
  }

  /// A quarter of the way to the loss after the last step alone, where the order is as wanted.
  private func plusPlus(_ order: MAML.Order, hasStepNormalization: Bool) -> MAMLPlusPlus {
    MAMLPlusPlus(
      innerSteps: 3, multiStepIterations: 4 * iteration,
      hasStepNormalization: hasStepNormalization,
      firstOrderIterations: order == .first ? iteration + 1 : iteration)
  }

  private let iteration = 250

  private func expect(
    _ learner: some MetaLearner, _ name: String, at parameters: MetaParameters
  ) throws {
    let expected = try #require(try AlgorithmGradient.load().first { $0.name == name })

    let found = try learner.metaGradient(
      at: parameters, for: SmallTask.episode, iteration: iteration, interrupt: { false })

    #expect(abs(found.queryLoss - expected.loss) < 1e-5)
    #expect(found.queryAccuracy == expected.accuracy)
    let slopes = found.gradient.namedParameters
    #expect(Set(slopes.map(\.name)) == Set(expected.gradient.keys))
    for (name, slope) in slopes {
      let components = try #require(expected.gradient[name])
      try #require(slope.elementCount == components.count, "\(name)")
      let size = components.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let error = zip(slope.scalars, components).reduce(0.0) {
        $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1)
      }
      // Single precision through three steps; what is 0 in theory is 0 but for rounding.
      #expect(error.squareRoot() < 1e-4 * size + 1e-7, "\(name)")
    }
  }
}
