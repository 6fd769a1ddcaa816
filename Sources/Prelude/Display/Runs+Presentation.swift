public import MetaLearning
internal import Plotting

extension TrainingRun: Presented {
  /// How far it has come, how well it does, and its curve.
  var presentation: Presentation {
    Presentation(
      "TrainingRun, \(counted(iteration, "iteration"))",
      history.fields + [
        ("network", network.description),
        ("algorithm", settings["algorithm"]),
        ("batch", settings["tasksPerBatch"].map { "\($0) tasks" }),
        ("outer rate", rateText),
        ("optimizer", optimizerText),
        ("clipping", gradientClipping?.description),
        ("checkpoint", checkpointPath.map { "'\($0)'" }),
      ], picture: history.picture)
  }

  /// The optimizer, where it is not what is used without asking.
  private var optimizerText: String? {
    let isPlain = optimizer.settings == Adam(learningRate: optimizer.learningRate).settings
    return isPlain ? nil : optimizer.summary
  }

  private var rateText: String {
    let schedule = settings["metaRateSchedule"].map { $0 == "constant" ? "" : ", \($0)" } ?? ""
    return "\(optimizer.learningRate)" + schedule
  }

  /// How far it has come: `iteration 300`.
  public var summary: String? { "iteration \(iteration)" }

  /// The bytes of what was learned, of the best, and of the optimizer's means.
  public var byteCount: Int? {
    let numbers = parameters.byteCount ?? 0
    return numbers * (1 + optimizer.memory.count) + (best?.byteCount ?? 0)
      + (history.byteCount ?? 0)
  }
}

extension TrainingHistory: Presented {
  /// How far and how well, and the curve.
  var presentation: Presentation {
    Presentation(
      "TrainingHistory, \(counted(losses.count, "iteration"))", fields, picture: picture)
  }

  /// The curve; nil where there is nothing to draw.
  fileprivate var picture: Figure? { losses.isEmpty ? nil : plot(self, title: nil) }

  /// How well it went.
  fileprivate var fields: [(name: String, text: String?)] {
    // Batches differ: the mean of the last ones says more than the last.
    let window = max(1, min(losses.count / 20, 100))
    func course(_ values: [Double], _ text: (Double) -> String) -> String? {
      guard let first = values.first, let last = runningMean(values, window: window).last else {
        return nil
      }
      let mean = window > 1 ? " (mean of the last \(window))" : ""
      return values.count == 1 ? text(first) : "\(text(first)) → \(text(last))\(mean)"
    }
    return [
      ("loss", course(losses, significant)), ("accuracy", course(accuracies, percent)),
      ("validation", bestText),
    ]
  }

  /// What did best on the validation tasks.
  private var bestText: String? {
    let best = validations.reduce(nil) { best, point -> ValidationPoint? in
      best.map { point.evaluation.isBetter(than: $0.evaluation) ? point : $0 } ?? point
    }
    return best.map {
      "best \($0.evaluation.shortText) in iteration \($0.iteration)"
        + " (\(counted(validations.count, "measurement")))"
    }
  }

  /// How far it has come.
  public var summary: String? { counted(losses.count, "iteration") }

  /// Eight bytes for each number.
  public var byteCount: Int? {
    (losses.count + accuracies.count) * MemoryLayout<Double>.stride
      + validations.reduce(0) { $0 + ($1.evaluation.byteCount ?? 0) }
  }
}

extension Evaluation: Presented {
  /// The result with its interval, and how it came about step by step.
  var presentation: Presentation {
    let isClassification = !stepAccuracies.isEmpty
    return Presentation(
      "Evaluation: \(description)",
      [
        ("accuracy", isClassification ? course(stepAccuracies, percent) : nil),
        ("loss", course(stepLosses, significant)),
        ("interval", isClassification ? interval : nil),
      ])
  }

  /// The ends of the confidence interval.
  private var interval: String? {
    guard taskAccuracies.count > 1 else { return nil }
    return "\(percent(max(0, accuracy - confidence))) to \(percent(min(1, accuracy + confidence)))"
  }

  private func course(_ values: [Double], _ text: (Double) -> String) -> String {
    guard values.count > 1 else { return values.first.map(text) ?? "" }
    let shown =
      values.count <= 11
      ? values.map(text)
      : values.prefix(6).map(text) + ["…"]
        + values.suffix(3).map(text)
    return shown.joined(separator: " → ") + ", after 0 to \(values.count - 1) steps"
  }

  /// The accuracy with its interval, or the loss where there is none.
  fileprivate var shortText: String {
    stepAccuracies.isEmpty
      ? "loss \(significant(loss))"
      : percent(accuracy) + (confidence.isFinite ? " ± \(percent(confidence))" : "")
  }

  /// The result: `95.31 % ± 0.47 %`.
  public var summary: String? { shortText }

  /// Eight bytes for each number.
  public var byteCount: Int? {
    (taskAccuracies.count + stepAccuracies.count + taskLosses.count + stepLosses.count)
      * MemoryLayout<Double>.stride
  }
}

extension ValidationPoint: Presented {
  /// When, and what was measured.
  var presentation: Presentation {
    var presentation = evaluation.presentation
    presentation.lines[0] = "ValidationPoint, \(description)"
    return presentation
  }

  /// When it was measured.
  public var summary: String? { "iteration \(iteration)" }
}

extension TrainedModel: Presented {
  /// What the training was made with, and the network.
  var presentation: Presentation {
    var fields = TextFields()
    for name in settings.keys.sorted() { fields.add(name, settings[name]) }
    return Presentation(["TrainedModel"] + fields.lines + network.presentation.lines)
  }

  /// The number of parameters.
  public var summary: String? { parameters.summary }

  /// The bytes of what was learned.
  public var byteCount: Int? { parameters.byteCount }
}
