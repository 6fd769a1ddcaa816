/// What one evaluation of a network's gradient keeps.
typealias NetworkTrace = NetworkEvaluation<LayerTrace>

/// The tangents of a trace.
typealias NetworkTangent = NetworkEvaluation<LayerTangent>

/// What each layer keeps of an evaluation: numbers, or their tangents.
struct NetworkEvaluation<Layer: LayerMaps> {
  let layers: [Layer]
  let head: HeadTrace

  private init(
    _ head: Head, images: Int, in arena: Arena, layers: [Layer]
  ) throws(WorkspaceTooLarge) {
    self.layers = layers
    self.head = try HeadTrace(head, images: images, last: layers[layers.count - 1], in: arena)
  }

  /// The result of the last layer, and the gradient by it.
  var last: Layer { layers[layers.count - 1] }

  /// What a layer after the first is given, and the gradient by it; nil for the first.
  func input(of layer: Int) -> LayerInput? {
    guard layer > 0 else { return nil }
    return LayerInput(maps: layers[layer - 1].result, gradient: layers[layer - 1].resultGradient)
  }
}

extension NetworkTrace {
  /// Takes room for the trace of a number of images.
  init(_ passes: NetworkPasses, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    try self.init(
      passes.head, images: images, in: arena,
      layers: passes.layers.map { (layer) throws(WorkspaceTooLarge) in
        try LayerTrace(layer, images: images, in: arena)
      })
  }
}

extension NetworkTangent {
  /// Takes room for the tangents of a number of images.
  init(_ passes: NetworkPasses, images: Int, in arena: Arena) throws(WorkspaceTooLarge) {
    try self.init(
      passes.head, images: images, in: arena,
      layers: passes.layers.map { (layer) throws(WorkspaceTooLarge) in
        try LayerTangent(layer, images: images, in: arena)
      })
  }
}
