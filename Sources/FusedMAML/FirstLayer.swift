internal import CKernels

/// The first layer, whose statistics follow from its images' patches (first_layer.h).
struct FirstLayer {
  let stride: Int64

  /// Floats per image of the result.
  static let resultCount = mapSize * mapSize * FusedNetwork.channels

  private static let mapSize = FusedNetwork.imageSide / 2
}

/// What the first layer's evaluation keeps for its gradient and for the tangents.
struct FirstLayerTrace: LayerMaps {
  let result, resultGradient: Floats
  let choice: Bytes
  let statistics: Cell<ck_statistics>
  let patchSums: Cell<ck_patch_sums>

  init(images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    result = try arena.floats(images * FirstLayer.resultCount)
    resultGradient = try arena.floats(images * FirstLayer.resultCount)
    choice = try arena.bytes(images * FirstLayer.resultCount)
    statistics = try arena.record(ck_statistics.self)
    patchSums = try arena.record(ck_patch_sums.self)
  }
}

/// What the first layer's tangents need while one Hessian-vector product is computed.
struct FirstLayerTangent: LayerMaps {
  let result, resultGradient: Floats
  let statistics: Cell<ck_tangent_statistics>

  init(images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    result = try arena.floats(images * FirstLayer.resultCount)
    resultGradient = try arena.floats(images * FirstLayer.resultCount)
    statistics = try arena.record(ck_tangent_statistics.self)
  }
}

extension FirstLayer {
  /// Computes the statistics and the result.
  ///
  /// - Parameter reference: the images whose statistics normalize these; without it, these
  ///   themselves.
  func forward(
    _ images: ImageSet, at parameters: LayerParameters, trace: FirstLayerTrace,
    normalizedBy reference: ImageSet? = nil
  ) {
    unsafe ck_first_layer(
      stride, Int64(images.count), images.padded.base, (reference ?? images).patches.base,
      parameters.weights.base, parameters.gamma.base, parameters.beta.base,
      trace.statistics.base, trace.result.base, trace.choice.base)
  }

  /// Computes the gradients by the parameters from the gradient by the result.
  func backward(
    _ images: ImageSet, at parameters: LayerParameters, trace: FirstLayerTrace,
    gradient: LayerParameters
  ) {
    unsafe ck_first_layer_adjoint(
      stride, Int64(images.count), images.padded.base, images.patches.base, trace.choice.base,
      trace.resultGradient.base, parameters.weights.base, parameters.gamma.base,
      trace.statistics.base, trace.patchSums.base, gradient.weights.base)
    unsafe ck_activation_gradients(
      trace.statistics.base, gradient.gamma.base, gradient.beta.base)
  }

  /// Computes the tangents of the statistics and the result.
  func forwardTangent(
    _ images: ImageSet, at parameters: LayerParameters, direction: LayerParameters,
    trace: FirstLayerTrace, tangent: FirstLayerTangent
  ) {
    unsafe ck_first_layer_tangent(
      stride, Int64(images.count), images.padded.base, images.patches.base, trace.choice.base,
      trace.statistics.base, parameters.weights.base, parameters.gamma.base,
      direction.weights.base, direction.gamma.base, direction.beta.base,
      tangent.statistics.base, tangent.result.base)
  }

  /// Computes the tangents of the gradients by the parameters.
  func backwardTangent(
    _ images: ImageSet, at parameters: LayerParameters, direction: LayerParameters,
    trace: FirstLayerTrace, tangent: FirstLayerTangent, gradientTangent: LayerParameters
  ) {
    unsafe ck_first_layer_adjoint_tangent(
      stride, Int64(images.count), images.padded.base, images.patches.base, trace.choice.base,
      tangent.resultGradient.base, trace.statistics.base, trace.patchSums.base,
      parameters.weights.base, parameters.gamma.base, direction.weights.base,
      direction.gamma.base, tangent.statistics.base, gradientTangent.weights.base)
    unsafe ck_activation_gradient_tangents(
      tangent.statistics.base, gradientTangent.gamma.base, gradientTangent.beta.base)
  }
}
