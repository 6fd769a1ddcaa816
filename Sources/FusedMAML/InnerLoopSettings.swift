/// How many inner steps there are, what they change, and what of them is differentiated.
package struct InnerLoopSettings: Sendable, Equatable {
  /// The part of a network that inner steps change.
  package enum Part: Sendable, Equatable {
    /// Every parameter.
    case everything
    /// The dense layer at the end.
    case head
  }

  /// The number of steps of gradient descent.
  package var steps: Int
  /// How far derivatives go through the steps.
  package var order: DerivativeOrder
  /// What the steps change.
  package var part: Part
  /// The weight of the query loss after 0, 1, … steps; nil counts the last one alone.
  package var lossWeights: [Double]?
  /// How large the gradient of a step may be; nil where it may be of any size.
  package var clipping: GradientClipping?
  /// How much of the parameters is added to their gradient in a step, after clipping.
  package var weightDecay = 0.0

  /// Creates settings.
  package init(
    steps: Int, order: DerivativeOrder = .second, part: Part = .everything,
    lossWeights: [Double]? = nil
  ) {
    precondition(steps >= 0, "a number of steps is not negative")
    precondition(
      lossWeights.map { $0.count == steps + 1 } ?? true,
      "there is a weight for the loss after each number of steps from 0 on")
    self.steps = steps
    self.order = order
    self.part = part
    self.lossWeights = lossWeights
  }

  /// Whether each step follows the gradient as it is.
  package var stepsArePlain: Bool { clipping == nil && weightDecay == 0 }

  /// The weight of the query loss after some steps.
  package func lossWeight(after step: Int) -> Double {
    lossWeights?[step] ?? (step == steps ? 1 : 0)
  }
}
