public import FusedMAML

/// Model-agnostic meta-learning (Finn, Abbeel and Levine, 2017): learns a network from which a few
/// steps of gradient descent on a few examples lead to a good classifier.
///
///     let maml = MAML(innerSteps: 5, innerLearningRate: 0.1, order: .second)
///     let run = try train(network, using: maml, on: tasks, iterations: 300)
///
/// Inner step, equation 1 of the paper: θ′ = θ − α ∇ L(θ; support). Outer derivative, equation 2:
/// ∇ L(θ′; query) in θ, through all inner steps where the order is `.second`.
public struct MAML: GradientDescentLearner {
  /// How far the outer derivative goes through the inner steps.
  public typealias Order = DerivativeOrder

  /// The number of inner steps in training.
  public var innerSteps: Int
  /// The size of an inner step, α in the paper.
  public var innerLearningRate: Double
  /// How far the outer derivative goes through the inner steps.
  public var order: Order
  /// How large the gradient of an inner step may be; nil where it may be of any size.
  public var innerClipping: GradientClipping?
  /// How much of the parameters is added to their gradient in an inner step, after clipping.
  public var innerWeightDecay: Double

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(
    innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: Order = .second,
    innerClipping: GradientClipping? = nil, innerWeightDecay: Double = 0
  ) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.order = order
    self.innerClipping = innerClipping
    self.innerWeightDecay = innerWeightDecay
  }
}
