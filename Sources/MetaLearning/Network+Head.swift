public import Autodiff
public import Tensors

// A network in two parts: the body, which makes an embedding of each input, and the head, the dense
// layer at the end that makes outputs of it.

extension Network {
  /// Whether the last layer is dense.
  public var hasHead: Bool {
    if case .dense? = layers.last { true } else { false }
  }

  /// The number of outputs of the head; nil without one.
  public var outputCount: Int? {
    if case .dense(_, let outputs)? = layers.last { outputs } else { nil }
  }

  /// Throws unless the last layer is dense, as an algorithm needs it.
  func requireHead(for algorithm: String) throws(MetaLearningError) {
    guard hasHead else { throw .noHead(algorithm: algorithm) }
  }

  /// Returns what the layers before the head make of a batch: a row for each input.
  public func embedding(of batch: Tensor) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.embedding(of: batch, by: self) }
  }

  /// The head as a network of its own, whose inputs are embeddings; without a head, one that leaves
  /// its inputs as they are.
  var headAlone: Network { Network(hasHead ? [layers[layers.count - 1]] : [], tensors: head) }

  /// The head's weights and biases.
  var head: [Tensor] { hasHead ? Array(parameters.suffix(2)) : [] }

  /// Returns what the head makes of an embedding.
  func outputs(ofEmbedding embedding: Tensor) throws(ShapeError) -> Tensor {
    guard hasHead else { return embedding }
    return try output(of: layers.count - 1..<layers.count, head[...], for: embedding)
  }

  /// Returns the network with its last tensors replaced.
  func replacingLast(_ tensors: [Tensor]) -> Network {
    var before = parameters.count - tensors.count
    var rest = tensors[...]
    return map { tensor in
      guard before == 0 else {
        before -= 1
        return tensor
      }
      return rest.popFirst() ?? tensor
    }
  }

  /// Returns the network with a new head for another number of classes, and the body as it is.
  ///
  /// - Parameters:
  ///   - way: The number of classes.
  ///   - seed: What the head's weights are drawn from, as those of a new network are.
  public func withNewHead(way: Int, seed: Int = 0) throws -> Network {
    guard case .dense(let inputs, _)? = layers.last else {
      throw MetaLearningError.noHead(algorithm: "a new head")
    }
    try requirePositive(way, "way")
    let layers = layers.dropLast() + [.dense(inputs: inputs, outputs: way)]
    let new = try Network(Array(layers), seed: seed)
    return replacingHead(weights: new.head[0], biases: new.head[1])
  }

  /// Returns the network with another head, of weights `[inputs, outputs]` and a bias per output.
  func replacingHead(weights: Tensor, biases: Tensor) -> Network {
    Network(
      layers.dropLast() + [.dense(inputs: weights.shape[0], outputs: weights.shape[1])],
      tensors: parameters.dropLast(2) + [weights, biases])
  }
}

extension Checked {
  /// Returns what the layers of a network before its head make of a batch: a row for each input.
  public static func embedding(
    of batch: Tensor, by network: Network
  ) throws(ShapeError) -> Tensor {
    let count = network.hasHead ? 1 : 0
    return try network.output(
      of: 0..<network.layers.count - count, network.parameters.dropLast(2 * count)[...],
      for: batch)
  }
}
