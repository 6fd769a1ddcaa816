/// A network's gradient and Hessian-vector product, as passes over buffers.
///
/// The gradient keeps a trace; the Hessian-vector product differentiates the gradient's own
/// computation in the direction of a vector (Pearlmutter's R-operator), step by step along the
/// trace: tangents of the maps forward, tangents of their gradients backward.
struct NetworkPasses {
  let layout: ParameterLayout
  let first: FirstLayer
  let layers: [ConvolutionLayer]
  let head: Head

  init(_ network: FusedNetwork) {
    layout = ParameterLayout(way: network.way)
    first = FirstLayer(stride: network.firstStride)
    layers = network.convolutionLayers
    head = Head(way: network.way, averagedPixels: network.averagedPixels)
  }

  /// Computes the mean cross entropy of images.
  func classify(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers
  ) -> Classification {
    forward(images, at: parameters, trace: trace, using: buffers)
    return head.classify(
      images, last: trace.layers[2].result, at: layout.head(of: parameters), trace: trace.head)
  }

  /// Computes the mean cross entropy of images and its gradient by the parameters.
  func gradient(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers,
    into gradient: Floats
  ) -> Classification {
    forward(images, at: parameters, trace: trace, using: buffers)
    let result = head.evaluate(
      images, last: trace.layers[2].result, at: layout.head(of: parameters), trace: trace.head,
      gradient: layout.head(of: gradient), lastGradient: trace.layers[2].resultGradient)
    for index in layers.indices.reversed() {
      layers[index].backward(
        images: images.count, input: trace.input(of: index),
        at: layout.layer(index + 1, of: parameters), trace: trace.layers[index],
        using: buffers, gradient: layout.layer(index + 1, of: gradient),
        inputGradient: trace.inputGradient(of: index))
    }
    first.backward(
      images, at: layout.layer(0, of: parameters), trace: trace.first,
      gradient: layout.layer(0, of: gradient))
    return result
  }

  /// Computes the product of the loss's Hessian at a traced gradient with a vector.
  func hessianVectorProduct(
    _ images: ImageSet, at parameters: Floats, direction: Floats, trace: NetworkTrace,
    tangent: NetworkTangent, using buffers: BlockBuffers, into product: Floats
  ) {
    first.forwardTangent(
      images, at: layout.layer(0, of: parameters), direction: layout.layer(0, of: direction),
      trace: trace.first, tangent: tangent.first)
    for index in layers.indices {
      layers[index].forwardTangent(
        images: images.count, input: trace.input(of: index),
        inputTangent: tangent.input(of: index), at: layout.layer(index + 1, of: parameters),
        direction: layout.layer(index + 1, of: direction), trace: trace.layers[index],
        tangent: tangent.layers[index], using: buffers)
    }
    head.evaluateTangent(
      images, lastTangent: tangent.layers[2].result, at: layout.head(of: parameters),
      direction: layout.head(of: direction), trace: trace.head, tangent: tangent.head,
      gradientTangent: layout.head(of: product),
      lastGradientTangent: tangent.layers[2].resultGradient)
    for index in layers.indices.reversed() {
      layers[index].backwardTangent(
        images: images.count, input: trace.input(of: index),
        inputTangent: tangent.input(of: index), at: layout.layer(index + 1, of: parameters),
        direction: layout.layer(index + 1, of: direction), trace: trace.layers[index],
        tangent: tangent.layers[index], using: buffers,
        gradientTangent: layout.layer(index + 1, of: product),
        inputGradientTangent: tangent.inputGradient(of: index))
    }
    first.backwardTangent(
      images, at: layout.layer(0, of: parameters), direction: layout.layer(0, of: direction),
      trace: trace.first, tangent: tangent.first, gradientTangent: layout.layer(0, of: product))
  }
}

extension NetworkPasses {
  /// Computes all maps.
  private func forward(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers
  ) {
    first.forward(images, at: layout.layer(0, of: parameters), trace: trace.first)
    for index in layers.indices {
      layers[index].forward(
        images: images.count, input: trace.input(of: index),
        at: layout.layer(index + 1, of: parameters), trace: trace.layers[index],
        using: buffers)
    }
  }
}

/// What one evaluation of a network's gradient keeps.
struct NetworkTrace {
  let first: FirstLayerTrace
  let layers: [ConvolutionTrace]
  let head: HeadTrace

  init(_ passes: NetworkPasses, images: Int, in arena: Arena) {
    first = FirstLayerTrace(images: images, in: arena)
    layers = passes.layers.map { ConvolutionTrace($0, images: images, in: arena) }
    head = HeadTrace(
      passes.head, images: images, last: (layers[2].result, layers[2].resultGradient),
      in: arena)
  }

  func input(of layer: Int) -> Floats {
    layer == 0 ? first.result : layers[layer - 1].result
  }
  func inputGradient(of layer: Int) -> Floats {
    layer == 0 ? first.resultGradient : layers[layer - 1].resultGradient
  }
}

/// The tangents of a trace.
struct NetworkTangent {
  let first: FirstLayerTangent
  let layers: [ConvolutionTangent]
  let head: HeadTrace

  init(_ passes: NetworkPasses, images: Int, in arena: Arena) {
    first = FirstLayerTangent(images: images, in: arena)
    layers = passes.layers.map { ConvolutionTangent($0, images: images, in: arena) }
    head = HeadTrace(
      passes.head, images: images, last: (layers[2].result, layers[2].resultGradient),
      in: arena)
  }

  func input(of layer: Int) -> Floats {
    layer == 0 ? first.result : layers[layer - 1].result
  }
  func inputGradient(of layer: Int) -> Floats {
    layer == 0 ? first.resultGradient : layers[layer - 1].resultGradient
  }
}
