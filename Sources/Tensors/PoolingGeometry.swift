/// Windows laid over images of one shape, none reaching past the edge.
public struct PoolingGeometry: Hashable, Sendable {
  /// The shape of the images, `[batch, height, width, channels]`.
  public let images: Shape
  /// The shape of the result: a number for each window and channel.
  public let result: Shape
  /// The height and width of a window.
  public let window: Int
  /// How far a window is from the next.
  public let stride: Int

  /// Works out the geometry, or says why there is none; rows and columns that fill no window are
  /// left out.
  public init(
    images: Shape, window: Int, stride: Int, for operation: String = "maxPool"
  ) throws(ShapeError) {
    guard images.rank == 4 else {
      throw .wrongRank(
        operation: operation, expected: "images [batch, height, width, channels]", found: images)
    }
    try ShapeError.checkSize(window, "window")
    try ShapeError.checkSize(stride, "stride")
    guard images[1] >= window, images[2] >= window else {
      throw .windowTooLarge(window: [window, window], image: [images[1], images[2]])
    }
    self.images = images
    self.window = window
    self.stride = stride
    result = Shape(unchecked: [
      images[0], (images[1] - window) / stride + 1, (images[2] - window) / stride + 1, images[3],
    ])
  }
}
