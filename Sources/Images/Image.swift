/// A picture as a value: rows of pixels, each one number (gray) or three (red, green and blue), from −1
/// for black (ink) to +1 for white (paper).
public struct Image: Sendable, Equatable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The numbers of a pixel: 1 for gray, 3 for red, green and blue.
  public let channels: Int
  /// The pixels, row by row from the top, the channels of each together.
  public let pixels: [Float]

  /// Creates a picture of `width × height` pixels, given row by row.
  public init(width: Int, height: Int, channels: Int = 1, pixels: [Float]) {
    precondition(width > 0 && height > 0, "a picture has at least one pixel")
    precondition(channels == 1 || channels == 3, "a picture has 1 channel or 3")
    precondition(
      pixels.count == width * height * channels, "a picture needs width × height pixels")
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
  }

  /// The pixel of a gray picture, or the first channel of a colour one, in a row and a column, both
  /// counted from the top left.
  public subscript(row: Int, column: Int) -> Float { self[row, column, 0] }

  /// One channel of the pixel in a row and a column.
  public subscript(row: Int, column: Int, channel: Int) -> Float {
    precondition(
      0..<height ~= row && 0..<width ~= column && 0..<channels ~= channel,
      "the pixel is outside the picture")
    return pixels[(row * width + column) * channels + channel]
  }
}

/// A picture; the name that it had when all were gray.
public typealias GrayImage = Image

extension Image: CustomStringConvertible {
  /// A short description, such as `28×28 image` or `84×84 colour image`.
  public var description: String { "\(width)×\(height) \(channels == 1 ? "" : "colour ")image" }
}
