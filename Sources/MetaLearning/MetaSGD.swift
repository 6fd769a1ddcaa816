internal import Autodiff
public import FusedMAML

/// Meta-SGD (Li, Zhou, Chen and Li, 2017): MAML that also learns the size and the sign of the inner
/// step, for each parameter its own.
///
///     let run = try train(network, using: MetaSGD(), on: tasks, iterations: 300)
///     let result = try evaluate(run.parameters, using: MetaSGD(), on: testTasks)
///
/// Equation 2 of the paper: θ′ = θ − α ∘ ∇ L(θ; support), with α learned beside θ. The rates are
/// among ``MetaParameters/learned``, as `rates.conv1.weight` and so on; the paper draws them at
/// random between 0.005 and 0.1 and takes one step, here they all start as ``innerLearningRate``.
public struct MetaSGD: GradientDescentLearner {
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// What every rate starts as.
  public var innerLearningRate: Double
  /// How far the outer derivative goes through the inner steps.
  public var order: MAML.Order
  /// How large the gradient of an inner step may be; nil where it may be of any size.
  public var innerClipping: GradientClipping?
  /// How much of the parameters is added to their gradient in an inner step, after clipping.
  public var innerWeightDecay: Double

  /// What computes the inner loop and the derivative through it.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(
    innerSteps: Int = 1, innerLearningRate: Double = 0.1, order: MAML.Order = .second,
    innerClipping: GradientClipping? = nil, innerWeightDecay: Double = 0
  ) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.order = order
    self.innerClipping = innerClipping
    self.innerWeightDecay = innerWeightDecay
  }

  /// The network and a rate for each of its parameters.
  package func initialStart(for network: Network) -> InnerStart {
    let rates = network.map { tensor in
      Tensor(repeating: Float(innerLearningRate), shape: tensor.shape)
    }
    return InnerStart(network: network, rates: .perParameter(rates))
  }
}
