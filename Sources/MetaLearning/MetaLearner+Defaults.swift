internal import Allowances
public import FusedMAML

// What an algorithm need not say, and what follows from what it says.

extension MetaLearner {
  /// The name of the type.
  public var name: String { "\(Self.self)" }

  /// As many as in training.
  public var evaluationSteps: Int { innerSteps }

  /// The outer rate stays as it is.
  public var metaRateSchedule: RateSchedule { .constant }

  /// The number of inner steps.
  public var settings: [Setting] { [Setting("innerSteps", innerSteps)] }

  /// Throws unless the numbers of steps are such that can be.
  public func validate() throws {
    try requireSteps(innerSteps, "innerSteps")
    try requireSteps(evaluationSteps, "evaluationSteps")
  }

  /// Throws unless the network has an output for each class or number that is asked for.
  public func checkFit(of network: Network, to episode: Episode) throws {
    try episode.checkOutputs(of: network)
  }

  /// Returns the network as all there is to learn.
  public func initialParameters(for network: Network) -> MetaParameters {
    MetaParameters(network: network)
  }

  /// Returns the derivative through ``adapt(_:to:steps:visit:)``, by a tape.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int
  ) throws -> MetaGradient {
    try MetaGradient(at: parameters, for: episode) { parameters in
      try adapt(parameters, to: episode.support, steps: innerSteps, visit: { _ in })
    }
  }

  /// Returns the scores by adapting the network and applying it.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement
  ) throws -> [QueryScore] {
    try episode.scores(measurement) { visit in
      try adapt(parameters, to: episode.support, steps: measurement.steps, visit: visit)
    }
  }
}

// MARK: - For those who ask whether to stop

extension MetaLearner {
  /// Returns the derivative without asking in between.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    try metaGradient(at: parameters, for: episode, iteration: iteration)
  }

  /// Returns the network, and asks after each step.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try adapt(parameters, to: examples, steps: steps) { network in
      guard !interrupt() else { throw CancellationError() }
      try visit(network)
    }
  }

  /// Returns the scores without asking in between.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try queryScores(of: parameters, on: episode, measurement: measurement)
  }
}

// MARK: - For algorithms of this library, which ask whether to stop

/// An algorithm that says what it does in the forms that ask whether to stop.
package protocol InterruptibleLearner: MetaLearner {}

extension InterruptibleLearner {
  /// Returns the derivative of one task's query loss in what is learned.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int
  ) throws -> MetaGradient {
    try metaGradient(
      at: parameters, for: episode, iteration: iteration, interrupt: { Allowance.isSpent })
  }

  /// Returns the network that what has been learned becomes on examples of a new task.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    visit: (Network) throws -> Void
  ) throws -> Network {
    try adapt(
      parameters, to: examples, steps: steps, interrupt: { Allowance.isSpent }, visit: visit)
  }

  /// Returns how good the query answers are after each number of inner steps, or after the last.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement
  ) throws -> [QueryScore] {
    try queryScores(
      of: parameters, on: episode, measurement: measurement, interrupt: { Allowance.isSpent })
  }

  /// Returns the scores by adapting the network and applying it.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try episode.scores(measurement) { visit in
      try adapt(
        parameters, to: episode.support, steps: measurement.steps, interrupt: interrupt,
        visit: visit)
    }
  }
}
