public import Autodiff

/// An algorithm that learns to learn: what a notebook switches to compare MAML with its relatives.
///
/// An algorithm says what is learned over many tasks (``MetaParameters``), how one task changes it
/// (``metaGradient(at:for:interrupt:)``) and how it is used on a new task
/// (``queryAccuracies(of:on:steps:everyStep:interrupt:)``). Batches, threads, the outer optimizer
/// and evaluation are the same for all: ``train(_:using:on:iterations:tasksPerBatch:metaLearningRate:validation:checkpoint:threads:progress:interrupt:)``
/// and ``evaluate(_:using:on:taskCount:steps:everyStep:threads:progress:interrupt:)``.
public protocol MetaLearner: Sendable {
  /// The number of inner steps that the algorithm adapts by.
  var innerSteps: Int { get }

  /// Throws what is wrong with the algorithm's settings.
  func validate() throws(MetaLearningError)

  /// Returns what is learned over many tasks, as it is before the first.
  func initialParameters(for network: Network) -> MetaParameters

  /// Returns the derivative of one task's query loss in what is learned.
  func metaGradient(
    at parameters: MetaParameters, for episode: Episode, interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient

  /// Returns the query accuracy after each number of inner steps from 0 to `steps`, or only after
  /// the last.
  func queryAccuracies(
    of parameters: MetaParameters, on episode: Episode, steps: Int, everyStep: Bool,
    interrupt: @Sendable () -> Bool
  ) throws -> [Double]
}

extension MetaLearner {
  /// Returns the network as all there is to learn.
  public func initialParameters(for network: Network) -> MetaParameters {
    MetaParameters(network: network)
  }
}

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

/// What one task says about the parameters it started from.
public struct MetaGradient: Sendable {
  /// The derivative of the query loss in the parameters.
  public let gradient: MetaParameters
  /// The query loss after the inner steps.
  public let queryLoss: Double
  /// The query accuracy after the inner steps.
  public let queryAccuracy: Double

  /// Creates what a task says.
  public init(gradient: MetaParameters, queryLoss: Double, queryAccuracy: Double) {
    self.gradient = gradient
    self.queryLoss = queryLoss
    self.queryAccuracy = queryAccuracy
  }
}
