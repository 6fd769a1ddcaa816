internal import CKernels

extension ConvolutionLayer {
  /// Computes the map, the statistics and the result.
  ///
  /// - Parameter reference: what other images made of the layer, whose statistics normalize these;
  ///   without it, these are normalized by their own.
  func forward(
    images: Int, input: Floats, at parameters: LayerParameters, trace: ConvolutionTrace,
    using buffers: BlockBuffers, normalizedBy reference: ConvolutionTrace? = nil
  ) {
    let own = buffers.layers[index]
    forEachBlock(of: images) { first, count in
      unsafe ck_winograd_input(
        convolution, count, (input + first * inputCount).base, own.input.base)
      unsafe ck_winograd_multiply(
        convolution, count, own.input.base, parameters.weights.base, nil, nil,
        buffers.product.base)
      unsafe ck_winograd_output(
        convolution, count, buffers.product.base, (trace.map + first * mapCount).base)
    }
    if reference == nil {
      unsafe ck_activation_measure(
        Int64(images), Int64(mapSize), trace.map.base, trace.statistics.base)
    }
    unsafe ck_activation(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base,
      (reference ?? trace).statistics.base, parameters.gamma.base, parameters.beta.base,
      trace.result.base,
      trace.choice.base)
  }

  /// Computes the gradients by the parameters and the input from the gradient by the result.
  func backward(
    images: Int, input: Floats, at parameters: LayerParameters, trace: ConvolutionTrace,
    using buffers: BlockBuffers, gradient: LayerParameters, inputGradient: Floats
  ) {
    let own = buffers.layers[index]
    unsafe ck_activation_measure_adjoint(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base, trace.choice.base,
      trace.resultGradient.base, trace.statistics.base)
    unsafe ck_activation_gradients(
      trace.statistics.base, gradient.gamma.base, gradient.beta.base)
    transpose(parameters.weights, into: own.transposed)
    gradient.weights.fill(0, count: Self.weightCount)
    forEachBlock(of: images) { first, count in
      let target = inputGradient + first * inputCount
      spreadGradient(of: first, count, at: parameters, trace: trace, using: buffers)
      if !isOneBlock(images) {
        unsafe ck_winograd_input(
          convolution, count, (input + first * inputCount).base, own.input.base)
      }
      unsafe ck_winograd_accumulate(
        convolution, count, own.input.base, buffers.product.base, nil, nil,
        gradient.weights.base)
      unsafe ck_winograd_multiply(
        convolution, count, buffers.product.base, own.transposed.base, nil, nil,
        buffers.inputGradient.base)
      unsafe ck_winograd_input_adjoint(
        convolution, count, buffers.inputGradient.base, target.base)
    }
  }

  /// Computes the tangents of the map, the statistics and the result.
  func forwardTangent(
    images: Int, input: Floats, inputTangent: Floats, at parameters: LayerParameters,
    direction: LayerParameters, trace: ConvolutionTrace, tangent: ConvolutionTangent,
    using buffers: BlockBuffers
  ) {
    let own = buffers.layers[index]
    forEachBlock(of: images) { first, count in
      transformInputs(of: first, count, input: input, inputTangent: inputTangent, using: own)
      unsafe ck_winograd_multiply(
        convolution, count, own.inputTangent.base, parameters.weights.base, own.input.base,
        direction.weights.base, buffers.product.base)
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
    let own = buffers.layers[index]
    unsafe ck_activation_measure_adjoint_tangent(
      Int64(window), Int64(images), Int64(mapSize), trace.map.base, tangent.map.base,
      trace.choice.base, trace.resultGradient.base, tangent.resultGradient.base,
      trace.statistics.base, tangent.statistics.base)
    unsafe ck_activation_gradient_tangents(
      tangent.statistics.base, gradientTangent.gamma.base, gradientTangent.beta.base)
    transpose(parameters.weights, into: own.transposed)
    transpose(direction.weights, into: own.transposedTangent)
    gradientTangent.weights.fill(0, count: Self.weightCount)
    forEachBlock(of: images) { first, count in
      let target = inputGradientTangent + first * inputCount
      spreadGradient(of: first, count, at: parameters, trace: trace, using: buffers)
      spreadGradientTangent(
        of: first, count, at: parameters, direction: direction, trace: trace, tangent: tangent,
        using: buffers)
      if !isOneBlock(images) {
        transformInputs(of: first, count, input: input, inputTangent: inputTangent, using: own)
      }
      unsafe ck_winograd_accumulate(
        convolution, count, own.inputTangent.base, buffers.product.base, own.input.base,
        buffers.productTangent.base,
        gradientTangent.weights.base)
      unsafe ck_winograd_multiply(
        convolution, count, buffers.productTangent.base, own.transposed.base,
        buffers.product.base, own.transposedTangent.base, buffers.inputGradient.base)
      unsafe ck_winograd_input_adjoint(
        convolution, count, buffers.inputGradient.base, target.base)
    }
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

  /// Whether the coefficients of a forward pass are still there in the backward pass.
  private func isOneBlock(_ images: Int) -> Bool { images <= BlockBuffers.images }

  private func transpose(_ weights: Floats, into transposed: Floats) {
    unsafe ck_winograd_transpose(weights.base, transposed.base)
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
    using own: ConvolutionBuffers
  ) {
    let offset = first * inputCount
    unsafe ck_winograd_input(convolution, count, (input + offset).base, own.input.base)
    unsafe ck_winograd_input(
      convolution, count, (inputTangent + offset).base, own.inputTangent.base)
  }
}
