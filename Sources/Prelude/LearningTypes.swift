internal import Autodiff
public import CellLanguage
internal import Images
public import MetaLearning
internal import Tensors

extension Network: HostValue, CellConvertible {}
extension Evaluation: HostValue, CellConvertible {}
extension TrainingRun: HostValue, CellConvertible {}

extension MetaParameters: HostValue, CellConvertible {
  /// How many parameters there are, and how many are learned besides the network.
  public var description: String {
    let others = learned.values.reduce(0) { $0 + $1.elementCount }
    return "\(network)" + (others == 0 ? "" : " and \(others) numbers more")
  }
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
  public var description: String {
    values == nil ? "\(count) labelled examples" : "\(count) examples with values"
  }
}

/// The types of what learning starts from and leads to, as cells see them.
let learningTypes: [HostType] = [
  examplesType, validationType, parametersType, historyType, validationPointType, evaluationType,
]

private let examplesType = HostType(
  Examples.self, "Inputs and the right answer to each: its class, or numbers.",
  conformances: ["Equatable"],
  members: [
    HostFunction("init(_ images: ImageBatch, labels: [Int]) throws", "Labelled pictures.") {
      (images: ImageBatch, labels: [Int]) in
      try AnswerCountError.check(inputs: images.count, answers: labels.count)
      return Examples(images, labels: labels)
    },
    HostFunction("init(inputs: Tensor, labels: [Int]) throws", "Labelled inputs.") {
      (inputs: Tensor, labels: [Int]) in
      try AnswerCountError.check(
        inputs: inputs.shape.dimensions.first ?? 0, answers: labels.count)
      return Examples(inputs: inputs, labels: labels)
    },
    HostFunction(
      "init(inputs: Tensor, values: Tensor) throws", "Inputs and a row of numbers for each."
    ) { (inputs: Tensor, values: Tensor) in
      try AnswerCountError.check(
        inputs: inputs.shape.dimensions.first ?? 0, answers: values.shape.dimensions.first ?? 0)
      return Examples(inputs: inputs, values: values)
    },
    property("var count: Int", "The number of examples.", of: Examples.self) { $0.count },
    property("var inputs: Tensor", "The inputs.", of: Examples.self) { $0.inputs },
    property(
      "var labels: [Int]", "The class of each; none where the answers are numbers.",
      of: Examples.self
    ) { $0.labels },
    property(
      "var values: Tensor?", "The right numbers; none where the answers are classes.",
      of: Examples.self
    ) { $0.values },
    HostFunction(
      "func loss(of network: Network) throws -> Tensor",
      """
      How far a network's answers are off: the mean cross-entropy of classes, or the mean squared \
      error of numbers.
      """
    ) { (examples: Examples, network: Network) in
      try Checked.loss(of: network, on: examples)
    },
    HostFunction(
      "func accuracy(of network: Network) throws -> Double",
      "The share of examples whose class a network says."
    ) { (examples: Examples, network: Network) in
      try Checked.accuracy(of: network, on: examples)
    },
  ])

private let validationType = HostType(
  Validation.self, "What to measure on other tasks while training, and how often.",
  members: [
    HostFunction(
      """
      init(on tasks: any EpisodeSource, every interval: Int = 100, taskCount: Int = 100, \
      steps: Int? = nil) throws
      """,
      """
      A validation on the first tasks of a source, every so many iterations, after so many inner \
      steps: without a number, as many as the algorithm evaluates by.
      """
    ) { (tasks: SomeTasks, interval: Int, taskCount: Int, steps: Int?) in
      // It outlives this call, and so must not hold what calls the cell.
      Validation(
        on: tasks.kept, every: try positive(interval, "every"),
        taskCount: try positive(taskCount, "taskCount"), steps: steps)
    }
  ].acceptingClosures)

private let parametersType = HostType(
  MetaParameters.self,
  "What an algorithm learns: the network that tasks start from, and whatever else it learns.",
  conformances: ["Equatable", "ParameterTree"],
  members: [
    HostFunction(
      "init(network: Network, learned: [String: Tensor] = [:])",
      "What is learned: a network, and tensors besides it by name."
    ) { (network: Network, learned: NamedTensors) in
      MetaParameters(network: network, learned: learned.tensors)
    },
    property("var network: Network", "The network.", of: MetaParameters.self) { $0.network },
    property(
      "var learned: [String: Tensor]", "What is learned besides the network, by name.",
      of: MetaParameters.self
    ) { NamedTensors($0.learned).cellValue },
    property(
      "var names: [String]", "The names of what is learned besides the network.",
      of: MetaParameters.self
    ) { $0.names },
    HostFunction(
      "subscript(_ name: String) -> Tensor?", "What is learned by a name besides the network."
    ) { (parameters: MetaParameters, name: String) in parameters[name] },
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
    property(
      "var loss: Double", "The mean query loss after the last inner step.", of: Evaluation.self
    ) { $0.loss },
    property(
      "var lossConfidence: Double", "Half the width of the 95 % confidence interval of the loss.",
      of: Evaluation.self
    ) { $0.lossConfidence },
    property(
      "var stepLosses: [Double]", "The mean query loss after 0, 1, … inner steps.",
      of: Evaluation.self
    ) { $0.stepLosses },
    property(
      "var taskLosses: [Double]", "The query loss on each task after the last inner step.",
      of: Evaluation.self
    ) { $0.taskLosses },
  ])

/// Returns an argument that must be at least 1: the library would trap on less.
func positive(_ value: Int, _ name: String) throws(MetaLearningError) -> Int {
  guard value >= 1 else { throw .outOfRange(name: name, value: "\(value)") }
  return value
}

/// Inputs and answers that do not belong together.
private struct AnswerCountError: Error, CustomStringConvertible {
  let inputs: Int
  let answers: Int

  var description: String { "\(inputs) inputs need as many answers, not \(answers)" }

  /// Throws unless there are as many answers as inputs.
  static func check(inputs: Int, answers: Int) throws(AnswerCountError) {
    guard inputs == answers else { throw AnswerCountError(inputs: inputs, answers: answers) }
  }
}
