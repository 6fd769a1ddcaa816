internal import Autodiff
public import CellLanguage
public import MetaLearning

extension Layer: HostValue, CellConvertible {
  /// The layer as one writes it, such as `dense(inputs: 64, outputs: 5)`.
  public var description: String {
    switch self {
    case .convolution(let inputs, let outputs, let kernel, let stride, let padding):
      "convolution(inputs: \(inputs), outputs: \(outputs), kernel: \(kernel), stride: \(stride), "
        + "padding: \(padding))"
    case .batchNormalization(let channels): "batchNormalization(channels: \(channels))"
    case .relu: "relu"
    case .tanh: "tanh"
    case .maxPool(let window): "maxPool(window: \(window))"
    case .globalMean: "globalMean"
    case .flatten: "flatten"
    case .dense(let inputs, let outputs): "dense(inputs: \(inputs), outputs: \(outputs))"
    }
  }
}

/// The types of networks and their layers, as cells see them.
func networkTypes(permissions: FilePermissions) -> [HostType] {
  [networkType(permissions: permissions), layerType]
}

private let layerType = HostType(
  Layer.self, "One layer of a network, without its numbers: what it does and how large it is.",
  conformances: ["Equatable", "Hashable"],
  members: [
    HostFunction(
      """
      static func convolution(inputs: Int, outputs: Int, kernel: Int = 3, stride: Int = 1, \
      padding: Int = 1) throws -> Layer
      """, "A window of learned weights moved over the image, plus a bias per output channel."
    ) { (inputs: Int, outputs: Int, kernel: Int, stride: Int, padding: Int) in
      guard padding >= 0 else {
        throw MetaLearningError.outOfRange(name: "padding", value: "\(padding)")
      }
      return Layer.convolution(
        inputs: try positive(inputs, "inputs"), outputs: try positive(outputs, "outputs"),
        kernel: try positive(kernel, "kernel"), stride: try positive(stride, "stride"),
        padding: padding)
    },
    HostFunction(
      "static func batchNormalization(channels: Int) throws -> Layer",
      """
      Each channel brought to mean 0 and variance 1 by the batch's own statistics, then scaled and \
      shifted by learned numbers.
      """
    ) { (channels: Int) in
      Layer.batchNormalization(channels: try positive(channels, "channels"))
    },
    HostFunction("static var relu: Layer", "Negative numbers become 0.") { Layer.relu },
    HostFunction("static var tanh: Layer", "The hyperbolic tangent.") { Layer.tanh },
    HostFunction(
      "static func maxPool(window: Int = 2) throws -> Layer", "The largest number of each window."
    ) { (window: Int) in Layer.maxPool(window: try positive(window, "window")) },
    HostFunction("static var globalMean: Layer", "The mean of each channel over the image.") {
      Layer.globalMean
    },
    HostFunction("static var flatten: Layer", "All numbers of an image in one row.") {
      Layer.flatten
    },
    HostFunction(
      "static func dense(inputs: Int, outputs: Int) throws -> Layer",
      "A product with learned weights, plus a bias per output."
    ) { (inputs: Int, outputs: Int) in
      Layer.dense(inputs: try positive(inputs, "inputs"), outputs: try positive(outputs, "outputs"))
    },
  ])

/// `Network`, as cells see it.
let networkType = HostType(
  Network.self, "A network with its parameters: a value, so training one leaves it as it was.",
  conformances: ["Equatable", "ParameterTree"],
  members: [
    HostFunction(
      """
      static func strided(way: Int, channels: Int = 64, inputs: Int = 1, seed: Int = 0) throws \
      -> Network
      """,
      """
      The network of the MAML paper: four convolutions with stride 2, each with batch normalization and \
      ReLU, then the mean over the image and one dense layer. `inputs` is 3 for pictures in colour.
      """
    ) { (way: Int, channels: Int, inputs: Int, seed: Int) in
      try Checked.strided(way: way, channels: channels, inputs: inputs, seed: seed)
    },
    HostFunction(
      """
      static func pooled(way: Int, channels: Int = 64, inputs: Int = 1, seed: Int = 0) throws \
      -> Network
      """,
      """
      Four convolutions, each with batch normalization, ReLU and the largest of each 2×2 window, \
      then the mean over the image and one dense layer: slower than `strided`, and more accurate. \
      `inputs` is 3 for pictures in colour.
      """
    ) { (way: Int, channels: Int, inputs: Int, seed: Int) in
      try Checked.pooled(way: way, channels: channels, inputs: inputs, seed: seed)
    },
    HostFunction(
      """
      static func mlp(inputs: Int, hidden: [Int] = [40, 40], outputs: Int, seed: Int = 0) throws \
      -> Network
      """, "Dense layers with ReLU in between: for regression."
    ) { (inputs: Int, hidden: [Int], outputs: Int, seed: Int) in
      try Checked.mlp(inputs: inputs, hidden: hidden, outputs: outputs, seed: seed)
    },
    HostFunction(
      "init(_ layers: [Layer], seed: Int = 0) throws",
      "Layers one after another, with weights drawn from a seed."
    ) { (layers: [Layer], seed: Int) in try Network(layers, seed: seed) },
    HostFunction(
      "init(_ layers: [Layer], parameters: [Tensor]) throws",
      "Layers with their parameters, in the order and shapes of `parameters` of such a network."
    ) { (layers: [Layer], parameters: [Tensor]) in try Network(layers, parameters: parameters) },
    HostFunction(
      "func replacingParameters(by tensors: [Tensor]) throws -> Network",
      "The same layers with other parameters, in the order and shapes of `parameters`."
    ) { (network: Network, tensors: [Tensor]) in try network.replacingParameters(by: tensors) },
    property("var layers: [Layer]", "The layers, from the input to the output.", of: Network.self) {
      $0.layers
    },
    HostFunction(
      "func callAsFunction(_ batch: Tensor) -> Tensor",
      "The outputs for a batch of inputs, `[count, way]`.", Checked.apply),
    HostFunction(
      "func embedding(of batch: Tensor) throws -> Tensor",
      "What the layers before the last dense one make of a batch: a row for each input."
    ) { (network: Network, batch: Tensor) in
      try Checked.embedding(of: batch, by: network)
    },
    property(
      "var parameterNames: [String]", "The names of the parameters, as PyTorch would name them.",
      of: Network.self
    ) { $0.parameterNames },
    HostFunction(
      "func withNewHead(way: Int, seed: Int = 0) throws -> Network",
      "The network with a new last layer for another number of classes, the others as they are."
    ) { (network: Network, way: Int, seed: Int) in
      try network.withNewHead(way: way, seed: seed)
    },
    HostFunction("subscript(_ name: String) -> Tensor?", "The parameter of a name.") {
      (network: Network, name: String) in network[name]
    },
  ])
