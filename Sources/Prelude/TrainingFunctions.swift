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
      metaLearningRate: Double? = nil, metaRateSchedule: RateSchedule? = nil, \
      optimizer: (any Optimizer)? = nil, gradientClipping: GradientClipping? = nil, \
      validation: Validation? = nil, checkpoint: Checkpointing? = nil, \
      threads: Int? = nil, live: Bool = false) throws -> TrainingRun
      """,
      """
      Meta-trains a network: each iteration adapts it to a batch of tasks, and moves the starting \
      point so that adapting would have gone better. The result has the same bits for any number \
      of threads. Adam moves it, with steps of `metaLearningRate` (0.001), or an `optimizer` that has \
      a rate of its own; the gradient is made smaller first as `gradientClipping` says. With \
      `live: true` a terminal, or a page of Jupyter, shows the learning curve while it grows.
      """
    ) {
      (
        context: HostContext, network: Network, learner: SomeLearner, tasks: SomeTasks,
        iterations: Int, tasksPerBatch: Int, rate: Double?, schedule: RateSchedule?,
        optimizer: OptionalOptimizer, clipping: GradientClipping?,
        validation: Validation?, checkpoint: Checkpointing?, threads: Int?, isLive: Bool
      ) in
      context.tell(TrainingTrouble.ofRates(learner.algorithm, metaLearningRate: rate))
      let validation = validation?.bound(to: context)
      let calls = learner.calls ?? tasks.calls ?? validation?.calls
      return try keepingRun(context, isLive ? liveCurve : nil, calls) { progress in
        try train(
          network, using: learner.algorithm, on: tasks.source, iterations: iterations,
          tasksPerBatch: tasksPerBatch, metaLearningRate: rate, metaRateSchedule: schedule,
          optimizer: optimizer.optimizer, gradientClipping: clipping,
          validation: validation, checkpoint: permissions.place(checkpoint), threads: threads,
          progress: { progress.show($0) }, interrupt: context.interrupt)
      }
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
      stopped in between, with the optimizer and the clipping that it has. What else is another than \
      before, such as the algorithm, is said. An interrupted training leaves the run so far, with which this goes on.
      """
    ) {
      (
        context: HostContext, run: TrainingRun, learner: SomeLearner, tasks: SomeTasks,
        iterations: Int, tasksPerBatch: Int, schedule: RateSchedule?, validation: Validation?,
        checkpoint: Checkpointing?, threads: Int?, isLive: Bool
      ) in
      let validation = validation?.bound(to: context)
      let calls = learner.calls ?? tasks.calls ?? validation?.calls
      return try keepingRun(context, isLive ? liveCurve : nil, calls) { progress in
        try train(
          continuing: run, using: learner.algorithm, on: tasks.source, iterations: iterations,
          tasksPerBatch: tasksPerBatch, metaRateSchedule: schedule, validation: validation,
          checkpoint: permissions.place(checkpoint), threads: threads,
          changes: { changes in
            let list = changes.map(\.description).joined(separator: "; ")
            context.emit(.note("the training goes on with other settings: \(list)"))
          },
          progress: { progress.show($0) }, interrupt: context.interrupt)
      }
    },
  ].acceptingClosures
}

/// Trains and shows how it goes; where that is interrupted, the run so far is the result, and the
/// reader is told how to go on.
private func keepingRun(
  _ context: HostContext, _ curve: LiveCurve?, _ calls: ConcurrentCalls?,
  _ train: (TrainingDisplay) throws -> TrainingRun
) throws -> TrainingRun {
  let display = TrainingDisplay(context, curve, calls)
  do {
    defer { display.end() }
    return try train(display)
  } catch let error as MetaLearningError {
    guard let stopped = InterruptedTraining(error) else { throw error }
    context.emit(.note(stopped.note))
    context.keepResult()
    return stopped.run
  }
}

/// A training that somebody stopped, as far as it had come.
private struct InterruptedTraining {
  /// The run so far.
  let run: TrainingRun
  /// Why it could not be saved, where it was to be.
  private let reason: CheckpointError?

  /// The training that an error says was stopped; nil for other errors.
  init?(_ error: MetaLearningError) {
    switch error {
    case .interrupted(let run): (self.run, reason) = (run, nil)
    case .unsaved(let run, let reason, MetaLearningError.interrupted?):
      (self.run, self.reason) = (run, reason)
    default: return nil
    }
  }

  /// Where the training is, and how it goes on.
  var note: String {
    let done = "the training was stopped after \(counted(run.iteration, "iteration"))"
    let goOn = "'train(continuing: …)' goes on with the run that it left"
    if let reason { return "\(done) and could not be saved (\(reason)); \(goOn)" }
    guard let path = run.checkpointPath else { return "\(done); \(goOn)" }
    return "\(done); the training so far is in '\(path)'; \(goOn)"
  }
}

extension FilePermissions {
  /// The place to save a run, among the files that cells may write.
  fileprivate func place(_ checkpoint: Checkpointing?) -> Checkpointing? {
    guard var checkpoint else { return nil }
    checkpoint.files = filesToReplace
    checkpoint.isMakingFolders = true
    return checkpoint
  }
}

extension HostContext {
  /// Tells the reader what is wrong with a training that goes on.
  func tell(_ troubles: [TrainingTrouble]) {
    for trouble in troubles { emit(.note("warning: \(trouble)")) }
  }
}

/// Shows how a training goes: in a line and, where it is wanted, as a curve that grows.
private final class TrainingDisplay {
  private let context: HostContext
  private let curve: LiveCurve?
  /// What calls the cell's own tasks or algorithm, which may print.
  private let calls: ConcurrentCalls?
  private var watch = LossWatch()

  init(_ context: HostContext, _ curve: LiveCurve?, _ calls: ConcurrentCalls?) {
    self.context = context
    self.curve = curve
    self.calls = calls
    curve?.start()
  }

  func show(_ progress: TrainingProgress) {
    calls?.showOutput()
    curve?.add(progress)
    if let trouble = watch.add(progress.loss) { context.tell([trouble]) }
    context.emit(.progress(ProgressReport(progress)))
  }

  func end() {
    calls?.showOutput()
    context.emit(.progress(nil))
    curve?.end()
  }
}

extension ProgressReport {
  /// How far a training has come, with its loss and accuracy.
  init(_ progress: TrainingProgress) {
    self.init(
      title: "training", completed: progress.iteration,
      total: progress.total == .max ? nil : progress.total,
      measures: [Measure("loss", progress.loss)]
        + (progress.accuracy.map { [Measure("accuracy", $0)] } ?? []))
  }
}
