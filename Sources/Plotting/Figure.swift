/// A picture as a value: what to draw, not how and not where.
///
/// The verbs make figures (`plot`, `scatter`, `histogram`, `bar`, `heatmap`, `show`, `grid`);
/// ``FigureRenderer`` turns one into a gnuplot script, ``GnuplotProcess`` draws that as PNG, SVG or
/// PDF or, with ``TerminalGraphics``, as text for a terminal. A figure made from numbers that do not
/// fit together (3 x values for 4 y values) is still a value; ``validate()`` and every renderer
/// report it as a ``FigureError``.
///
///     let figure = plot([0.9, 0.5, 0.3], label: "loss", title: "Training", xLabel: "iteration")
///     try gnuplot.write(figure, to: "plots/training.png")
///
/// Copying a figure copies no numbers until one of the copies changes.
public struct Figure: Sendable, Equatable {
  /// What a figure shows.
  public indirect enum Content: Sendable, Equatable {
    /// Curves, points, bars over a pair of axes.
    case chart(Chart)
    /// A matrix in colours.
    case heatmap(Heatmap)
    /// Grey images in rows and columns.
    case images(ImageGrid)
    /// Figures side by side, filled row by row into so many columns.
    case grid([Figure], columns: Int)
  }

  /// What the figure shows.
  public var content: Content

  /// The line above the picture.
  public var title: String?

  /// The size asked for; `nil` lets the content decide.
  public var size: FigureSize?

  /// Makes a figure from its parts; the verbs are usually shorter.
  public init(_ content: Content, title: String? = nil, size: FigureSize? = nil) {
    self.content = content
    self.title = title
    self.size = size
  }
}

/// Width and height in pixels (or, for SVG and PDF, in the same units at 96 per inch).
public struct FigureSize: Sendable, Hashable {
  /// Pixels from left to right.
  public var width: Int

  /// Pixels from top to bottom.
  public var height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
