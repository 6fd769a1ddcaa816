public import FewShotData
public import FusedMAML

/// An algorithm that learns to learn: what a notebook switches to compare MAML with its relatives.
///
/// An algorithm says what is learned over many tasks (``MetaParameters``), how one task changes it
/// (``metaGradient(at:for:iteration:interrupt:)``) and how it is used on a new task
/// (``adapt(_:to:steps:interrupt:visit:)``). Batches, threads, the outer optimizer and evaluation
/// are the same for all: ``train(_:using:on:iterations:tasksPerBatch:metaLearningRate:metaRateSchedule:optimizer:gradientClipping:validation:checkpoint:threads:progress:interrupt:)``
/// and ``evaluate(_:using:on:taskCount:steps:everyStep:transductive:threads:progress:interrupt:)-(Network,_,_,_,_,_,_,_,_,_)``.
///
/// One's own algorithm says its ``innerSteps`` and how it adapts
/// (``adapt(_:to:steps:visit:)``); everything else has a default, the derivative through the adaptation
/// too, which a tape takes.
///
///     struct Descent: MetaLearner {
///       var innerSteps = 3
///       func adapt(
///         _ parameters: MetaParameters, to examples: Examples, steps: Int,
///         visit: (Network) throws -> Void
///       ) throws -> Network {
///         var network = parameters.network
///         try visit(network)
///         for _ in 0..<steps {
///           let slope = gradient(at: network) { examples.loss(of: $0) }
///           network = network.zipMap(slope) { $0 - 0.1 * $1 }
///           try visit(network)
///         }
///         return network
///       }
///     }
///
/// An algorithm is a value, and whatever it does is a function of its settings, the parameters, the
/// episode and the number of the iteration, so that a training can stop and go on at any time.
public protocol MetaLearner: Sendable {
  /// What the algorithm is called in what is said about a training; the name of its type by default.
  var name: String { get }

  /// The number of inner steps that the algorithm adapts by in training.
  var innerSteps: Int { get }

  /// The number of inner steps that the algorithm adapts by in evaluation, unless asked for others.
  var evaluationSteps: Int { get }

  /// How the outer rate changes over a training.
  var metaRateSchedule: RateSchedule { get }

  /// The settings as text, always in the same order; by default the number of inner steps.
  var settings: [Setting] { get }

  /// Throws what is wrong with the algorithm's settings.
  func validate() throws

  /// Throws why a network can't be used on tasks of an episode's kind.
  func checkFit(of network: Network, to episode: Episode) throws

  /// Returns what is learned over many tasks, as it is before the first.
  func initialParameters(for network: Network) throws -> MetaParameters

  /// Returns the derivative of one task's query loss in what is learned, or whatever else the
  /// algorithm lets the outer optimizer follow.
  ///
  /// - Parameters:
  ///   - parameters: What has been learned.
  ///   - episode: The task.
  ///   - iteration: The number of the iteration, from 0.
  func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int
  ) throws -> MetaGradient

  /// Returns the same, and can be stopped on the way; by default the same.
  ///
  /// - Parameters:
  ///   - parameters: What has been learned.
  ///   - episode: The task.
  ///   - iteration: The number of the iteration, from 0.
  ///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
  func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient

  /// Returns the network that what has been learned becomes on examples of a new task.
  ///
  /// - Parameters:
  ///   - parameters: What has been learned; it stays as it is.
  ///   - examples: What to adapt to.
  ///   - steps: The number of inner steps.
  ///   - visit: Is given the network after 0, 1, … steps.
  func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    visit: (Network) throws -> Void
  ) throws -> Network

  /// Returns the same, and can be stopped on the way; by default after each step.
  ///
  /// - Parameters:
  ///   - parameters: What has been learned; it stays as it is.
  ///   - examples: What to adapt to.
  ///   - steps: The number of inner steps.
  ///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
  ///   - visit: Is given the network after 0, 1, … steps.
  func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network

  /// Returns how good the query answers are after each number of inner steps from 0 on, or only
  /// after the last.
  func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement
  ) throws -> [QueryScore]

  /// Returns the same, and can be stopped on the way; by default the same.
  func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore]
}

// MARK: - Use

extension MetaLearner {
  /// The algorithm with its settings, such as `MAML(innerSteps: 5, innerLearningRate: 0.1, order:
  /// second)`.
  public var summary: String {
    "\(name)(\(settings.map(\.description).joined(separator: ", ")))"
  }

  /// Returns the derivative of one task's query loss as in the first iteration.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    try metaGradient(at: parameters, for: episode, iteration: 0, interrupt: interrupt)
  }

  /// Returns the derivative of one task's query loss after the inner steps, in each of a network's
  /// parameters before them, as in the first iteration.
  ///
  /// - Parameters:
  ///   - network: The network to start from.
  ///   - episode: The task.
  ///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
  public func metaGradient(
    at network: Network, for episode: Episode, interrupt: @Sendable () -> Bool = { false }
  ) throws -> Network {
    try validate()
    try checkFit(of: network, to: episode)
    return try metaGradient(
      at: initialParameters(for: network), for: episode, iteration: 0, interrupt: interrupt
    ).gradient.network
  }

  /// Returns the network that what has been learned becomes on examples.
  ///
  /// - Parameters:
  ///   - parameters: What has been learned; it stays as it is.
  ///   - examples: What to adapt to.
  ///   - steps: How many steps to take; without it, ``evaluationSteps``.
  ///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int? = nil,
    interrupt: @Sendable () -> Bool = { false }
  ) throws -> Network {
    try validate()
    let steps = steps ?? evaluationSteps
    try requireSteps(steps, "steps")
    return try adapt(
      parameters, to: examples, steps: steps, interrupt: interrupt, visit: { _ in })
  }

  /// Returns the network after inner steps on examples.
  ///
  /// - Parameters:
  ///   - network: The network to start from; it stays as it is.
  ///   - examples: What to learn from.
  ///   - steps: How many steps to take; without it, ``evaluationSteps``.
  ///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
  public func adapt(
    _ network: Network, to examples: Examples, steps: Int? = nil,
    interrupt: @Sendable () -> Bool = { false }
  ) throws -> Network {
    try validate()
    return try adapt(
      initialParameters(for: network), to: examples, steps: steps, interrupt: interrupt)
  }

  /// Returns the network after inner steps on a task's support images.
  public func adapt(_ network: Network, to task: FewShotTask, steps: Int? = nil) throws -> Network {
    try adapt(network, to: task.support, steps: steps)
  }
}
