/// The size of an image, or of what a block makes of one.
///
/// The channels of a pixel lie `pitch` floats from those of the next: maps have them filled up with
/// zeros to a multiple of 16, so that kernels never meet a part of a vector. What is added stays 0
/// in every pass, as its weights, scales and offsets are 0.
struct MapSize: Sendable, Hashable {
  let height, width, channels, pitch: Int

  /// How many floats an image takes.
  var count: Int { height * width * pitch }
}

/// The sizes of a block of convolution, batch normalization, ReLU and perhaps pooling.
struct BlockShape: Sendable, Hashable {
  let block: FusedNetwork.Block
  /// What the convolution reads, what it makes, and what is left of that after pooling.
  let input, map, result: MapSize

  /// Works out the sizes; nil where there are none, or where they are beyond what memory holds.
  init?(_ block: FusedNetwork.Block, input: MapSize) {
    let known = [block.filters, block.kernel, input.height, input.width, input.channels]
    guard known.allSatisfy({ (1...Self.limit).contains($0) }), block.stride >= 1,
      (0...Self.limit).contains(block.padding), (1...2).contains(block.window),
      block.isNormalized || (input.height, input.width) == (1, 1)
    else { return nil }
    func moved(_ size: Int) -> Int {
      let room = size + 2 * block.padding - block.kernel
      return room < 0 ? 0 : room / block.stride + 1
    }
    let pitch = (block.filters + 15) / 16 * 16
    func size(_ height: Int, _ width: Int) -> MapSize? {
      let (pixels, isOver) = height.multipliedReportingOverflow(by: width)
      guard height >= 1, width >= 1, !isOver, pixels <= Self.limit / pitch else { return nil }
      return MapSize(height: height, width: width, channels: block.filters, pitch: pitch)
    }
    let (height, width) = (moved(input.height), moved(input.width))
    guard let map = size(height, width),
      let result = size(height / block.window, width / block.window),
      input.channels <= Self.limit / (block.kernel * block.kernel) / pitch
    else { return nil }
    self.block = block
    self.input = input
    self.map = map
    self.result = result
  }

  /// The most floats of one image's map, and of one block's weights.
  private static let limit = 1 << 31

  /// How many floats the weights `[kernel, kernel, input.pitch, map.pitch]` have.
  var weightCount: Int { block.kernel * block.kernel * input.pitch * map.pitch }

  /// How many groups of at most 64 channels the statistics have.
  var groupCount: Int { (map.pitch + 63) / 64 }
}
