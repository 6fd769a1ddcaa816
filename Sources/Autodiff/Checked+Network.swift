public import Tensors

extension Checked {
  /// Returns images convolved with weights.
  public static func conv2d(
    _ images: Tensor, _ weights: Tensor, stride: Int = 1, padding: Padding = .valid
  ) throws(ShapeError) -> Tensor {
    let geometry = try ConvolutionGeometry(
      images: images.shape, weights: weights.shape, stride: stride, padding: padding)
    return try Primitive.convolution(geometry)(images, weights)
  }

  /// Returns the largest value of each window.
  public static func maxPool(
    _ images: Tensor, window: Int = 2, stride: Int? = nil
  ) throws(ShapeError) -> Tensor {
    let geometry = try PoolingGeometry(
      images: images.shape, window: window, stride: stride ?? window)
    return try Primitive.gather(images.array.largestOfWindows(geometry))(images)
  }

  /// Returns x brought to mean 0 and variance 1 in each channel, then scaled and shifted.
  public static func batchNorm(
    _ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5
  ) throws(ShapeError) -> Tensor {
    let standardized = try Primitive.standardize(epsilon: epsilon)(x)
    for (name, operand) in [("scale", scale), ("offset", offset)]
    where operand.shape != [x.shape[-1]] {
      throw .perChannel(operand: name, found: operand.shape, channels: x.shape[-1])
    }
    return try add(multiply(standardized, scale), offset)
  }

  /// Returns numbers above 0 that sum to 1 along an axis, in proportion to exp(x).
  public static func softmax(_ x: Tensor, along axis: Int = -1) throws(ShapeError) -> Tensor {
    try Primitive.softmax.alongAxis(axis, of: x)
  }

  /// Returns the logarithm of the softmax along an axis.
  public static func logSoftmax(_ x: Tensor, along axis: Int = -1) throws(ShapeError) -> Tensor {
    try Primitive.logSoftmax.alongAxis(axis, of: x)
  }

  /// Returns the mean over rows of the negative log-probability of each row's label.
  public static func softmaxCrossEntropy(
    _ logits: Tensor, labels: [Int]
  ) throws(ShapeError) -> Tensor {
    try Primitive.crossEntropy(ClassLabels(labels, for: logits.shape))(logits)
  }
}

extension Primitive {
  /// Applies a primitive that works on the last axis to another.
  fileprivate func alongAxis(_ axis: Int, of x: Tensor) throws(ShapeError) -> Tensor {
    guard x.rank > 0 else { return try self(x) }
    let index = try x.shape.index(of: axis)
    guard index != x.rank - 1 else { return try self(x) }
    var swapped = Array(0..<x.rank)
    swapped.swapAt(index, x.rank - 1)
    let exchange = Primitive.transpose(swapped)
    return try exchange(self(exchange(x)))
  }
}
