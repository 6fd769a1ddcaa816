/// How good a network's answers to a task's query set are.
public struct QueryScore: Sendable, Equatable {
  /// How far the answers are off: mean cross-entropy, or mean squared error.
  public let loss: Double
  /// The share of right answers; nil where the answers are numbers, not classes.
  public let accuracy: Double?

  /// Creates a score.
  public init(loss: Double, accuracy: Double?) {
    self.loss = loss
    self.accuracy = accuracy
  }
}
