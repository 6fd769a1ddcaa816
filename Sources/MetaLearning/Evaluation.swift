internal import FusedMAML

/// How well an algorithm does on many tasks.
public struct Evaluation: Sendable, Equatable {
  /// The accuracy on each task after the last inner step; empty where the tasks ask for numbers.
  public let taskAccuracies: [Double]
  /// The mean accuracy after each number of inner steps from 0 on; only after the last where no
  /// others were asked for; empty where the tasks ask for numbers.
  public let stepAccuracies: [Double]
  /// The query loss on each task after the last inner step.
  public let taskLosses: [Double]
  /// The mean query loss after each number of inner steps, as for the accuracies.
  public let stepLosses: [Double]

  /// The mean accuracy after the last inner step; not a number where the tasks ask for numbers.
  public var accuracy: Double { stepAccuracies.last ?? .nan }

  /// Half the width of the 95 % confidence interval of ``accuracy``: 1.96 standard errors.
  public var confidence: Double { halfWidth(of: taskAccuracies, around: accuracy) }

  /// The mean query loss after the last inner step.
  public var loss: Double { stepLosses.last ?? .nan }

  /// Half the width of the 95 % confidence interval of ``loss``: 1.96 standard errors.
  public var lossConfidence: Double { halfWidth(of: taskLosses, around: loss) }

  /// Creates an evaluation from what it has measured.
  package init(
    taskAccuracies: [Double], stepAccuracies: [Double], taskLosses: [Double],
    stepLosses: [Double]
  ) {
    self.taskAccuracies = taskAccuracies
    self.stepAccuracies = stepAccuracies
    self.taskLosses = taskLosses
    self.stepLosses = stepLosses
  }

  /// Creates an evaluation from each task's scores after each number of steps.
  init(_ scores: [[QueryScore]]) {
    let accuracies = scores.map { $0.compactMap(\.accuracy) }
    taskAccuracies = accuracies.compactMap(\.last)
    stepAccuracies = meansOfColumns(accuracies)
    let losses = scores.map { $0.map(\.loss) }
    taskLosses = losses.compactMap(\.last)
    stepLosses = meansOfColumns(losses)
  }

  /// Whether this is better than another on the same tasks: by accuracy, or by loss where the tasks
  /// ask for numbers.
  package func isBetter(than other: Evaluation) -> Bool {
    stepAccuracies.isEmpty ? loss < other.loss : accuracy > other.accuracy
  }
}

/// Returns the mean of each column of some rows of the same length.
private func meansOfColumns(_ rows: [[Double]]) -> [Double] {
  (0..<(rows.first?.count ?? 0)).map { column in
    rows.reduce(0.0) { $0 + $1[column] } / Double(rows.count)
  }
}

/// Returns 1.96 standard errors of a mean.
private func halfWidth(of numbers: [Double], around mean: Double) -> Double {
  let count = Double(numbers.count)
  let squares = numbers.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
  return 1.96 * (squares / (count - 1) / count).squareRoot()
}

extension Evaluation: CustomStringConvertible {
  /// The result as papers print it: `95.31 % ± 0.47 % (300 tasks, 95 % confidence)`; where the tasks
  /// ask for numbers, `loss 0.213 ± 0.014 (300 tasks, 95 % confidence)`.
  public var description: String {
    let count = taskLosses.count
    let tasks = count > 1 ? "(\(count) tasks, 95 % confidence)" : "(\(count) task)"
    let (result, width) =
      stepAccuracies.isEmpty
      ? ("loss \(decimal(loss, digits: 3))", decimal(lossConfidence, digits: 3))
      : (percent(accuracy), percent(confidence))
    return count > 1 ? "\(result) ± \(width) \(tasks)" : "\(result) \(tasks)"
  }
}

/// Returns a share as a percentage with two digits.
package func percent(_ share: Double) -> String { "\(decimal(share * 100, digits: 2)) %" }

/// Returns a number with so many digits after the point.
package func decimal(_ number: Double, digits: Int) -> String {
  guard number.isFinite else { return "\(number)" }
  let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = (abs(number) * scale).rounded()
  guard scaled < 1e15 else { return "\(number)" }
  let text = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
  let sign = number < 0 && scaled > 0 ? "-" : ""
  return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
}
