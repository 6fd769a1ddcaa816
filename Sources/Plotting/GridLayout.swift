/// How figures side by side share a panel.
struct GridLayout {
  private let sizes: [FigureSize]
  private let columns: Int

  /// Lays figures out row by row.
  init(_ figures: [Figure], columns: Int) {
    sizes = figures.map { $0.size ?? $0.panelSize }
    self.columns = max(1, min(columns, figures.count))
  }

  private var rows: Int { (sizes.count + columns - 1) / columns }

  /// The width of each column: that of its widest figure.
  private var widths: [Double] {
    (0..<columns).map { column in
      stride(from: column, to: sizes.count, by: columns).map { Double(sizes[$0].width) }.max() ?? 0
    }
  }

  /// The height of each row: that of its highest figure.
  private var heights: [Double] {
    (0..<rows).map { row in
      sizes[row * columns..<min((row + 1) * columns, sizes.count)].map { Double($0.height) }.max()
        ?? 0
    }
  }

  /// The size that gives every figure its own, at most 2,000 pixels a side.
  var size: FigureSize {
    let (width, height) = (widths.reduce(0, +), heights.reduce(0, +))
    let scale = min(1, 2_000 / width, 2_000 / height)
    return FigureSize(width: max(16, Int(width * scale)), height: max(16, Int(height * scale)))
  }

  /// The panel of each figure: columns and rows share a panel in proportion to their sizes.
  func panels(in panel: Panel) -> [Panel] {
    let (widths, heights) = (self.widths, self.heights)
    let across = panel.width / widths.reduce(0, +)
    let down = panel.height / heights.reduce(0, +)
    return sizes.indices.map { index in
      let (row, column) = (index / columns, index % columns)
      var part = panel
      part.x += (widths[..<column].reduce(0, +) * across).rounded()
      part.y += (heights[..<row].reduce(0, +) * down).rounded()
      part.width = (widths[column] * across).rounded(.down)
      part.height = (heights[row] * down).rounded(.down)
      return part
    }
  }
}

extension Figure {
  /// The size that the figure has on its own.
  public var preferredSize: FigureSize {
    if let size { return size }
    switch content {
    case .chart: return FigureSize(width: 640, height: 400)
    case .heatmap(let heatmap): return withTitle(heatmap.preferredSize)
    case .images(let images): return withTitle(images.preferredSize)
    case .grid(let figures, let columns):
      return figures.isEmpty
        ? FigureSize(width: 640, height: 400)
        : withTitle(GridLayout(figures, columns: columns).size)
    }
  }

  /// The size that the figure has beside others.
  var panelSize: FigureSize {
    if case .chart = content { FigureSize(width: 480, height: 340) } else { preferredSize }
  }

  /// A size with room for the title above.
  private func withTitle(_ size: FigureSize) -> FigureSize {
    let lines = FigureRenderer.titleLines(title, width: Double(size.width)).count
    let extra = Int(FigureRenderer.titleHeight(lines))
    return FigureSize(width: size.width, height: min(size.height + extra, 16_384))
  }
}
