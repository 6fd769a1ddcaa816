/// Texts that read back to the same bits: `description` writes as many digits as that takes.
extension TrainingHistory {
  /// The validations, one a line: the iteration, the accuracies after each step, each task's.
  var validationText: String {
    validations.map { point in
      let evaluation = point.evaluation
      return "\(point.iteration): \(evaluation.stepAccuracies.text): "
        + evaluation.taskAccuracies.text
    }.joined(separator: "\n")
  }

  /// Returns the validations that a text has; nil where it has something else.
  static func validations(_ text: String) -> [ValidationPoint]? {
    var points: [ValidationPoint] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count == 3, let iteration = Int(fields[0]),
        let steps = [Double](text: fields[1]), let tasks = [Double](text: fields[2])
      else { return nil }
      points.append(
        ValidationPoint(
          iteration: iteration,
          evaluation: Evaluation(taskAccuracies: tasks, stepAccuracies: steps)))
    }
    return points
  }
}

extension [Double] {
  /// The numbers with blanks between them.
  var text: String { map(\.description).joined(separator: " ") }

  /// Creates the numbers of a text; nil where it has something else.
  init?(text: Substring) {
    let words = text.split(separator: " ")
    let numbers = words.compactMap { Double($0) }
    guard numbers.count == words.count else { return nil }
    self = numbers
  }
}
