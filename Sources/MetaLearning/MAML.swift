/// Model-agnostic meta-learning (Finn, Abbeel and Levine, 2017): learns a network from which a few
/// steps of gradient descent on a few examples lead to a good classifier.
///
///     let maml = MAML(innerSteps: 5, innerLearningRate: 0.1, order: .second)
///     let run = try train(network, using: maml, on: tasks, iterations: 300)
///
/// Inner step, equation 1 of the paper: θ′ = θ − α ∇ L(θ; support). Outer derivative, equation 2:
/// ∇ L(θ′; query) in θ, through all inner steps where the order is `.second`.
public struct MAML: Sendable {
  /// How far the outer derivative goes through the inner steps.
  public enum Order: String, Sendable, CaseIterable {
    /// The inner gradients are taken for constants: the derivative is the one at the end.
    case first
    /// The exact derivative, with the inner gradients' own.
    case second
  }

  /// The number of inner steps in training.
  public var innerSteps: Int
  /// The size of an inner step, α in the paper.
  public var innerLearningRate: Double
  /// How far the outer derivative goes through the inner steps.
  public var order: Order

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: Order = .second) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.order = order
  }
}

// MARK: - MetaLearner

extension MAML: MetaLearner {
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

  /// Returns the derivative of one task's query loss in the network.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    let result = try innerLoop.metaGradient(
      at: start(parameters), for: episode,
      settings: InnerLoopSettings(steps: innerSteps, order: order), interrupt: interrupt)
    return MetaGradient(
      gradient: MetaParameters(network: result.gradient.network), score: result.score)
  }

  /// Returns the network after inner steps on examples.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try innerLoop.adapt(
      start(parameters), to: examples, settings: InnerLoopSettings(steps: steps, order: order),
      interrupt: interrupt, visit: visit)
  }

  /// Returns how good the query answers are after each number of inner steps, or after the last.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try innerLoop.queryScores(
      of: start(parameters), on: episode,
      settings: InnerLoopSettings(steps: measurement.steps, order: order),
      measurement: measurement, interrupt: interrupt)
  }

  private func start(_ parameters: MetaParameters) -> InnerStart {
    InnerStart(network: parameters.network, rates: .uniform(innerLearningRate))
  }
}
