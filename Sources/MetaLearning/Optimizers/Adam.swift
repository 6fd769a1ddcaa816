public import Autodiff

/// Adam (Kingma and Ba, 2015), with PyTorch's arithmetic, and with decoupled weight decay AdamW
/// (Loshchilov and Hutter, 2019).
public struct Adam: Optimizer {
  /// The size of a step, α in the paper.
  public var learningRate: Double
  /// How slowly the mean of the gradients forgets, β₁ in the paper.
  public var meanDecay: Double
  /// How slowly the mean of their squares forgets, β₂ in the paper.
  public var squareDecay: Double
  /// What keeps the denominator from 0, ε in the paper.
  public var epsilon: Double
  /// How much of the parameters themselves is added to their gradient, as in PyTorch's `Adam`.
  public var weightDecay: Double
  /// The share of the parameters, times the learning rate, that each step takes away, as in PyTorch's
  /// `AdamW`.
  public var decoupledWeightDecay: Double

  /// The number of steps taken.
  public internal(set) var stepCount = 0
  /// The running mean of the gradients, one for each parameter; none before the first step.
  public internal(set) var means: [Tensor] = []
  /// The running mean of the squared gradients, one for each parameter; none before the first step.
  public internal(set) var squares: [Tensor] = []

  /// Creates the optimizer.
  public init(
    learningRate: Double = 0.001, meanDecay: Double = 0.9, squareDecay: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 0, decoupledWeightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.meanDecay = meanDecay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decoupledWeightDecay = decoupledWeightDecay
  }

  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("learningRate", learningRate), Setting("meanDecay", meanDecay),
      Setting("squareDecay", squareDecay), Setting("epsilon", epsilon),
      Setting("weightDecay", weightDecay), Setting("decoupledWeightDecay", decoupledWeightDecay),
    ]
  }

  /// Both running means.
  public var memory: [String: [Tensor]] {
    means.isEmpty ? [:] : ["mean": means, "square": squares]
  }

  /// Throws unless rates are at least 0, decays at least 0 and below 1, and ε above 0.
  public func validate() throws(OptimizerError) {
    try requireAmount(learningRate, "learningRate")
    try requireShare(meanDecay, "meanDecay")
    try requireShare(squareDecay, "squareDecay")
    try requireAmount(epsilon, "epsilon")
    guard Float(epsilon) > 0 else { throw .setting(name: "epsilon", value: "\(epsilon)") }
    try requireAmount(weightDecay, "weightDecay")
    try requireAmount(decoupledWeightDecay, "decoupledWeightDecay")
  }

  /// Returns parameters after one step.
  public mutating func moved(
    _ parameters: [Tensor], along slopes: [Tensor], rateFactor factor: Double
  ) -> [Tensor] {
    if means.isEmpty {
      means = slopes.map { Tensor(zeros: $0.shape) }
      squares = means
    }
    stepCount += 1
    // In double precision: 1 − 0.999 has few digits left in Float.
    let squareCorrection = Float((1 - power(squareDecay, stepCount)).squareRoot())
    let rate = Float(learningRate * factor / (1 - power(meanDecay, stepCount)))
    let (meanKept, meanTaken) = (Float(meanDecay), Float(1 - meanDecay))
    let (squareKept, squareTaken) = (Float(squareDecay), Float(1 - squareDecay))
    let weightKept = Float(1 - learningRate * factor * decoupledWeightDecay)
    return parameters.indices.map { index in
      let parameter = parameters[index]
      let slope = decayed(slopes[index], parameter, by: weightDecay)
      means[index] = meanKept * means[index] + meanTaken * slope
      squares[index] = squareKept * squares[index] + squareTaken * (slope * slope)
      let denominator = sqrt(squares[index]) / squareCorrection + Float(epsilon)
      let step = rate * means[index] / denominator
      return (decoupledWeightDecay == 0 ? parameter : weightKept * parameter) - step
    }
  }
}

/// Returns a number multiplied by itself: always the same bits, unlike a library's `pow`.
func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, factor, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= factor }
    factor *= factor
    rest >>= 1
  }
  return result
}
