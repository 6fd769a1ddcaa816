/// How a network classified a set of images.
public struct Classification: Sendable, Equatable {
  /// The mean cross entropy.
  public var loss: Double
  /// How many images were given their own class.
  public var correct: Int

  /// Creates a classification from its loss and the number of correct answers.
  public init(loss: Double, correct: Int) {
    self.loss = loss
    self.correct = correct
  }
}
