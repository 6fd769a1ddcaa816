internal import Autodiff
internal import FusedMAML
internal import Tensors

// What the fused passes know, and networks and tasks as they take them.

extension FusedNetwork {
  /// The network as the fused passes know it; nil where they don't.
  init?(_ network: Network) {
    guard case .dense(Self.channels, let way)? = network.layers.last else { return nil }
    if network.layers == Network.pooledLayers(way: way, channels: Self.channels) {
      self.init(.maximumPooling, way: way)
    } else if network.layers == Network.stridedLayers(way: way, channels: Self.channels) {
      self.init(.stride, way: way)
    } else {
      return nil
    }
  }
}

extension Examples {
  /// Whether these are images of the size that the fused passes know, as many as there are labels.
  var isOfImages: Bool {
    let side = FusedNetwork.imageSide
    return !labels.isEmpty && inputs.shape == [labels.count, side, side, 1]
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
