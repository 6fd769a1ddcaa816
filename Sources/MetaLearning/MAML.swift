public import FewShotData

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

// MARK: - Adaptation

extension MAML {
  /// Returns the network after inner steps on examples.
  ///
  /// - Parameters:
  ///   - network: The network to start from; it stays as it is.
  ///   - examples: What to learn from.
  ///   - steps: How many steps to take; without it, ``innerSteps``.
  public func adapt(_ network: Network, to examples: Examples, steps: Int? = nil) throws -> Network
  {
    try validate()
    guard (steps ?? 0) >= 0 else {
      throw MetaLearningError.outOfRange(name: "steps", value: "\(steps ?? 0)")
    }
    return try AutodiffInnerLoop().adapt(
      network, to: examples, settings: settings(steps: steps), interrupt: { false })
  }

  /// Returns the network after inner steps on a task's support images.
  public func adapt(_ network: Network, to task: FewShotTask, steps: Int? = nil) throws -> Network {
    try adapt(network, to: task.support, steps: steps)
  }

  private func settings(steps: Int?) -> InnerLoopSettings {
    InnerLoopSettings(steps: steps ?? innerSteps, learningRate: innerLearningRate, order: order)
  }
}

// MARK: - MetaLearner

extension MAML: MetaLearner {
  /// Throws what is wrong with the settings.
  public func validate() throws(MetaLearningError) {
    guard innerSteps >= 0 else { throw .outOfRange(name: "innerSteps", value: "\(innerSteps)") }
    guard innerLearningRate.isFinite, innerLearningRate >= 0 else {
      throw .outOfRange(name: "innerLearningRate", value: "\(innerLearningRate)")
    }
  }

  /// Returns the derivative of one task's query loss in the network.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    try innerLoop.metaGradient(
      at: parameters.network, for: episode, settings: settings(steps: nil), interrupt: interrupt)
  }

  /// Returns the query accuracy after each number of inner steps, or only after the last.
  public func queryAccuracies(
    of parameters: MetaParameters, on episode: Episode, steps: Int, everyStep: Bool,
    interrupt: @Sendable () -> Bool
  ) throws -> [Double] {
    try innerLoop.queryAccuracies(
      of: parameters.network, on: episode, settings: settings(steps: steps), everyStep: everyStep,
      interrupt: interrupt)
  }
}
