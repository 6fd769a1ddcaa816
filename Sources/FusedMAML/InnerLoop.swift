/// How a task's parameters are adapted, and what of the adaptation is differentiated.
public struct InnerLoop: Sendable {
  /// How the rates of gradient descent are given.
  public enum Rates: Sendable {
    /// One rate.
    case uniform(Float)
    /// For each step one rate for each of the eighteen parameter tensors.
    case perStepAndTensor([[Float]])
    /// One rate for each parameter, in the order of the parameters.
    case perParameter([Float])
  }

  /// Whether the gradient goes through the adaptation's own gradients.
  public enum Order: Sendable {
    /// Steps count as constants (first-order MAML).
    case first
    /// Exactly: Hessian-vector products through every step.
    case second
  }

  /// How many steps of gradient descent adapt the parameters.
  public var steps: Int
  /// The rates of those steps.
  public var rates: Rates
  /// Whether the gradient goes through the steps' gradients.
  public var order: Order
  /// The weight of the query loss after 0, 1, … steps; `nil` counts the last one alone.
  public var lossWeights: [Float]?
  /// Whether to compute the gradient by the rates.
  public var isLearningRates: Bool

  /// Creates a loop of `steps` steps.
  public init(
    steps: Int, rates: Rates, order: Order = .second, lossWeights: [Float]? = nil,
    isLearningRates: Bool = false
  ) {
    precondition(steps >= 0, "a number of steps is not negative")
    precondition(
      lossWeights.map { $0.count == steps + 1 } ?? true,
      "\(steps) steps need \(steps + 1) loss weights, not \(lossWeights?.count ?? 0)")
    self.steps = steps
    self.rates = rates
    self.order = order
    self.lossWeights = lossWeights
    self.isLearningRates = isLearningRates
  }

  /// The weight of the query loss after `step` steps.
  func lossWeight(after step: Int) -> Float {
    lossWeights?[step] ?? (step == steps ? 1 : 0)
  }
}
