/// Texts that read back to the same bits: `description` writes as many digits as that takes.
extension TrainingHistory {
  /// The validations, one a line: the iteration, the accuracies after each step, each task's, and
  /// the losses in the same way.
  var validationText: String {
    validations.map { point in
      let evaluation = point.evaluation
      let fields = [
        evaluation.stepAccuracies, evaluation.taskAccuracies, evaluation.stepLosses,
        evaluation.taskLosses,
      ].map(\.text)
      return "\(point.iteration): \(fields.joined(separator: ": "))"
    }.joined(separator: "\n")
  }

  /// Returns the validations that a text has; nil where it has something else.
  static func validations(_ text: String) -> [ValidationPoint]? {
    var points: [ValidationPoint] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      let numbers = fields.dropFirst().compactMap { [Double](text: $0) }
      guard let iteration = fields.first.flatMap({ Int($0) }), fields.count == 5,
        numbers.count == 4
      else { return nil }
      points.append(
        ValidationPoint(
          iteration: iteration,
          evaluation: Evaluation(
            taskAccuracies: numbers[1], stepAccuracies: numbers[0], taskLosses: numbers[3],
            stepLosses: numbers[2])))
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
