internal import Autodiff
public import CellLanguage
public import MetaLearning

extension Adam: HostValue, CellConvertible {
  /// The optimizer with its settings.
  public var description: String { summary }
}

extension SGD: HostValue, CellConvertible {
  /// The optimizer with its settings.
  public var description: String { summary }
}

extension GradientClipping: HostValue, CellConvertible {}

/// The optimizers and what goes with them, as cells see them.
let optimizerTypes: [HostType] = [adamType, sgdType, clippingType]

/// `Optimizer`, as cells see it.
let optimizerProtocol = HostProtocol(
  "protocol Optimizer: Equatable { var learningRate: Double { get set }; var stepCount: Int { get } }",
  """
  What moves parameters along a gradient, and remembers what it needs for that: `Adam` and `SGD`. It \
  is a value; each tree of parameters takes one of its own.
  """,
  members: [
    HostFunction(
      assigningBoth: """
        mutating func step<Parameters: ParameterTree>(_ parameters: inout Parameters, \
        along gradient: Parameters, rateFactor: Double = 1)
        """,
      """
      Moves parameters (a network, an array of tensors, a struct that is a `ParameterTree`) one step \
      against a gradient: `adam.step(&model, along: gradients)`. The learning rate is multiplied by \
      `rateFactor`: a schedule's `factor(at: iteration)`.
      """
    ) {
      (
        optimizer: inout CellOptimizer, parameters: inout CellTree, gradient: CellTree,
        factor: Double
      )
      in
      try parameters.requireTensors()
      try optimizer.optimizer.tryStep(&parameters, along: gradient, rateFactor: factor)
    }
  ])

/// The optimizer that a cell gives, whichever it is.
struct CellOptimizer: CellConvertible {
  /// The optimizer.
  var optimizer: any Optimizer & HostValue

  static var cellTypeName: String { "Optimizer" }

  init?(cellValue: Value) {
    guard let optimizer = cellValue.host as? any Optimizer & HostValue else { return nil }
    self.optimizer = optimizer
  }

  var cellValue: Value { Value(host: optimizer) }
}

/// The optimizer that a cell gives, if it gives one.
struct OptionalOptimizer: HostParameter {
  /// The optimizer.
  let optimizer: (any Optimizer)?

  static var cellTypeNames: [String] { ["(any Optimizer)?"] }

  static func read(from call: inout HostCall) throws -> OptionalOptimizer {
    let value: Value = try call.next()
    guard let inner = value.unwrapped else { return OptionalOptimizer(optimizer: nil) }
    guard let optimizer = CellOptimizer(cellValue: inner) else {
      throw OwnOptimizerError(type: inner.typeNameInside)
    }
    return OptionalOptimizer(optimizer: optimizer.optimizer)
  }
}

/// An optimizer of a cell's own type, which a training cannot save and so does not take.
private struct OwnOptimizerError: Error, CustomStringConvertible {
  let type: String

  var description: String {
    "'train' takes the library's optimizers, 'Adam' and 'SGD', and not '\(type)': call its steps in a "
      + "loop of your own, with the gradients of 'metaGradient(at:for:)'"
  }
}

// MARK: - Types

private let adamType = HostType(
  Adam.self,
  """
  Adam (Kingma and Ba, 2015): steps of about the learning rate in each number, whatever the size of \
  its gradient. With `decoupledWeightDecay` it is AdamW. `adam.step(&model, along: gradients)` makes a \
  step; `train(…, optimizer: adam)` trains with it.
  """,
  conformances: ["Optimizer", "Equatable"],
  members: [
    HostFunction(
      """
      init(learningRate: Double = 0.001, meanDecay: Double = 0.9, squareDecay: Double = 0.999, \
      epsilon: Double = 1e-8, weightDecay: Double = 0, decoupledWeightDecay: Double = 0)
      """,
      """
      Adam with its settings, β₁ and β₂ being the decays of the running means of the gradients and of \
      their squares.
      """
    ) {
      (
        rate: Double, meanDecay: Double, squareDecay: Double, epsilon: Double, weightDecay: Double,
        decoupled: Double
      ) in
      try valid(
        Adam(
          learningRate: rate, meanDecay: meanDecay, squareDecay: squareDecay, epsilon: epsilon,
          weightDecay: weightDecay, decoupledWeightDecay: decoupled))
    },
    setting("learningRate: Double", "The size of a step.", \Adam.learningRate),
    setting("meanDecay: Double", "How slowly the mean forgets, β₁.", \Adam.meanDecay),
    setting(
      "squareDecay: Double", "How slowly the mean of squares forgets, β₂.", \Adam.squareDecay),
    setting("epsilon: Double", "What keeps the denominator from 0.", \Adam.epsilon),
    setting(
      "weightDecay: Double", "How much of the parameters is added to their gradient.",
      \Adam.weightDecay),
    setting(
      "decoupledWeightDecay: Double",
      "The share of the parameters, times the rate, that each step takes away.",
      \Adam.decoupledWeightDecay),
    property("var stepCount: Int", "The number of steps taken.", of: Adam.self) { $0.stepCount },
  ])

private let sgdType = HostType(
  SGD.self,
  """
  Gradient descent, with momentum and weight decay where they are asked for. \
  `sgd.step(&model, along: gradients)` makes a step; `train(…, optimizer: sgd)` trains with it.
  """,
  conformances: ["Optimizer", "Equatable"],
  members: [
    HostFunction(
      """
      init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false, \
      weightDecay: Double = 0)
      """, "Gradient descent with its settings."
    ) { (rate: Double, momentum: Double, isNesterov: Bool, weightDecay: Double) in
      try valid(
        SGD(
          learningRate: rate, momentum: momentum, nesterov: isNesterov, weightDecay: weightDecay))
    },
    setting("learningRate: Double", "The size of a step.", \SGD.learningRate),
    setting(
      "momentum: Double", "How much of the velocity is kept from step to step.", \SGD.momentum),
    setting("isNesterov: Bool", "Whether a step looks ahead along the velocity.", \SGD.isNesterov),
    setting(
      "weightDecay: Double", "How much of the parameters is added to their gradient.",
      \SGD.weightDecay),
    property("var stepCount: Int", "The number of steps taken.", of: SGD.self) { $0.stepCount },
  ])

private let clippingType = HostType(
  GradientClipping.self,
  "How large a gradient may be; a larger one is made smaller before it is followed.",
  conformances: ["Equatable", "Hashable"],
  members: [
    HostFunction(
      "static func globalNorm(_ limit: Double) -> GradientClipping",
      "The norm of all numbers as one vector is at most so much; the direction stays."
    ) { (limit: Double) in try valid(GradientClipping.globalNorm(limit)) },
    HostFunction(
      "static func value(_ limit: Double) -> GradientClipping",
      "Each number is at most so far from 0."
    ) { (limit: Double) in try valid(GradientClipping.value(limit)) },
    property("var limit: Double", "The largest norm or number.", of: GradientClipping.self) {
      $0.limit
    },
    HostFunction(
      "func clipped<Gradient: ParameterTree>(_ gradient: Gradient) -> Gradient",
      "A gradient that is not larger than this says."
    ) { (clipping: GradientClipping, gradient: CellTree) in clipping.clipped(gradient) },
  ])

/// The members by which trees are made smaller.
let clippingMembers: [HostFunction] = [
  HostFunction("var globalNorm: Tensor", "The Euclidean norm of all numbers as one vector.") {
    (tree: CellTree) in tree.globalNorm
  },
  HostFunction(
    "func clipped(toGlobalNorm limit: Double) -> Self",
    "The same direction with a norm of at most so much, as PyTorch's `clip_grad_norm_`."
  ) { (tree: CellTree, limit: Double) in try valid(GradientClipping.globalNorm(limit)).clipped(tree)
  },
  HostFunction(
    "func clipped(toValue limit: Double) -> Self",
    "The same with each number brought between -limit and limit, as PyTorch's `clip_grad_value_`."
  ) { (tree: CellTree, limit: Double) in try valid(GradientClipping.value(limit)).clipped(tree) },
]

/// A setting of an optimizer, which can be changed to what can be.
private func setting<Owner: Optimizer & CellConvertible, Content: CellConvertible>(
  _ declaration: String, _ documentation: String,
  _ path: any WritableKeyPath<Owner, Content> & Sendable
) -> HostFunction {
  HostFunction(
    "var \(declaration) { get set }", documentation,
    get: { (optimizer: Owner) in optimizer[keyPath: path] },
    set: { (optimizer: inout Owner, content: Content) in
      var changed = optimizer
      changed[keyPath: path] = content
      optimizer = try valid(changed)
    })
}

private func valid<Valid: Optimizer>(_ optimizer: Valid) throws(OptimizerError) -> Valid {
  try optimizer.validate()
  return optimizer
}

private func valid(_ clipping: GradientClipping) throws(OptimizerError) -> GradientClipping {
  try clipping.validate()
  return clipping
}
