/// Grey images in rows and columns, each with an optional caption.
public struct ImageGrid: Sendable, Equatable {
  /// The images, row by row.
  public var images: [GreyImage]
  /// How many stand side by side; `nil` makes the grid about square.
  public var columns: Int?
  /// The captions, in the order of the images; may be fewer.
  public var captions: [Caption]
  /// The number drawn black and the number drawn white.
  ///
  /// The default is Omniglot's: ink is −1, paper is +1. Numbers outside are drawn at the nearer end.
  public var range: ClosedRange<Float>

  /// Makes a grid.
  public init(
    _ images: [GreyImage], columns: Int? = nil, captions: [Caption] = [],
    range: ClosedRange<Float> = -1...1
  ) {
    self.images = images
    self.columns = columns
    self.captions = captions
    self.range = range
  }
}

/// A grey image: `height * width` numbers, row by row from the top.
public struct GreyImage: Sendable, Equatable {
  /// The number of rows.
  public var height: Int
  /// The number of columns.
  public var width: Int
  /// The grey levels, row by row from the top.
  public var pixels: [Float]

  /// Makes an image of `height * width` numbers.
  public init(_ pixels: [Float], height: Int, width: Int) {
    self.pixels = pixels
    self.height = height
    self.width = width
  }

  /// Cuts a batch of images, stored one after the other, into its images.
  ///
  ///     GreyImage.batch(support.images, height: 28, width: 28)
  ///
  /// Numbers left over at the end make one last image of the wrong size, which drawing reports.
  public static func batch(_ pixels: [Float], height: Int, width: Int) -> [GreyImage] {
    let count = max(1, height * width)
    return stride(from: 0, to: pixels.count, by: count).map { start in
      GreyImage(
        Array(pixels[start..<min(start + count, pixels.count)]), height: height, width: width)
    }
  }
}

/// A line of text under an image.
public struct Caption: Sendable, Hashable, ExpressibleByStringLiteral {
  /// What a caption says about an answer.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// The answer is right: the caption is green.
    case right
    /// The answer is wrong: the caption is vermilion and the image is framed.
    case wrong
  }

  /// The text.
  public var text: String
  /// What it says about an answer.
  public var verdict: Verdict

  /// Makes a caption.
  public init(_ text: String, verdict: Verdict = .none) {
    self.text = text
    self.verdict = verdict
  }

  /// Makes a plain caption.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
