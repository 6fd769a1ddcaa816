internal import FewShotData
public import MetaLearning

/// The walkthrough's `evaluate.py`: how well a trained network learns tasks of characters that it
/// has not seen.
public struct WalkthroughEvaluation {
  /// What it was trained with, and how it is tested.
  public let settings: WalkthroughSettings
  /// The number of tasks.
  public let taskCount: Int
  /// What the tasks are drawn from; the split is drawn from the training's own seed.
  public let taskSeed: Int
  /// Whether the query images of a task are normalized together.
  public let isTransductive: Bool
  /// How many threads to use; nil for as many as there are cores.
  public var threads: Int?

  private let model: TrainedModel
  /// The settings of the training.
  private let trained: WalkthroughSettings

  /// Prepares the evaluation of a checkpoint.
  ///
  /// - Parameters:
  ///   - checkpoint: A run, of which the best is taken, or a model.
  ///   - given: The settings that were given, by their options' names; others are the checkpoint's,
  ///     but for the number of query images and turned characters, which are the protocol's.
  ///   - taskCount: The number of tasks; nil for as many as the protocol has.
  ///   - taskSeed: What the tasks are drawn from.
  ///   - isTransductive: Whether the query images of a task are normalized together.
  public init(
    of checkpoint: String, given: [String: String], taskCount: Int? = nil, taskSeed: Int = 0,
    isTransductive: Bool = true
  ) throws {
    model = try TrainedModel(contentsOf: checkpoint)
    var kept = WalkthroughSettings.kept(in: model.settings)
    if kept.isEmpty {
      // Made in a cell, or by another program: what is not said is then the walkthrough's.
      guard given["algorithm"] != nil else {
        throw SettingsError.algorithmUnknown(path: checkpoint)
      }
      kept["algorithm"] = given["algorithm"]
    }
    kept["n-way"] = kept["n-way"] ?? model.network.outputCount.map(String.init)
    trained = try WalkthroughSettings(given: kept)
    // What a test is made of is the protocol's: accuracies are only comparable within one, whatever a
    // training found useful.
    for name in ["k-query", "rotations"] { kept[name] = nil }
    settings = try WalkthroughSettings(given: kept.merging(given) { $1 })
    try requireNetwork(settings.net, model.network, of: checkpoint)
    guard settings.algorithm.canUse(model.parameters, of: trained.algorithm) else {
      throw SettingsError.otherAlgorithm(
        path: checkpoint, trained: trained.algorithm.rawValue, given: settings.algorithm.rawValue)
    }
    if settings.way != model.network.outputCount, settings.algorithm != .protonet {
      throw SettingsError.wrong(
        name: "n-way", value: "\(settings.way)",
        expected:
          "\(model.network.outputCount ?? 0), as many as the checkpoint's network has outputs")
    }
    self.taskCount =
      taskCount
      ?? settings.rules.rules(way: settings.way, shot: settings.shot).testTaskCount
    guard self.taskCount >= 1 else {
      throw SettingsError.wrong(
        name: "tasks", value: "\(self.taskCount)", expected: "a number from 1")
    }
    self.taskSeed = taskSeed
    self.isTransductive = isTransductive
  }

  /// Measures and says what was found.
  public func run(
    report: (WalkthroughEvent) -> Void, interrupt: @escaping @Sendable () -> Bool
  ) throws -> Evaluation {
    let split = try self.split(settings, report, interrupt)
    let learner = settings.algorithm.learner(settings)
    let tasks = try TaskDistribution(
      split.test, way: settings.way, shot: settings.shot, queriesPerClass: settings.queries,
      seed: taskSeed)
    report(.line("\(learner.summary), \(settings.net.rawValue) network"))
    report(.line("\(settings.rules.rawValue)'s rules: \(tasks)"))
    report(
      .line(
        "\(settings.queries) query images of each class, "
          + (isTransductive
            ? "normalized together (transductive)"
            : "normalized by the support images' statistics (not transductive)")))
    try reportKnownCharacters(of: split, report, interrupt)
    let measured = try evaluate(
      model.parameters, using: learner, on: tasks, taskCount: taskCount, steps: settings.testSteps,
      transductive: isTransductive, threads: threads,
      progress: { report(.evaluating(completed: $0, total: $1)) }, interrupt: interrupt)
    for (step, accuracy) in measured.stepAccuracies.enumerated() {
      let label = "after \(step) inner step\(step == 1 ? ":  " : "s: ")"
      report(.line("\(label)\(decimal(accuracy * 100, digits: 2)) %"))
    }
    report(.line("test accuracy: \(measured)"))
    return measured
  }

  private func split(
    _ settings: WalkthroughSettings, _ report: (WalkthroughEvent) -> Void, _ interrupt: () -> Bool
  ) throws -> ClassSplit {
    try CharacterSource(data: settings.data, rules: settings.rules, seed: settings.seed)
      .split(report: report, interrupt: interrupt)
      .withRotations(settings.rotations)
  }

  /// Says how many of the tested characters took part in the training, where its split was another.
  private func reportKnownCharacters(
    of tested: ClassSplit, _ report: (WalkthroughEvent) -> Void, _ interrupt: () -> Bool
  ) throws {
    guard trained.rules != settings.rules, trained.data == settings.data else { return }
    let other = try CharacterSource(data: trained.data, rules: trained.rules, seed: trained.seed)
      .split(report: { _ in }, interrupt: interrupt)
    // By the characters themselves, whichever way they are turned.
    let names = Set(tested.test.names.map { $0.prefix { $0 != "," } })
    for (part, use) in [
      (other.train, "the training saw"), (other.validation, "the best was chosen by"),
    ] {
      let known = names.intersection(part.names.map { $0[...] }).count
      if known > 0 {
        report(.line("note: \(use) \(known) of the \(names.count) characters of this test"))
      }
    }
  }
}
