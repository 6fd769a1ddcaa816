internal import CKernels

extension ConvolutionLayer {
  /// Computes the map, the statistics and the result.
  func forward(
    images: Int, input: Floats, at parameters: LayerParameters, trace: ConvolutionTrace,
    using buffers: BlockBuffers
  ) {
    transform(
      parameters.weights, into: trace.weights, transposed: trace.transposedWeights,
      using: buffers)
    forEachBlock(of: images) { first, count in
      unsafe ck_winograd_input(
        convolution, count, (input + first * inputCount).base, buffers.input.base)
      unsafe ck_winograd_multiply(
        convolution, count, buffers.input.base, trace.weights.base, nil, nil,
        buffers.product.base)
      unsafe ck_winograd_output(
        convolution, count, buffers.product.base, (trace.map + first * mapCount).base)
    }
    unsafe ck_activation_measure(
      Int64(images), Int64(mapSize), trace.map.base, trace.statistics.base)
    unsafe ck_activation(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base, trace.statistics.base,
      parameters.gamma.base, parameters.beta.base, trace.result.base, trace.choice.base)
  }

  /// Computes the gradients by the parameters and the input from the gradient by the result.
  func backward(
    images: Int, input: Floats, at parameters: LayerParameters, trace: ConvolutionTrace,
    using buffers: BlockBuffers, gradient: LayerParameters, inputGradient: Floats
  ) {
    unsafe ck_activation_measure_adjoint(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base, trace.choice.base,
      trace.resultGradient.base, trace.statistics.base)
    unsafe ck_activation_gradients(
      trace.statistics.base, gradient.gamma.base, gradient.beta.base)
    forEachBlock(of: images) { first, count in
      let target = inputGradient + first * inputCount
      spreadGradient(of: first, count, at: parameters, trace: trace, using: buffers)
      unsafe ck_winograd_input(
        convolution, count, (input + first * inputCount).base, buffers.input.base)
      unsafe ck_winograd_accumulate(
        convolution, count, buffers.input.base, buffers.product.base, nil, nil, first == 0,
        buffers.weightSums.base)
      unsafe ck_winograd_multiply(
        convolution, count, buffers.product.base, trace.transposedWeights.base, nil, nil,
        buffers.input.base)
      unsafe ck_winograd_input_adjoint(convolution, count, buffers.input.base, target.base)
    }
    unsafe ck_winograd_weights_adjoint(
      convolution, buffers.weightSums.base, gradient.weights.base)
  }

  /// Computes the tangents of the map, the statistics and the result.
  func forwardTangent(
    images: Int, input: Floats, inputTangent: Floats, at parameters: LayerParameters,
    direction: LayerParameters, trace: ConvolutionTrace, tangent: ConvolutionTangent,
    using buffers: BlockBuffers
  ) {
    transform(
      direction.weights, into: tangent.weights, transposed: tangent.transposedWeights,
      using: buffers)
    forEachBlock(of: images) { first, count in
      transformInputs(
        of: first, count, input: input, inputTangent: inputTangent, using: buffers)
      unsafe ck_winograd_multiply(
        convolution, count, buffers.inputTangent.base, trace.weights.base, buffers.input.base,
        tangent.weights.base, buffers.product.base)
      unsafe ck_winograd_output(
        convolution, count, buffers.product.base, (tangent.map + first * mapCount).base)
    }
    unsafe ck_activation_measure_tangent(
      Int64(images), Int64(mapSize), trace.map.base, tangent.map.base, trace.statistics.base,
      tangent.statistics.base)
    unsafe ck_activation_tangent(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base, tangent.map.base,
      trace.choice.base, trace.statistics.base, tangent.statistics.base, parameters.gamma.base,
      direction.gamma.base, direction.beta.base, tangent.result.base)
  }

  /// Computes the tangents of the gradients by the parameters and the input.
  func backwardTangent(
    images: Int, input: Floats, inputTangent: Floats, at parameters: LayerParameters,
    direction: LayerParameters, trace: ConvolutionTrace, tangent: ConvolutionTangent,
    using buffers: BlockBuffers, gradientTangent: LayerParameters, inputGradientTangent: Floats
  ) {
    unsafe ck_activation_measure_adjoint_tangent(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base, tangent.map.base,
      trace.choice.base, trace.resultGradient.base, tangent.resultGradient.base,
      trace.statistics.base, tangent.statistics.base)
    unsafe ck_activation_gradient_tangents(
      tangent.statistics.base, gradientTangent.gamma.base, gradientTangent.beta.base)
    forEachBlock(of: images) { first, count in
      let target = inputGradientTangent + first * inputCount
      spreadGradient(of: first, count, at: parameters, trace: trace, using: buffers)
      spreadGradientTangent(
        of: first, count, at: parameters, direction: direction, trace: trace, tangent: tangent,
        using: buffers)
      transformInputs(
        of: first, count, input: input, inputTangent: inputTangent, using: buffers)
      unsafe ck_winograd_accumulate(
        convolution, count, buffers.inputTangent.base, buffers.product.base, buffers.input.base,
        buffers.productTangent.base, first == 0, buffers.weightSums.base)
      unsafe ck_winograd_multiply(
        convolution, count, buffers.productTangent.base, trace.transposedWeights.base,
        buffers.product.base, tangent.transposedWeights.base, buffers.input.base)
      unsafe ck_winograd_input_adjoint(convolution, count, buffers.input.base, target.base)
    }
    unsafe ck_winograd_weights_adjoint(
      convolution, buffers.weightSums.base, gradientTangent.weights.base)
  }
}

// MARK: - Parts

extension ConvolutionLayer {
  /// Calls `body` with the first image and the number of images of each block.
  private func forEachBlock(of images: Int, body: (Int, Int64) -> Void) {
    let size = BlockBuffers.size(of: images)
    for first in stride(from: 0, to: images, by: max(1, size)) {
      body(first, Int64(min(size, images - first)))
    }
  }

  private func transform(
    _ weights: Floats, into transformed: Floats, transposed: Floats, using buffers: BlockBuffers
  ) {
    unsafe ck_winograd_weights(convolution, weights.base, transformed.base)
    unsafe ck_winograd_transpose(weights.base, buffers.transposedWeights.base)
    unsafe ck_winograd_weights(
      convolution, buffers.transposedWeights.base, transposed.base)
  }

  /// The coefficients of a block's map gradient, into `buffers.product`.
  private func spreadGradient(
    of first: Int, _ count: Int64, at parameters: LayerParameters, trace: ConvolutionTrace,
    using buffers: BlockBuffers
  ) {
    unsafe ck_activation_adjoint(
      Int64(window), count, Int64(mapSize), (trace.map + first * mapCount).base,
      (trace.choice + first * resultCount).base,
      (trace.resultGradient + first * resultCount).base, parameters.gamma.base,
      trace.statistics.base, buffers.mapGradient.base)
    unsafe ck_winograd_output_adjoint(
      convolution, count, buffers.mapGradient.base, buffers.product.base)
  }

  /// The coefficients of the tangent of a block's map gradient, into `buffers.productTangent`.
  private func spreadGradientTangent(
    of first: Int, _ count: Int64, at parameters: LayerParameters, direction: LayerParameters,
    trace: ConvolutionTrace, tangent: ConvolutionTangent, using buffers: BlockBuffers
  ) {
    unsafe ck_activation_adjoint_tangent(
      Int64(window), count, Int64(mapSize), (trace.map + first * mapCount).base,
      (tangent.map + first * mapCount).base, (trace.choice + first * resultCount).base,
      (trace.resultGradient + first * resultCount).base,
      (tangent.resultGradient + first * resultCount).base, trace.statistics.base,
      tangent.statistics.base, parameters.gamma.base, direction.gamma.base,
      buffers.mapGradientTangent.base)
    unsafe ck_winograd_output_adjoint(
      convolution, count, buffers.mapGradientTangent.base, buffers.productTangent.base)
  }

  private func transformInputs(
    of first: Int, _ count: Int64, input: Floats, inputTangent: Floats,
    using buffers: BlockBuffers
  ) {
    let offset = first * inputCount
    unsafe ck_winograd_input(convolution, count, (input + offset).base, buffers.input.base)
    unsafe ck_winograd_input(
      convolution, count, (inputTangent + offset).base, buffers.inputTangent.base)
  }
}
