/// Returns how often each class was taken for each: a row for each true class, a column for each answer.
///
///     confusionMatrix(truth: [0, 0, 1], predictions: [0, 1, 1])      // [[1, 1], [0, 1]]
///
/// - Parameters:
///   - truth: The class of each example, counted from 0.
///   - predictions: What each was taken for.
///   - classes: The number of classes; without it, as many as occur.
public func confusionMatrix(
  truth: [Int], predictions: [Int], classes: Int? = nil
) throws(ConfusionError) -> [[Int]] {
  guard truth.count == predictions.count else {
    throw .unequalCounts(truth: truth.count, predictions: predictions.count)
  }
  let most = 4096
  let largest = max(truth.max() ?? -1, predictions.max() ?? -1)
  guard classes != nil || largest < most else { throw .outside(largest, classes: most) }
  let count = classes ?? max(-1, largest) + 1
  guard 0...most ~= count else { throw .tooManyClasses(count, most: most) }
  var matrix = [[Int]](repeating: Array(repeating: 0, count: count), count: count)
  for (label, answer) in zip(truth, predictions) {
    for number in [label, answer] where !(0..<count ~= number) {
      throw .outside(number, classes: count)
    }
    matrix[label][answer] += 1
  }
  return matrix
}

/// Why answers cannot be counted.
public enum ConfusionError: Error, Equatable {
  /// There are not as many answers as there are examples.
  case unequalCounts(truth: Int, predictions: Int)
  /// A class is below 0 or not below the number of classes.
  case outside(Int, classes: Int)
  /// There are fewer classes than none, or more than anybody can look at.
  case tooManyClasses(Int, most: Int)
}

extension ConfusionError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .unequalCounts(let truth, let predictions):
      "there are \(predictions) predictions for \(truth) true classes"
    case .outside(let number, let classes):
      "class \(number) is not in 0..<\(classes)"
    case .tooManyClasses(let count, let most):
      "classes must be between 0 and \(most), not \(count)"
    }
  }
}
