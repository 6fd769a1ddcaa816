/// A network of convolution blocks or of dense layers, as the fused passes know it.
///
/// Each block is a convolution, batch normalization with the batch's own statistics, ReLU, and
/// perhaps 2×2 max pooling; what the last one makes of an image goes, averaged or as it is, through
/// a linear layer. A dense layer with ReLU is a block whose image is one pixel, without normalization.
package struct FusedNetwork: Sendable, Hashable {
  /// A convolution with what follows it.
  package struct Block: Sendable, Hashable {
    /// How many channels it makes.
    package var filters: Int
    /// The height and width of a filter, how far it moves, and the zeros around the image.
    package var kernel, stride, padding: Int
    /// The height and width of the windows whose largest number is taken: 2, or 1 for no pooling.
    package var window: Int
    /// Whether batch normalization follows, and not a bias: not so in dense layers, which are blocks of
    /// one pixel with a kernel of 1.
    package private(set) var isNormalized = true

    /// Creates a block.
    package init(filters: Int, kernel: Int = 3, stride: Int = 1, padding: Int = 1, window: Int = 1)
    {
      self.filters = filters
      self.kernel = kernel
      self.stride = stride
      self.padding = padding
      self.window = window
    }

    /// A dense layer with ReLU.
    package static func dense(units: Int) -> Block {
      var block = Block(filters: units, kernel: 1, padding: 0)
      block.isNormalized = false
      return block
    }
  }

  /// How far answers are off.
  package enum Loss: Sendable, Hashable {
    /// The mean cross entropy of the softmax, with the class of each image.
    case crossEntropy
    /// The mean squared error, with as many numbers for each image as the linear layer makes.
    case squaredError
  }

  /// The blocks, from the image on.
  package let blocks: [Block]
  /// Whether the linear layer is given each channel's mean over the last maps, or all their pixels.
  package let isAveraging: Bool
  /// How many classes the linear layer tells apart, or how many numbers it makes.
  package let way: Int
  /// How its answers are judged.
  package let loss: Loss
  /// The sizes of what each block reads and makes.
  let shapes: [BlockShape]

  /// Creates the network for images of a size; nil where there is no block, where an image does not
  /// come through them, or where sizes are beyond what memory holds.
  package init?(
    height: Int, width: Int, channels: Int, blocks: [Block], isAveraging: Bool, way: Int,
    loss: Loss = .crossEntropy
  ) {
    var shapes: [BlockShape] = []
    var input = MapSize(height: height, width: width, channels: channels, pitch: channels)
    for block in blocks {
      guard let shape = BlockShape(block, input: input) else { return nil }
      shapes.append(shape)
      input = shape.result
    }
    guard !shapes.isEmpty, way >= 1 else { return nil }
    self.blocks = blocks
    self.isAveraging = isAveraging
    self.way = way
    self.loss = loss
    self.shapes = shapes
  }
}

// MARK: - Sizes

extension FusedNetwork {
  /// What images have.
  var image: MapSize { shapes[0].input }

  /// What the last block makes of an image.
  var last: MapSize { shapes[shapes.count - 1].result }

  /// How many of the last block's pixels the linear layer is given.
  var featurePixels: Int { isAveraging ? 1 : last.height * last.width }

  /// How many numbers of an image the linear layer is given.
  package var featureCount: Int { featurePixels * last.channels }
}

// MARK: - Layers

extension FusedNetwork {
  /// The passes of each block: special ones where the block is such as they know, general ones
  /// elsewhere.
  func layers() -> [any BlockLayer] {
    var winogradCount = 0
    return shapes.enumerated().map { index, shape in
      if let layer = DenseLayer(shape) { return layer }
      if index == 0, let layer = FirstLayer(shape) { return layer }
      if index > 0, let layer = WinogradLayer(shape, index: winogradCount) {
        winogradCount += 1
        return layer
      }
      return DirectLayer(shape)
    }
  }
}
