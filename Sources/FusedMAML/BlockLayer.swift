internal import CKernels

/// A block of convolution, batch normalization, ReLU and perhaps pooling, with its gradient and the
/// tangents of both.
///
/// A tangent is the derivative in the direction of other parameters; the tangent of the gradient is
/// a Hessian-vector product. Layers are objects, as calling one of unknown type then takes no memory.
protocol BlockLayer: AnyObject {
  /// The sizes of what it reads and makes.
  var shape: BlockShape { get }
  /// Whether the map before normalization is kept for the passes that come after.
  var keepsMap: Bool { get }

  /// Computes the map, the statistics and the result.
  ///
  /// - Parameter reference: what other images made of the layer, whose statistics normalize these;
  ///   without it, these are normalized by their own.
  func forward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, normalizedBy reference: LayerReference?)

  /// Computes the gradients by the parameters and the input from the gradient by the result.
  func backward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, gradient: LayerParameters)

  /// Computes the tangents of the map, the statistics and the result.
  ///
  /// - Parameter inputTangent: the tangent of what the layer reads; nil where that is the images.
  func forwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers)

  /// Computes the tangents of the gradients by the parameters and the input.
  func backwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers, gradientTangent: LayerParameters)
}

extension BlockLayer {
  /// The sizes of some images' maps as the kernels take them.
  func maps(of images: Int) -> ck_maps {
    ck_maps(
      window: Int64(shape.block.window), images: Int64(images), height: Int64(shape.map.height),
      width: Int64(shape.map.width), channels: Int64(shape.map.pitch))
  }
}

/// What a layer reads: the result of the layer before, or the images.
struct LayerInput {
  let maps: Floats
  /// The loss's gradient by it, or that one's tangent; nil for images, by which nobody
  /// differentiates.
  let gradient: Floats?
}

/// What other images, which some are normalized by, made of a layer.
struct LayerReference {
  let images: ImageSet
  let trace: LayerTrace
}

/// What a layer made of a set of images, as the layer after it needs it.
protocol LayerMaps {
  /// The result.
  var result: Floats { get }
  /// The loss's gradient by the result.
  var resultGradient: Floats { get }
}

/// What a layer's evaluation keeps for its gradient and for the tangents.
struct LayerTrace: LayerMaps {
  /// The map before batch normalization, where the layer keeps it, and the result.
  let map, result: Floats
  /// The loss's gradient by the result.
  let resultGradient: Floats
  /// The place of each window that gave the result.
  let choice: Bytes
  let statistics: Cell<ck_statistics>
  /// What the first layer's gradient leaves for its tangent.
  let patchSums: Cell<ck_patch_sums>

  init(_ layer: any BlockLayer, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    let count = images * layer.shape.result.count
    map = try arena.floats(layer.keepsMap ? images * layer.shape.map.count : 0)
    result = try arena.floats(count)
    resultGradient = try arena.floats(count)
    choice = try arena.bytes(count)
    statistics = try arena.records(layer.shape.groupCount, of: ck_statistics.self)
    patchSums = try arena.records(1, of: ck_patch_sums.self)
  }
}

/// What a layer's tangents need while one Hessian-vector product is computed.
struct LayerTangent: LayerMaps {
  let map, result, resultGradient: Floats
  let statistics: Cell<ck_tangent_statistics>

  init(_ layer: any BlockLayer, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    let count = images * layer.shape.result.count
    map = try arena.floats(layer.keepsMap ? images * layer.shape.map.count : 0)
    result = try arena.floats(count)
    resultGradient = try arena.floats(count)
    statistics = try arena.records(layer.shape.groupCount, of: ck_tangent_statistics.self)
  }
}
