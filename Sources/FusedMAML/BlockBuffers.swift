/// Buffers of one block of images, which all layers share.
struct BlockBuffers {
  /// The most images in a block of transformed ones: their coefficients fill about the second-level
  /// cache.
  static let images = 10

  /// Those that each of the transforming layers has of its own.
  let layers: [WinogradBuffers]
  let product, productTangent, mapGradient, mapGradientTangent: Floats
  let inputGradient: Floats
  /// A block's gradient by the input and by the weights, to be added to another.
  let secondInputGradient, weightGradient: Floats
  /// A dense layer's weights, or their direction, with inputs and outputs exchanged.
  let transposed: Floats

  init(_ layers: [any BlockLayer], images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    let transforming = layers.compactMap { $0 as? WinogradLayer }
    let direct = layers.compactMap { $0 as? DirectLayer }
    self.layers = try transforming.map { (layer) throws(WorkspaceTooLarge) in
      try WinogradBuffers(layer, images: images, in: arena)
    }
    let block = Self.size(of: images)
    let coefficients = block * (transforming.map(\.coefficients).max() ?? 0)
    product = try arena.floats(coefficients)
    productTangent = try arena.floats(coefficients)
    inputGradient = try arena.floats(coefficients)
    let map = max(
      block * (transforming.map(\.shape.map.count).max() ?? 0),
      direct.map { $0.blockSize(of: images) * $0.shape.map.count }.max() ?? 0)
    mapGradient = try arena.floats(map)
    mapGradientTangent = try arena.floats(map)
    secondInputGradient = try arena.floats(
      direct.map { $0.blockSize(of: images) * $0.shape.input.count }.max() ?? 0)
    weightGradient = try arena.floats(direct.map(\.shape.weightCount).max() ?? 0)
    // The first layer never takes a gradient back.
    let dense = layers.dropFirst().compactMap { $0 as? DenseLayer }
    transposed = try arena.floats(dense.map(\.shape.weightCount).max() ?? 0)
  }

  /// The size of equal blocks of transformed images for a number of images.
  static func size(of images: Int) -> Int { size(of: images, most: Self.images) }

  /// The size of equal blocks of at most `most` images.
  static func size(of images: Int, most: Int) -> Int {
    let blocks = max(1, (images + most - 1) / most)
    return (images + blocks - 1) / blocks
  }
}
