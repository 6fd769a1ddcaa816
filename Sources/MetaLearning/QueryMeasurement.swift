internal import Autodiff
internal import FusedMAML
internal import Tensors

/// What to measure while a network adapts to a task.
public struct QueryMeasurement: Sendable, Equatable {
  /// The number of inner steps to take.
  public var steps: Int
  /// Whether to measure after 0, 1, … steps, or only after the last.
  public var everyStep: Bool
  /// Whether all query images are normalized together, so that they help each other.
  ///
  /// Otherwise batch normalization takes its statistics from the support images alone, at the same
  /// parameters, as it does in a network with running statistics: what is answered to a query image
  /// does not depend on the others. Both ways are in use, and their accuracies are not comparable
  /// (Nichol, Achiam and Schulman, 2018, section 6.1, put each query image to the support images).
  public var isTransductive: Bool

  /// Creates a measurement.
  public init(steps: Int, everyStep: Bool = true, isTransductive: Bool = true) {
    self.steps = steps
    self.everyStep = everyStep
    self.isTransductive = isTransductive
  }
}

// MARK: - Scoring

extension Episode {
  /// Returns how good an adapted network's answers to the query set are.
  ///
  /// - Parameters:
  ///   - network: The network after inner steps on the support examples.
  ///   - isTransductive: Whether all query inputs are normalized together.
  public func score(of network: Network, isTransductive: Bool = true) throws -> QueryScore {
    try query.score(
      ofOutputs: isTransductive
        ? Checked.apply(network, to: query.inputs)
        : network.output(for: query.inputs, normalizedBy: support.inputs))
  }
}
