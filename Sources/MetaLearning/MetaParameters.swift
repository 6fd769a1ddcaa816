public import Autodiff
public import FusedMAML
internal import Tensors

/// What an algorithm learns over many tasks: the network that each task starts from, and whatever
/// else it learns, such as step sizes.
public struct MetaParameters: ParameterTree, Sendable, Equatable {
  /// The network that each task starts from.
  public var network: Network
  /// What is learned besides the network, by name.
  public var learned: [String: Tensor]

  /// Creates what is learned.
  public init(network: Network, learned: [String: Tensor] = [:]) {
    self.network = network
    self.learned = learned
  }

  /// Returns the same structure with each tensor replaced by what `transform` makes of it.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> MetaParameters {
    MetaParameters(
      network: try network.mapParameters(transform),
      learned: try learned.mapParameters(transform))
  }
}

extension MetaParameters {
  /// Returns the same for tasks of fewer classes: of the head, and of whatever is learned for each of
  /// its numbers, the first outputs.
  ///
  /// Labels mean nothing outside of a task, so what was learned for some outputs serves any.
  public func keepingFirstOutputs(_ count: Int) throws -> MetaParameters {
    guard let outputs = network.outputCount, count <= outputs else {
      throw MetaLearningError.outOfRange(name: "outputs", value: "\(count)")
    }
    try requirePositive(count, "outputs")
    func first(_ tensor: Tensor) throws(ShapeError) -> Tensor {
      let rows = tensor.shape.dimensions.dropLast().map { 0..<$0 }
      return try Checked.slice(tensor, rows + [0..<count])
    }
    let head = try network.parameters.suffix(2).map(first)
    var result = MetaParameters(
      network: network.replacingHead(weights: head[0], biases: head[1]), learned: learned)
    let headNames = network.parameterNames.suffix(2).map { "rates.\($0)" }
    for name in headNames {
      if let rates = learned[name] { result.learned[name] = try first(rates) }
    }
    return result
  }

  /// Returns the same with whatever others have learned, besides the network, by the same name and
  /// in the same shape.
  public func replacingLearned(by others: MetaParameters) -> MetaParameters {
    var result = self
    for (name, tensor) in learned {
      guard let other = others.learned[name], other.shape == tensor.shape else { continue }
      result.learned[name] = other
    }
    return result
  }

  /// The names of what is learned besides the network, in alphabetical order.
  public var names: [String] { learned.keys.sorted() }

  /// What is learned by a name besides the network, if there is such.
  public subscript(name: String) -> Tensor? { learned[name] }

  /// Creates what is learned from what an inner loop starts from, or from the derivative in it.
  init(_ start: InnerStart) {
    self.init(network: start.network, learned: start.learned)
  }

  /// Returns what is learned by a name besides the network; throws that it is not there, or is of
  /// another shape: then another algorithm has learned it.
  func learned(_ name: String, as dimensions: [Int]) throws(MetaLearningError) -> Tensor {
    let tensor = try learned(name)
    guard tensor.shape.dimensions == dimensions else { throw other(name, tensor, dimensions) }
    return tensor
  }

  /// Returns the same where the number of rows may differ.
  func learned(_ name: String, asRowsOf dimensions: [Int]) throws(MetaLearningError) -> Tensor {
    let tensor = try learned(name)
    let found = tensor.shape.dimensions
    guard found.dropFirst() == dimensions.dropFirst(), let rows = found.first, rows >= 1 else {
      throw other(name, tensor, dimensions)
    }
    return tensor
  }

  private func learned(_ name: String) throws(MetaLearningError) -> Tensor {
    guard let tensor = learned[name] else { throw .notLearned(name: name) }
    return tensor
  }

  private func other(_ name: String, _ found: Tensor, _ expected: [Int]) -> MetaLearningError {
    .otherParameters(expected: ["\(name) \(expected)"], found: ["\(name) \(found.shape)"])
  }
}

/// What one task says about the parameters it started from.
public struct MetaGradient: Sendable {
  /// The derivative of the query loss in the parameters.
  public let gradient: MetaParameters
  /// The query loss after the inner steps.
  public let queryLoss: Double
  /// The query accuracy after the inner steps; nil where the answers are numbers, not classes.
  public let queryAccuracy: Double?

  /// Creates what a task says.
  public init(gradient: MetaParameters, score: QueryScore) {
    self.gradient = gradient
    queryLoss = score.loss
    queryAccuracy = score.accuracy
  }
}
