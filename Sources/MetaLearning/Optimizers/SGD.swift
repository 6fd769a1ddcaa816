public import Autodiff

/// Gradient descent, with momentum where it is asked for, and PyTorch's arithmetic.
///
/// Each step: g ← g + λ θ; v ← μ v + g; θ ← θ − α v. The first step's v is g. With Nesterov's momentum
/// θ ← θ − α (g + μ v).
public struct SGD: Optimizer {
  /// The size of a step, α.
  public var learningRate: Double
  /// How much of the velocity is kept from step to step, μ.
  public var momentum: Double
  /// Whether a step looks ahead along the velocity (Nesterov, 1983).
  public var isNesterov: Bool
  /// How much of the parameters themselves is added to their gradient, λ.
  public var weightDecay: Double

  /// The number of steps taken.
  public internal(set) var stepCount = 0
  /// The velocity of each parameter; none before the first step, and without momentum.
  public internal(set) var velocities: [Tensor] = []

  /// Creates the optimizer.
  public init(
    learningRate: Double = 0.01, momentum: Double = 0, nesterov isNesterov: Bool = false,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
  }

  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("learningRate", learningRate), Setting("momentum", momentum),
      Setting("nesterov", isNesterov), Setting("weightDecay", weightDecay),
    ]
  }

  /// The velocities.
  public var memory: [String: [Tensor]] { velocities.isEmpty ? [:] : ["velocity": velocities] }

  /// Throws unless rate and decay are at least 0 and the momentum is at least 0 and below 1.
  public func validate() throws(OptimizerError) {
    try requireAmount(learningRate, "learningRate")
    try requireShare(momentum, "momentum")
    try requireAmount(weightDecay, "weightDecay")
    guard !isNesterov || momentum > 0 else {
      throw .setting(name: "nesterov", value: "true without momentum")
    }
  }

  /// Returns parameters after one step.
  public mutating func moved(
    _ parameters: [Tensor], along slopes: [Tensor], rateFactor factor: Double
  ) -> [Tensor] {
    let (rate, kept) = (Float(learningRate * factor), Float(momentum))
    stepCount += 1
    var slopes = zip(slopes, parameters).map { decayed($0, $1, by: weightDecay) }
    if momentum > 0 {
      velocities =
        velocities.isEmpty ? slopes : zip(velocities, slopes).map { kept * $0 + $1 }
      slopes = isNesterov ? zip(slopes, velocities).map { $0 + kept * $1 } : velocities
    }
    return zip(parameters, slopes).map { $0 - rate * $1 }
  }
}
