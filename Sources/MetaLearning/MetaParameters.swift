public import Autodiff

/// What an algorithm learns over many tasks: the network that each task starts from, and whatever
/// else it learns, such as step sizes.
public struct MetaParameters: ParameterTree, Sendable, Equatable {
  /// The network that each task starts from.
  public var network: Network
  /// What is learned besides the network, by name.
  public var learned: [String: Tensor]

  /// Creates what is learned.
  public init(network: Network, learned: [String: Tensor] = [:]) {
    self.network = network
    self.learned = learned
  }

  /// Returns the same structure with each tensor replaced by what `transform` makes of it.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> MetaParameters {
    MetaParameters(
      network: try network.mapParameters(transform),
      learned: try learned.mapParameters(transform))
  }
}

extension MetaParameters {
  /// Returns what is learned by a name besides the network, or throws that it is not there: what was
  /// learned was learned by another algorithm.
  func learned(_ name: String) throws(MetaLearningError) -> Tensor {
    guard let tensor = learned[name] else { throw .notLearned(name: name) }
    return tensor
  }
}

/// What one task says about the parameters it started from.
public struct MetaGradient: Sendable {
  /// The derivative of the query loss in the parameters.
  public let gradient: MetaParameters
  /// The query loss after the inner steps.
  public let queryLoss: Double
  /// The query accuracy after the inner steps; nil where the answers are numbers, not classes.
  public let queryAccuracy: Double?

  /// Creates what a task says.
  public init(gradient: MetaParameters, score: QueryScore) {
    self.gradient = gradient
    queryLoss = score.loss
    queryAccuracy = score.accuracy
  }
}
