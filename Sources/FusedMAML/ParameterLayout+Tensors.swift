// From and to the parameters as the outside orders them: for each layer weight, bias, gamma and
// beta, then the head's weight [64, way] and bias.

/// Where a parameter tensor stands, outside and in the flat vectors.
struct TensorSlot: Sendable {
  /// Where the tensor stands outside, and how many elements it has.
  let outer: Int, count: Int
  /// Where it stands in the flat vectors of the fused passes; `nil` for a convolution's bias.
  let inner: Int?
  /// Whether it is the head's weights, which the fused passes hold transposed.
  let isTransposed: Bool
}

extension ParameterLayout {
  /// Returns the eighteen tensors in the outside's order.
  func slots() -> [TensorSlot] {
    var slots: [TensorSlot] = []
    var outer = 0
    func append(_ count: Int, at inner: Int?, isTransposed: Bool = false) {
      slots.append(
        TensorSlot(outer: outer, count: count, inner: inner, isTransposed: isTransposed))
      outer += count
    }
    let channels = FusedNetwork.channels
    for layer in 0..<FusedNetwork.depth {
      let start = offset(ofLayer: layer), weights = FusedNetwork.weightCount(ofLayer: layer)
      append(weights, at: start)
      append(channels, at: nil)
      append(channels, at: start + weights)
      append(channels, at: start + weights + channels)
    }
    append(channels * way, at: headWeight, isTransposed: true)
    append(way, at: headBias)
    return slots
  }

  /// How many elements all parameters have outside.
  var outerCount: Int { tensors.reduce(0) { $0 + $1.count } }

  /// Copies parameters from the outside's order into a vector, with zeros between.
  func load(_ parameters: Span<Float>, into vector: Floats) {
    vector.fill(0, count: count)
    for slot in tensors {
      guard let inner = slot.inner else { continue }
      for index in 0..<slot.count {
        let place = slot.isTransposed ? index % way * FusedNetwork.channels + index / way : index
        vector[inner + place] = parameters[slot.outer + index]
      }
    }
  }

  /// Copies a vector into the outside's order, with zeros for the biases of the convolutions.
  func store(_ vector: Floats, into parameters: inout MutableSpan<Float>) {
    for slot in tensors {
      for index in 0..<slot.count {
        let place = slot.isTransposed ? index % way * FusedNetwork.channels + index / way : index
        parameters[slot.outer + index] = slot.inner.map { vector[$0 + place] } ?? 0
      }
    }
  }
}
