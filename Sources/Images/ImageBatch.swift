/// Several pictures of one size, their pixels in one array: picture by picture, row by row, the channels
/// of a pixel together.
///
/// This is the shape in which a network takes pictures (count × height × width × channels).
public struct ImageBatch: Sendable, Equatable {
  /// The number of columns of each picture.
  public let width: Int
  /// The number of rows of each picture.
  public let height: Int
  /// The numbers of a pixel: 1 for gray, 3 for red, green and blue.
  public let channels: Int
  /// The pixels of all pictures.
  public let pixels: [Float]

  /// Creates a batch from the pixels of all its pictures.
  public init(width: Int, height: Int, channels: Int = 1, pixels: [Float]) {
    precondition(width > 0 && height > 0, "a picture has at least one pixel")
    precondition(channels == 1 || channels == 3, "a picture has 1 channel or 3")
    precondition(
      pixels.count.isMultiple(of: width * height * channels),
      "the last picture of the batch is not whole")
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
  }
}

extension ImageBatch: RandomAccessCollection {
  /// The place of the first picture.
  public var startIndex: Int { 0 }

  /// The number of pictures.
  public var endIndex: Int { pixels.count / (width * height * channels) }

  /// The picture at a place.
  public subscript(index: Int) -> Image {
    precondition(0..<endIndex ~= index, "the picture is outside the batch")
    let size = width * height * channels
    return Image(
      width: width, height: height, channels: channels,
      pixels: Array(pixels[index * size..<(index + 1) * size]))
  }
}

extension ImageBatch: CustomStringConvertible {
  /// A short description, such as `20 images of 28×28` or `5 colour images of 84×84`.
  public var description: String {
    let kind = channels == 1 ? "image" : "colour image"
    return "\(count) \(kind)\(count == 1 ? "" : "s") of \(width)×\(height)"
  }
}
