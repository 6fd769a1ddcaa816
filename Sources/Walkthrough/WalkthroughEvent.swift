public import FewShotData

/// What a command of the walkthrough tells while it works.
public enum WalkthroughEvent: Sendable, Equatable {
  /// A line of its log.
  case line(String)
  /// How far the reading of characters has come.
  case reading(LoadingProgress)
  /// How far the training has come.
  case training(iteration: Int, total: Int, loss: Double, accuracy: Double?)
  /// How far an evaluation has come.
  case evaluating(completed: Int, total: Int)
}
