/// The heart of MAML, one task at a time: what a faster implementation has to provide.
///
/// ``AutodiffInnerLoop`` is the reference that any other is held to.
package protocol InnerLoop: Sendable {
  /// Returns the derivative of the query loss after inner steps, in the network before them.
  func metaGradient(
    at network: Network, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient

  /// Returns the query accuracy after each number of inner steps from 0 on, or only after the
  /// last; nobody reads the others then, and they aren't computed.
  func queryAccuracies(
    of network: Network, on episode: Episode, settings: InnerLoopSettings, everyStep: Bool,
    interrupt: @Sendable () -> Bool
  ) throws -> [Double]
}

/// How many inner steps there are, how large, and how far derivatives go through them.
package struct InnerLoopSettings: Sendable, Equatable {
  package var steps: Int
  package var learningRate: Double
  package var order: MAML.Order

  package init(steps: Int, learningRate: Double, order: MAML.Order) {
    self.steps = steps
    self.learningRate = learningRate
    self.order = order
  }
}
