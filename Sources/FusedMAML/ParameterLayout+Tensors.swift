// From and to the parameters as the outside orders them: for each block weight, bias, gamma and
// beta (weight and bias for a dense layer), then the head's weight [features, way] and bias.

/// Where a parameter tensor stands, outside and in the flat vectors.
struct TensorSlot: Sendable {
  /// Where the tensor stands outside.
  let outer: Int
  /// Where it stands in the flat vectors of the fused passes; `nil` for a convolution's bias.
  let inner: Int?
  /// Its elements outside, in row-major order, and how far each axis moves inside.
  let places: Places

  /// How many elements it has.
  var count: Int { places.count }
}

/// The places that the elements of a dense array of three axes have among others.
struct Places: Sendable {
  let sizes: (Int, Int, Int)
  let strides: (Int, Int, Int)

  var count: Int { sizes.0 * sizes.1 * sizes.2 }

  /// How many floats there are from the first to the last of them.
  var extent: Int {
    1 + (sizes.0 - 1) * strides.0 + (sizes.1 - 1) * strides.1 + (sizes.2 - 1) * strides.2
  }

  /// How many rows of the last axis there are.
  var rowCount: Int { sizes.0 * sizes.1 }

  /// The place of a row's first element.
  func start(ofRow row: Int) -> Int { row / sizes.1 * strides.0 + row % sizes.1 * strides.1 }
}

extension TensorSlot {
  /// Returns the tensors in the outside's order.
  static func all(
    of network: FusedNetwork, layers offsets: [Int], headWeight: Int, headBias: Int
  ) -> [TensorSlot] {
    var slots: [TensorSlot] = []
    var outer = 0
    func append(_ places: Places, at inner: Int?) {
      slots.append(TensorSlot(outer: outer, inner: inner, places: places))
      outer += places.count
    }
    func row(_ count: Int) -> Places { Places(sizes: (1, 1, count), strides: (0, 0, 1)) }
    for (shape, start) in zip(network.shapes, offsets) {
      let (input, map) = (shape.input, shape.map)
      append(
        Places(
          sizes: (shape.block.kernel * shape.block.kernel, input.channels, map.channels),
          strides: (input.pitch * map.pitch, map.pitch, 1)), at: start)
      let gamma = start + shape.weightCount, beta = gamma + map.pitch
      let rows: [Int?] = shape.block.isNormalized ? [nil, gamma, beta] : [beta]
      for place in rows { append(row(map.channels), at: place) }
    }
    let last = network.last
    append(
      Places(
        sizes: (network.featurePixels, last.channels, network.way),
        strides: (last.pitch, 1, network.featurePixels * last.pitch)), at: headWeight)
    append(row(network.way), at: headBias)
    return slots
  }
}

extension ParameterLayout {
  /// How many elements all parameters have outside.
  var outerCount: Int { tensors.reduce(0) { $0 + $1.count } }

  /// Copies parameters from the outside's order into a vector, with zeros between.
  func load(_ parameters: Span<Float>, into vector: Floats) {
    vector.fill(0, count: count)
    for slot in tensors {
      guard let inner = slot.inner else { continue }
      let (columns, stride) = (slot.places.sizes.2, slot.places.strides.2)
      for row in 0..<slot.places.rowCount {
        let (from, to) = (slot.outer + row * columns, inner + slot.places.start(ofRow: row))
        for column in 0..<columns { vector[to + column * stride] = parameters[from + column] }
      }
    }
  }

  /// Copies a vector into the outside's order, with zeros for the biases of the convolutions.
  func store(_ vector: Floats, into parameters: inout MutableSpan<Float>) {
    for slot in tensors {
      let (columns, stride) = (slot.places.sizes.2, slot.places.strides.2)
      for row in 0..<slot.places.rowCount {
        let to = slot.outer + row * columns
        guard let inner = slot.inner else {
          for column in 0..<columns { parameters[to + column] = 0 }
          continue
        }
        let from = inner + slot.places.start(ofRow: row)
        for column in 0..<columns { parameters[to + column] = vector[from + column * stride] }
      }
    }
  }
}
