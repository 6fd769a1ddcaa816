/// A gray picture as a value: rows of numbers, −1 for ink and +1 for paper.
public struct GrayImage: Sendable, Equatable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The pixels, row by row from the top.
  public let pixels: [Float]

  /// Creates a picture of `width × height` pixels, given row by row.
  public init(width: Int, height: Int, pixels: [Float]) {
    precondition(width > 0 && height > 0, "a picture has at least one pixel")
    precondition(pixels.count == width * height, "a picture needs width × height pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// The pixel in a row and a column, both counted from the top left.
  public subscript(row: Int, column: Int) -> Float {
    precondition(0..<height ~= row && 0..<width ~= column, "the pixel is outside the picture")
    return pixels[row * width + column]
  }
}

extension GrayImage: CustomStringConvertible {
  /// A short description, such as `28×28 image`.
  public var description: String { "\(width)×\(height) image" }
}
