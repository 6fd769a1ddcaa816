/// What a terminal can show, and how much of it.
public struct TerminalGraphics: Sendable, Hashable {
  /// A way to show pictures.
  public enum Drawing: String, Sendable, Hashable, CaseIterable {
    /// PNG pictures by kitty's graphics protocol.
    case kitty
    /// PNG pictures by iTerm2's inline images.
    case iterm
    /// Sixel pictures.
    case sixel
    /// Characters: images in blocks of colour, curves by gnuplot's `dumb`, in Unicode.
    case blocks
    /// Characters of ASCII alone.
    case dumb
    /// A line of text in place of the picture.
    case none
  }

  /// The colours of text.
  public enum Colors: String, Sendable, Hashable, CaseIterable {
    /// None.
    case none
    /// The eight that every colour terminal has.
    case ansi
    /// The palette of 256.
    case palette
    /// All of 24 bits.
    case full
  }

  /// How pictures are shown.
  public var drawing: Drawing
  /// The colours of text.
  public var colors: Colors
  /// The characters in a line.
  public var columns: Int
  /// The lines on the screen.
  public var rows: Int
  /// The most lines that a picture takes; nil for a screen, or some screens of many images.
  public var lineLimit: Int?
  /// The pixels that a character takes.
  public var cell: FigureSize
  /// Whether tmux stands between, which hands on only what is wrapped for it.
  public var isInsideTmux = false

  /// Describes a terminal.
  public init(
    drawing: Drawing = .blocks, colors: Colors = .full, columns: Int = 80, rows: Int = 24,
    cell: FigureSize = FigureSize(width: 8, height: 16)
  ) {
    self.drawing = drawing
    self.colors = colors
    self.columns = columns
    self.rows = rows
    self.cell = cell
  }

  /// Nothing but a line of text for each picture, as for a pipe or a file.
  public static let none = TerminalGraphics(drawing: .none, colors: .none)
}

extension TerminalGraphics {
  /// Whether characters beyond ASCII can be used.
  var isUnicode: Bool { drawing != .dumb && drawing != .none }

  /// The characters that a line of a picture may take; the last column stays free, because some
  /// terminals go to the next line when it is filled.
  var usableColumns: Int { max(20, columns - 1) }

  /// The size of a figure in pixels so that it fits the screen's width.
  func pixelSize(of figure: Figure) -> FigureSize {
    let asked = figure.preferredSize
    let width = max(64, usableColumns * max(4, cell.width))
    let height = max(64, min(rows - 2, lineLimit ?? .max) * max(8, cell.height))
    if case .images(let images) = figure.content, figure.size == nil {
      // Images shrink by whole pixels, so the picture follows them.
      let title = asked.height - images.preferredSize.height
      return ImageLayout(preferredFor: images).shrunk(images, width, height - title)
        .withHeight(adding: title)
    }
    let scale = min(1, Double(width) / Double(asked.width), Double(height) / Double(asked.height))
    return FigureSize(
      width: max(64, Int(Double(asked.width) * scale)),
      height: max(64, Int(Double(asked.height) * scale)))
  }
}

extension ImageLayout {
  /// The size of this layout, or of the largest one that fits where this does not.
  fileprivate func shrunk(_ grid: ImageGrid, _ width: Int, _ height: Int) -> FigureSize {
    if size.width <= width, size.height <= height { return size }
    return ImageLayout(grid, width: width, height: max(32, height), largestScale: scale).size
  }
}

extension FigureSize {
  fileprivate func withHeight(adding extra: Int) -> FigureSize {
    FigureSize(width: max(width, 16), height: max(height + extra, 16))
  }
}
