internal import FewShotData
public import MetaLearning
internal import SystemFiles

/// The walkthrough's `train.py`: it trains, says how it goes, measures on validation tasks and keeps
/// the best; and a training that was stopped goes on to the same bits.
public struct WalkthroughTraining {
  /// What to train and how.
  public let settings: WalkthroughSettings
  /// The file of the run.
  public let checkpoint: String
  /// The run to go on with; nil for a new one.
  private let earlier: TrainingRun?
  /// Whether a run that is there may be replaced.
  private let isReplacing: Bool
  /// After how many iterations the run is saved.
  public var savingInterval = 100
  /// After how many iterations the accuracies are said.
  public var loggingInterval = 100
  /// How many threads to use; nil for as many as there are cores.
  public var threads: Int?

  /// Prepares a new training, or one that goes on with the run of the checkpoint.
  ///
  /// - Parameters:
  ///   - given: The settings that were given, by their options' names. Those of a run that goes on
  ///     are the run's; others are refused by name, but for more `epochs` at a constant rate.
  ///   - checkpoint: The file of the run.
  public init(
    given: [String: String], checkpoint: String, resuming isResuming: Bool = false,
    replacing isReplacing: Bool = false
  ) throws {
    self.checkpoint = checkpoint
    self.isReplacing = isReplacing
    guard isResuming else {
      earlier = nil
      settings = try WalkthroughSettings(given: given)
      if given["order"] != nil, !settings.algorithm.hasOrder {
        throw SettingsError.meaningless(name: "order", algorithm: settings.algorithm.rawValue)
      }
      if !settings.start.isEmpty {
        try requireNetwork(
          settings.net, TrainedModel(contentsOf: settings.start).network, of: settings.start)
      }
      guard !isReplacing, try FileAccess.everywhere.kind(of: checkpoint) == .file else { return }
      let there = try? TrainingRun(contentsOf: checkpoint)
      throw SettingsError.exists(path: checkpoint, iteration: there?.iteration)
    }
    guard try FileAccess.everywhere.kind(of: checkpoint) != nil else {
      throw SettingsError.nothingToResume(path: checkpoint)
    }
    let run = try TrainingRun(contentsOf: checkpoint)
    let kept = WalkthroughSettings.kept(in: run.settings)
    guard !kept.isEmpty else { throw SettingsError.unknownSettings(path: checkpoint) }
    let (old, new) = (
      try WalkthroughSettings(given: kept),
      try WalkthroughSettings(given: kept.merging(given) { $1 })
    )
    let (keptTexts, givenTexts) = (old.texts, new.texts)
    let differences = new.differences(from: old)
      .filter { $0 != "epochs" || old.schedule != .constant }
      .map { name in
        SettingsError.Difference(
          name: name, kept: keptTexts[name] ?? "", given: givenTexts[name] ?? "")
      }
    guard differences.isEmpty else {
      throw SettingsError.differ(path: checkpoint, differences)
    }
    guard run.iteration < new.iterations else {
      throw SettingsError.finished(
        path: checkpoint, iteration: run.iteration, epochs: new.iterations)
    }
    settings = new
    earlier = run
  }

  /// Trains to the end and returns the run.
  ///
  /// - Parameters:
  ///   - report: Is told how it goes.
  ///   - interrupt: Is asked often whether to stop; the run so far is saved then, and
  ///     `MetaLearningError.interrupted` is thrown.
  public func run(
    report: (WalkthroughEvent) -> Void, interrupt: @escaping @Sendable () -> Bool
  ) throws -> TrainingRun {
    let source = CharacterSource(data: settings.data, rules: settings.rules, seed: settings.seed)
    let split = try source.split(report: report, interrupt: interrupt)
      .withRotations(settings.rotations)
    let tasks = try distribution(split.train, seed: settings.seed, shift: settings.shift)
    let validation = Validation(
      on: try distribution(split.validation, seed: settings.seed &+ 1),
      every: settings.validationInterval, taskCount: settings.validationTasks,
      steps: settings.testSteps)
    let learner = settings.algorithm.learner(settings)
    report(.line("\(split)"))
    report(.line("\(tasks); \(settings.tasksPerBatch) tasks an iteration"))
    report(.line("\(learner.summary), \(settings.net.rawValue) network"))

    var run = try earlier ?? started(learner, tasks)
    if earlier != nil { report(.line("going on after iteration \(run.iteration)")) }
    try logAccuracies(of: run, learner, tasks, report, interrupt)
    while run.iteration < settings.iterations {
      let next = (run.iteration / loggingInterval + 1) * loggingInterval
      let end = min(next, settings.iterations)
      run = try train(
        continuing: run, using: learner, on: tasks, iterations: end - run.iteration,
        tasksPerBatch: settings.tasksPerBatch, metaRateSchedule: schedule, validation: validation,
        checkpoint: checkpointing(replacing: false), threads: threads,
        progress: { progress in
          report(
            .training(
              iteration: progress.iteration, total: settings.iterations, loss: progress.loss,
              accuracy: progress.accuracy))
          if let measured = progress.validation { log(measured, after: progress.iteration, report) }
        }, interrupt: interrupt)
      try logAccuracies(of: run, learner, tasks, report, interrupt)
    }
    return run
  }
}

// MARK: - Parts

extension WalkthroughTraining {
  private func distribution(
    _ characters: ImageCollection, seed: Int, shift: Int = 0
  ) throws(TaskError) -> TaskDistribution {
    try TaskDistribution(
      characters, way: settings.way, shot: settings.shot, queriesPerClass: settings.queries,
      shift: shift, seed: seed)
  }

  private var schedule: RateSchedule {
    settings.schedule.schedule(iterations: settings.iterations)
  }

  private func checkpointing(replacing isReplacing: Bool) -> Checkpointing {
    var place = Checkpointing(
      to: checkpoint, every: savingInterval, settings: settings.keptTexts, replacing: isReplacing)
    place.isMakingFolders = true
    return place
  }

  /// The run before the first iteration, which is saved.
  private func started(
    _ learner: any MetaLearner, _ tasks: TaskDistribution
  ) throws -> TrainingRun {
    let start =
      try settings.start.isEmpty
      ? learner.initialParameters(
        for: settings.net.network(way: settings.way, seed: settings.seed))
      : startingParameters(learner)
    return try train(
      startingFrom: start, using: learner, on: tasks, iterations: 0,
      tasksPerBatch: settings.tasksPerBatch, metaLearningRate: settings.metaRate,
      metaRateSchedule: schedule, checkpoint: checkpointing(replacing: isReplacing),
      threads: threads)
  }

  /// What another training has learned, as far as it serves this one: its network, with fewer outputs
  /// or a new head for another number of classes, and of the rest whatever this algorithm learns in
  /// the same shape.
  private func startingParameters(_ learner: any MetaLearner) throws -> MetaParameters {
    var model = try TrainedModel(contentsOf: settings.start).parameters
    if let outputs = model.network.outputCount, outputs >= settings.way {
      model = try model.keepingFirstOutputs(settings.way)
    } else {
      model.network = try model.network.withNewHead(way: settings.way, seed: settings.seed)
    }
    return try learner.initialParameters(for: model.network).replacingLearned(by: model)
  }

  /// Says how well the next iteration's tasks are learned, after each inner step.
  private func logAccuracies(
    of run: TrainingRun, _ learner: any MetaLearner, _ tasks: TaskDistribution,
    _ report: (WalkthroughEvent) -> Void, _ interrupt: @escaping @Sendable () -> Bool
  ) throws {
    let next = TasksFrom(first: run.iteration &* settings.tasksPerBatch, of: tasks)
    let measured: Evaluation
    do {
      measured = try evaluate(
        run.parameters, using: learner, on: next, taskCount: settings.tasksPerBatch,
        steps: learner.innerSteps, threads: threads, interrupt: interrupt)
    } catch is CancellationError {
      throw MetaLearningError.interrupted(run: run)
    }
    report(
      .line("step: \(run.iteration)  training acc: \(texts(of: measured.stepAccuracies))"))
  }

  private func log(
    _ measured: Evaluation, after iteration: Int, _ report: (WalkthroughEvent) -> Void
  ) {
    report(
      .line(
        "step: \(iteration)  validation acc: \(texts(of: measured.stepAccuracies))"
          + " ± \(decimal(measured.confidence, digits: 4))"))
  }

  private func texts(of accuracies: [Double]) -> String {
    accuracies.map { decimal($0, digits: 4) }.joined(separator: " ")
  }
}

/// Throws unless the network of a checkpoint is of this kind.
func requireNetwork(_ net: NetworkName, _ network: Network, of checkpoint: String) throws {
  guard let outputs = network.outputCount,
    try net.network(way: outputs, seed: 0).layers == network.layers
  else { throw SettingsError.otherNetwork(path: checkpoint, expected: net) }
}

/// The tasks of a source from a number on.
private struct TasksFrom: EpisodeSource {
  let first: Int
  let tasks: TaskDistribution

  init(first: Int, of tasks: TaskDistribution) {
    self.first = first
    self.tasks = tasks
  }

  func episode(_ index: Int) -> Episode { tasks.episode(first &+ index) }
}
