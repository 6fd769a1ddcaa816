/// The looks that every figure shares.
enum FigureStyle {
  /// The size of ordinary text, in points.
  static let fontSize = 10.0
  /// The size of titles, in points.
  static let titleSize = 12.0
  /// The height of a line of ordinary text, in pixels.
  static let lineHeight = 17.0
  /// The height of a line of a title, in pixels.
  static let titleHeight = 20.0
  /// Titles, labels, captions.
  static let ink = FigureColor(0x222222)
  /// Numbers on the axes.
  static let tickInk = FigureColor(0x444444)
  /// The axes.
  static let axisInk = FigureColor(0x888888)
  /// The grid.
  static let gridInk = FigureColor(0xE6E6E6)
  /// The frame around an image.
  static let frameInk = FigureColor(0xC4C4C4)
}
