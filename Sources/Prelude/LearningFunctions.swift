internal import CellLanguage
internal import MetaLearning

/// `evaluate`, as cells see it.
let evaluationFunctions: [HostFunction] = [
  HostFunction(
    """
    func evaluate(_ network: Network, using learner: any MetaLearner, \
    on tasks: any EpisodeSource, taskCount: Int = 300, steps: Int? = nil, \
    everyStep: Bool = true, transductive: Bool = true, threads: Int? = nil) throws -> Evaluation
    """,
    """
    How well a network adapts to tasks it has not seen: the mean accuracy and loss after each \
    inner step, with a 95 % confidence interval. With `transductive: false` query images are \
    normalized by the statistics of the support images. What an algorithm learns besides the network \
    starts anew: give it `run.parameters` to use that too.
    """
  ) {
    (context: HostContext, network: Network, learner: SomeLearner, measurement: Measurement) in
    try measurement.evaluate(
      learner.algorithm.initialParameters(for: network), learner, context)
  },
  HostFunction(
    """
    func evaluate(_ parameters: MetaParameters, using learner: any MetaLearner, \
    on tasks: any EpisodeSource, taskCount: Int = 300, steps: Int? = nil, \
    everyStep: Bool = true, transductive: Bool = true, threads: Int? = nil) throws -> Evaluation
    """,
    """
    How well all that an algorithm has learned adapts to tasks it has not seen: the network, and \
    whatever it learns besides, such as the sizes of inner steps.
    """
  ) {
    (
      context: HostContext, parameters: MetaParameters, learner: SomeLearner,
      measurement: Measurement
    ) in
    try measurement.evaluate(parameters, learner, context)
  },
].acceptingClosures

/// What to measure: the arguments that every `evaluate` has after the algorithm.
private struct Measurement: HostParameter {
  private let tasks: SomeTasks
  private let taskCount: Int
  private let steps: Int?
  private let everyStep, transductive: Bool
  private let threads: Int?

  static var cellTypeNames: [String] {
    SomeTasks.cellTypeNames + ["Int", "Int?", "Bool", "Bool", "Int?"]
  }

  static func read(from call: inout HostCall) throws -> Measurement {
    Measurement(
      tasks: try .read(from: &call), taskCount: try call.next(), steps: try call.next(),
      everyStep: try call.next(), transductive: try call.next(), threads: try call.next())
  }

  /// Evaluates what has been learned.
  func evaluate(
    _ parameters: MetaParameters, _ learner: SomeLearner, _ context: HostContext
  ) throws -> Evaluation {
    let calls = learner.calls ?? tasks.calls
    defer {
      calls?.showOutput()
      context.emit(.progress(nil))
    }
    context.tell(TrainingTrouble.ofRates(learner.algorithm, metaLearningRate: nil))
    let evaluation = try MetaLearning.evaluate(
      parameters, using: learner.algorithm, on: tasks.source, taskCount: taskCount, steps: steps,
      everyStep: everyStep, transductive: transductive, threads: threads,
      progress: { completed, total in
        calls?.showOutput()
        context.emit(
          .progress(ProgressReport(title: "evaluating", completed: completed, total: total)))
      }, interrupt: context.interrupt)
    context.tell(TrainingTrouble.of(evaluation))
    return evaluation
  }
}
