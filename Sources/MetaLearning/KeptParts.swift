package import Autodiff
package import FewShotData

// Values made again of their parts, which were kept.

extension Adam {
  /// An optimizer after some steps, with its running means.
  package init(kept settings: Adam, stepCount: Int, means: [Tensor], squares: [Tensor]) {
    self = settings
    self.stepCount = stepCount
    self.means = means
    self.squares = squares
  }
}

extension SGD {
  /// An optimizer after some steps, with its velocities.
  package init(kept settings: SGD, stepCount: Int, velocities: [Tensor]) {
    self = settings
    self.stepCount = stepCount
    self.velocities = velocities
  }
}

extension TrainingRun {
  /// A run as it was when it stopped.
  package init(
    kept parameters: MetaParameters, optimizer: any Optimizer,
    gradientClipping: GradientClipping?, history: TrainingHistory, best: MetaParameters?,
    settings: [String: String]
  ) {
    self.init(
      parameters: parameters, optimizer: optimizer, gradientClipping: gradientClipping,
      history: history, best: best, settings: settings)
  }
}

extension TrainingHistory {
  /// A history of what was measured.
  package init(kept losses: [Double], accuracies: [Double], validations: [ValidationPoint]) {
    self.init(losses: losses, accuracies: accuracies, validations: validations)
  }
}

extension ValidationPoint {
  /// What was measured after an iteration.
  package init(kept iteration: Int, _ evaluation: Evaluation) {
    self.init(iteration: iteration, evaluation: evaluation)
  }
}

extension ProtocolTasks {
  /// The tasks of the three parts of a split.
  package init(kept parts: [TaskDistribution]) {
    self.init(train: parts[0], validation: parts[1], test: parts[2])
  }
}

extension Adaptation.Prediction {
  /// What a network answers after some steps.
  package init(kept steps: Int, heights: [Double]) {
    self.init(steps: steps, heights: heights)
  }
}
