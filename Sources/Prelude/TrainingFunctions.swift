internal import CellLanguage
internal import MetaLearning

/// `train`, as cells see it; it saves runs where cells may write, and draws its curve while it goes
/// on where a cell asks for that.
func trainingFunctions(permissions: FilePermissions, liveCurve: LiveCurve) -> [HostFunction] {
  [
    HostFunction(
      """
      func train(_ network: Network, using learner: any MetaLearner, \
      on tasks: any EpisodeSource, iterations: Int, tasksPerBatch: Int = 16, \
      metaLearningRate: Double = 0.001, metaRateSchedule: RateSchedule? = nil, \
      validation: Validation? = nil, checkpoint: Checkpointing? = nil, \
      threads: Int? = nil, live: Bool = false) throws -> TrainingRun
      """,
      """
      Meta-trains a network: each iteration adapts it to a batch of tasks, and moves the starting \
      point so that adapting would have gone better. The result has the same bits for any number \
      of threads. With `live: true` a terminal shows the learning curve while it grows.
      """
    ) { call in
      let progress = TrainingDisplay(call.context, try call.argument(10) ? liveCurve : nil)
      defer { progress.end() }
      let (learner, tasks) = (try learner(call, 1), try episodeSource(call, 2))
      return try train(
        try call.argument(0, as: Network.self), using: learner, on: tasks,
        iterations: try call.argument(3), tasksPerBatch: try call.argument(4),
        metaLearningRate: try call.argument(5), metaRateSchedule: try call.argument(6),
        validation: try call.argument(7), checkpoint: try checkpoint(call, 8, permissions),
        threads: try call.argument(9),
        progress: { progress.show($0) }, interrupt: call.interrupt)
    },
    HostFunction(
      """
      func train(continuing run: TrainingRun, using learner: any MetaLearner, \
      on tasks: any EpisodeSource, iterations: Int, tasksPerBatch: Int = 16, \
      metaRateSchedule: RateSchedule? = nil, validation: Validation? = nil, \
      checkpoint: Checkpointing? = nil, threads: Int? = nil, live: Bool = false) throws -> TrainingRun
      """,
      """
      Goes on with a training for so many iterations more: the same bits as if it had not \
      stopped in between.
      """
    ) { call in
      let progress = TrainingDisplay(call.context, try call.argument(9) ? liveCurve : nil)
      defer { progress.end() }
      let (learner, tasks) = (try learner(call, 1), try episodeSource(call, 2))
      return try train(
        continuing: try call.argument(0, as: TrainingRun.self), using: learner, on: tasks,
        iterations: try call.argument(3), tasksPerBatch: try call.argument(4),
        metaRateSchedule: try call.argument(5), validation: try call.argument(6),
        checkpoint: try checkpoint(call, 7, permissions), threads: try call.argument(8),
        progress: { progress.show($0) }, interrupt: call.interrupt)
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

/// Shows how a training goes: in a line and, where it is wanted, as a curve that grows.
private struct TrainingDisplay {
  private let context: HostContext
  private let curve: LiveCurve?

  init(_ context: HostContext, _ curve: LiveCurve?) {
    self.context = context
    self.curve = curve
    curve?.start()
  }

  func show(_ progress: TrainingProgress) {
    curve?.add(progress)
    context.emit(.progress(ProgressReport(progress)))
  }

  func end() {
    context.emit(.progress(nil))
    curve?.end()
  }
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
