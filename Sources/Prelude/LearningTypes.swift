internal import Autodiff
public import CellLanguage
internal import FewShotData
public import MetaLearning

extension Network: HostValue, CellConvertible {}
extension Evaluation: HostValue, CellConvertible {}
extension TrainingRun: HostValue, CellConvertible {}

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

extension TrainingHistory: HostValue, CellConvertible {
  /// How many iterations and validations it has.
  public var description: String {
    "\(losses.count) iterations, \(validations.count) validations"
  }
}

extension ValidationPoint: HostValue, CellConvertible {
  /// When, and what was measured.
  public var description: String { "iteration \(iteration): \(evaluation)" }
}

extension Validation: HostValue, CellConvertible {
  /// The name of the type.
  public var description: String { "Validation" }
}

extension Examples: HostValue, CellConvertible {
  /// How many examples there are.
  public var description: String { "\(labels.count) labelled examples" }
}

/// The types of networks, learners and what they lead to, as cells see them.
let learningTypes = [
  networkType, examplesType, mamlType,
  choice(MAML.Order.self, "How far the outer derivative goes through the inner steps."),
  validationType, runType, historyType, validationPointType, evaluationType,
]

private let networkType = HostType(
  Network.self, "A network with its parameters: a value, so training one leaves it as it was.",
  conformances: ["Equatable"],
  members: [
    HostFunction(
      "static func strided(way: Int, channels: Int = 64, seed: Int = 0) throws -> Network",
      """
      The network of the MAML paper for 28×28 images: four convolutions with stride 2, each with \
      batch normalization and ReLU, then one dense layer.
      """
    ) { call in
      Network.strided(
        way: try positive(call, 0, "way"), channels: try positive(call, 1, "channels"),
        seed: try call.argument(2))
    },
    HostFunction(
      "static func pooled(way: Int, channels: Int = 64, seed: Int = 0) throws -> Network",
      """
      Four convolutions, each with batch normalization, ReLU and the largest of each 2×2 window, \
      then one dense layer: slower than `strided`, and more accurate.
      """
    ) { call in
      Network.pooled(
        way: try positive(call, 0, "way"), channels: try positive(call, 1, "channels"),
        seed: try call.argument(2))
    },
    HostFunction(
      "func callAsFunction(_ batch: Tensor) throws -> Tensor",
      "The outputs for a batch of inputs, `[count, way]`."
    ) { call in
      try Checked.apply(try call.receiver(as: Network.self), to: try call.argument(0))
    },
    property("var parameterCount: Int", "The number of parameters.", of: Network.self) {
      $0.parameterCount
    },
    property(
      "var parameterNames: [String]", "The names of the parameters, as PyTorch would name them.",
      of: Network.self
    ) { $0.namedParameters.map(\.name) },
    HostFunction("subscript(_ name: String) -> Tensor?", "The parameter of a name.") { call in
      try call.receiver(as: Network.self)[try call.argument(0, as: String.self)]
    },
  ])

private let examplesType = HostType(
  Examples.self, "Inputs and the class of each.", conformances: ["Equatable"],
  members: [
    HostFunction("init(_ images: ImageBatch, labels: [Int]) throws", "Labelled pictures.") {
      call in
      let images = try call.argument(0, as: ImageBatch.self)
      let labels = try call.argument(1, as: [Int].self)
      guard images.count == labels.count else {
        throw LabelCountError(inputs: images.count, labels: labels.count)
      }
      return Examples(images, labels: labels)
    },
    property("var inputs: Tensor", "The inputs.", of: Examples.self) { $0.inputs },
    property("var labels: [Int]", "The class of each.", of: Examples.self) { $0.labels },
  ])

private let mamlType = HostType(
  MAML.self,
  """
  Model-agnostic meta-learning (Finn et al., 2017): learns a network from which a few steps of \
  gradient descent on a few examples lead to a good classifier.
  """,
  members: [
    HostFunction(
      """
      init(innerSteps: Int = 5, innerLearningRate: Double = 0.1, order: Order = .second)
      """, "The algorithm with its settings."
    ) { call in
      MAML(
        innerSteps: try call.argument(0), innerLearningRate: try call.argument(1),
        order: try call.argument(2))
    },
    property("var innerSteps: Int", "The number of inner steps in training.", of: MAML.self) {
      $0.innerSteps
    },
    property("var innerLearningRate: Double", "The size of an inner step.", of: MAML.self) {
      $0.innerLearningRate
    },
    property(
      "var order: Order", "How far the outer derivative goes through the inner steps.",
      of: MAML.self
    ) { $0.order },
    HostFunction(
      "func adapt(_ network: Network, to examples: Examples, steps: Int? = nil) throws -> Network",
      "The network after inner steps on some examples."
    ) { call in
      try call.receiver(as: MAML.self).adapt(
        try call.argument(0), to: try call.argument(1, as: Examples.self),
        steps: try call.argument(2))
    },
  ])

private let validationType = HostType(
  Validation.self, "What to measure on other tasks while training, and how often.",
  members: [
    HostFunction(
      "init(on tasks: TaskDistribution, every interval: Int = 100, taskCount: Int = 100) throws",
      "A validation on the first tasks of a source, every so many iterations."
    ) { call in
      Validation(
        on: try call.argument(0, as: TaskDistribution.self),
        every: try positive(call, 1, "every"), taskCount: try positive(call, 2, "taskCount"))
    }
  ])

private let runType = HostType(
  TrainingRun.self, "A training: what was learned and how it went.",
  members: [
    property("var network: Network", "The network that has been learned.", of: TrainingRun.self) {
      $0.network
    },
    property(
      "var bestNetwork: Network",
      "The network that did best on the validation tasks; the last one where there were none.",
      of: TrainingRun.self
    ) { $0.bestNetwork },
    property("var history: TrainingHistory", "How it went.", of: TrainingRun.self) { $0.history },
    property("var iteration: Int", "The number of iterations done.", of: TrainingRun.self) {
      $0.iteration
    },
  ])

private let historyType = HostType(
  TrainingHistory.self, "How a training went: `plot` draws it.", conformances: ["Equatable"],
  members: [
    property(
      "var losses: [Double]", "The mean query loss of each iteration's tasks.",
      of: TrainingHistory.self
    ) { $0.losses },
    property(
      "var accuracies: [Double]", "The mean query accuracy of each iteration's tasks.",
      of: TrainingHistory.self
    ) { $0.accuracies },
    property(
      "var validations: [ValidationPoint]", "What was measured on the validation tasks.",
      of: TrainingHistory.self
    ) { $0.validations },
  ])

private let validationPointType = HostType(
  ValidationPoint.self, "One measurement on the validation tasks.", conformances: ["Equatable"],
  members: [
    property("var iteration: Int", "The number of iterations done.", of: ValidationPoint.self) {
      $0.iteration
    },
    property("var evaluation: Evaluation", "What was measured.", of: ValidationPoint.self) {
      $0.evaluation
    },
  ])

private let evaluationType = HostType(
  Evaluation.self, "How well an algorithm does on many tasks.", conformances: ["Equatable"],
  members: [
    property(
      "var accuracy: Double", "The mean accuracy after the last inner step.", of: Evaluation.self
    ) { $0.accuracy },
    property(
      "var confidence: Double", "Half the width of the 95 % confidence interval of the accuracy.",
      of: Evaluation.self
    ) { $0.confidence },
    property(
      "var stepAccuracies: [Double]", "The mean accuracy after 0, 1, … inner steps.",
      of: Evaluation.self
    ) { $0.stepAccuracies },
    property(
      "var taskAccuracies: [Double]", "The accuracy on each task after the last inner step.",
      of: Evaluation.self
    ) { $0.taskAccuracies },
  ])

/// The argument at a position, which must be at least 1: the library would trap on less.
func positive(_ call: HostCall, _ index: Int, _ name: String) throws -> Int {
  let value = try call.argument(index, as: Int.self)
  guard value >= 1 else { throw MetaLearningError.outOfRange(name: name, value: "\(value)") }
  return value
}

/// Inputs and labels that do not belong together.
private struct LabelCountError: Error, CustomStringConvertible {
  let inputs: Int
  let labels: Int

  var description: String { "\(inputs) inputs need as many labels, not \(labels)" }
}
