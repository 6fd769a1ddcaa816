/// What is wrong with a training that goes on all the same.
///
/// ``description`` says it in words.
public enum TrainingTrouble: Hashable, Sendable {
  /// The losses have grown past any use, though they are numbers still.
  case lossGrew(from: Double, to: Double)
  /// A rate with which nothing can be learned, because the steps are too large.
  case rateTooLarge(name: String, Double, usual: String)
  /// A rate with which next to nothing changes.
  case rateTooSmall(name: String, Double, usual: String)
  /// So many losses of an evaluation are no numbers.
  case lossesNotFinite(Int, tasks: Int)
}

extension TrainingTrouble: CustomStringConvertible {
  /// The trouble in words: lower-case, no period.
  public var description: String {
    switch self {
    case .lossGrew(let first, let last):
      "the loss has grown from \(shortened(first)) to \(shortened(last)): nothing is being learned; "
        + "a smaller metaLearningRate or innerLearningRate may help"
    case .rateTooLarge(let name, let rate, let usual):
      "\(name) \(rate) is too large to learn anything with; usual are \(usual)"
    case .rateTooSmall(let name, let rate, let usual):
      "with \(name) \(rate) next to nothing changes; usual are \(usual)"
    case .lossesNotFinite(let count, let tasks):
      "the loss of \(count) of \(tasks) tasks is not a finite number: their examples are not, or the "
        + "innerLearningRate is too large"
    }
  }
}

/// Returns a number with three digits.
private func shortened(_ number: Double) -> String {
  guard number.isFinite, number != 0 else { return "\(number)" }
  var unit = 1.0
  var size = number.magnitude
  while size >= 1000 { (size, unit) = (size / 10, unit * 10) }
  while size < 100 { (size, unit) = (size * 10, unit / 10) }
  return "\(Float((number / unit).rounded() * unit))"
}

// MARK: - Noticing

extension TrainingTrouble {
  /// Returns what is wrong with rates before anything is computed with them.
  public static func ofRates(
    _ learner: some MetaLearner, metaLearningRate: Double?
  ) -> [TrainingTrouble] {
    var troubles: [TrainingTrouble] = []
    func check(_ rate: Double, _ name: String, _ range: ClosedRange<Double>, usual: String) {
      // What is no rate at all is an error, which says so itself.
      guard rate >= 0, Float(rate).isFinite else { return }
      if rate > range.upperBound { troubles.append(.rateTooLarge(name: name, rate, usual: usual)) }
      if rate < range.lowerBound { troubles.append(.rateTooSmall(name: name, rate, usual: usual)) }
    }
    // Adam changes each parameter by about the rate in each step, and parameters start well below 1.
    if let metaLearningRate {
      check(metaLearningRate, "metaLearningRate", 1e-7...0.3, usual: "0.0001 to 0.01")
    }
    if let learner = learner as? any GradientDescentLearner, learner.innerSteps > 0 {
      check(learner.innerLearningRate, "innerLearningRate", 1e-6...100, usual: "0.001 to 1")
    }
    return troubles
  }
}

extension TrainingTrouble {
  /// Returns what is wrong with what was measured.
  public static func of(_ evaluation: Evaluation) -> [TrainingTrouble] {
    let losses = evaluation.taskLosses
    let count = losses.count { !$0.isFinite }
    return count > 0 ? [.lossesNotFinite(count, tasks: losses.count)] : []
  }
}

/// Looks at the losses of a training as they come.
public struct LossWatch: Sendable {
  private var first: Double?
  private var grown = 0
  private var isTold = false

  /// How many times the first loss is past any use, and how many such losses in a row are no accident.
  private static let (growth, patience) = (10.0, 5)

  /// A watch that has seen no loss.
  public init() {}

  /// Takes the next loss; returns the trouble where there is some now, once.
  public mutating func add(_ loss: Double) -> TrainingTrouble? {
    guard let first else {
      first = loss
      return nil
    }
    // A loss that began at almost nothing may grow.
    grown = loss > Self.growth * max(first, 0.1) ? grown + 1 : 0
    guard grown == Self.patience, !isTold else { return nil }
    isTold = true
    return .lossGrew(from: first, to: loss)
  }
}
