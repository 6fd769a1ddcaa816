/// A network's gradient and Hessian-vector product, as passes over buffers.
///
/// The gradient keeps a trace; the Hessian-vector product differentiates the gradient's own
/// computation in the direction of a vector (Pearlmutter's R-operator), step by step along the
/// trace: tangents of the maps forward, tangents of their gradients backward.
struct NetworkPasses {
  let layout: ParameterLayout
  let layers: [any BlockLayer]
  let head: Head

  init(_ network: FusedNetwork) {
    layout = ParameterLayout(network)
    layers = network.layers()
    head = Head(network)
  }

  /// Computes the mean cross entropy of images.
  ///
  /// - Parameter reference: what is normalized by; without it, the images themselves.
  func classify(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers,
    normalizedBy reference: NormalizationReference? = nil
  ) -> QueryScore {
    forward(images, at: parameters, trace: trace, using: buffers, normalizedBy: reference)
    return head.classify(
      images, last: trace.last.result, at: layout.head(of: parameters), trace: trace.head)
  }

  /// Computes the mean cross entropy of images and its gradient by the parameters.
  func gradient(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers,
    into gradient: Floats
  ) -> QueryScore {
    forward(images, at: parameters, trace: trace, using: buffers)
    let result = head.evaluate(
      images, last: trace.last.result, at: layout.head(of: parameters), trace: trace.head,
      gradient: layout.head(of: gradient), lastGradient: trace.last.resultGradient)
    backward(images, at: parameters, trace: trace, using: buffers, into: gradient)
    return result
  }

  /// Computes the product of the loss's Hessian at a traced gradient with a vector.
  func hessianVectorProduct(
    _ images: ImageSet, at parameters: Floats, direction: Floats, trace: NetworkTrace,
    tangent: NetworkTangent, using buffers: BlockBuffers, into product: Floats
  ) {
    for index in layers.indices {
      layers[index].forwardTangent(
        images, input(of: index, images, trace), tangent.input(of: index),
        at: layout.layer(index, of: parameters), direction: layout.layer(index, of: direction),
        trace: trace.layers[index], tangent: tangent.layers[index], using: buffers)
    }
    head.evaluateTangent(
      images, lastTangent: tangent.last.result, at: layout.head(of: parameters),
      direction: layout.head(of: direction), trace: trace.head, tangent: tangent.head,
      gradientTangent: layout.head(of: product),
      lastGradientTangent: tangent.last.resultGradient)
    for index in layers.indices.reversed() {
      layers[index].backwardTangent(
        images, input(of: index, images, trace), tangent.input(of: index),
        at: layout.layer(index, of: parameters), direction: layout.layer(index, of: direction),
        trace: trace.layers[index], tangent: tangent.layers[index], using: buffers,
        gradientTangent: layout.layer(index, of: product))
    }
  }
}

extension NetworkPasses {
  /// Computes all maps.
  ///
  /// - Parameter reference: what is normalized by; without it, the images themselves.
  func forward(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers,
    normalizedBy reference: NormalizationReference? = nil
  ) {
    for index in layers.indices {
      layers[index].forward(
        images, input(of: index, images, trace), at: layout.layer(index, of: parameters),
        trace: trace.layers[index], using: buffers,
        normalizedBy: reference.map {
          LayerReference(images: $0.images, trace: $0.trace.layers[index])
        })
    }
  }

  /// Computes the gradient by the parameters of all layers but the head from the gradient by the
  /// last layer's result, which is in the trace.
  func backward(
    _ images: ImageSet, at parameters: Floats, trace: NetworkTrace, using buffers: BlockBuffers,
    into gradient: Floats
  ) {
    for index in layers.indices.reversed() {
      layers[index].backward(
        images, input(of: index, images, trace), at: layout.layer(index, of: parameters),
        trace: trace.layers[index], using: buffers, gradient: layout.layer(index, of: gradient))
    }
  }

  /// What a layer reads of some images.
  private func input(of layer: Int, _ images: ImageSet, _ trace: NetworkTrace) -> LayerInput {
    trace.input(of: layer) ?? LayerInput(maps: images.pixels, gradient: nil)
  }
}

/// Images that others are normalized by, and their maps with the same parameters: batch
/// normalization then takes mean and variance from these, and no image of the others changes what
/// is made of another.
struct NormalizationReference {
  let images: ImageSet
  let trace: NetworkTrace
}
