public import FusedMAML

/// Almost no inner loop (Raghu, Raghu, Bengio and Vinyals, 2020): MAML whose inner steps change the
/// head alone, the dense layer at the end. What is learned over many tasks is the whole network.
///
///     let run = try train(network, using: ANIL(), on: tasks, iterations: 300)
///
/// The derivative is exact where the order is `.second`, as MAML's.
public struct ANIL: GradientDescentLearner {
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// The size of an inner step.
  public var innerLearningRate: Double
  /// How far the outer derivative goes through the inner steps.
  public var order: MAML.Order
  /// How large the gradient of an inner step may be; nil where it may be of any size.
  public var innerClipping: GradientClipping?
  /// How much of the parameters is added to their gradient in an inner step, after clipping.
  public var innerWeightDecay: Double

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = HeadInnerLoop()

  /// Creates the algorithm with its settings.
  public init(
    innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: MAML.Order = .second,
    innerClipping: GradientClipping? = nil, innerWeightDecay: Double = 0
  ) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.order = order
    self.innerClipping = innerClipping
    self.innerWeightDecay = innerWeightDecay
  }

  /// The head's steps.
  package func loopSettings(steps: Int, iteration: Int?) -> InnerLoopSettings {
    InnerLoopSettings(steps: steps, order: order, part: .head)
  }
}
