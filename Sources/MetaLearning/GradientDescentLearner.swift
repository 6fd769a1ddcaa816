internal import Autodiff
package import FusedMAML

/// An algorithm whose inner loop is gradient descent: MAML and its relatives.
///
/// They differ in what the steps start from (``initialStart(for:)``) and in what the steps change
/// and the derivative goes through (``loopSettings(steps:iteration:)``). Everything else follows.
package protocol GradientDescentLearner: InterruptibleLearner {
  /// The size of an inner step, α in the paper, or what every learned rate starts as.
  var innerLearningRate: Double { get }
  /// How far the outer derivative goes through the inner steps.
  var order: DerivativeOrder { get }
  /// How large the gradient of an inner step may be; nil where it may be of any size.
  var innerClipping: GradientClipping? { get }
  /// How much of the parameters is added to their gradient in an inner step.
  var innerWeightDecay: Double { get }
  /// What computes the inner loop and the derivative through it.
  var innerLoop: any InnerLoop { get }

  /// Returns a network and what is learned besides it, as they are before the first task.
  func initialStart(for network: Network) -> InnerStart

  /// Returns what inner steps change, and what of them is differentiated.
  ///
  /// - Parameters:
  ///   - steps: The number of steps.
  ///   - iteration: The number of the iteration in training; nil where nothing is differentiated.
  func loopSettings(steps: Int, iteration: Int?) -> InnerLoopSettings
}

// MARK: - Without anything special

extension GradientDescentLearner {
  package func initialStart(for network: Network) -> InnerStart {
    InnerStart(network: network, rates: .uniform(innerLearningRate))
  }

  package func loopSettings(steps: Int, iteration: Int?) -> InnerLoopSettings {
    InnerLoopSettings(steps: steps, order: order)
  }

  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("innerSteps", innerSteps), Setting("innerLearningRate", innerLearningRate),
      Setting("order", order.rawValue),
    ] + stepSettings
  }

  /// How steps differ from plain gradient descent, where they do.
  var stepSettings: [Setting] {
    (innerClipping.map { [Setting("innerClipping", $0)] } ?? [])
      + (innerWeightDecay == 0 ? [] : [Setting("innerWeightDecay", innerWeightDecay)])
  }

  /// Throws what is wrong with the settings.
  public func validate() throws(MetaLearningError) { try validateInnerLoop() }

  /// Throws what is wrong with the number of steps or their size.
  func validateInnerLoop() throws(MetaLearningError) {
    try requireSteps(innerSteps, "innerSteps")
    try requireRate(innerLearningRate, "innerLearningRate")
    try requireRate(innerWeightDecay, "innerWeightDecay")
    if let limit = innerClipping?.limit, !(Float(limit).isFinite && Float(limit) > 0) {
      throw .outOfRange(name: "innerClipping", value: "\(limit)")
    }
  }

  /// Throws unless the network has an output for each class or number that is asked for, and a head
  /// where that alone is adapted.
  public func checkFit(of network: Network, to episode: Episode) throws {
    try checkHead(of: network)
    try episode.checkOutputs(of: network)
  }

  private func checkHead(of network: Network) throws(MetaLearningError) {
    guard loopSettings(steps: 0, iteration: nil).part == .head else { return }
    try network.requireHead(for: "\(Self.self)")
  }
}

// MARK: - MetaLearner

extension GradientDescentLearner {
  /// Returns the network, and besides it what else is learned.
  public func initialParameters(for network: Network) -> MetaParameters {
    MetaParameters(initialStart(for: network))
  }

  /// Returns the derivative of one task's query loss in all that is learned.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    let result = try innerLoop.metaGradient(
      at: start(from: parameters), for: episode,
      settings: settings(steps: innerSteps, iteration: iteration), interrupt: interrupt)
    return MetaGradient(gradient: MetaParameters(result.gradient), score: result.score)
  }

  /// Returns the network after inner steps on examples; steps beyond the ones trained are like the
  /// last of them.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try innerLoop.adapt(
      start(from: parameters), to: examples, settings: settings(steps: steps, iteration: nil),
      interrupt: interrupt, visit: visit)
  }

  /// Returns how good the query answers are after each number of inner steps, or after the last.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try innerLoop.queryScores(
      of: start(from: parameters), on: episode,
      settings: settings(steps: measurement.steps, iteration: nil), measurement: measurement,
      interrupt: interrupt)
  }

  /// What inner steps change, how far they go, and what of them is differentiated.
  private func settings(steps: Int, iteration: Int?) -> InnerLoopSettings {
    var settings = loopSettings(steps: steps, iteration: iteration)
    settings.clipping = innerClipping
    settings.weightDecay = innerWeightDecay
    return settings
  }

  private func start(from parameters: MetaParameters) throws(MetaLearningError) -> InnerStart {
    try checkHead(of: parameters.network)
    return try initialStart(for: parameters.network).replaced(by: parameters)
  }
}
