internal import Autodiff
internal import FusedMAML
internal import Tensors

// What the fused passes know, and networks and tasks as they take them.

extension FusedNetwork {
  /// The network as the fused passes know it; nil where they don't, or where it doesn't fit the
  /// inputs.
  ///
  /// They know blocks of a convolution, batch normalization, ReLU and perhaps 2×2 max pooling, whose
  /// last maps, averaged or flattened, go through one dense layer; and dense layers with ReLU before
  /// one without.
  ///
  /// - Parameters:
  ///   - inputs: The shape of a batch of inputs.
  ///   - loss: How answers are judged.
  init?(_ network: Network, inputs: Shape, loss: Loss = .crossEntropy) {
    if network.layers.contains(where: \.isDense) && !network.layers.contains(where: \.isConvolution)
    {
      self.init(dense: network.layers, inputs: inputs, loss: loss)
    } else {
      self.init(blocks: network.layers, images: inputs, loss: loss)
    }
  }

  /// Dense layers, after a flattening where inputs have more than one axis.
  private init?(dense layers: [Layer], inputs: Shape, loss: Loss) {
    var rest = layers[...]
    if case .flatten? = rest.first { rest.removeFirst() } else if inputs.rank != 2 { return nil }
    guard inputs.rank >= 2, case .dense(let features, let way)? = rest.popLast() else { return nil }
    let count = inputs.dimensions.dropFirst().reduce(1, *)
    var units = count
    var blocks: [Block] = []
    while !rest.isEmpty {
      guard case .dense(units, let outputs)? = rest.popFirst(), case .relu? = rest.popFirst() else {
        return nil
      }
      units = outputs
      blocks.append(.dense(units: outputs))
    }
    guard units == features else { return nil }
    self.init(
      height: 1, width: 1, channels: count, blocks: blocks, isAveraging: false, way: way,
      loss: loss)
  }

  private init?(blocks layers: [Layer], images: Shape, loss: Loss) {
    guard images.rank == 4, case .dense(let features, let way)? = layers.last else { return nil }
    var rest = layers.dropLast()
    let isAveraging: Bool
    switch rest.popLast() {
    case .globalMean: isAveraging = true
    case .flatten: isAveraging = false
    default: return nil
    }
    var channels = images[3]
    var blocks: [Block] = []
    while !rest.isEmpty {
      guard let block = Self.nextBlock(of: &rest, inputs: channels) else { return nil }
      channels = block.filters
      blocks.append(block)
    }
    self.init(
      height: images[1], width: images[2], channels: images[3], blocks: blocks,
      isAveraging: isAveraging, way: way, loss: loss)
    guard featureCount == features else { return nil }
  }

  /// Takes the next block off some layers; nil where they don't begin with one.
  private static func nextBlock(of layers: inout ArraySlice<Layer>, inputs: Int) -> Block? {
    guard
      case .convolution(inputs, let filters, let kernel, let stride, let padding)? =
        layers
        .popFirst(),
      case .batchNormalization(filters)? = layers.popFirst(), case .relu? = layers.popFirst()
    else { return nil }
    var window = 1
    if case .maxPool(2)? = layers.first {
      window = 2
      layers.removeFirst()
    }
    return Block(
      filters: filters, kernel: kernel, stride: stride, padding: padding, window: window)
  }
}

extension Layer {
  fileprivate var isDense: Bool { if case .dense = self { true } else { false } }
  fileprivate var isConvolution: Bool { if case .convolution = self { true } else { false } }
}

extension Examples {
  /// Whether these are inputs of the size of some others, as many as there are classes or rows of
  /// numbers.
  func areInputs(like shape: Shape) -> Bool {
    let sizes = inputs.shape.dimensions
    guard sizes.count >= 2, sizes.dropFirst() == shape.dimensions.dropFirst() else { return false }
    switch targets {
    case .labels(let labels):
      return !labels.isEmpty && sizes[0] == labels.count && labels.allSatisfy { $0 >= 0 }
    case .values(let values):
      return sizes[0] > 0 && values.rank == 2 && values.shape[0] == sizes[0]
    }
  }

  /// Whether a network has as many outputs as are asked for.
  func fit(_ network: FusedNetwork) -> Bool {
    switch targets {
    case .labels(let labels): labels.allSatisfy { $0 < network.way }
    case .values(let values): values.shape[1] == network.way
    }
  }

  /// How answers are judged.
  var lossKind: FusedNetwork.Loss {
    switch targets {
    case .labels: .crossEntropy
    case .values: .squaredError
    }
  }
}

extension Network {
  /// All numbers, tensor after tensor.
  var numbers: [Float] { parameters.flatMap(\.scalars) }

  /// Returns the same structure with other numbers.
  func filled(with numbers: [Float]) -> Network {
    var rest = numbers[...]
    return map { parameter in
      defer { rest = rest.dropFirst(parameter.elementCount) }
      return Tensor(
        shape: parameter.shape, scalars: Array(rest.prefix(parameter.elementCount)))
    }
  }
}

extension TaskImages {
  /// The inputs of an episode and the answers to them.
  init(_ episode: Episode) {
    self.init(
      supportImages: episode.support.inputs.scalars,
      supportLabels: episode.support.labels.map { Int32($0) },
      queryImages: episode.query.inputs.scalars,
      queryLabels: episode.query.labels.map { Int32($0) })
    supportValues = episode.support.values?.scalars ?? []
    queryValues = episode.query.values?.scalars ?? []
  }
}
