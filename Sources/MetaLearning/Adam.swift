public import Autodiff

/// The outer optimizer (Kingma and Ba, 2015), with PyTorch's arithmetic.
public struct Adam: Sendable, Equatable {
  /// The size of a step, α in the paper.
  public var learningRate: Double
  /// How slowly the mean of the gradients forgets, β₁ in the paper.
  public var meanDecay: Double
  /// How slowly the mean of their squares forgets, β₂ in the paper.
  public var squareDecay: Double
  /// What keeps the denominator from 0, ε in the paper.
  public var epsilon: Double

  /// The number of steps taken.
  public internal(set) var stepCount = 0
  /// The running mean of the gradients, one for each parameter; none before the first step.
  public internal(set) var means: [Tensor] = []
  /// The running mean of the squared gradients, one for each parameter; none before the first step.
  public internal(set) var squares: [Tensor] = []

  /// Creates the optimizer.
  public init(
    learningRate: Double = 0.001, meanDecay: Double = 0.9, squareDecay: Double = 0.999,
    epsilon: Double = 1e-8
  ) {
    self.learningRate = learningRate
    self.meanDecay = meanDecay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
  }

  /// Moves parameters one step against a gradient.
  ///
  /// - Parameters:
  ///   - parameters: What to move.
  ///   - gradient: The gradient.
  ///   - factor: What the learning rate is multiplied by in this step: a schedule's.
  public mutating func update<Parameters: ParameterTree>(
    _ parameters: inout Parameters, along gradient: Parameters, rateFactor factor: Double = 1
  ) {
    let slopes = gradient.parameters
    if stepCount == 0 {
      means = slopes.map { Tensor(zeros: $0.shape) }
      squares = means
    }
    stepCount += 1
    // In double precision: 1 − 0.999 has few digits left in Float.
    let squareCorrection = Float((1 - power(squareDecay, stepCount)).squareRoot())
    let rate = Float(learningRate * factor / (1 - power(meanDecay, stepCount)))
    let (meanKept, meanTaken) = (Float(meanDecay), Float(1 - meanDecay))
    let (squareKept, squareTaken) = (Float(squareDecay), Float(1 - squareDecay))
    var index = 0
    parameters = parameters.map { parameter in
      let slope = slopes[index]
      means[index] = meanKept * means[index] + meanTaken * slope
      squares[index] = squareKept * squares[index] + squareTaken * (slope * slope)
      let denominator = sqrt(squares[index]) / squareCorrection + Float(epsilon)
      let step = rate * means[index] / denominator
      index += 1
      return parameter - step
    }
  }
}

/// Returns a number multiplied by itself: always the same bits, unlike a library's `pow`.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, factor, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= factor }
    factor *= factor
    rest >>= 1
  }
  return result
}
