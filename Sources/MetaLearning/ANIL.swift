internal import Autodiff

/// Almost no inner loop (Raghu, Raghu, Bengio and Vinyals, 2020): MAML whose inner steps change the
/// head alone, the dense layer at the end. What is learned over many tasks is the whole network.
///
///     let run = try train(network, using: ANIL(), on: tasks, iterations: 300)
///
/// The derivative is exact where the order is `.second`, as MAML's.
public struct ANIL: Sendable {
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// The size of an inner step.
  public var innerLearningRate: Double
  /// How far the outer derivative goes through the inner steps.
  public var order: MAML.Order

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = AutodiffInnerLoop()

  /// Creates the algorithm with its settings.
  public init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: MAML.Order = .second) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.order = order
  }
}

// MARK: - MetaLearner

extension ANIL: MetaLearner {
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

  /// Throws unless the network has a head, with an output for each class or number.
  public func checkFit(of network: Network, to episode: Episode) throws {
    try network.requireHead(for: "ANIL")
    try episode.checkOutputs(of: network)
  }

  /// Returns the derivative of one task's query loss in the network.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    let result = try innerLoop.metaGradient(
      at: start(parameters), for: episode, settings: loopSettings(steps: innerSteps),
      interrupt: interrupt)
    return MetaGradient(
      gradient: MetaParameters(network: result.gradient.network), score: result.score)
  }

  /// Returns the network whose head has been adapted to examples.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try parameters.network.requireHead(for: "ANIL")
    return try innerLoop.adapt(
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

  private func start(_ parameters: MetaParameters) -> InnerStart {
    InnerStart(network: parameters.network, rates: .uniform(innerLearningRate))
  }

  private func loopSettings(steps: Int) -> InnerLoopSettings {
    InnerLoopSettings(steps: steps, order: order, part: .head)
  }
}
