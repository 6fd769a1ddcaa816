/// How well an algorithm does on many tasks.
public struct Evaluation: Sendable, Equatable {
  /// The accuracy on each task after the last inner step.
  public let taskAccuracies: [Double]
  /// The mean accuracy after each number of inner steps from 0 on; only after the last where no
  /// others were asked for.
  public let stepAccuracies: [Double]

  /// The mean accuracy after the last inner step.
  public var accuracy: Double { stepAccuracies.last ?? .nan }

  /// Half the width of the 95 % confidence interval of ``accuracy``: 1.96 standard errors.
  public var confidence: Double {
    let count = Double(taskAccuracies.count)
    let mean = accuracy
    let squares = taskAccuracies.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    return 1.96 * (squares / (count - 1) / count).squareRoot()
  }

  /// Creates an evaluation from what it has measured.
  init(taskAccuracies: [Double], stepAccuracies: [Double]) {
    self.taskAccuracies = taskAccuracies
    self.stepAccuracies = stepAccuracies
  }

  /// Creates an evaluation from each task's accuracies after each number of steps.
  init(_ accuracies: [[Double]]) {
    taskAccuracies = accuracies.compactMap(\.last)
    stepAccuracies = (0..<(accuracies.first?.count ?? 0)).map { step in
      accuracies.reduce(0.0) { $0 + $1[step] } / Double(accuracies.count)
    }
  }
}

extension Evaluation: CustomStringConvertible {
  /// The result as papers print it: `95.31 % ± 0.47 % (300 tasks, 95 % confidence)`.
  public var description: String {
    let count = taskAccuracies.count
    guard count > 1 else { return "\(percent(accuracy)) (\(count) task)" }
    return "\(percent(accuracy)) ± \(percent(confidence)) (\(count) tasks, 95 % confidence)"
  }
}

/// Returns a share as a percentage with two digits.
func percent(_ share: Double) -> String { "\(decimal(share * 100, digits: 2)) %" }

/// Returns a number with so many digits after the point.
func decimal(_ number: Double, digits: Int) -> String {
  guard number.isFinite else { return "\(number)" }
  let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = (abs(number) * scale).rounded()
  guard scaled < 1e15 else { return "\(number)" }
  let text = String(Int(scaled))
  let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
  let sign = number < 0 && scaled > 0 ? "-" : ""
  return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
}
