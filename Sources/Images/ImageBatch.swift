/// Several pictures of one size, their pixels in one array: picture by picture, row by row.
///
/// This is the shape in which a network takes pictures (count × height × width × 1).
public struct ImageBatch: Sendable, Equatable {
  /// The number of columns of each picture.
  public let width: Int
  /// The number of rows of each picture.
  public let height: Int
  /// The pixels of all pictures.
  public let pixels: [Float]

  /// Creates a batch from the pixels of all its pictures.
  public init(width: Int, height: Int, pixels: [Float]) {
    precondition(width > 0 && height > 0, "a picture has at least one pixel")
    precondition(
      pixels.count.isMultiple(of: width * height), "the last picture of the batch is not whole")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}

extension ImageBatch: RandomAccessCollection {
  /// The place of the first picture.
  public var startIndex: Int { 0 }

  /// The number of pictures.
  public var endIndex: Int { pixels.count / (width * height) }

  /// The picture at a place.
  public subscript(index: Int) -> GrayImage {
    precondition(0..<endIndex ~= index, "the picture is outside the batch")
    let size = width * height
    return GrayImage(
      width: width, height: height, pixels: Array(pixels[index * size..<(index + 1) * size]))
  }
}

extension ImageBatch: CustomStringConvertible {
  /// A short description, such as `20 images of 28×28`.
  public var description: String { "\(count) image\(count == 1 ? "" : "s") of \(width)×\(height)" }
}
