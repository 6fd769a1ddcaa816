internal import CKernels

/// The first layer of 28×28 gray images with 64 filters, whose statistics follow from its images'
/// patches (first_layer.h).
final class FirstLayer: BlockLayer {
  let shape: BlockShape
  let stride: Int64

  /// The map is never kept.
  var keepsMap: Bool { false }

  /// The layer for a block; nil where it is another one.
  init?(_ shape: BlockShape) {
    let block = shape.block, input = shape.input
    guard (input.height, input.width, input.channels) == (28, 28, 1),
      (block.filters, block.kernel, block.padding) == (64, 3, 1),
      (block.stride, block.window) == (1, 2) || (block.stride, block.window) == (2, 1)
    else { return nil }
    self.shape = shape
    stride = Int64(block.stride)
  }
}

extension FirstLayer {
  func forward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, normalizedBy reference: LayerReference?
  ) {
    unsafe ck_first_layer(
      stride, Int64(images.count), images.padded.base, (reference?.images ?? images).patches.base,
      parameters.weights.base, parameters.gamma.base, parameters.beta.base,
      trace.statistics.base, trace.result.base, trace.choice.base)
  }

  func backward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, gradient: LayerParameters
  ) {
    unsafe ck_first_layer_adjoint(
      stride, Int64(images.count), images.padded.base, images.patches.base, trace.choice.base,
      trace.resultGradient.base, parameters.weights.base, parameters.gamma.base,
      trace.statistics.base, trace.patchSums.base, gradient.weights.base)
    unsafe ck_activation_gradients(
      Int64(shape.map.pitch), trace.statistics.base, gradient.gamma.base, gradient.beta.base)
  }

  func forwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers
  ) {
    unsafe ck_first_layer_tangent(
      stride, Int64(images.count), images.padded.base, images.patches.base, trace.choice.base,
      trace.statistics.base, parameters.weights.base, parameters.gamma.base,
      direction.weights.base, direction.gamma.base, direction.beta.base,
      tangent.statistics.base, tangent.result.base)
  }

  func backwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers, gradientTangent: LayerParameters
  ) {
    unsafe ck_first_layer_adjoint_tangent(
      stride, Int64(images.count), images.padded.base, images.patches.base, trace.choice.base,
      tangent.resultGradient.base, trace.statistics.base, trace.patchSums.base,
      parameters.weights.base, parameters.gamma.base, direction.weights.base,
      direction.gamma.base, tangent.statistics.base, gradientTangent.weights.base)
    unsafe ck_activation_gradient_tangents(
      Int64(shape.map.pitch), tangent.statistics.base, gradientTangent.gamma.base,
      gradientTangent.beta.base)
  }
}
