internal import Autodiff
public import CellLanguage
public import MetaLearning
internal import Tensors

extension MetaGradient: HostValue, CellConvertible {
  /// The loss, and of what the derivative is.
  public var description: String { "derivative of \(gradient), at a query loss of \(queryLoss)" }
}

extension QueryScore: HostValue, CellConvertible {
  /// Loss and accuracy.
  public var description: String {
    "loss \(loss)" + (accuracy.map { ", accuracy \($0)" } ?? "")
  }
}

extension QueryMeasurement: HostValue, CellConvertible {
  /// How many steps, and what is measured.
  public var description: String {
    "\(steps) steps, measured after \(everyStep ? "each" : "the last")"
      + (isTransductive ? "" : ", not transductive")
  }
}

extension Setting: HostValue, CellConvertible {}

/// What algorithms say and are asked, as cells see it.
let learnerParts: [HostType] = [
  HostType(
    MetaGradient.self, "What one task says about the parameters that it started from.",
    members: [
      HostFunction(
        "init(gradient: MetaParameters, score: QueryScore)",
        "A derivative in all that is learned, and how good the query answers are."
      ) { (gradient: MetaParameters, score: QueryScore) in
        MetaGradient(gradient: gradient, score: score)
      },
      HostFunction(
        """
        init(at parameters: MetaParameters, for episode: Episode, \
        through adapt: (MetaParameters) throws -> Network) rethrows
        """,
        """
        The derivative of a task's query loss through whatever an adaptation does, which a tape \
        takes: `adapt` returns the network that what is learned becomes on the support examples.
        """
      ) { (parameters: MetaParameters, episode: Episode, adapt: HostClosure) in
        try MetaGradient(at: parameters, for: episode) { try adapt($0) }
      },
      property(
        "var gradient: MetaParameters", "The derivative of the query loss.", of: MetaGradient.self
      ) { $0.gradient },
      property(
        "var queryLoss: Double", "The query loss after the inner steps.", of: MetaGradient.self
      ) { $0.queryLoss },
      property(
        "var queryAccuracy: Double?",
        "The query accuracy after the inner steps; none where the answers are numbers.",
        of: MetaGradient.self
      ) { $0.queryAccuracy },
    ]),
  HostType(
    QueryScore.self, "How good the answers to a task's query examples are.",
    conformances: ["Equatable"],
    members: [
      HostFunction(
        "init(loss: Double, accuracy: Double?)",
        "A score; without an accuracy where the answers are numbers."
      ) { (loss: Double, accuracy: Double?) in QueryScore(loss: loss, accuracy: accuracy) },
      property("var loss: Double", "How far the answers are off.", of: QueryScore.self) {
        $0.loss
      },
      property("var accuracy: Double?", "The share of right answers.", of: QueryScore.self) {
        $0.accuracy
      },
    ]),
  HostType(
    QueryMeasurement.self, "What to measure while a network adapts to a task.",
    conformances: ["Equatable"],
    members: [
      HostFunction(
        "init(steps: Int, everyStep: Bool = true, isTransductive: Bool = true)", "A measurement."
      ) { (steps: Int, everyStep: Bool, isTransductive: Bool) in
        QueryMeasurement(steps: steps, everyStep: everyStep, isTransductive: isTransductive)
      },
      property("var steps: Int", "The number of inner steps.", of: QueryMeasurement.self) {
        $0.steps
      },
      property(
        "var everyStep: Bool", "Whether to measure after each step, or after the last alone.",
        of: QueryMeasurement.self
      ) { $0.everyStep },
      property(
        "var isTransductive: Bool", "Whether all query inputs are normalized together.",
        of: QueryMeasurement.self
      ) { $0.isTransductive },
    ]),
  HostType(
    Setting.self, "A setting of an algorithm as text.", conformances: ["Equatable"],
    members: [
      HostFunction("init(_ name: String, _ value: String)", "A setting by its name.") {
        (name: String, value: String) in Setting(name, value)
      },
      property("var name: String", "The name.", of: Setting.self) { $0.name },
      property("var value: String", "The value as text.", of: Setting.self) { $0.value },
    ]),
]

/// What the protocol `MetaLearner` asks of an algorithm of the library.
func requirements<Learner: MetaLearner & HostValue & CellConvertible>(
  of type: Learner.Type
) -> [HostFunction] {
  [
    property(
      "var metaRateSchedule: RateSchedule", "How the outer rate changes over a training.", of: type
    ) { $0.metaRateSchedule },
    property("var settings: [Setting]", "The settings as text.", of: type) { $0.settings },
    HostFunction("func validate() throws", "Throws what is wrong with the settings.") {
      (learner: Learner) in try learner.validate()
    },
    HostFunction(
      "func checkFit(of network: Network, to episode: Episode) throws",
      "Throws why a network can't be used on such tasks."
    ) { (learner: Learner, network: Network, episode: Episode) in
      try learner.checkFit(of: network, to: episode)
    },
    HostFunction(
      "func initialParameters(for network: Network) throws -> MetaParameters",
      "What is learned, as it is before the first task."
    ) { (learner: Learner, network: Network) in
      try learner.validate()
      return try learner.initialParameters(for: network)
    },
    HostFunction(
      """
      func metaGradient(at parameters: MetaParameters, for episode: Episode, iteration: Int) \
      throws -> MetaGradient
      """, "The derivative of a task's query loss in what is learned."
    ) {
      (
        context: HostContext, learner: Learner, parameters: MetaParameters, episode: Episode,
        iteration: Int
      ) in
      try learner.validate()
      return try learner.metaGradient(
        at: parameters, for: episode, iteration: iteration, interrupt: context.interrupt)
    },
    HostFunction(
      """
      func adapt(_ parameters: MetaParameters, to examples: Examples, steps: Int, \
      visit: (Network) throws -> Void) throws -> Network
      """, "What is learned, after inner steps; `visit` is given the network after 0, 1, … steps."
    ) {
      (
        context: HostContext, learner: Learner, parameters: MetaParameters, examples: Examples,
        steps: Int, visit: Value
      ) in
      try learner.validate()
      guard 0...MetaLearningError.stepLimit ~= steps else {
        throw MetaLearningError.outOfRange(name: "steps", value: "\(steps)")
      }
      return try learner.adapt(
        parameters, to: examples, steps: steps, interrupt: context.interrupt
      ) { _ = try context.call(visit, [$0.cellValue]) }
    },
    HostFunction(
      """
      func queryScores(of parameters: MetaParameters, on episode: Episode, \
      measurement: QueryMeasurement) throws -> [QueryScore]
      """, "How good the query answers are after 0, 1, … steps, or after the last."
    ) {
      (
        context: HostContext, learner: Learner, parameters: MetaParameters, episode: Episode,
        measurement: QueryMeasurement
      ) in
      try learner.validate()
      guard 0...MetaLearningError.stepLimit ~= measurement.steps else {
        throw MetaLearningError.outOfRange(name: "steps", value: "\(measurement.steps)")
      }
      return try learner.queryScores(
        of: parameters, on: episode, measurement: measurement, interrupt: context.interrupt)
    },
  ]
}

/// What the defaults of `MetaLearner` and `EpisodeSource` call.
let learnerDefaults: [HostFunction] = [
  HostFunction(
    "func _requireSteps(_ inner: Int, _ evaluation: Int) throws",
    "Throws where there can't be so many."
  ) { (inner: Int, evaluation: Int) in
    try StepCheck(innerSteps: inner, evaluationSteps: evaluation).validate()
  },
  HostFunction(
    "func _checkOutputs(of network: Network, for episode: Episode) throws",
    "Throws unless a network has as many outputs as a task asks for."
  ) { (network: Network, episode: Episode) in
    try StepCheck(innerSteps: 0, evaluationSteps: 0).checkFit(of: network, to: episode)
  },
  HostFunction(
    "func _requireVisits(_ count: Int, steps: Int) throws",
    "Throws unless there were as many visits as networks."
  ) { (count: Int, steps: Int) in
    // The network at first, and after each step.
    guard count &- 1 == steps else {
      let expected = steps.addingReportingOverflow(1)
      throw MetaLearningError.wrongVisits(
        expected: expected.overflow ? steps : expected.partialValue, found: count)
    }
  },
  HostFunction("func _requireTasks(_ count: Int) throws", "Throws where there are no tasks.") {
    (count: Int) in
    guard count > 0 else { throw MetaLearningError.outOfRange(name: "tasks", value: "[]") }
  },
]

/// An algorithm that does nothing, for what the library says of any.
private struct StepCheck: MetaLearner {
  let innerSteps: Int
  let evaluationSteps: Int

  func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    visit: (Network) throws -> Void
  ) throws -> Network { parameters.network }
}
