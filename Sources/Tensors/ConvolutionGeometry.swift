internal import COneDNN

/// The rows and columns of zeros that a convolution sees around an image.
public enum Padding: Hashable, Sendable {
  /// None: the result is smaller than the image.
  case valid
  /// As much as makes the result as large as the image divided by the stride, rounded up; an odd
  /// row or column goes to the bottom or right.
  case same
  /// So many rows and columns on every side.
  case uniform(Int)
}

/// A convolution of images of one shape with weights of one shape.
///
/// The images are `[batch, height, width, channels]`, the weights
/// `[kernelHeight, kernelWidth, inputChannels, outputChannels]`.
public struct ConvolutionGeometry: Hashable, Sendable {
  /// The shape of the images.
  public private(set) var images: Shape
  /// The shape of the weights.
  public let weights: Shape
  /// The shape of the result.
  public private(set) var result: Shape
  /// How far the window moves from one result to the next.
  public let stride: Int
  private let padBefore: [Int]
  private let padAfter: [Int]

  /// Works out the geometry, or says why there is none.
  public init(
    images: Shape, weights: Shape, stride: Int, padding: Padding
  ) throws(ShapeError) {
    guard images.rank == 4 else {
      throw .wrongRank(
        operation: "conv2d", expected: "images [batch, height, width, channels]", found: images)
    }
    guard weights.rank == 4 else {
      throw .wrongRank(
        operation: "conv2d",
        expected: "weights [kernelHeight, kernelWidth, inputChannels, outputChannels]",
        found: weights)
    }
    guard images[3] == weights[2] else { throw .channels(images: images, weights: weights) }
    try ShapeError.checkSize(stride, "stride")
    var sizes: [Int] = []
    var before: [Int] = []
    var after: [Int] = []
    for axis in 0..<2 {
      let (image, window) = (images[axis + 1], weights[axis])
      guard window >= 1 else { throw .notPositive(name: "the kernel's size", value: window) }
      let total: Int
      switch padding {
      case .valid: total = 0
      case .same: total = max(((image + stride - 1) / stride - 1) * stride + window - image, 0)
      case .uniform(let amount):
        guard amount >= 0 else { throw .negative(name: "padding", value: amount) }
        guard amount <= Shape.maximumElementCount else {
          throw .beyond(name: "padding", value: amount, most: Shape.maximumElementCount)
        }
        total = 2 * amount
      }
      guard image + total >= window else {
        throw .windowTooLarge(window: [weights[0], weights[1]], image: [images[1], images[2]])
      }
      sizes.append((image + total - window) / stride + 1)
      before.append(total / 2)
      after.append(total - total / 2)
    }
    self.images = images
    self.weights = weights
    self.stride = stride
    result = try Shape(validating: [images[0]] + sizes + [weights[3]])
    padBefore = before
    padAfter = after
  }

  /// The same for another number of images.
  func part(of batch: Int) -> ConvolutionGeometry {
    var part = self
    part.images = Shape(unchecked: [batch] + images.dimensions.dropFirst())
    part.result = Shape(unchecked: [batch] + result.dimensions.dropFirst())
    return part
  }

  /// Whether there is nothing to add up: no image, no channel or no pixel.
  var isEmpty: Bool {
    images.elementCount == 0 || weights.elementCount == 0 || result.elementCount == 0
  }

  /// Whether there is one row of zeros above the images, and one column on their left.
  var padsByOneBefore: Bool { padBefore == [1, 1] }

  /// The geometry as oneDNN takes it.
  var native: onednn_convolution_geometry {
    // The window may stop short of the padded edge; oneDNN wants to see that in the padding.
    let used = (0..<2).map { (result[$0 + 1] - 1) * stride + weights[$0] }
    let bottom = used[0] - images[1] - padBefore[0]
    let right = used[1] - images[2] - padBefore[1]
    return onednn_convolution_geometry(
      batch: Int64(images[0]), inputHeight: Int64(images[1]), inputWidth: Int64(images[2]),
      inputChannels: Int64(images[3]), outputHeight: Int64(result[1]),
      outputWidth: Int64(result[2]), outputChannels: Int64(result[3]),
      kernelHeight: Int64(weights[0]), kernelWidth: Int64(weights[1]),
      strideHeight: Int64(stride), strideWidth: Int64(stride), padTop: Int64(padBefore[0]),
      padBottom: Int64(bottom), padLeft: Int64(padBefore[1]), padRight: Int64(right))
  }
}
