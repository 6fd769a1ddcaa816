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
    if case .rectified(let source)? = images.origin {
      return relu(try maxPool(source, window: window, stride: stride))
    }
    return try Primitive.gather(images.array.largestOfWindows(geometry))(images)
  }

  /// Returns the mean of each window.
  public static func averagePool(
    _ images: Tensor, window: Int = 2, stride: Int? = nil
  ) throws(ShapeError) -> Tensor {
    let geometry = try PoolingGeometry(
      images: images.shape, window: window, stride: stride ?? window, for: "averagePool")
    let rows = try windowMeans(images, along: 1, count: geometry.result[1], geometry)
    return try windowMeans(rows, along: 2, count: geometry.result[2], geometry)
  }

  /// Returns the means of windows over one axis.
  private static func windowMeans(
    _ x: Tensor, along axis: Int, count: Int, _ geometry: PoolingGeometry
  ) throws(ShapeError) -> Tensor {
    let (window, step) = (geometry.window, geometry.stride)
    let parts: Tensor
    if step == window {
      var ranges = x.shape.dimensions.map { 0..<$0 }
      ranges[axis] = 0..<count * window
      parts = try slice(x, ranges)
    } else {
      parts = try taking(
        x, (0..<count * window).map { $0 / window * step + $0 % window }, along: axis)
    }
    var sizes = x.shape.dimensions
    sizes.replaceSubrange(axis...axis, with: [count, window])
    return try mean(reshape(parts, to: sizes), along: [axis + 1])
  }

  /// Returns x brought to mean 0 and variance 1 over the last axis, then scaled and shifted.
  public static func layerNorm(
    _ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5
  ) throws(ShapeError) -> Tensor {
    guard x.rank >= 1 else {
      throw .wrongRank(operation: "layer norm", expected: "at least one axis", found: x.shape)
    }
    for (name, operand) in [("scale", scale), ("offset", offset)]
    where operand.shape != [x.shape[-1]] {
      throw .perChannel(operand: name, found: operand.shape, channels: x.shape[-1])
    }
    // What batch norm does for each column, done for each row.
    let rows = x.shape.dimensions.dropLast().reduce(1, *)
    let columns = try transpose(reshape(x, to: [rows, x.shape[-1]]), [1, 0])
    let standardized = try transpose(Primitive.standardize(epsilon: epsilon)(columns), [1, 0])
    return try add(multiply(reshape(standardized, to: x.shape.dimensions), scale), offset)
  }

  /// Returns x brought to mean 0 and variance 1 in each channel, then scaled and shifted.
  public static func batchNorm(
    _ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5
  ) throws(ShapeError) -> Tensor {
    guard x.rank >= 1 else {
      throw .wrongRank(operation: "batch norm", expected: "at least one axis", found: x.shape)
    }
    for (name, operand) in [("scale", scale), ("offset", offset)]
    where operand.shape != [x.shape[-1]] {
      throw .perChannel(operand: name, found: operand.shape, channels: x.shape[-1])
    }
    var x = x
    if case .shifted(let source)? = x.origin { x = source }
    return try Primitive.batchNorm(epsilon: epsilon)(x, scale, offset)
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
