extension GnuplotProcess {
  /// The figure as text for a terminal, with its escape sequences, ending in a line break.
  ///
  /// Pictures where the terminal shows them, else characters; a line that names the figure where the
  /// terminal shows nothing at all. Images, heatmaps and named bars in characters need no gnuplot.
  public func terminalText(
    _ figure: Figure, for terminal: TerminalGraphics,
    interrupt: @Sendable () -> Bool = { false }
  ) throws -> String {
    try figure.validate()
    let figure = figure.withShownTexts
    let size = terminal.pixelSize(of: figure)
    let columns = min(
      terminal.usableColumns, (size.width + terminal.cell.width - 1) / max(1, terminal.cell.width))
    switch terminal.drawing {
    case .kitty:
      let png = try png(figure, size: size, interrupt: interrupt)
      let picture = InlinePicture.kitty(png, columns: columns)
      return terminal.isInsideTmux ? InlinePicture.throughTmux(picture) : picture
    case .iterm:
      let png = try png(figure, size: size, interrupt: interrupt)
      return InlinePicture.iterm(png, columns: columns)
    case .sixel:
      let sixel = try draw(figure, on: .sixel(size), interrupt: interrupt)
      return String(decoding: sixel, as: UTF8.self) + "\n"
    case .blocks, .dumb:
      let width = min(terminal.usableColumns, 160)
      let height = max(
        10, min(terminal.rows - 3, width * 2 / 5, (terminal.lineLimit ?? .max) - 1))
      let block = try withoutActuallyEscaping(interrupt) { interrupt in
        let text = TextFigure(terminal: terminal) { script in
          String(decoding: try self.run(script, interrupt: interrupt), as: UTF8.self)
        }
        return try text.block(figure, width: width, height: height)
      }
      return terminal.isUnicode ? block.text : PlainText.ascii(block.text)
    case .none:
      return figure.summary + "\n"
    }
  }
}

extension Figure {
  /// A line that says what the figure shows: "figure: Training (2 series)".
  public var summary: String {
    let parts =
      switch content {
      case .chart(let chart): "\(chart.series.count) series"
      case .heatmap(let heatmap):
        "\(heatmap.rows.count) by \(heatmap.rows.first?.count ?? 0) numbers"
      case .images(let images):
        images.images.count == 1 ? "1 image" : "\(images.images.count) images"
      case .grid(let figures, _): "\(figures.count) figures"
      }
    let title = title.map { GnuplotScript.lines(of: $0).joined(separator: " ") } ?? ""
    return title.isEmpty ? "figure: \(parts)" : "figure: \(title) (\(parts))"
  }
}
