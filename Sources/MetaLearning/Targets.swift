public import Autodiff

/// What a network should answer to some inputs, which also decides how its answers are judged.
public enum Targets: Sendable, Equatable {
  /// The class of each input, counted from 0: answers are judged by their mean cross-entropy, and
  /// by how many of them are right.
  case labels([Int])
  /// A row of numbers for each input: answers are judged by their mean squared error.
  case values(Tensor)
}
