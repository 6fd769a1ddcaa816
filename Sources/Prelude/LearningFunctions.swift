internal import CellLanguage
internal import MetaLearning

/// What `train` and `evaluate` take: protocols, so that one word switches the algorithm or the
/// tasks.
let learningProtocols = [
  HostSource("MetaLearner", "protocol MetaLearner {}"),
  HostSource("EpisodeSource", "protocol EpisodeSource {}"),
]

/// `evaluate`, as cells see it.
let evaluationFunctions = [
  HostFunction(
    """
    func evaluate(_ network: Network, using learner: any MetaLearner, \
    on tasks: any EpisodeSource, taskCount: Int = 300, steps: Int? = nil, \
    everyStep: Bool = true, transductive: Bool = true, threads: Int? = nil) throws -> Evaluation
    """,
    """
    How well a network adapts to tasks it has not seen: the mean accuracy and loss after each \
    inner step, with a 95 % confidence interval. With `transductive: false` each query image is \
    normalized with the support images alone. What an algorithm learns besides the network \
    starts anew: give it `run.parameters` to use that too.
    """
  ) { call in
    try evaluation(
      of: try learner(call, 1).initialParameters(for: try call.argument(0)), call)
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
  ) { call in try evaluation(of: try call.argument(0), call) },
]

/// Evaluates parameters with the other arguments of a call of `evaluate`.
private func evaluation(of parameters: MetaParameters, _ call: HostCall) throws -> Evaluation {
  let context = call.context
  defer { context.emit(.progress(nil)) }
  let tasks = try episodeSource(call, 2)
  return try evaluate(
    parameters, using: try learner(call, 1), on: tasks, taskCount: try call.argument(3),
    steps: try call.argument(4), everyStep: try call.argument(5),
    transductive: try call.argument(6), threads: try call.argument(7),
    progress: { completed, total in
      context.emit(
        .progress(ProgressReport(title: "evaluating", completed: completed, total: total)))
    }, interrupt: call.interrupt)
}

/// The algorithm that is an argument of a call.
func learner(_ call: HostCall, _ index: Int) throws -> any MetaLearner {
  let value = try call.argument(index, as: Value.self)
  guard let learner = value.host as? any MetaLearner else {
    throw HostCallError.mismatch(expected: "MetaLearner", got: value.typeName)
  }
  return learner
}

/// The tasks that are an argument of a call.
func episodeSource(_ call: HostCall, _ index: Int) throws -> any EpisodeSource {
  let value = try call.argument(index, as: Value.self)
  guard let tasks = value.host as? any EpisodeSource else {
    throw HostCallError.mismatch(expected: "EpisodeSource", got: value.typeName)
  }
  return tasks
}
