public import CellLanguage
public import MetaLearning

extension MAML: HostValue, CellConvertible {
  /// The algorithm and its settings.
  public var description: String {
    "MAML of \(order.rawValue) order, \(innerSteps) inner steps of \(innerLearningRate)"
  }
}

extension MAML.Order: HostValue, CellConvertible {
  /// The name in cells.
  public static var cellTypeName: String { "Order" }
  /// The name of the order.
  public var description: String { rawValue }
}

extension ANIL: HostValue, CellConvertible {
  /// The algorithm and its settings.
  public var description: String { summary }
}

extension Reptile: HostValue, CellConvertible {
  /// The algorithm and its settings.
  public var description: String { summary }
}

extension MetaSGD: HostValue, CellConvertible {
  /// The algorithm and its settings.
  public var description: String { summary }
}

extension MAMLPlusPlus: HostValue, CellConvertible {
  /// The algorithm and its settings.
  public var description: String { summary }
}

extension ProtoNet: HostValue, CellConvertible {
  /// The algorithm.
  public var description: String { summary }
}

extension RateSchedule: HostValue, CellConvertible {}

/// The algorithms, as cells see them; each is a `MetaLearner`.
let learnerTypes: [HostType] = [
  mamlType, anilType, reptileType, metaSGDType, mamlPlusPlusType, protoNetType, scheduleType,
  choice(MAML.Order.self, "How far the outer derivative goes through the inner steps."),
]

private let mamlType = learnerType(
  MAML.self,
  """
  Model-agnostic meta-learning (Finn et al., 2017): learns a network from which a few steps of \
  gradient descent on a few examples lead to a good classifier.
  """,
  [
    HostFunction(
      """
      init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: Order = .second, \
      innerClipping: GradientClipping? = nil, innerWeightDecay: Double = 0)
      """,
      """
      The algorithm with its settings; the gradient of an inner step is made smaller as \
      `innerClipping` says, and `innerWeightDecay` times the parameters are added to it.
      """
    ) {
      (
        steps: Int, rate: Double, order: MAML.Order, clipping: GradientClipping?, decay: Double
      ) in
      MAML(
        innerSteps: steps, innerLearningRate: rate, order: order, innerClipping: clipping,
        innerWeightDecay: decay)
    },
    property("var innerLearningRate: Double", "The size of an inner step.", of: MAML.self) {
      $0.innerLearningRate
    },
    property(
      "var order: Order", "How far the outer derivative goes through the inner steps.",
      of: MAML.self
    ) { $0.order },
  ])

private let anilType = learnerType(
  ANIL.self,
  """
  Almost no inner loop (Raghu et al., 2020): MAML whose inner steps change the last dense layer \
  alone.
  """,
  [
    HostFunction(
      """
      init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: Order = .second, \
      innerClipping: GradientClipping? = nil, innerWeightDecay: Double = 0)
      """, "The algorithm with its settings, as those of `MAML`."
    ) {
      (
        steps: Int, rate: Double, order: MAML.Order, clipping: GradientClipping?, decay: Double
      ) in
      ANIL(
        innerSteps: steps, innerLearningRate: rate, order: order, innerClipping: clipping,
        innerWeightDecay: decay)
    },
    property("var innerLearningRate: Double", "The size of an inner step.", of: ANIL.self) {
      $0.innerLearningRate
    },
  ])

private let reptileType = learnerType(
  Reptile.self,
  """
  Reptile (Nichol et al., 2018): trains on one task after another, and moves the starting point \
  towards where each training led.
  """,
  [
    HostFunction(
      """
      init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, batchSize: Int = 10, \
      evaluationSteps: Int = 50)
      """, "The algorithm with its settings; it takes more steps in evaluation than in training."
    ) { (steps: Int, rate: Double, batchSize: Int, evaluationSteps: Int) in
      Reptile(
        innerSteps: steps, innerLearningRate: rate, batchSize: batchSize,
        evaluationSteps: evaluationSteps)
    },
    property("var innerLearningRate: Double", "The size of an inner step.", of: Reptile.self) {
      $0.innerLearningRate
    },
    property(
      "var batchSize: Int", "The largest number of examples that a step takes.", of: Reptile.self
    ) { $0.batchSize },
  ])

private let metaSGDType = learnerType(
  MetaSGD.self,
  """
  Meta-SGD (Li et al., 2017): MAML that also learns the size and the sign of the inner step, for \
  each parameter its own.
  """,
  [
    HostFunction(
      """
      init(innerSteps: Int = 1, innerLearningRate: Double = 0.1, order: Order = .second, \
      innerClipping: GradientClipping? = nil, innerWeightDecay: Double = 0)
      """,
      """
      The algorithm with its settings, as those of `MAML`; every rate starts as `innerLearningRate`.
      """
    ) {
      (
        steps: Int, rate: Double, order: MAML.Order, clipping: GradientClipping?, decay: Double
      ) in
      MetaSGD(
        innerSteps: steps, innerLearningRate: rate, order: order, innerClipping: clipping,
        innerWeightDecay: decay)
    },
    property(
      "var innerLearningRate: Double", "What every rate starts as.", of: MetaSGD.self
    ) { $0.innerLearningRate },
  ])

private let mamlPlusPlusType = learnerType(
  MAMLPlusPlus.self,
  """
  MAML++ (Antoniou et al., 2019): MAML with losses after every step at first, learned inner rates, \
  normalization of its own for each step, some iterations of first order, and an outer rate that \
  falls; each can be left out.
  """,
  [
    HostFunction(
      """
      init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, multiStepIterations: Int = 1000, \
      learnsRates: Bool = true, hasStepNormalization: Bool = true, firstOrderIterations: Int = 0, \
      metaRateSchedule: RateSchedule = .constant, innerClipping: GradientClipping? = nil, \
      innerWeightDecay: Double = 0)
      """, "The algorithm with its settings."
    ) {
      (
        steps: Int, rate: Double, multiStepIterations: Int, learnsRates: Bool,
        hasStepNormalization: Bool, firstOrderIterations: Int, schedule: RateSchedule,
        clipping: GradientClipping?, decay: Double
      ) in
      MAMLPlusPlus(
        innerSteps: steps, innerLearningRate: rate, multiStepIterations: multiStepIterations,
        learnsRates: learnsRates, hasStepNormalization: hasStepNormalization,
        firstOrderIterations: firstOrderIterations, metaRateSchedule: schedule,
        innerClipping: clipping, innerWeightDecay: decay)
    },
    HostFunction(
      "func lossWeights(at iteration: Int) -> [Double]",
      "The weight of the query loss after 0, 1, … inner steps in an iteration."
    ) { (learner: MAMLPlusPlus, iteration: Int) in
      try learner.validate()
      return learner.lossWeights(at: iteration)
    },
  ])

private let protoNetType = learnerType(
  ProtoNet.self,
  """
  Prototypical networks (Snell et al., 2017): no inner steps; an image belongs to the class whose \
  mean embedding is nearest.
  """,
  [
    HostFunction("init()", "The algorithm, which has no settings.") { ProtoNet() }
  ])

private let scheduleType = HostType(
  RateSchedule.self, "How a learning rate changes over a training.",
  conformances: ["Equatable", "Hashable"],
  members: [
    HostFunction("static var constant: RateSchedule", "It stays as it is.") {
      RateSchedule.constant
    },
    HostFunction(
      "static func cosine(total: Int, floor: Double = 0.01) -> RateSchedule",
      "It falls along half a cosine over so many iterations, to a share of what it was."
    ) { (total: Int, floor: Double) in RateSchedule.cosine(total: total, floor: floor) },
    HostFunction(
      "static func linear(total: Int, floor: Double = 0) -> RateSchedule",
      "It falls evenly over so many iterations, to a share of what it was."
    ) { (total: Int, floor: Double) in RateSchedule.linear(total: total, floor: floor) },
    HostFunction(
      "static func steps(every: Int, factor: Double = 0.1) -> RateSchedule",
      "It is multiplied by a factor after each so many iterations."
    ) { (every: Int, factor: Double) in RateSchedule.steps(every: every, factor: factor) },
    HostFunction(
      "static func exponential(factor: Double) -> RateSchedule",
      "It is multiplied by a factor after each iteration."
    ) { (factor: Double) in RateSchedule.exponential(factor: factor) },
    HostFunction(
      "static func warmup(iterations: Int, then: RateSchedule = .constant) -> RateSchedule",
      "It grows evenly over so many iterations, and then changes as another schedule says."
    ) { (iterations: Int, then: RateSchedule) in
      RateSchedule.warmup(iterations: iterations, then: then)
    },
    HostFunction(
      "func factor(at iteration: Int) -> Double",
      "What the rate is multiplied by in an iteration, counted from 0."
    ) { (schedule: RateSchedule, iteration: Int) in
      try schedule.validate()
      return schedule.factor(at: iteration)
    },
  ])

/// The type of an algorithm: what all algorithms have, and members of its own.
private func learnerType<Learner: MetaLearner & HostValue & CellConvertible>(
  _ type: Learner.Type, _ documentation: String, _ members: [HostFunction]
) -> HostType {
  HostType(
    type, documentation, conformances: ["MetaLearner"],
    members: members + [
      property("var name: String", "What the algorithm is called.", of: type) { $0.name },
      property("var innerSteps: Int", "The number of inner steps in training.", of: type) {
        $0.innerSteps
      },
      property(
        "var evaluationSteps: Int", "The number of inner steps in evaluation.", of: type
      ) { $0.evaluationSteps },
      HostFunction(
        "func adapt(_ network: Network, to examples: Examples, steps: Int? = nil) throws -> Network",
        "The network after inner steps on some examples."
      ) {
        (context: HostContext, learner: Learner, network: Network, examples: Examples, steps: Int?)
        in
        try learner.adapt(network, to: examples, steps: steps, interrupt: context.interrupt)
      },
      HostFunction(
        """
        func adapt(_ parameters: MetaParameters, to examples: Examples, steps: Int? = nil) throws \
        -> Network
        """, "What has been learned, after inner steps on some examples."
      ) {
        (
          context: HostContext, learner: Learner, parameters: MetaParameters, examples: Examples,
          steps: Int?
        ) in
        try learner.adapt(parameters, to: examples, steps: steps, interrupt: context.interrupt)
      },
      HostFunction(
        """
        func metaGradient(at network: Network, for episode: Episode) throws -> Network
        """,
        """
        What meta-training follows, for one task: the derivative of the query loss after the inner \
        steps, in each parameter before them; in the shape of a network.
        """
      ) { (context: HostContext, learner: Learner, network: Network, episode: Episode) in
        try learner.metaGradient(at: network, for: episode, interrupt: context.interrupt)
      },
    ] + requirements(of: type))
}
