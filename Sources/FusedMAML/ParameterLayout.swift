/// Where each parameter of a network stands in the flat vectors of the fused passes.
///
/// Each of the four layers has weights `[3, 3, in, 64]`, γ and β; the head has weights `[way, 64]`,
/// transposed from the outside's `[64, way]`, and a bias. Every one starts at a multiple of 16
/// floats. The biases of the convolutions are missing: batch normalization takes away what they
/// add, so their gradients of every order are 0.
struct ParameterLayout: Sendable {
  let way: Int
  /// The eighteen tensors in the outside's order.
  private(set) var tensors: [TensorSlot] = []

  init(way: Int) {
    self.way = way
    tensors = slots()
  }

  /// How many floats a vector has, with padding.
  var count: Int { headBias + (way + 15) / 16 * 16 }
  var headWeight: Int { offset(ofLayer: FusedNetwork.depth) }
  var headBias: Int { headWeight + way * FusedNetwork.channels }

  /// Where layer 0, 1, 2 or 3 starts, with its weights.
  func offset(ofLayer layer: Int) -> Int {
    layer == 0 ? 0 : count(ofLayer: 0) + (layer - 1) * count(ofLayer: 1)
  }

  /// How many floats a layer has: its weights, γ and β.
  private func count(ofLayer layer: Int) -> Int {
    FusedNetwork.weightCount(ofLayer: layer) + FusedNetwork.normalizationCount
  }

  /// Takes a vector of zeros.
  func zeros(in arena: Arena) throws(WorkspaceTooLarge) -> Floats {
    let vector = try arena.floats(count)
    vector.fill(0, count: count)
    return vector
  }

  /// The parameters of one layer in a vector.
  func layer(_ layer: Int, of vector: Floats) -> LayerParameters {
    let weights = vector + offset(ofLayer: layer)
    let gamma = weights + FusedNetwork.weightCount(ofLayer: layer)
    return LayerParameters(weights: weights, gamma: gamma, beta: gamma + FusedNetwork.channels)
  }

  /// The parameters of the linear layer in a vector.
  func head(of vector: Floats) -> HeadParameters {
    HeadParameters(weights: vector + headWeight, bias: vector + headBias)
  }
}

/// The parameters of a convolution and its batch normalization.
struct LayerParameters {
  let weights, gamma, beta: Floats
}

/// The parameters of the linear layer.
struct HeadParameters {
  let weights, bias: Floats
}
