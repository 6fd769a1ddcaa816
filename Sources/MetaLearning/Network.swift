public import Autodiff
internal import FewShotData
public import Tensors

/// A network: layers one after another, and the numbers they have learned.
///
///     let network = Network.strided(way: 5, seed: 0)
///     let logits = network(images)                          // [batch, 5]
///     let slope = gradient(at: network) { network in
///       softmaxCrossEntropy(network(images), labels: labels)
///     }
///     let better = network.zipMap(slope) { parameter, slope in parameter - 0.1 * slope }
///
/// It is a value, and a ``/Autodiff/ParameterTree``: what has its shape (a gradient, a step) is a network too.
/// Parameters are named as a PyTorch module would name them: `conv1.weight`, `bn1.bias`, …,
/// `fc.weight`.
public struct Network: Sendable, Equatable {
  /// The layers, from the input to the output.
  public let layers: [Layer]
  /// The numbers, layer by layer.
  private var tensors: [Tensor]
  /// The names of the numbers.
  private let names: [String]

  /// Creates a network of layers whose weights are drawn from a seed.
  public init(_ layers: [Layer], seed: Int = 0) throws(ShapeError) {
    var tensors: [Tensor] = []
    for parameter in layers.flatMap(\.parameters) {
      let shape = try Shape(validating: parameter.dimensions)
      var generator = SeededGenerator(seed: seed, stream: tensors.count)
      tensors.append(Tensor(shape, parameter.start, using: &generator))
    }
    self.init(layers, tensors: tensors)
  }

  /// Creates a network of layers with their parameters, which are in the order, and of the shapes, of
  /// ``/Autodiff/ParameterTree/parameters`` of a network of these layers.
  public init(_ layers: [Layer], parameters: [Tensor]) throws(MetaLearningError) {
    let names = Self.names(of: layers)
    let expected = layers.flatMap(\.parameters).map(\.dimensions)
    guard parameters.count == expected.count else {
      throw .parameterCount(expected: names, found: parameters.count)
    }
    for (name, (parameter, dimensions)) in zip(names, zip(parameters, expected))
    where parameter.shape.dimensions != dimensions {
      throw .parameterShape(name: name, expected: dimensions, found: parameter.shape.dimensions)
    }
    self.init(layers, tensors: parameters)
  }

  /// Creates a network of layers and the numbers that they have learned.
  package init(_ layers: [Layer], tensors: [Tensor]) {
    self.layers = layers
    self.tensors = tensors
    names = Self.names(of: layers)
  }

  /// Creates a network of layers whose parameters are given, each by its name.
  init<Failure: Error>(
    _ layers: [Layer],
    parameter: (_ name: String, _ parameter: Layer.Parameter) throws(Failure) -> Tensor
  ) throws(Failure) {
    let names = Self.names(of: layers)
    var tensors: [Tensor] = []
    for (name, known) in zip(names, layers.flatMap(\.parameters)) {
      tensors.append(try parameter(name, known))
    }
    self.layers = layers
    self.tensors = tensors
    self.names = names
  }

  /// Returns the names of all parameters: layers of a kind are counted from 1, an only one of the
  /// dense kind is not.
  private static func names(of layers: [Layer]) -> [String] {
    let denseCount = layers.count { $0.stem == "fc" }
    var counts: [String: Int] = [:]
    return layers.flatMap { layer -> [String] in
      guard let stem = layer.stem else { return [] }
      counts[stem, default: 0] += 1
      let number = stem == "fc" && denseCount == 1 ? "" : "\(counts[stem, default: 0])"
      return layer.parameters.map { "\(stem)\(number).\($0.name)" }
    }
  }
}

// MARK: - Application

extension Network {
  /// Returns what the network makes of a batch: for each of its rows, a number per output.
  public func callAsFunction(_ batch: Tensor) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.apply(self, to: batch) }
  }
}

extension Checked {
  /// Returns what a network makes of a batch.
  public static func apply(_ network: Network, to batch: Tensor) throws(ShapeError) -> Tensor {
    try network.output(for: batch)
  }
}

extension Network {
  fileprivate func output(for batch: Tensor) throws(ShapeError) -> Tensor {
    try output(of: layers.indices, tensors[...], for: batch)
  }

  /// Returns what the network makes of a batch that is normalized by the statistics of another, the
  /// reference, as that comes through the same layers.
  func output(
    for batch: Tensor, normalizedBy reference: Tensor
  ) throws(ShapeError) -> Tensor {
    var (x, reference) = (batch, reference)
    var rest = tensors[...]
    for layer in layers {
      let own = rest.prefix(layer.parameters.count)
      rest = rest.dropFirst(own.count)
      if layer.isNormalization {
        x = try Checked.batchNorm(
          x, scale: own[own.startIndex], offset: own[own.startIndex + 1], statisticsOf: reference)
      } else {
        x = try layer(x, own, addsBias: true)
      }
      reference = try layer(reference, own, addsBias: true)
    }
    return x
  }

  /// Returns what some of the layers, whose numbers are given, make of a batch.
  func output(
    of range: Range<Int>, _ tensors: ArraySlice<Tensor>, for batch: Tensor
  ) throws(ShapeError) -> Tensor {
    var x = batch
    var rest = tensors
    for index in range {
      let layer = layers[index]
      let count = layer.parameters.count
      // Batch normalization would take a bias away again with the mean: adding it would change
      // rounding and nothing else, and its derivative is 0 either way.
      let addsBias = layers[(index + 1)...].first?.isNormalization != true
      x = try layer(x, rest.prefix(count), addsBias: addsBias)
      rest = rest.dropFirst(count)
    }
    return x
  }
}

extension Layer {
  fileprivate var isNormalization: Bool {
    if case .batchNormalization = self { true } else { false }
  }
}

// MARK: - Parameters

extension Network: ParameterTree {
  /// Returns the same layers with each tensor replaced by what `transform` makes of it.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Network {
    var replaced = self
    for (index, name) in names.enumerated() {
      replaced.tensors[index] = try transform(name, tensors[index])
    }
    return replaced
  }

  /// Returns the same layers with other parameters, in the order and of the shapes of these.
  public func replacingParameters(by tensors: [Tensor]) throws(MetaLearningError) -> Network {
    try Network(layers, parameters: tensors)
  }

  /// The names of the parameters, as PyTorch would name them.
  public var parameterNames: [String] { names }

  /// The parameter of a name such as `conv1.weight`, if the network has one.
  public subscript(name: String) -> Tensor? {
    names.firstIndex(of: name).map { tensors[$0] }
  }
}

extension Tensor {
  fileprivate init(_ shape: Shape, _ start: Layer.Start, using generator: inout SeededGenerator) {
    switch start {
    case .constant(let value):
      self.init(repeating: value, shape: shape)
    case .normal(let deviation):
      self.init(
        unsafe DenseArray(shape: shape) { numbers in
          // Drawing a number takes much longer than adding one.
          inPieces(shape.elementCount, of: 1 << 18) { piece in
            for index in piece { unsafe numbers[index] = generator.normal(deviation: deviation) }
          }
        })
    }
  }
}

// MARK: - Description

extension Network: CustomStringConvertible {
  /// A short description, such as `network of 18 layers with 112261 parameters`.
  public var description: String {
    "network of \(layers.count) layers with \(parameterCount) parameters"
  }
}

extension Checked {
  /// Returns x less the mean of each channel of a reference, divided by its deviation there, then
  /// scaled and shifted: what `batchNorm` would make of the reference, continued to x.
  fileprivate static func batchNorm(
    _ x: Tensor, scale: Tensor, offset: Tensor, statisticsOf reference: Tensor,
    epsilon: Float = 1e-5
  ) throws(ShapeError) -> Tensor {
    let axes = Array(0..<Swift.max(0, reference.rank - 1))
    let centre = try Checked.mean(reference, along: axes)
    let deviation = sqrt(try variance(reference, along: axes) + epsilon)
    return try add(multiply(divide(subtract(x, centre), deviation), scale), offset)
  }
}
