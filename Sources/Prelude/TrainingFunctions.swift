internal import CellLanguage
internal import MetaLearning

/// `train`, as cells see it; it saves runs where cells may write.
func trainingFunctions(permissions: FilePermissions) -> [HostFunction] {
  [
    HostFunction(
      """
      func train(_ network: Network, using learner: any MetaLearner, \
      on tasks: any EpisodeSource, iterations: Int, tasksPerBatch: Int = 16, \
      metaLearningRate: Double = 0.001, metaRateSchedule: RateSchedule? = nil, \
      validation: Validation? = nil, checkpoint: Checkpointing? = nil, \
      threads: Int? = nil) throws -> TrainingRun
      """,
      """
      Meta-trains a network: each iteration adapts it to a batch of tasks, and moves the starting \
      point so that adapting would have gone better. The result has the same bits for any number \
      of threads.
      """
    ) { call in
      let context = call.context
      defer { context.emit(.progress(nil)) }
      let (learner, tasks) = (try learner(call, 1), try episodeSource(call, 2))
      return try train(
        try call.argument(0, as: Network.self), using: learner, on: tasks,
        iterations: try call.argument(3), tasksPerBatch: try call.argument(4),
        metaLearningRate: try call.argument(5), metaRateSchedule: try call.argument(6),
        validation: try call.argument(7), checkpoint: try checkpoint(call, 8, permissions),
        threads: try call.argument(9),
        progress: { context.emit(.progress(ProgressReport($0))) }, interrupt: call.interrupt)
    },
    HostFunction(
      """
      func train(continuing run: TrainingRun, using learner: any MetaLearner, \
      on tasks: any EpisodeSource, iterations: Int, tasksPerBatch: Int = 16, \
      metaRateSchedule: RateSchedule? = nil, validation: Validation? = nil, \
      checkpoint: Checkpointing? = nil, threads: Int? = nil) throws -> TrainingRun
      """,
      """
      Goes on with a training for so many iterations more: the same bits as if it had not \
      stopped in between.
      """
    ) { call in
      let context = call.context
      defer { context.emit(.progress(nil)) }
      let (learner, tasks) = (try learner(call, 1), try episodeSource(call, 2))
      return try train(
        continuing: try call.argument(0, as: TrainingRun.self), using: learner, on: tasks,
        iterations: try call.argument(3), tasksPerBatch: try call.argument(4),
        metaRateSchedule: try call.argument(5), validation: try call.argument(6),
        checkpoint: try checkpoint(call, 7, permissions), threads: try call.argument(8),
        progress: { context.emit(.progress(ProgressReport($0))) }, interrupt: call.interrupt)
    },
  ]
}

/// The place to save a run that is an argument of a call; its folder is made.
private func checkpoint(
  _ call: HostCall, _ index: Int, _ permissions: FilePermissions
) throws -> Checkpointing? {
  guard let checkpoint = try call.argument(index, as: Checkpointing?.self) else { return nil }
  try permissions.prepareWriting(checkpoint.path)
  return checkpoint
}

extension ProgressReport {
  /// How far a training has come, with its loss and accuracy.
  init(_ progress: TrainingProgress) {
    self.init(
      title: "training", completed: progress.iteration, total: progress.total,
      measures: [Measure("loss", progress.loss)]
        + (progress.accuracy.map { [Measure("accuracy", $0)] } ?? []))
  }
}
