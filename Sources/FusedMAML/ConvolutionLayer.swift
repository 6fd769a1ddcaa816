internal import CKernels

/// A layer after the first: convolution, batch normalization, ReLU and perhaps pooling, with its
/// gradient and the tangents of both.
///
/// Convolutions are computed in a transform domain (winograd.h), a block of images at a time so
/// that coefficients stay in the caches; batch normalization needs whole batches, so maps are
/// kept. A tangent is the derivative in the direction of other parameters; the tangent of the
/// gradient is a Hessian-vector product.
struct ConvolutionLayer {
  let convolution: ck_convolution
  /// Which of the network's convolution layers this is, from 0.
  let index: Int
  let inputSize, mapSize: Int
  let window: Int
  /// Floats per image of the coefficients.
  let coefficients: Int

  init(
    _ convolution: ck_convolution, index: Int, inputSize: Int, mapSize: Int, window: Int
  ) {
    self.convolution = convolution
    self.index = index
    self.inputSize = inputSize
    self.mapSize = mapSize
    self.window = window
    let line = Int(ck_winograd_coefficients(convolution))
    coefficients = line * line * FusedNetwork.channels
  }

  /// Floats of the weights, which are as many in each of these layers.
  static let weightCount = FusedNetwork.weightCount(ofLayer: 1)

  /// Floats per image of the input, the map before activation, and the result.
  var inputCount: Int { inputSize * inputSize * FusedNetwork.channels }
  var mapCount: Int { mapSize * mapSize * FusedNetwork.channels }
  var resultCount: Int { (mapSize / window) * (mapSize / window) * FusedNetwork.channels }
}

/// What a convolution layer's evaluation keeps for its gradient and for the tangents.
struct ConvolutionTrace: LayerMaps {
  /// The map before batch normalization, and the result.
  let map, result: Floats
  /// The loss's gradient by the result.
  let resultGradient: Floats
  let choice: Bytes
  let statistics: Cell<ck_statistics>

  init(_ layer: ConvolutionLayer, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    map = try arena.floats(images * layer.mapCount)
    result = try arena.floats(images * layer.resultCount)
    resultGradient = try arena.floats(images * layer.resultCount)
    choice = try arena.bytes(images * layer.resultCount)
    statistics = try arena.record(ck_statistics.self)
  }
}

/// What a convolution layer's tangents need while one Hessian-vector product is computed.
struct ConvolutionTangent: LayerMaps {
  let map, result, resultGradient: Floats
  let statistics: Cell<ck_tangent_statistics>

  init(_ layer: ConvolutionLayer, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    map = try arena.floats(images * layer.mapCount)
    result = try arena.floats(images * layer.resultCount)
    resultGradient = try arena.floats(images * layer.resultCount)
    statistics = try arena.record(ck_tangent_statistics.self)
  }
}

/// Buffers that one layer's passes share, whatever they evaluate.
struct ConvolutionBuffers {
  /// The weights with input and output channels exchanged, and the same of the direction.
  let transposed, transposedTangent: Floats
  /// The coefficients of a block's input and of its tangent.
  let input, inputTangent: Floats

  init(_ layer: ConvolutionLayer, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    transposed = try arena.floats(ConvolutionLayer.weightCount)
    transposedTangent = try arena.floats(ConvolutionLayer.weightCount)
    let block = BlockBuffers.size(of: images)
    input = try arena.floats(block * layer.coefficients)
    inputTangent = try arena.floats(block * layer.coefficients)
  }
}

/// Buffers of one block of images, which all layers share.
struct BlockBuffers {
  /// The most images in a block: their coefficients fill about the second-level cache.
  static let images = 10

  let layers: [ConvolutionBuffers]
  let product, productTangent, mapGradient, mapGradientTangent: Floats
  let inputGradient: Floats

  init(_ layers: [ConvolutionLayer], images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    self.layers = try layers.map { (layer) throws(WorkspaceTooLarge) in
      try ConvolutionBuffers(layer, images: images, in: arena)
    }
    let block = Self.size(of: images)
    let coefficients = block * (layers.map(\.coefficients).max() ?? 0)
    product = try arena.floats(coefficients)
    productTangent = try arena.floats(coefficients)
    inputGradient = try arena.floats(coefficients)
    mapGradient = try arena.floats(block * (layers.map(\.mapCount).max() ?? 0))
    mapGradientTangent = try arena.floats(block * (layers.map(\.mapCount).max() ?? 0))
  }

  /// The size of equal blocks for a number of images.
  static func size(of images: Int) -> Int {
    let blocks = max(1, (images + Self.images - 1) / Self.images)
    return (images + blocks - 1) / blocks
  }
}
