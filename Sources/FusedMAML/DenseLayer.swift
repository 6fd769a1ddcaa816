internal import CKernels

/// A dense layer with ReLU.
///
/// Where the result is not above 0 its gradient is set to 0 in place: no pass needs it there.
final class DenseLayer: BlockLayer {
  let shape: BlockShape

  /// The result says all that the map would.
  var keepsMap: Bool { false }

  /// The layer for a block; nil where it is another one.
  init?(_ shape: BlockShape) {
    guard !shape.block.isNormalized else { return nil }
    self.shape = shape
  }
}

extension DenseLayer {
  func forward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, normalizedBy reference: LayerReference?
  ) {
    multiply(
      images, input.maps, parameters.weights, bias: parameters.beta, into: trace.result)
    unsafe ck_dense_rectify(Int64(images.count * outputs), trace.result.base)
  }

  func backward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, gradient: LayerParameters
  ) {
    gate(images, trace.resultGradient, by: trace)
    addWeightGradient(images, input.maps, trace.resultGradient, adds: false, to: gradient.weights)
    unsafe ck_dense_sum(
      Int64(images.count), Int64(outputs), trace.resultGradient.base, gradient.beta.base)
    guard let inputGradient = input.gradient else { return }
    transpose(parameters.weights, into: buffers.transposed)
    multiplyAdjoint(
      images, trace.resultGradient, buffers.transposed, adds: false, into: inputGradient)
  }

  func forwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers
  ) {
    multiply(images, input.maps, direction.weights, bias: direction.beta, into: tangent.result)
    if let inputTangent {
      multiply(
        images, inputTangent.maps, parameters.weights, bias: nil, adds: true, into: tangent.result)
    }
    gate(images, tangent.result, by: trace)
  }

  func backwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers, gradientTangent: LayerParameters
  ) {
    gate(images, tangent.resultGradient, by: trace)
    addWeightGradient(
      images, input.maps, tangent.resultGradient, adds: false, to: gradientTangent.weights)
    unsafe ck_dense_sum(
      Int64(images.count), Int64(outputs), tangent.resultGradient.base, gradientTangent.beta.base)
    guard let inputTangent, let inputGradientTangent = inputTangent.gradient else { return }
    addWeightGradient(
      images, inputTangent.maps, trace.resultGradient, adds: true, to: gradientTangent.weights)
    transpose(parameters.weights, into: buffers.transposed)
    multiplyAdjoint(
      images, tangent.resultGradient, buffers.transposed, adds: false, into: inputGradientTangent)
    transpose(direction.weights, into: buffers.transposed)
    multiplyAdjoint(
      images, trace.resultGradient, buffers.transposed, adds: true, into: inputGradientTangent)
  }
}

// MARK: - Parts

extension DenseLayer {
  private var inputs: Int { shape.input.count }
  private var outputs: Int { shape.map.pitch }

  /// result = input · weights, plus the bias where there is one.
  private func multiply(
    _ images: ImageSet, _ input: Floats, _ weights: Floats, bias: Floats?, adds: Bool = false,
    into result: Floats
  ) {
    unsafe ck_dense(
      Int64(images.count), Int64(inputs), Int64(outputs), input.base, Int64(inputs), 1,
      weights.base, bias?.base, adds, result.base)
  }

  /// inputGradient = gradient · weightsᵀ
  private func multiplyAdjoint(
    _ images: ImageSet, _ gradient: Floats, _ transposed: Floats, adds: Bool,
    into inputGradient: Floats
  ) {
    unsafe ck_dense(
      Int64(images.count), Int64(outputs), Int64(inputs), gradient.base, Int64(outputs), 1,
      transposed.base, nil, adds, inputGradient.base)
  }

  /// weightGradient = inputᵀ · gradient
  private func addWeightGradient(
    _ images: ImageSet, _ input: Floats, _ gradient: Floats, adds: Bool, to result: Floats
  ) {
    unsafe ck_dense(
      Int64(inputs), Int64(images.count), Int64(outputs), input.base, 1, Int64(inputs),
      gradient.base, nil, adds, result.base)
  }

  private func transpose(_ weights: Floats, into transposed: Floats) {
    unsafe ck_dense_transpose(Int64(inputs), Int64(outputs), weights.base, transposed.base)
  }

  /// Sets numbers to 0 where the result is not above 0.
  private func gate(_ images: ImageSet, _ numbers: Floats, by trace: LayerTrace) {
    unsafe ck_dense_gate(Int64(images.count * outputs), trace.result.base, numbers.base)
  }
}
