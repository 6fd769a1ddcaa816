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
  var headWeight: Int { offset(ofLayer: 4) }
  var headBias: Int { headWeight + way * 64 }

  /// Where layer 0, 1, 2 or 3 starts, with its weights.
  func offset(ofLayer layer: Int) -> Int {
    layer == 0 ? 0 : weightCount(ofLayer: 0) + 128 + (layer - 1) * (weightCount(ofLayer: 1) + 128)
  }

  /// How many weights layer 0, 1, 2 or 3 has.
  func weightCount(ofLayer layer: Int) -> Int { layer == 0 ? 9 * 64 : 9 * 64 * 64 }

  /// Takes a vector of zeros.
  func zeros(in arena: Arena) -> Floats {
    let vector = arena.floats(count)
    vector.fill(0, count: count)
    return vector
  }

  /// The parameters of one layer in a vector.
  func layer(_ layer: Int, of vector: Floats) -> LayerParameters {
    let weights = vector + offset(ofLayer: layer)
    let gamma = weights + weightCount(ofLayer: layer)
    return LayerParameters(weights: weights, gamma: gamma, beta: gamma + 64)
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
