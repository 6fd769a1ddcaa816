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
let networkTypes = [networkType, layerType]

private let layerType = HostType(
  Layer.self, "One layer of a network, without its numbers: what it does and how large it is.",
  conformances: ["Equatable", "Hashable"],
  members: [
    HostFunction(
      """
      static func convolution(inputs: Int, outputs: Int, kernel: Int = 3, stride: Int = 1, \
      padding: Int = 1) throws -> Layer
      """, "A window of learned weights moved over the image, plus a bias per output channel."
    ) { call in
      let padding = try call.argument(4, as: Int.self)
      guard padding >= 0 else {
        throw MetaLearningError.outOfRange(name: "padding", value: "\(padding)")
      }
      return Layer.convolution(
        inputs: try positive(call, 0, "inputs"), outputs: try positive(call, 1, "outputs"),
        kernel: try positive(call, 2, "kernel"), stride: try positive(call, 3, "stride"),
        padding: padding)
    },
    HostFunction(
      "static func batchNormalization(channels: Int) throws -> Layer",
      """
      Each channel brought to mean 0 and variance 1 by the batch's own statistics, then scaled and \
      shifted by learned numbers.
      """
    ) { call in Layer.batchNormalization(channels: try positive(call, 0, "channels")) },
    HostFunction("static var relu: Layer", "Negative numbers become 0.") { _ in Layer.relu },
    HostFunction("static var tanh: Layer", "The hyperbolic tangent.") { _ in Layer.tanh },
    HostFunction(
      "static func maxPool(window: Int = 2) throws -> Layer", "The largest number of each window."
    ) { call in Layer.maxPool(window: try positive(call, 0, "window")) },
    HostFunction("static var globalMean: Layer", "The mean of each channel over the image.") { _ in
      Layer.globalMean
    },
    HostFunction("static var flatten: Layer", "All numbers of an image in one row.") { _ in
      Layer.flatten
    },
    HostFunction(
      "static func dense(inputs: Int, outputs: Int) throws -> Layer",
      "A product with learned weights, plus a bias per output."
    ) { call in
      Layer.dense(
        inputs: try positive(call, 0, "inputs"), outputs: try positive(call, 1, "outputs"))
    },
  ])

/// `Network`, as cells see it.
let networkType = HostType(
  Network.self, "A network with its parameters: a value, so training one leaves it as it was.",
  conformances: ["Equatable"],
  members: [
    HostFunction(
      "static func strided(way: Int, channels: Int = 64, seed: Int = 0) throws -> Network",
      """
      The network of the MAML paper for 28×28 images: four convolutions with stride 2, each with \
      batch normalization and ReLU, then one dense layer.
      """
    ) { call in
      Network.strided(
        way: try positive(call, 0, "way"), channels: try positive(call, 1, "channels"),
        seed: try call.argument(2))
    },
    HostFunction(
      "static func pooled(way: Int, channels: Int = 64, seed: Int = 0) throws -> Network",
      """
      Four convolutions, each with batch normalization, ReLU and the largest of each 2×2 window, \
      then one dense layer: slower than `strided`, and more accurate.
      """
    ) { call in
      Network.pooled(
        way: try positive(call, 0, "way"), channels: try positive(call, 1, "channels"),
        seed: try call.argument(2))
    },
    HostFunction(
      """
      static func mlp(inputs: Int, hidden: [Int] = [40, 40], outputs: Int, seed: Int = 0) throws \
      -> Network
      """, "Dense layers with ReLU in between: for regression."
    ) { call in
      let hidden = try call.argument(1, as: [Int].self)
      if let size = hidden.first(where: { $0 < 1 }) {
        throw MetaLearningError.outOfRange(name: "hidden", value: "\(size)")
      }
      // Sizes beyond what a tensor can hold are an error here, where `mlp` would trap.
      return try Network(
        Network.perceptronLayers(
          inputs: try positive(call, 0, "inputs"), hidden: hidden,
          outputs: try positive(call, 2, "outputs")), seed: try call.argument(3))
    },
    HostFunction(
      "init(_ layers: [Layer], seed: Int = 0) throws",
      "Layers one after another, with weights drawn from a seed."
    ) { call in
      try Network(try call.argument(0, as: [Layer].self), seed: try call.argument(1))
    },
    HostFunction(
      "func callAsFunction(_ batch: Tensor) throws -> Tensor",
      "The outputs for a batch of inputs, `[count, way]`."
    ) { call in
      try Checked.apply(try call.receiver(as: Network.self), to: try call.argument(0))
    },
    HostFunction(
      "func embedding(of batch: Tensor) throws -> Tensor",
      "What the layers before the last dense one make of a batch: a row for each input."
    ) { call in
      try Checked.embedding(of: try call.argument(0), by: try call.receiver(as: Network.self))
    },
    property("var parameterCount: Int", "The number of parameters.", of: Network.self) {
      $0.parameterCount
    },
    property(
      "var parameterNames: [String]", "The names of the parameters, as PyTorch would name them.",
      of: Network.self
    ) { $0.namedParameters.map(\.name) },
    HostFunction("subscript(_ name: String) -> Tensor?", "The parameter of a name.") { call in
      try call.receiver(as: Network.self)[try call.argument(0, as: String.self)]
    },
  ])
