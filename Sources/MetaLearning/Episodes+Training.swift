// Whatever takes tasks takes a function that makes them from their numbers, too: for a few lines of
// one's own it spares a type.

/// Returns the run of a training on tasks that a function makes; else as
/// ``train(_:using:on:iterations:tasksPerBatch:metaLearningRate:metaRateSchedule:optimizer:gradientClipping:validation:checkpoint:threads:progress:interrupt:)``.
///
///     let run = try train(network, using: maml, on: { episode(of: wave($0)) }, iterations: 300)
public func train(
  _ network: Network, using learner: some MetaLearner,
  on tasks: @escaping @Sendable (Int) throws -> Episode,
  iterations: Int, tasksPerBatch: Int = 16, metaLearningRate: Double? = nil,
  metaRateSchedule: RateSchedule? = nil, optimizer: (any Optimizer)? = nil,
  gradientClipping: GradientClipping? = nil, validation: Validation? = nil,
  checkpoint: Checkpointing? = nil, threads: Int? = nil,
  progress: (TrainingProgress) -> Void = { _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> TrainingRun {
  try train(
    network, using: learner, on: Episodes(tasks), iterations: iterations,
    tasksPerBatch: tasksPerBatch, metaLearningRate: metaLearningRate,
    metaRateSchedule: metaRateSchedule, optimizer: optimizer, gradientClipping: gradientClipping,
    validation: validation, checkpoint: checkpoint, threads: threads, progress: progress,
    interrupt: interrupt)
}

/// Returns a run with more iterations on tasks that a function makes; else as
/// ``train(continuing:using:on:iterations:tasksPerBatch:metaRateSchedule:validation:checkpoint:threads:changes:progress:interrupt:)``.
public func train(
  continuing run: TrainingRun, using learner: some MetaLearner,
  on tasks: @escaping @Sendable (Int) throws -> Episode,
  iterations: Int, tasksPerBatch: Int = 16, metaRateSchedule: RateSchedule? = nil,
  validation: Validation? = nil, checkpoint: Checkpointing? = nil, threads: Int? = nil,
  changes: ([SettingChange]) -> Void = { _ in },
  progress: (TrainingProgress) -> Void = { _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> TrainingRun {
  try train(
    continuing: run, using: learner, on: Episodes(tasks), iterations: iterations,
    tasksPerBatch: tasksPerBatch, metaRateSchedule: metaRateSchedule, validation: validation,
    checkpoint: checkpoint, threads: threads, changes: changes, progress: progress,
    interrupt: interrupt)
}

/// Returns how well a network adapts to tasks that a function makes; else as
/// ``evaluate(_:using:on:taskCount:steps:everyStep:transductive:threads:progress:interrupt:)-(Network,_,_,_,_,_,_,_,_,_)``.
public func evaluate(
  _ network: Network, using learner: some MetaLearner,
  on tasks: @escaping @Sendable (Int) throws -> Episode,
  taskCount: Int = 300, steps: Int? = nil, everyStep: Bool = true, transductive: Bool = true,
  threads: Int? = nil,
  progress: (_ completed: Int, _ total: Int) -> Void = { _, _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> Evaluation {
  try evaluate(
    network, using: learner, on: Episodes(tasks), taskCount: taskCount, steps: steps,
    everyStep: everyStep, transductive: transductive, threads: threads, progress: progress,
    interrupt: interrupt)
}

/// Returns how well what an algorithm has learned adapts to tasks that a function makes.
public func evaluate(
  _ parameters: MetaParameters, using learner: some MetaLearner,
  on tasks: @escaping @Sendable (Int) throws -> Episode,
  taskCount: Int = 300, steps: Int? = nil, everyStep: Bool = true, transductive: Bool = true,
  threads: Int? = nil,
  progress: (_ completed: Int, _ total: Int) -> Void = { _, _ in },
  interrupt: @Sendable () -> Bool = { false }
) throws -> Evaluation {
  try evaluate(
    parameters, using: learner, on: Episodes(tasks), taskCount: taskCount, steps: steps,
    everyStep: everyStep, transductive: transductive, threads: threads, progress: progress,
    interrupt: interrupt)
}

extension Validation {
  /// Creates a validation on tasks that a function makes.
  public init(
    on tasks: @escaping @Sendable (Int) throws -> Episode, every interval: Int = 100,
    taskCount: Int = 100, steps: Int? = nil
  ) {
    self.init(on: Episodes(tasks), every: interval, taskCount: taskCount, steps: steps)
  }
}
