internal import CellLanguage
internal import FewShotData
internal import MetaLearning

/// `train` and `evaluate`, as cells see them.
let learningFunctions = [
  HostFunction(
    """
    func train(_ network: Network, using learner: MAML, on tasks: TaskDistribution, \
    iterations: Int, tasksPerBatch: Int = 16, metaLearningRate: Double = 0.001, \
    validation: Validation? = nil, threads: Int? = nil) throws -> TrainingRun
    """,
    """
    Meta-trains a network: each iteration adapts it to a batch of tasks, and moves the starting \
    point so that adapting would have gone better. The result has the same bits for any number \
    of threads.
    """
  ) { call in
    let context = call.context
    defer { context.emit(.progress(nil)) }
    return try train(
      try call.argument(0, as: Network.self), using: try call.argument(1, as: MAML.self),
      on: try call.argument(2, as: TaskDistribution.self), iterations: try call.argument(3),
      tasksPerBatch: try call.argument(4), metaLearningRate: try call.argument(5),
      validation: try call.argument(6), threads: try call.argument(7),
      progress: { context.emit(.progress(ProgressReport($0))) }, interrupt: call.interrupt)
  },
  HostFunction(
    """
    func evaluate(_ network: Network, using learner: MAML, on tasks: TaskDistribution, \
    taskCount: Int = 300, steps: Int? = nil, everyStep: Bool = true, threads: Int? = nil) \
    throws -> Evaluation
    """,
    """
    How well a network adapts to tasks it has not seen: the mean accuracy after each inner step, \
    with a 95 % confidence interval.
    """
  ) { call in
    let context = call.context
    defer { context.emit(.progress(nil)) }
    return try evaluate(
      try call.argument(0, as: Network.self), using: try call.argument(1, as: MAML.self),
      on: try call.argument(2, as: TaskDistribution.self), taskCount: try call.argument(3),
      steps: try call.argument(4), everyStep: try call.argument(5),
      threads: try call.argument(6),
      progress: { completed, total in
        context.emit(
          .progress(ProgressReport(title: "evaluating", completed: completed, total: total)))
      }, interrupt: call.interrupt)
  },
]

extension ProgressReport {
  /// How far a training has come, with its loss and accuracy.
  init(_ progress: TrainingProgress) {
    self.init(
      title: "training", completed: progress.iteration, total: progress.total,
      measures: [
        Measure("loss", Double(progress.loss)), Measure("accuracy", Double(progress.accuracy)),
      ])
  }
}
