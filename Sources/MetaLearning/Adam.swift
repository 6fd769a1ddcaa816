public import Autodiff

/// The outer optimizer (Kingma and Ba, 2015), with PyTorch's arithmetic.
public struct Adam: Sendable, Equatable {
  /// The size of a step, α in the paper.
  public var learningRate: Float
  /// How slowly the mean of the gradients forgets, β₁ in the paper.
  public var meanDecay: Float
  /// How slowly the mean of their squares forgets, β₂ in the paper.
  public var squareDecay: Float
  /// What keeps the denominator from 0, ε in the paper.
  public var epsilon: Float

  /// The number of steps taken.
  public private(set) var stepCount = 0
  /// The running mean of the gradients, one for each parameter; none before the first step.
  public private(set) var means: [Tensor] = []
  /// The running mean of the squared gradients, one for each parameter; none before the first step.
  public private(set) var squares: [Tensor] = []

  /// Creates the optimizer.
  public init(
    learningRate: Float = 0.001, meanDecay: Float = 0.9, squareDecay: Float = 0.999,
    epsilon: Float = 1e-8
  ) {
    self.learningRate = learningRate
    self.meanDecay = meanDecay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
  }

  /// Moves parameters one step against a gradient.
  public mutating func update<Parameters: ParameterTree>(
    _ parameters: inout Parameters, along gradient: Parameters
  ) {
    let slopes = gradient.parameters
    if stepCount == 0 {
      means = slopes.map { Tensor(zeros: $0.shape) }
      squares = means
    }
    stepCount += 1
    // In double precision: 1 − 0.999 has few digits left in Float.
    let meanCorrection = 1 - power(Double(meanDecay), stepCount)
    let squareCorrection = (1 - power(Double(squareDecay), stepCount)).squareRoot()
    let rate = Float(Double(learningRate) / meanCorrection)
    var index = 0
    parameters = parameters.map { parameter in
      let slope = slopes[index]
      means[index] = meanDecay * means[index] + (1 - meanDecay) * slope
      squares[index] = squareDecay * squares[index] + (1 - squareDecay) * (slope * slope)
      let denominator = sqrt(squares[index]) / Float(squareCorrection) + epsilon
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
