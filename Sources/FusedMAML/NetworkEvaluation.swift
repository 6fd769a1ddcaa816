/// What a layer made of a set of images, as the layer after it needs it.
protocol LayerMaps {
  /// The result.
  var result: Floats { get }
  /// The loss's gradient by the result.
  var resultGradient: Floats { get }
}

/// What one evaluation of a network's gradient keeps.
typealias NetworkTrace = NetworkEvaluation<FirstLayerTrace, ConvolutionTrace>

/// The tangents of a trace.
typealias NetworkTangent = NetworkEvaluation<FirstLayerTangent, ConvolutionTangent>

/// What each layer keeps of an evaluation: numbers, or their tangents.
struct NetworkEvaluation<First: LayerMaps, Layer: LayerMaps> {
  let first: First
  let layers: [Layer]
  let head: HeadTrace

  private init(
    _ head: Head, images: Int, in arena: Arena, first: First, layers: [Layer]
  ) throws(WorkspaceTooLarge) {
    self.first = first
    self.layers = layers
    self.head = try HeadTrace(head, images: images, last: layers[layers.count - 1], in: arena)
  }

  /// The result of the last layer, and the gradient by it.
  var last: Layer { layers[layers.count - 1] }

  /// What a layer after the first is given.
  func input(of layer: Int) -> Floats {
    layer == 0 ? first.result : layers[layer - 1].result
  }

  /// The gradient by what a layer after the first is given.
  func inputGradient(of layer: Int) -> Floats {
    layer == 0 ? first.resultGradient : layers[layer - 1].resultGradient
  }
}

extension NetworkTrace {
  /// Takes room for the trace of a number of images.
  init(_ passes: NetworkPasses, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    try self.init(
      passes.head, images: images, in: arena, first: FirstLayerTrace(images: images, in: arena),
      layers: passes.layers.map { (layer) throws(WorkspaceTooLarge) in
        try ConvolutionTrace(layer, images: images, in: arena)
      })
  }
}

extension NetworkTangent {
  /// Takes room for the tangents of a number of images.
  init(_ passes: NetworkPasses, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    try self.init(
      passes.head, images: images, in: arena, first: FirstLayerTangent(images: images, in: arena),
      layers: passes.layers.map { (layer) throws(WorkspaceTooLarge) in
        try ConvolutionTangent(layer, images: images, in: arena)
      })
  }
}
