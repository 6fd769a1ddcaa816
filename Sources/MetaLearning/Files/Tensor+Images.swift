public import Autodiff
public import Images
internal import Tensors

extension Tensor {
  /// The pixels of pictures, as `[count, height, width, channels]`.
  public init(_ images: ImageBatch) {
    self.init(
      shape: Shape([images.count, images.height, images.width, images.channels]),
      scalars: images.pixels)
  }

  /// The pixels of a picture, as `[height, width, channels]`.
  public init(_ image: Image) {
    self.init(shape: Shape([image.height, image.width, image.channels]), scalars: image.pixels)
  }
}

extension Image {
  /// The picture of numbers from −1 (black) to 1 (white): `[height, width]`, or with 1 or 3 channels as a
  /// last axis.
  public init(_ tensor: Tensor) throws(ImageShapeError) {
    let sizes = tensor.shape.dimensions
    guard 2...3 ~= sizes.count, sizes[0] > 0, sizes[1] > 0,
      sizes.count == 2 || sizes[2] == 1 || sizes[2] == 3
    else { throw .noImage(sizes) }
    self.init(
      width: sizes[1], height: sizes[0], channels: sizes.count == 3 ? sizes[2] : 1,
      pixels: tensor.scalars)
  }
}

extension ImageBatch {
  /// The pictures of numbers from −1 (black) to 1 (white): `[count, height, width]`, or with 1 or 3
  /// channels as a last axis.
  public init(_ tensor: Tensor) throws(ImageShapeError) {
    let sizes = tensor.shape.dimensions
    guard 3...4 ~= sizes.count, sizes[1] > 0, sizes[2] > 0,
      sizes.count == 3 || sizes[3] == 1 || sizes[3] == 3
    else { throw .noBatch(sizes) }
    self.init(
      width: sizes[2], height: sizes[1], channels: sizes.count == 4 ? sizes[3] : 1,
      pixels: tensor.scalars)
  }

  /// Pictures of one size and as many channels, one after another; at least one.
  public init(_ images: [Image]) throws(ImageShapeError) {
    guard let first = images.first else { throw .noImages }
    for (index, image) in images.enumerated() {
      let (size, expected) = (image.size, first.size)
      if size != expected { throw .otherSize(index: index, size, first: expected) }
    }
    self.init(
      width: first.width, height: first.height, channels: first.channels,
      pixels: images.flatMap(\.pixels))
  }
}

extension Image {
  fileprivate var size: [Int] { [height, width, channels] }
}

/// Why numbers are no pictures.
public enum ImageShapeError: Error, Equatable {
  /// A tensor has another shape than a picture.
  case noImage([Int])
  /// A tensor has another shape than pictures.
  case noBatch([Int])
  /// Pictures differ in height, width or channels.
  case otherSize(index: Int, [Int], first: [Int])
  /// There is no picture that would say how large they are.
  case noImages
}

extension ImageShapeError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .noImage(let shape):
      "an image is [height, width], [height, width, 1] or [height, width, 3], not \(shape)"
    case .noBatch(let shape):
      "images are [count, height, width], [count, height, width, 1] or [count, height, width, 3],"
        + " not \(shape)"
    case .otherSize(let index, let size, let first):
      "image \(index) is \(size), but image 0 is \(first)"
    case .noImages:
      "there is no image that would say which size they have"
    }
  }
}
