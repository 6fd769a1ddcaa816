public import Autodiff
internal import Tensors

/// What moves parameters along a gradient, and remembers what it needs for that: ``SGD`` and ``Adam``.
///
///     var adam = Adam(learningRate: 0.01)
///     for _ in 0..<100 {
///       let slope = gradient(at: model) { model in loss(model) }
///       adam.step(&model, along: slope)
///     }
///
/// It is a value: a copy goes on from where the original was. What it remembers belongs to the
/// parameters that it has stepped, so each tree of parameters has an optimizer of its own.
public protocol Optimizer: Sendable, Equatable {
  /// The size of a step.
  var learningRate: Double { get set }

  /// The number of steps taken.
  var stepCount: Int { get }

  /// The settings as text, always in the same order.
  var settings: [Setting] { get }

  /// What is remembered from step to step, by name: for each parameter a tensor of its shape. Nothing
  /// before the first step.
  var memory: [String: [Tensor]] { get }

  /// Throws what is wrong with the settings.
  func validate() throws(OptimizerError)

  /// Returns parameters after one step against their slopes, and remembers it.
  ///
  /// ``step(_:along:rateFactor:)`` calls it with what fits together.
  ///
  /// - Parameters:
  ///   - parameters: What to move.
  ///   - slopes: The gradient in each, of its shape.
  ///   - factor: What the learning rate is multiplied by in this step.
  mutating func moved(
    _ parameters: [Tensor], along slopes: [Tensor], rateFactor factor: Double
  ) -> [Tensor]
}

extension Optimizer {
  /// Moves parameters one step against a gradient.
  ///
  /// What does not fit together stops the program; ``tryStep(_:along:rateFactor:)`` throws instead.
  ///
  /// - Parameters:
  ///   - parameters: What to move: a network, an array of tensors or any other tree.
  ///   - gradient: The gradient in them.
  ///   - factor: What the learning rate is multiplied by in this step: a schedule's
  ///     ``RateSchedule/factor(at:)``.
  public mutating func step<Parameters: ParameterTree>(
    _ parameters: inout Parameters, along gradient: Parameters, rateFactor factor: Double = 1
  ) {
    do {
      try tryStep(&parameters, along: gradient, rateFactor: factor)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Moves parameters one step against a gradient, or throws why it can't; then nothing has changed.
  public mutating func tryStep<Parameters: ParameterTree>(
    _ parameters: inout Parameters, along gradient: Parameters, rateFactor factor: Double = 1
  ) throws(OptimizerError) {
    try validate()
    guard factor.isFinite, factor >= 0, Float(learningRate * factor).isFinite else {
      throw .setting(name: "rateFactor", value: "\(factor)")
    }
    let tensors = try tensors(of: parameters, with: gradient)
    var rest = moved(tensors, along: gradient.parameters, rateFactor: factor)[...]
    parameters = parameters.map { rest.popFirst() ?? $0 }
  }

  /// Returns the parameters, which must have the gradient's shapes and those of the steps before.
  private func tensors(
    of parameters: some ParameterTree, with gradient: some ParameterTree
  ) throws(OptimizerError) -> [Tensor] {
    let (named, slopes) = (parameters.namedParameters, gradient.parameters)
    do { try parameters.requireSamePlaces(as: gradient) } catch { throw .places(error) }
    for ((name, tensor), slope) in zip(named, slopes) where tensor.shape != slope.shape {
      throw .shape(
        name: name, parameter: tensor.shape.dimensions, gradient: slope.shape.dimensions)
    }
    for remembered in memory.values.sorted(by: { $0.count < $1.count })
    where remembered.map(\.shape) != slopes.map(\.shape) {
      throw .otherParameters(expected: remembered.count, found: slopes.count)
    }
    return named.map(\.tensor)
  }

  /// The optimizer with its settings, such as `SGD(learningRate: 0.1, momentum: 0.9)`.
  public var summary: String {
    "\(Self.self)(\(settings.map(\.description).joined(separator: ", ")))"
  }
}

/// A gradient with the parameters themselves, times a factor, added: what weight decay adds.
func decayed(_ slope: Tensor, _ parameter: Tensor, by factor: Double) -> Tensor {
  factor == 0 ? slope : slope + Float(factor) * parameter
}
