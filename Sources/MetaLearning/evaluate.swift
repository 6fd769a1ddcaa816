/// Returns how well a network adapts to tasks it has not seen.
///
///     let result = try evaluate(run.network, using: maml, on: testTasks, taskCount: 300)
///     print(result)                     // 95.31 % ± 0.47 % (300 tasks, 95 % confidence)
///     result.stepAccuracies             // after 0, 1, … inner steps
///
/// Batch normalization uses each batch's own statistics here too, so a prediction depends on the
/// other query images: the result is transductive, as the paper's, unless asked for otherwise.
///
/// - Parameters:
///   - network: The network that each task starts from.
///   - learner: The algorithm, such as ``MAML``.
///   - tasks: The tasks; the first `taskCount` of them are used.
///   - taskCount: How many tasks to use.
///   - steps: How many inner steps to take; without it, the learner's `evaluationSteps`.
///   - everyStep: Whether to measure after every inner step or only after the last, which is less
///     work.
///   - transductive: Whether all query images of a task are normalized together. Otherwise batch
///     normalization has the statistics of the support images, so that no query image changes what
///     is answered to another.
///   - threads: How many threads to use; without it, as many as there are cores.
///   - progress: Is told now and then how many tasks are done, of how many.
///   - interrupt: Is asked often whether to stop, which throws a `CancellationError`.
public func evaluate(
  _ network: Network, using learner: some MetaLearner, on tasks: some EpisodeSource,
  taskCount: Int = 300, steps: Int? = nil, everyStep: Bool = true, transductive: Bool = true,
  threads: Int? = nil,
  progress: (_ completed: Int, _ total: Int) -> Void = { _, _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> Evaluation {
  try evaluate(
    learner.initialParameters(for: network), using: learner, on: tasks, taskCount: taskCount,
    steps: steps, everyStep: everyStep, transductive: transductive, threads: threads,
    progress: progress, interrupt: interrupt)
}

/// Returns how well what an algorithm has learned, network and all, adapts to tasks.
public func evaluate(
  _ parameters: MetaParameters, using learner: some MetaLearner, on tasks: some EpisodeSource,
  taskCount: Int = 300, steps: Int? = nil, everyStep: Bool = true, transductive: Bool = true,
  threads: Int? = nil,
  progress: (_ completed: Int, _ total: Int) -> Void = { _, _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> Evaluation {
  try learner.validate()
  try requirePositive(taskCount, "taskCount")
  try requirePositive(threads ?? 1, "threads")
  let measurement = QueryMeasurement(
    steps: steps ?? learner.evaluationSteps, everyStep: everyStep, isTransductive: transductive)
  try requireSteps(measurement.steps, "steps")
  try learner.checkFit(of: parameters.network, to: tasks.episode(0).checked())
  let threads = threadCount(threads)
  // Small enough to tell of progress, large enough that no thread waits long for the others.
  let round = 8 * threads
  var scores: [[QueryScore]] = []
  while scores.count < taskCount {
    let first = scores.count
    scores += try everyTask(
      min(round, taskCount - first), numberedFrom: first, threads: threads, interrupt: interrupt
    ) { task in
      try learner.queryScores(
        of: parameters, on: tasks.episode(first + task).checked(), measurement: measurement,
        interrupt: interrupt)
    }
    progress(scores.count, taskCount)
  }
  return Evaluation(scores)
}
