package import FusedMAML

/// The heart of MAML and its relatives, one task at a time: what a faster implementation has to
/// provide.
///
/// ``AutodiffInnerLoop`` is the reference that any other is held to.
package protocol InnerLoop: Sendable {
  /// Returns the derivative of the query loss after inner steps, in all that they start from.
  func metaGradient(
    at start: InnerStart, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> InnerGradient

  /// Returns the network after inner steps on examples, ready to be judged.
  ///
  /// - Parameter visit: Is given the network after 0, 1, … steps.
  func adapt(
    _ start: InnerStart, to examples: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network

  /// Returns how good the query answers are after each number of inner steps from 0 on, or only
  /// after the last; nobody reads the others then, and they aren't computed.
  func queryScores(
    of start: InnerStart, on episode: Episode, settings: InnerLoopSettings,
    measurement: QueryMeasurement, interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore]
}

extension InnerLoop {
  /// Returns the scores by adapting the network and applying it.
  package func queryScores(
    of start: InnerStart, on episode: Episode, settings: InnerLoopSettings,
    measurement: QueryMeasurement, interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try episode.scores(measurement) { visit in
      try adapt(
        start, to: episode.support, settings: settings, interrupt: interrupt, visit: visit)
    }
  }
}

/// What one task says about all that its inner loop started from.
package struct InnerGradient: Sendable {
  /// The derivative of the query loss; a uniform rate has none and is kept.
  package var gradient: InnerStart
  /// How good the answers to the query set are after the last step.
  package var score: QueryScore
}

extension Episode {
  /// Returns the scores of a network while it adapts.
  ///
  /// - Parameter adapt: Adapts, gives the network after 0, 1, … steps to its argument, and returns
  ///   the last.
  func scores(
    _ measurement: QueryMeasurement,
    whileAdapting adapt: (_ visit: (Network) throws -> Void) throws -> Network
  ) throws -> [QueryScore] {
    func score(of network: Network) throws -> QueryScore {
      try self.score(of: network, isTransductive: measurement.isTransductive)
    }
    var scores: [QueryScore] = []
    let adapted = try adapt { network in
      if measurement.everyStep { scores.append(try score(of: network)) }
    }
    guard measurement.everyStep else { return [try score(of: adapted)] }
    guard scores.count == measurement.steps + 1 else {
      throw MetaLearningError.wrongVisits(expected: measurement.steps + 1, found: scores.count)
    }
    return scores
  }
}
