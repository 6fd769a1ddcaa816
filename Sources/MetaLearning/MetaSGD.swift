internal import Autodiff

/// Meta-SGD (Li, Zhou, Chen and Li, 2017): MAML that also learns the size and the sign of the inner
/// step, for each parameter its own.
///
///     let run = try train(network, using: MetaSGD(), on: tasks, iterations: 300)
///     let result = try evaluate(run.parameters, using: MetaSGD(), on: testTasks)
///
/// Equation 2 of the paper: θ′ = θ − α ∘ ∇ L(θ; support), with α learned beside θ. The rates are
/// among ``MetaParameters/learned``, as `rates.conv1.weight` and so on; the paper draws them at
/// random between 0.005 and 0.1 and takes one step, here they all start as ``innerLearningRate``.
public struct MetaSGD: Sendable {
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// What every rate starts as.
  public var innerLearningRate: Double
  /// How far the outer derivative goes through the inner steps.
  public var order: MAML.Order

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(innerSteps: Int = 1, innerLearningRate: Double = 0.1, order: MAML.Order = .second) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.order = order
  }
}

// MARK: - MetaLearner

extension MetaSGD: MetaLearner {
  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("innerSteps", innerSteps), Setting("innerLearningRate", innerLearningRate),
      Setting("order", order.rawValue),
    ]
  }

  /// Throws what is wrong with the settings.
  public func validate() throws(MetaLearningError) {
    try requireNotNegative(innerSteps, "innerSteps")
    try requireRate(innerLearningRate, "innerLearningRate")
  }

  /// Returns the network and a rate for each of its parameters.
  public func initialParameters(for network: Network) -> MetaParameters {
    let rates = network.namedParameters.map { name, tensor in
      (rateName(name), Tensor(repeating: Float(innerLearningRate), shape: tensor.shape))
    }
    return MetaParameters(
      network: network, learned: Dictionary(rates, uniquingKeysWith: { first, _ in first }))
  }

  /// Returns the derivative of one task's query loss in the network and the rates.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    let result = try innerLoop.metaGradient(
      at: start(parameters), for: episode, settings: loopSettings(steps: innerSteps),
      interrupt: interrupt)
    var gradient = MetaParameters(network: result.gradient.network)
    if case .perParameter(let rates) = result.gradient.rates {
      for (name, slope) in rates.namedParameters { gradient.learned[rateName(name)] = slope }
    }
    return MetaGradient(gradient: gradient, score: result.score)
  }

  /// Returns the network after inner steps with the learned rates.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try innerLoop.adapt(
      start(parameters), to: examples, settings: loopSettings(steps: steps),
      interrupt: interrupt, visit: visit)
  }

  /// Returns how good the query answers are after each number of inner steps, or after the last.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try innerLoop.queryScores(
      of: start(parameters), on: episode, settings: loopSettings(steps: measurement.steps),
      measurement: measurement, interrupt: interrupt)
  }

  private func rateName(_ parameter: String) -> String { "rates.\(parameter)" }

  private func start(_ parameters: MetaParameters) throws -> InnerStart {
    let rates = try parameters.network.mapParameters { name, _ in
      try parameters.learned(rateName(name))
    }
    return InnerStart(network: parameters.network, rates: .perParameter(rates))
  }

  private func loopSettings(steps: Int) -> InnerLoopSettings {
    InnerLoopSettings(steps: steps, order: order)
  }
}
