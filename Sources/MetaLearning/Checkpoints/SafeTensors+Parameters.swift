internal import Autodiff
internal import FewShotData
internal import Tensors

/// Parameters under the names and in the layouts of PyTorch's `state_dict`: a convolution's weights
/// as [outputs, inputs, height, width], a dense layer's as [outputs, inputs].
extension SafeTensors {
  /// Adds a network's parameters, their names after a prefix.
  mutating func insert(_ network: Network, under prefix: String = "") {
    let orders = network.layers.flatMap(\.parameters).map(\.torchOrder)
    for (parameter, order) in zip(network.namedParameters, orders) {
      tensors[prefix + parameter.name] = StoredTensor(parameter.tensor, order: order)
    }
  }

  /// Adds what has been learned, the names after a prefix.
  mutating func insert(_ parameters: MetaParameters, under prefix: String = "") {
    insert(parameters.network, under: prefix)
    for (name, tensor) in parameters.learned {
      tensors["\(prefix)\(Self.learnedPrefix)\(name)"] = StoredTensor(tensor, order: nil)
    }
  }

  /// Returns the network of layers whose parameters have these names after a prefix.
  func network(
    _ layers: [Layer], under prefix: String = "", path: String
  ) throws(CheckpointError) -> Network {
    try Network(layers) { (name, parameter) throws(CheckpointError) in
      try tensor(
        prefix + name, shape: parameter.dimensions, order: parameter.torchOrder, path: path)
    }
  }

  /// Returns what was learned, in the shape of something else that is learned.
  func parameters(
    like other: MetaParameters, under prefix: String, path: String
  ) throws(CheckpointError) -> MetaParameters {
    var learned: [String: Tensor] = [:]
    for (name, tensor) in other.learned {
      learned[name] = try self.tensor(
        "\(prefix)\(Self.learnedPrefix)\(name)", shape: tensor.shape.dimensions, order: nil,
        path: path)
    }
    return MetaParameters(
      network: try network(other.network.layers, under: prefix, path: path), learned: learned)
  }

  /// Returns what was learned besides the network.
  func learned(path: String) throws(CheckpointError) -> [String: Tensor] {
    var learned: [String: Tensor] = [:]
    for (name, stored) in tensors where name.hasPrefix(Self.learnedPrefix) {
      learned[String(name.dropFirst(Self.learnedPrefix.count))] = try tensor(
        name, shape: stored.shape, order: nil, path: path)
    }
    return learned
  }

  private static let learnedPrefix = "learned."

  /// Returns a tensor that must have a shape, given as ours, and may be stored with other axes.
  private func tensor(
    _ name: String, shape: [Int], order: [Int]?, path: String
  ) throws(CheckpointError) -> Tensor {
    guard let stored = tensors[name] else { throw .missingTensor(path: path, name: name) }
    let expected = order?.map { shape[$0] } ?? shape
    guard stored.shape == expected, let floats = stored.floats,
      let known = try? Shape(validating: expected)
    else {
      throw .wrongTensor(
        path: path, name: name, expected: expected, found: stored.shape,
        kind: stored.kind.rawValue)
    }
    let tensor = Tensor(shape: known, scalars: floats)
    guard let order else { return tensor }
    return tensor.transposed(order.indices.map { axis in order.firstIndex(of: axis) ?? axis })
  }
}

extension StoredTensor {
  /// Creates the tensor with its axes in another order.
  fileprivate init(_ tensor: Tensor, order: [Int]?) {
    let tensor = order.map { tensor.transposed($0) } ?? tensor
    self.init(shape: tensor.shape.dimensions, floats: tensor.scalars)
  }
}

extension Tensor {
  fileprivate func transposed(_ axes: [Int]) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.transpose(self, axes) }
  }
}
