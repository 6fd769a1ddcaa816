/// Where each parameter of a network stands in the flat vectors of the fused passes.
///
/// Each block has weights `[kernel, kernel, in, out]`, γ and β (or, without normalization, nothing in
/// the place of γ, and its bias in that of β); the head has weights
/// `[way, features]`, transposed from the outside's `[features, way]`, and a bias. Every one starts
/// at a multiple of 16 floats, and channels are filled up with zeros to a multiple of 16. The biases
/// of the convolutions are missing: batch normalization takes away what they add, so their gradients
/// of every order are 0.
struct ParameterLayout: Sendable {
  /// The parameter tensors in the outside's order.
  let tensors: [TensorSlot]
  /// How many floats a vector has, with padding.
  let count: Int
  /// Where each number of a step's normalization stands: block after block γ, then β.
  let normalizationPlaces: [Int]
  /// How many weights of the head there are, with padding, and how many biases.
  let headWeightCount, way: Int
  private let shapes: [BlockShape]
  private let offsets: [Int]
  private let headWeight, headBias: Int

  init(_ network: FusedNetwork) {
    let features = network.featurePixels * network.last.pitch
    shapes = network.shapes
    way = network.way
    headWeightCount = network.way * features
    var offsets: [Int] = []
    var places: [Int] = []
    var end = 0
    for shape in shapes {
      offsets.append(end)
      let gamma = end + shape.weightCount, beta = gamma + shape.map.pitch
      if shape.block.isNormalized {
        places += gamma..<gamma + shape.map.channels
        places += beta..<beta + shape.map.channels
      }
      end = beta + shape.map.pitch
    }
    self.offsets = offsets
    normalizationPlaces = places
    headWeight = end
    headBias = headWeight + headWeightCount
    count = headBias + (way + 15) / 16 * 16
    tensors = TensorSlot.all(
      of: network, layers: offsets, headWeight: headWeight, headBias: headBias)
  }

  /// Takes a vector of zeros.
  func zeros(in arena: Arena) throws(WorkspaceTooLarge) -> Floats {
    let vector = try arena.floats(count)
    vector.fill(0, count: count)
    return vector
  }

  /// The parameters of one layer in a vector.
  func layer(_ layer: Int, of vector: Floats) -> LayerParameters {
    let weights = vector + offsets[layer]
    let gamma = weights + shapes[layer].weightCount
    return LayerParameters(weights: weights, gamma: gamma, beta: gamma + shapes[layer].map.pitch)
  }

  /// The parameters of the linear layer in a vector.
  func head(of vector: Floats) -> HeadParameters {
    HeadParameters(weights: vector + headWeight, bias: vector + headBias)
  }
}

/// The parameters of a convolution and its batch normalization; of a dense layer, `beta` is the bias.
struct LayerParameters {
  let weights, gamma, beta: Floats
}

/// The parameters of the linear layer.
struct HeadParameters {
  let weights, bias: Floats
}
