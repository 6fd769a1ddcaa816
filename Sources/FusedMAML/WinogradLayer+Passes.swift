internal import CKernels

extension WinogradLayer {
  func forward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, normalizedBy reference: LayerReference?
  ) {
    let (images, input) = (images.count, input.maps)
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
        maps(of: images), trace.map.base, trace.statistics.base)
    }
    unsafe ck_activation(
      maps(of: images), trace.map.base,
      (reference?.trace ?? trace).statistics.base, parameters.gamma.base, parameters.beta.base,
      trace.result.base,
      trace.choice.base)
  }

  func backward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, gradient: LayerParameters
  ) {
    let (images, inputGradient, input) = (images.count, gradientPlace(of: input), input.maps)
    let own = buffers.layers[index]
    unsafe ck_activation_measure_adjoint(
      maps(of: images), trace.map.base, trace.choice.base,
      trace.resultGradient.base, trace.statistics.base)
    unsafe ck_activation_gradients(
      Int64(shape.map.pitch), trace.statistics.base, gradient.gamma.base, gradient.beta.base)
    transpose(parameters.weights, into: own.transposed)
    gradient.weights.fill(0, count: shape.weightCount)
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

  func forwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers
  ) {
    let (images, inputTangent) = (images.count, tangentMaps(of: inputTangent).maps)
    let input = input.maps
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
      maps(of: images), trace.map.base, tangent.map.base, trace.statistics.base,
      tangent.statistics.base)
    unsafe ck_activation_tangent(
      maps(of: images), trace.map.base, tangent.map.base,
      trace.choice.base, trace.statistics.base, tangent.statistics.base, parameters.gamma.base,
      direction.gamma.base, direction.beta.base, tangent.result.base)
  }

  func backwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers, gradientTangent: LayerParameters
  ) {
    let images = images.count, input = input.maps
    let moved = tangentMaps(of: inputTangent)
    let inputTangent = moved.maps, inputGradientTangent = gradientPlace(of: moved)
    let own = buffers.layers[index]
    unsafe ck_activation_measure_adjoint_tangent(
      maps(of: images), trace.map.base, tangent.map.base,
      trace.choice.base, trace.resultGradient.base, tangent.resultGradient.base,
      trace.statistics.base, tangent.statistics.base)
    unsafe ck_activation_gradient_tangents(
      Int64(shape.map.pitch), tangent.statistics.base, gradientTangent.gamma.base,
      gradientTangent.beta.base)
    transpose(parameters.weights, into: own.transposed)
    transpose(direction.weights, into: own.transposedTangent)
    gradientTangent.weights.fill(0, count: shape.weightCount)
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

extension WinogradLayer {
  private var inputCount: Int { shape.input.count }
  private var mapCount: Int { shape.map.count }
  private var resultCount: Int { shape.result.count }

  private func gradientPlace(of input: LayerInput) -> Floats {
    guard let gradient = input.gradient else {
      preconditionFailure("a layer after the first has a gradient by what it reads")
    }
    return gradient
  }

  private func tangentMaps(of input: LayerInput?) -> LayerInput {
    guard let input else { preconditionFailure("what a layer after the first reads has a tangent") }
    return input
  }

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
    of first: Int, _ count: Int64, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers
  ) {
    unsafe ck_activation_adjoint(
      maps(of: Int(count)), (trace.map + first * mapCount).base,
      (trace.choice + first * resultCount).base,
      (trace.resultGradient + first * resultCount).base, parameters.gamma.base,
      trace.statistics.base, buffers.mapGradient.base)
    unsafe ck_winograd_output_adjoint(
      convolution, count, buffers.mapGradient.base, buffers.product.base)
  }

  /// The coefficients of the tangent of a block's map gradient, into `buffers.productTangent`.
  private func spreadGradientTangent(
    of first: Int, _ count: Int64, at parameters: LayerParameters, direction: LayerParameters,
    trace: LayerTrace, tangent: LayerTangent, using buffers: BlockBuffers
  ) {
    unsafe ck_activation_adjoint_tangent(
      maps(of: Int(count)), (trace.map + first * mapCount).base,
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
    using own: WinogradBuffers
  ) {
    let offset = first * inputCount
    unsafe ck_winograd_input(convolution, count, (input + offset).base, own.input.base)
    unsafe ck_winograd_input(
      convolution, count, (inputTangent + offset).base, own.inputTangent.base)
  }
}
