internal import CKernels

/// A layer of any convolution, computed directly.
///
/// It goes over the images a block at a time, so that a map's gradient is still in the caches when
/// the convolution's adjoints read it.
final class DirectLayer: BlockLayer {
  let shape: BlockShape
  private let convolution: DirectConvolution

  var keepsMap: Bool { true }

  init(_ shape: BlockShape) {
    self.shape = shape
    convolution = DirectConvolution(shape)
  }

  /// The size of equal blocks for a number of images: maps of half a megabyte, or one image.
  func blockSize(of images: Int) -> Int {
    let largest = max(shape.input.count, shape.map.count)
    return BlockBuffers.size(of: images, most: max(1, (1 << 17) / largest))
  }
}

extension DirectLayer {
  func forward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, normalizedBy reference: LayerReference?
  ) {
    forEachBlock(of: images.count) { block in
      convolution.forward(
        block.count, block.input(input.maps), parameters.weights, into: block.map(trace.map))
    }
    if reference == nil {
      unsafe ck_activation_measure(
        maps(of: images.count), trace.map.base, trace.statistics.base)
    }
    unsafe ck_activation(
      maps(of: images.count), trace.map.base, (reference?.trace ?? trace).statistics.base,
      parameters.gamma.base, parameters.beta.base, trace.result.base, trace.choice.base)
  }

  func backward(
    _ images: ImageSet, _ input: LayerInput, at parameters: LayerParameters, trace: LayerTrace,
    using buffers: BlockBuffers, gradient: LayerParameters
  ) {
    unsafe ck_activation_measure_adjoint(
      maps(of: images.count), trace.map.base, trace.choice.base, trace.resultGradient.base,
      trace.statistics.base)
    unsafe ck_activation_gradients(
      Int64(shape.map.pitch), trace.statistics.base, gradient.gamma.base, gradient.beta.base)
    gradient.weights.fill(0, count: shape.weightCount)
    forEachBlock(of: images.count) { block in
      spreadGradient(of: block, at: parameters, trace: trace, using: buffers)
      addWeightGradient(
        of: block, input.maps, buffers.mapGradient, using: buffers, to: gradient)
      if let inputGradient = input.gradient {
        convolution.backward(
          block.count, buffers.mapGradient, parameters.weights, into: block.input(inputGradient))
      }
    }
  }

  func forwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers
  ) {
    forEachBlock(of: images.count) { block in
      convolution.forward(
        block.count, block.input(input.maps), direction.weights, into: block.map(tangent.map))
      guard let inputTangent else { return }
      convolution.forward(
        block.count, block.input(inputTangent.maps), parameters.weights, into: buffers.mapGradient)
      unsafe ck_add_scaled(
        Int64(block.count * shape.map.count), 1, buffers.mapGradient.base,
        block.map(tangent.map).base)
    }
    unsafe ck_activation_measure_tangent(
      maps(of: images.count), trace.map.base, tangent.map.base, trace.statistics.base,
      tangent.statistics.base)
    unsafe ck_activation_tangent(
      maps(of: images.count), trace.map.base, tangent.map.base, trace.choice.base,
      trace.statistics.base, tangent.statistics.base, parameters.gamma.base,
      direction.gamma.base, direction.beta.base, tangent.result.base)
  }

  func backwardTangent(
    _ images: ImageSet, _ input: LayerInput, _ inputTangent: LayerInput?,
    at parameters: LayerParameters, direction: LayerParameters, trace: LayerTrace,
    tangent: LayerTangent, using buffers: BlockBuffers, gradientTangent: LayerParameters
  ) {
    unsafe ck_activation_measure_adjoint_tangent(
      maps(of: images.count), trace.map.base, tangent.map.base, trace.choice.base,
      trace.resultGradient.base, tangent.resultGradient.base, trace.statistics.base,
      tangent.statistics.base)
    unsafe ck_activation_gradient_tangents(
      Int64(shape.map.pitch), tangent.statistics.base, gradientTangent.gamma.base,
      gradientTangent.beta.base)
    gradientTangent.weights.fill(0, count: shape.weightCount)
    forEachBlock(of: images.count) { block in
      spreadGradientTangent(
        of: block, at: parameters, direction: direction, trace: trace, tangent: tangent,
        using: buffers)
      addWeightGradient(
        of: block, input.maps, buffers.mapGradientTangent, using: buffers, to: gradientTangent)
      guard let inputTangent, let inputGradientTangent = inputTangent.gradient else { return }
      spreadGradient(of: block, at: parameters, trace: trace, using: buffers)
      addWeightGradient(
        of: block, inputTangent.maps, buffers.mapGradient, using: buffers, to: gradientTangent)
      let target = block.input(inputGradientTangent)
      convolution.backward(
        block.count, buffers.mapGradientTangent, parameters.weights, into: target)
      convolution.backward(
        block.count, buffers.mapGradient, direction.weights, into: buffers.secondInputGradient)
      unsafe ck_add_scaled(
        Int64(block.count * shape.input.count), 1, buffers.secondInputGradient.base, target.base)
    }
  }
}

// MARK: - Parts

extension DirectLayer {
  /// Some images that follow one another.
  private struct Block {
    let first, count: Int
    let shape: BlockShape

    func input(_ maps: Floats) -> Floats { maps + first * shape.input.count }
    func map(_ maps: Floats) -> Floats { maps + first * shape.map.count }
    func result(_ maps: Floats) -> Floats { maps + first * shape.result.count }
    func choice(_ choice: Bytes) -> Bytes { choice + first * shape.result.count }
  }

  private func forEachBlock(of images: Int, body: (Block) -> Void) {
    let size = blockSize(of: images)
    for first in stride(from: 0, to: images, by: max(1, size)) {
      body(Block(first: first, count: min(size, images - first), shape: shape))
    }
  }

  /// A block's gradient by the map, into `buffers.mapGradient`.
  private func spreadGradient(
    of block: Block, at parameters: LayerParameters, trace: LayerTrace, using buffers: BlockBuffers
  ) {
    unsafe ck_activation_adjoint(
      maps(of: block.count), block.map(trace.map).base, block.choice(trace.choice).base,
      block.result(trace.resultGradient).base, parameters.gamma.base, trace.statistics.base,
      buffers.mapGradient.base)
  }

  /// The tangent of a block's gradient by the map, into `buffers.mapGradientTangent`.
  private func spreadGradientTangent(
    of block: Block, at parameters: LayerParameters, direction: LayerParameters,
    trace: LayerTrace, tangent: LayerTangent, using buffers: BlockBuffers
  ) {
    unsafe ck_activation_adjoint_tangent(
      maps(of: block.count), block.map(trace.map).base, block.map(tangent.map).base,
      block.choice(trace.choice).base, block.result(trace.resultGradient).base,
      block.result(tangent.resultGradient).base, trace.statistics.base, tangent.statistics.base,
      parameters.gamma.base, direction.gamma.base, buffers.mapGradientTangent.base)
  }

  private func addWeightGradient(
    of block: Block, _ input: Floats, _ mapGradient: Floats, using buffers: BlockBuffers,
    to gradient: LayerParameters
  ) {
    convolution.weightGradient(
      block.count, block.input(input), mapGradient, into: buffers.weightGradient)
    unsafe ck_add_scaled(
      Int64(shape.weightCount), 1, buffers.weightGradient.base, gradient.weights.base)
  }
}
