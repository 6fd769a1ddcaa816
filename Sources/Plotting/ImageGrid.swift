public import Images

/// Images in rows and columns, each with an optional caption.
public struct ImageGrid: Sendable, Equatable {
  /// The images, row by row.
  public var images: [Image]
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
    _ images: [Image], columns: Int? = nil, captions: [Caption] = [],
    range: ClosedRange<Float> = -1...1
  ) {
    self.images = images
    self.columns = columns
    self.captions = captions
    self.range = range
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
