internal import Autodiff
internal import FusedMAML
internal import Tensors

// What the fused passes know, and networks and tasks as they take them.

extension FusedNetwork {
  /// The network as the fused passes know it; nil where they don't, or where it doesn't fit the
  /// images.
  ///
  /// They know blocks of a convolution, batch normalization, ReLU and perhaps 2×2 max pooling, whose
  /// last maps, averaged or flattened, go through one dense layer.
  ///
  /// - Parameter images: The shape of a batch of images.
  init?(_ network: Network, images: Shape) {
    guard images.rank == 4, case .dense(let features, let way)? = network.layers.last else {
      return nil
    }
    var rest = network.layers.dropLast()
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
      isAveraging: isAveraging, way: way)
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

extension Examples {
  /// Whether these are images of the size of some others, as many as there are labels.
  func areImages(like shape: Shape) -> Bool {
    !labels.isEmpty && shape.rank == 4
      && inputs.shape == [labels.count, shape[1], shape[2], shape[3]]
      && labels.allSatisfy { $0 >= 0 }
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
  /// The images and labels of an episode.
  init(_ episode: Episode) {
    self.init(
      supportImages: episode.support.inputs.scalars,
      supportLabels: episode.support.labels.map { Int32($0) },
      queryImages: episode.query.inputs.scalars,
      queryLabels: episode.query.labels.map { Int32($0) })
  }
}
