internal import Autodiff

/// What most likely made a loss stop being finite.
public enum DivergenceCause: Hashable, Sendable {
  /// Inner steps that lead too far.
  case innerLearningRate
  /// Outer steps that have made the parameters too large.
  case metaLearningRate(Double, largest: Float)
  /// Inputs or targets that are no finite numbers.
  case examples
  /// Parameters that were too large, or not finite, before anything was learned.
  case start(largest: Float)
}

extension DivergenceCause {
  /// What is wrong and what may help, in words.
  func text(largestParameter name: String) -> String {
    switch self {
    case .innerLearningRate:
      "the largest parameter was in '\(name)'; a smaller innerLearningRate may help"
    case .metaLearningRate(let rate, let largest):
      "outer steps had made the parameters in '\(name)' as large as \(largest); "
        + "a metaLearningRate, or a rate of the optimizer, smaller than \(rate) may help"
    case .examples:
      "the task's inputs or targets are not all finite numbers"
    case .start(let largest):
      "parameters in '\(name)' were as large as \(largest) before anything was learned"
    }
  }
}

extension TrainingRun {
  /// What to tell of a task whose loss or derivative is not finite.
  func diverged(
    in task: Int, of tasks: some EpisodeSource, using learner: some MetaLearner
  ) -> MetaLearningError {
    let largest = largestParameter
    return .diverged(
      iteration: iteration, task: task, largestParameter: largest.name,
      cause: cause(of: try? tasks.episode(task), learner, largest: largest.size), run: self)
  }

  private func cause(
    of episode: Episode?, _ learner: some MetaLearner, largest: Float
  ) -> DivergenceCause {
    if let episode, !episode.support.isFinite || !episode.query.isFinite { return .examples }
    // A step of Adam changes a parameter by about the rate: so far they can have come.
    let rate = optimizer.learningRate
    let way = rate * Double(iteration)
    // Other optimizers have no such bound.
    if iteration > 0, largest > 1, way >= Double(largest) / 2 || !(optimizer is Adam) {
      return .metaLearningRate(rate, largest: largest)
    }
    guard largest.isFinite, learner.innerSteps > 0 else {
      return iteration > 0
        ? .metaLearningRate(rate, largest: largest) : .start(largest: largest)
    }
    return .innerLearningRate
  }

  /// The parameter with the largest number, and how large that is; not a number is the largest.
  private var largestParameter: (name: String, size: Float) {
    let sizes = parameters.namedParameters.map { name, tensor in
      (name, tensor.scalars.reduce(0) { $1.isNaN ? .infinity : max($0, abs($1)) })
    }
    return sizes.max { $0.1 < $1.1 } ?? ("", 0)
  }
}

extension Examples {
  /// Whether all inputs and targets are numbers that can be computed with.
  fileprivate var isFinite: Bool {
    inputs.scalars.allSatisfy(\.isFinite) && (values?.scalars.allSatisfy(\.isFinite) ?? true)
  }
}
