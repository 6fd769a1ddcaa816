import FusedMAML

extension FusedNetwork {
  /// The walkthrough's network.
  static func pooled(way: Int) -> FusedNetwork {
    fourBlocks(Block(filters: 64, window: 2), way: way)
  }

  /// The paper's network.
  static func strided(way: Int) -> FusedNetwork {
    fourBlocks(Block(filters: 64, stride: 2), way: way)
  }

  private static func fourBlocks(_ block: Block, way: Int) -> FusedNetwork {
    let network = FusedNetwork(
      height: 28, width: 28, channels: 1, blocks: Array(repeating: block, count: 4),
      isAveraging: true, way: way)
    guard let network else { preconditionFailure("28×28 images come through four blocks") }
    return network
  }
}

/// A task of patterns that are no images of anything.
func task(way: Int, shot: Int) -> TaskImages {
  func pixels(_ images: Int, _ factor: Int) -> [Float] {
    (0..<images * 784).map { Float($0 * factor % 17) / 8 - 1 }
  }
  func labels(_ perClass: Int) -> [Int32] { (0..<way * perClass).map { Int32($0 / perClass) } }
  return TaskImages(
    supportImages: pixels(way * shot, 7), supportLabels: labels(shot),
    queryImages: pixels(way * 3, 11), queryLabels: labels(3))
}

/// Parameters of which no two neighbours are equal.
func parameters(way: Int) -> [Float] {
  (0..<112_261 - 5 * 65 + way * 65).map { Float($0 * 31 % 101) / 1000 - 0.05 }
}
