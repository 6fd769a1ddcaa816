internal import CellLanguage
internal import FewShotData
public import MetaLearning

/// An algorithm, which is shown by its settings.
protocol PresentedLearner: Presented, MetaLearner {}

extension PresentedLearner {
  /// The settings, one a line.
  var presentation: Presentation {
    Presentation(Self.cellTypeName, settings.map { ($0.name, $0.value) })
  }
}

extension MAML: PresentedLearner {
  /// Steps and rate.
  public var summary: String? { steps(innerSteps, innerLearningRate) }
}

extension ANIL: PresentedLearner {
  /// Steps and rate.
  public var summary: String? { steps(innerSteps, innerLearningRate) }
}

extension MetaSGD: PresentedLearner {
  /// Steps and rate.
  public var summary: String? { steps(innerSteps, innerLearningRate) }
}

extension MAMLPlusPlus: PresentedLearner {
  /// Steps and rate.
  public var summary: String? { steps(innerSteps, innerLearningRate) }
}

extension Reptile: PresentedLearner {
  /// Steps and rate.
  public var summary: String? { steps(innerSteps, innerLearningRate) }
}

extension ProtoNet: PresentedLearner {}

/// How often an algorithm steps and how far: `5 steps of 0.1`.
private func steps(_ count: Int, _ rate: Double) -> String {
  "\(counted(count, "step")) of \(rate)"
}

extension FewShotProtocol: Presented {
  /// All rules, one a line.
  var presentation: Presentation {
    Presentation(
      "FewShotProtocol '\(name)', \(way)-way \(shot)-shot",
      [
        ("way", "\(way)"), ("shot", "\(shot)"), ("queriesPerClass", "\(queriesPerClass)"),
        ("tasksPerBatch", "\(tasksPerBatch)"), ("innerSteps", "\(innerSteps)"),
        ("innerLearningRate", "\(innerLearningRate)"), ("evaluationSteps", "\(evaluationSteps)"),
        ("metaLearningRate", "\(metaLearningRate)"), ("iterations", "\(iterations)"),
        ("testTaskCount", "\(testTaskCount)"), ("split", "\(split)"), ("rotations", "\(rotations)"),
      ])
  }

  /// How many classes, and how many examples of each: `5-way 1-shot`.
  public var summary: String? { "\(way)-way \(shot)-shot" }
}

extension ProtocolTasks: Presented {
  /// The three kinds of tasks.
  var presentation: Presentation {
    Presentation(
      "ProtocolTasks",
      [
        ("train", train.description), ("validation", validation.description),
        ("test", test.description),
      ])
  }

  /// How many classes, and how many examples of each.
  public var summary: String? { test.summary }

  /// The bytes of all characters.
  public var byteCount: Int? {
    [train, validation, test].reduce(0) { $0 + ($1.byteCount ?? 0) }
  }
}

extension Validation: Presented {
  /// What is measured, and how often.
  var presentation: Presentation {
    Presentation(
      "Validation",
      [
        ("every", counted(interval, "iteration")),
        ("on", "the first \(counted(taskCount, "task"))"),
        ("steps", steps.map { "\($0)" } ?? "as many as the algorithm evaluates by"),
        ("tasks", "\(tasks)"),
      ])
  }

  /// How often it is measured.
  public var summary: String? { "every \(counted(interval, "iteration"))" }
}

extension Checkpointing: Presented {
  /// The files and how often they are written.
  var presentation: Presentation {
    Presentation(
      "Checkpointing",
      [
        ("run", "'\(path)', every \(counted(interval, "iteration"))"),
        ("best", "'\(bestPath)'"), ("metrics", "'\(metricsPath)'"),
        ("replacing", isReplacing ? "a file with another run, too" : nil),
      ])
  }

  /// The file.
  public var summary: String? { path }
}
