/// Why training or evaluation cannot start, or stopped.
public enum MetaLearningError: Error {
  /// A setting is outside what it can be.
  case outOfRange(name: String, value: String)
  /// The network has another number of outputs than the tasks have classes.
  case wrongOutputs(outputs: Int, classes: Int)
  /// A loss stopped being finite; the run until before that iteration is kept.
  case diverged(iteration: Int, task: Int, largestParameter: String, run: TrainingRun)
  /// Somebody stopped the training; the run until then is kept.
  case interrupted(run: TrainingRun)
}

extension MetaLearningError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value):
      "\(name) cannot be \(value)"
    case .wrongOutputs(let outputs, let classes):
      "the network has \(outputs) outputs, but the tasks have \(classes) classes"
    case .diverged(let iteration, let task, let name, _):
      "the loss of task \(task) stopped being finite in iteration \(iteration)"
        + "; the largest parameter was in '\(name)'; a smaller innerLearningRate may help"
    case .interrupted(let run):
      "training was interrupted after \(run.iteration) iterations"
    }
  }
}
