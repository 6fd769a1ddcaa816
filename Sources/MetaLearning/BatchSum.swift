internal import Autodiff
internal import Tensors

/// What the tasks of a batch say together, added in task order whichever thread was done first:
/// floating-point addition is not associative.
struct BatchSum {
  /// How many tasks are added at once.
  static let part = 256

  /// The sum of the derivatives; nil before the first task.
  private(set) var gradient: MetaParameters?
  /// The sum of the query losses.
  private(set) var loss = 0.0
  /// The sum of the query accuracies; nil where the tasks ask for numbers.
  private(set) var accuracy: Double?

  /// Whether all numbers of the derivatives' sum are finite.
  var isFinite: Bool { gradient?.isFinite ?? true }

  /// Adds what the next tasks say.
  mutating func add(_ results: [MetaGradient]) {
    for result in results {
      gradient = gradient?.zipMap(result.gradient, +) ?? result.gradient
      loss += result.queryLoss
      if let share = result.queryAccuracy { accuracy = (accuracy ?? 0) + share }
    }
  }
}

extension MetaParameters {
  /// Whether all numbers are finite.
  var isFinite: Bool {
    parameters.allSatisfy { tensor in
      tensor.array.withSpan { numbers in numbers.indices.allSatisfy { numbers[$0].isFinite } }
    }
  }
}
