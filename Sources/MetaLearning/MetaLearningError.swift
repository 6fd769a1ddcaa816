/// Why training or evaluation cannot start, or stopped.
public enum MetaLearningError: Error {
  /// A setting is outside what it can be.
  case outOfRange(name: String, value: String)
  /// There are more inner steps than ``stepLimit``.
  case tooManySteps(name: String, count: Int)
  /// The network has another number of outputs than the tasks have classes.
  case wrongOutputs(outputs: Int, classes: Int)
  /// The network has another number of outputs than the tasks ask for numbers.
  case wrongValues(outputs: Int, values: Int)
  /// There are more or fewer tensors than a network has parameters.
  case parameterCount(expected: [String], found: Int)
  /// A tensor is of another shape than a network's parameter.
  case parameterShape(name: String, expected: [Int], found: [Int])
  /// The algorithm needs a network whose last layer is dense.
  case noHead(algorithm: String)
  /// The algorithm needs tasks of classes, and these ask for numbers.
  case noClasses(algorithm: String)
  /// A task has a class without an example to learn it from.
  case noSupport(label: Int)
  /// The parameters lack something that the algorithm learns besides the network.
  case notLearned(name: String)
  /// A loss or its derivative stopped being finite; the run until before that iteration is kept.
  case diverged(
    iteration: Int, task: Int, largestParameter: String, cause: DivergenceCause, run: TrainingRun)
  /// A task has nothing to learn from, or nothing to be measured on.
  case noExamples(part: String)
  /// A step of the optimizer led to numbers that are not finite; the run before it is kept.
  case steppedTooFar(iteration: Int, run: TrainingRun)
  /// Both an optimizer and the rate of another are given.
  case twoRates(metaLearningRate: Double)
  /// Somebody stopped the training; the run until then is kept.
  case interrupted(run: TrainingRun)
  /// What is learned is not what the algorithm learns: the run is another algorithm's.
  case otherParameters(expected: [String], found: [String])
  /// The derivative that an algorithm gives is not of the form of what is learned.
  case wrongGradient(algorithm: String, expected: [String], found: [String])
  /// An algorithm gave another number of networks to be judged than it took steps, and one more.
  case wrongVisits(expected: Int, found: Int)
  /// The run could not be saved, and is kept here; `cause` is what ended it, if that was something
  /// else.
  case unsaved(run: TrainingRun, reason: CheckpointError, cause: (any Error)?)
}

extension MetaLearningError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value):
      "\(name) cannot be \(value)"
    case .tooManySteps(let name, let count):
      "\(name) cannot be \(count): the most is \(Self.stepLimit)"
    case .wrongOutputs(let outputs, let classes):
      "the network has \(outputs) output\(outputs == 1 ? "" : "s"), but the tasks have \(classes) "
        + (classes == 1 ? "class" : "classes")
    case .wrongValues(let outputs, let values):
      "the network has \(outputs) output\(outputs == 1 ? "" : "s"), but the tasks ask for \(values) "
        + "number\(values == 1 ? "" : "s")"
    case .parameterCount(let expected, let found):
      "the layers have \(expected.count) parameters"
        + (expected.isEmpty ? "" : " (\(list(expected)))")
        + ", got \(found) tensor\(found == 1 ? "" : "s")"
    case .parameterShape(let name, let expected, let found):
      "the parameter '\(name)' is of shape \(expected), got a tensor of shape \(found)"
    case .noHead(let algorithm):
      "\(algorithm) needs a network whose last layer is dense"
    case .noClasses(let algorithm):
      "\(algorithm) needs tasks of classes, but these ask for numbers"
    case .noSupport(let label):
      "class \(label) of the task has no example to learn it from"
    case .noExamples(let part):
      "the task has no \(part) examples"
    case .notLearned(let name):
      "the parameters have no '\(name)': they were learned by another algorithm"
    case .diverged(let iteration, let task, let name, let cause, _):
      "the loss of task \(task), or its derivative, stopped being finite in iteration \(iteration + 1); "
        + cause.text(largestParameter: name)
    case .steppedTooFar(let iteration, let run):
      "the optimizer's step of iteration \(iteration + 1) led to numbers that are not finite; a "
        + "learning rate smaller than \(run.optimizer.learningRate) may help"
    case .twoRates(let rate):
      "metaLearningRate cannot be \(rate) where there is an optimizer, which has its own: give it "
        + "that learningRate"
    case .interrupted(let run):
      "training was interrupted after \(run.iteration) iterations"
    case .otherParameters(let expected, let found):
      "the run is of another algorithm: it has learned \(list(found)), not \(list(expected))"
    case .wrongGradient(let algorithm, let expected, let found):
      "the derivative that \(algorithm) gives is of \(list(found)), not of \(list(expected))"
    case .wrongVisits(let expected, let found):
      "the algorithm must give 'visit' the network after 0, 1, … steps: \(expected) times, not \(found)"
    case .unsaved(let run, let reason, nil):
      "the run of \(run.iteration) iterations is not saved: \(reason)"
    case .unsaved(let run, let reason, let cause?):
      "\(cause); the run of \(run.iteration) iterations is not saved: \(reason)"
    }
  }
}

private func list(_ names: [String]) -> String {
  names.isEmpty ? "the network only" : names.map { "'\($0)'" }.joined(separator: ", ")
}

// MARK: - Checking settings

/// Throws unless a setting is at least 1.
func requirePositive(_ value: Int, _ name: String) throws(MetaLearningError) {
  guard value >= 1 else { throw .outOfRange(name: name, value: "\(value)") }
}

/// Throws unless a setting is at least 0.
func requireNotNegative(_ value: Int, _ name: String) throws(MetaLearningError) {
  guard value >= 0 else { throw .outOfRange(name: name, value: "\(value)") }
}

extension MetaLearningError {
  /// The most inner steps that an algorithm takes.
  ///
  /// With every one of them, time and memory grow; a hundred are many.
  public static var stepLimit: Int { 10_000 }
}

/// Throws unless a number of inner steps is one that can be.
func requireSteps(_ value: Int, _ name: String) throws(MetaLearningError) {
  try requireNotNegative(value, name)
  guard value <= MetaLearningError.stepLimit else {
    throw .tooManySteps(name: name, count: value)
  }
}

/// Throws unless a rate is a number of at least 0 that networks, whose numbers are floats, can have.
func requireRate(_ value: Double, _ name: String) throws(MetaLearningError) {
  guard Float(value).isFinite, value >= 0 else { throw .outOfRange(name: name, value: "\(value)") }
}
