internal import Allowances
internal import Autodiff

/// Returns the run of a training: many tasks, whose derivatives in the starting network are
/// averaged and followed by an optimizer.
///
///     let run = try train(network, using: maml, on: tasks, iterations: 300, tasksPerBatch: 16)
///     run.network
///     run.history.accuracies
///
/// Iteration `i` (from 0) uses the tasks `i · tasksPerBatch` and on. The tasks of an iteration run
/// in parallel, one per thread, and their derivatives are added in task order: the result has the
/// same bits for any number of threads.
///
/// - Parameters:
///   - network: The network to start from.
///   - learner: The algorithm, such as ``MAML``.
///   - tasks: The tasks to learn from.
///   - iterations: How many times the parameters are changed.
///   - tasksPerBatch: How many tasks each change is made from.
///   - metaLearningRate: The size of Adam's steps, without it 0.001; an `optimizer` has its own.
///   - metaRateSchedule: How that changes; without it, as the algorithm has it.
///   - optimizer: What moves the parameters along the averaged derivatives; without it, ``Adam``.
///   - gradientClipping: How large the averaged derivative may be; without it, of any size.
///   - validation: What to measure on other tasks in between, if anything.
///   - checkpoint: Where to save the run while it goes on, if anywhere.
///   - threads: How many threads to use; without it, as many as there are cores.
///   - progress: Is told how it goes after each iteration.
///   - interrupt: Is asked often whether to stop; then ``MetaLearningError/interrupted(run:)``,
///     which has the run so far, is thrown.
public func train(
  _ network: Network, using learner: some MetaLearner, on tasks: some EpisodeSource,
  iterations: Int, tasksPerBatch: Int = 16, metaLearningRate: Double? = nil,
  metaRateSchedule: RateSchedule? = nil, optimizer: (any Optimizer)? = nil,
  gradientClipping: GradientClipping? = nil, validation: Validation? = nil,
  checkpoint: Checkpointing? = nil, threads: Int? = nil,
  progress: (TrainingProgress) -> Void = { _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> TrainingRun {
  try train(
    startingFrom: learner.initialParameters(for: network), using: learner, on: tasks,
    iterations: iterations, tasksPerBatch: tasksPerBatch, metaLearningRate: metaLearningRate,
    metaRateSchedule: metaRateSchedule, optimizer: optimizer, gradientClipping: gradientClipping,
    validation: validation, checkpoint: checkpoint, threads: threads, progress: progress,
    interrupt: interrupt)
}

/// Returns the run of a training that starts from all that another has learned, such as the sizes of
/// inner steps, with an optimizer that knows nothing yet.
///
/// The other parameters are those of ``train(_:using:on:iterations:tasksPerBatch:metaLearningRate:metaRateSchedule:optimizer:gradientClipping:validation:checkpoint:threads:progress:interrupt:)``.
public func train(
  startingFrom parameters: MetaParameters, using learner: some MetaLearner,
  on tasks: some EpisodeSource, iterations: Int, tasksPerBatch: Int = 16,
  metaLearningRate: Double? = nil, metaRateSchedule: RateSchedule? = nil,
  optimizer: (any Optimizer)? = nil, gradientClipping: GradientClipping? = nil,
  validation: Validation? = nil, checkpoint: Checkpointing? = nil, threads: Int? = nil,
  progress: (TrainingProgress) -> Void = { _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> TrainingRun {
  if optimizer != nil, let rate = metaLearningRate {
    throw MetaLearningError.twoRates(metaLearningRate: rate)
  }
  try requireRate(metaLearningRate ?? 0, "metaLearningRate")
  let start = TrainingRun(
    parameters: parameters,
    optimizer: optimizer ?? Adam(learningRate: metaLearningRate ?? Adam().learningRate),
    gradientClipping: gradientClipping)
  return try train(
    continuing: start, using: learner, on: tasks, iterations: iterations,
    tasksPerBatch: tasksPerBatch, metaRateSchedule: metaRateSchedule, validation: validation,
    checkpoint: checkpoint, threads: threads, progress: progress, interrupt: interrupt)
}

/// Returns a run with more iterations: the same bits as if it had not stopped in between.
///
/// Optimizer and clipping are the run's own. What else was made another way before, such as the
/// algorithm or the number of tasks in a batch, is told to `changes`.
///
/// The parameters are those of ``train(_:using:on:iterations:tasksPerBatch:metaLearningRate:metaRateSchedule:optimizer:gradientClipping:validation:checkpoint:threads:progress:interrupt:)``;
/// `iterations` is how many there will be besides those already done. An iteration counts when its
/// validation, if there is one, is done too.
public func train(
  continuing run: TrainingRun, using learner: some MetaLearner, on tasks: some EpisodeSource,
  iterations: Int, tasksPerBatch: Int = 16, metaRateSchedule: RateSchedule? = nil,
  validation: Validation? = nil, checkpoint: Checkpointing? = nil, threads: Int? = nil,
  changes: ([SettingChange]) -> Void = { _ in },
  progress: (TrainingProgress) -> Void = { _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> TrainingRun {
  try learner.validate()
  let schedule = metaRateSchedule ?? learner.metaRateSchedule
  try schedule.validate()
  try requirePositive(tasksPerBatch, "tasksPerBatch")
  try requirePositive(threads ?? 1, "threads")
  try requirePositive(validation?.interval ?? 1, "every")
  try requireNotNegative(iterations, "iterations")
  var run = run
  try learner.checkFit(of: run.network, to: tasks.episode(0).checked())
  try requireFit(run.parameters, learner)
  try run.optimizer.validate()
  try run.gradientClipping?.validate()
  let differing = run.note(
    learner, schedule, tasks, tasksPerBatch: tasksPerBatch, checkpoint?.settings ?? [:])
  if !differing.isEmpty { changes(differing) }
  // Far more iterations than anybody waits for are a training until it is interrupted.
  let (sum, overflow) = run.iteration.addingReportingOverflow(iterations)
  let total = overflow ? Int.max : sum
  var recorder = try checkpoint.map { checkpoint in try RunRecorder(checkpoint, of: run) }
  run.place.path = checkpoint?.path
  do {
    for _ in 0..<iterations {
      let start = ContinuousClock.now
      var next = run
      try next.advance(
        using: learner, on: tasks, tasksPerBatch: tasksPerBatch, schedule: schedule,
        threads: threadCount(threads), interrupt: interrupt)
      let measured = try next.validate(
        validation, using: learner, threads: threads, interrupt: interrupt)
      run = next
      try recorder?.record(run, validation: measured, since: start)
      progress(
        TrainingProgress(
          iteration: run.iteration, total: total, loss: run.history.losses.last ?? .nan,
          accuracy: run.history.accuracies.last, validation: measured))
    }
    try recorder?.finish(run)
  } catch {
    let error: any Error =
      error is CancellationError ? MetaLearningError.interrupted(run: run) : error
    // What was learned is written down whatever the work ran out of.
    throw Allowance.$current.withValue(Allowance()) {
      recorder?.ending(run, by: error) ?? error
    }
  }
  return run
}

/// What to measure while training, and how often.
public struct Validation: Sendable {
  package let tasks: any EpisodeSource
  package let interval: Int
  package let taskCount: Int
  package let steps: Int?

  /// Creates a validation on the first tasks of a source, every so many iterations.
  ///
  /// - Parameters:
  ///   - tasks: The tasks, of characters that are not trained with.
  ///   - interval: After how many iterations it is measured again.
  ///   - taskCount: On how many tasks.
  ///   - steps: After how many inner steps; without it, the learner's `evaluationSteps`.
  public init(
    on tasks: any EpisodeSource, every interval: Int = 100, taskCount: Int = 100,
    steps: Int? = nil
  ) {
    self.tasks = tasks
    self.interval = interval
    self.taskCount = taskCount
    self.steps = steps
  }
}

// MARK: - One iteration

extension TrainingRun {
  /// Does one iteration; where it cannot be finished, nothing is changed.
  mutating func advance(
    using learner: some MetaLearner, on tasks: some EpisodeSource, tasksPerBatch: Int,
    schedule: RateSchedule, threads: Int, interrupt: @Sendable () -> Bool
  ) throws {
    let (iteration, parameters) = (iteration, parameters)
    var batch = BatchSum()
    // A few at a time: all gradients of a large batch might not fit into memory.
    for start in stride(from: 0, to: tasksPerBatch, by: BatchSum.part) {
      // Any number has a task, so it does no harm where the numbers come to their end.
      let first = iteration &* tasksPerBatch &+ start
      let results = try everyTask(
        min(BatchSum.part, tasksPerBatch - start), numberedFrom: start, threads: threads,
        interrupt: interrupt
      ) { task in
        try learner.metaGradient(
          at: parameters, for: tasks.episode(first &+ task).checked(), iteration: iteration,
          interrupt: interrupt)
      }
      for result in results { try requireForm(of: result.gradient, from: learner) }
      if let task = results.firstIndex(where: { !$0.queryLoss.isFinite }) {
        throw diverged(in: first &+ task, of: tasks, using: learner)
      }
      batch.add(results)
      guard batch.isFinite else {
        // Before it spoils the parameters: the run must stay one that can be continued.
        let task = results.firstIndex { !$0.gradient.isFinite } ?? 0
        throw diverged(in: first &+ task, of: tasks, using: learner)
      }
    }
    guard let sum = batch.gradient else { return }
    let share = 1 / Double(tasksPerBatch)
    let mean = sum.map { $0 * Float(share) }
    let before = self
    try someOptimizer.value.tryStep(
      &self.parameters, along: gradientClipping?.clipped(mean) ?? mean,
      rateFactor: schedule.factor(at: iteration))
    guard self.parameters.isFinite else {
      // The run must stay one that can be continued.
      throw MetaLearningError.steppedTooFar(iteration: iteration, run: before)
    }
    guard !interrupt(), !Allowance.isSpent else { throw CancellationError() }
    history.losses.append(batch.loss * share)
    if let accuracy = batch.accuracy { history.accuracies.append(accuracy * share) }
  }

  /// Throws unless a derivative has the names and shapes of what is learned.
  private func requireForm(
    of gradient: MetaParameters, from learner: some MetaLearner
  ) throws(MetaLearningError) {
    func form(_ parameters: MetaParameters) -> [String] {
      parameters.namedParameters.map { "\($0.0) \($0.1.shape)" }
    }
    let (expected, found) = (form(parameters), form(gradient))
    guard expected != found else { return }
    throw .wrongGradient(
      algorithm: learner.name, expected: expected.filter { !found.contains($0) },
      found: found.filter { !expected.contains($0) })
  }

  /// Measures on the validation tasks if it is time to, and remembers the best parameters.
  mutating func validate(
    _ validation: Validation?, using learner: some MetaLearner, threads: Int?,
    interrupt: @Sendable () -> Bool
  ) throws -> Evaluation? {
    guard let validation, iteration.isMultiple(of: validation.interval) else { return nil }
    let evaluation = try evaluate(
      parameters, using: learner, on: validation.tasks, taskCount: validation.taskCount,
      steps: validation.steps, threads: threads, interrupt: interrupt)
    let isBest = history.validations.allSatisfy { evaluation.isBetter(than: $0.evaluation) }
    if isBest { self.best = parameters }
    history.validations.append(ValidationPoint(iteration: iteration, evaluation: evaluation))
    return evaluation
  }

  /// Writes down what the run is made with, and returns what of it was another before.
  mutating func note(
    _ learner: some MetaLearner, _ schedule: RateSchedule, _ tasks: some EpisodeSource,
    tasksPerBatch: Int, _ settings: [String: String]
  ) -> [SettingChange] {
    var now = [
      "algorithm": learner.summary, "metaRateSchedule": schedule.description,
      "tasksPerBatch": "\(tasksPerBatch)",
    ]
    if let text = (tasks as? any CustomStringConvertible)?.description { now["tasks"] = text }
    now.merge(settings) { $1 }
    let changes = now.keys.sorted().compactMap { name -> SettingChange? in
      guard let now = now[name], let before = self.settings[name], before != now else { return nil }
      return SettingChange(name: name, before: before, now: now)
    }
    self.settings.merge(now) { $1 }
    return iteration == 0 ? [] : changes
  }
}
