/// Turns figures into gnuplot scripts: a pure function, the same script for the same figure.
///
///     let script = try FigureRenderer(canvas: .png(size)).script(for: figure)
///
/// A figure fills a panel, a rectangle of the canvas. Titles, legends and images are placed to the
/// pixel; gnuplot itself only chooses the room for the numbers on the axes. Where a series has more
/// points than the panel has pixels, the points that could not be told apart are left out.
public struct FigureRenderer: Sendable {
  /// What is drawn on.
  public var canvas: Canvas

  /// A renderer for a canvas.
  public init(canvas: Canvas) {
    self.canvas = canvas
  }

  /// The script that draws the figure, or why it cannot be drawn.
  public func script(for figure: Figure) throws(FigureError) -> GnuplotScript {
    try figure.validate()
    let size = canvas.size
    guard size.isDrawable else { throw .size(width: size.width, height: size.height) }
    var script = GnuplotScript()
    script.command(canvas.terminal)
    script.command("set output picture")
    script.command("set encoding utf8")
    // Nearly every figure is one plot; only panels side by side need the other mode.
    if case .grid = figure.content { script.command("set multiplot") }
    draw(figure, in: Panel(filling: size), under: [], &script)
    if case .grid = figure.content { script.command("unset multiplot") }
    return script
  }

  /// Draws a figure in a panel, and with it the titles of the grids whose first panel it is.
  ///
  /// Gnuplot draws labels together with the next plot, and a reset between panels forgets them.
  private func draw(
    _ figure: Figure, in panel: Panel, under titles: [String], _ script: inout GnuplotScript
  ) {
    var titles = titles + titleCommands(figure.title, in: panel)
    let lines = FigureRenderer.titleLines(figure.title, width: panel.width).count
    let rest = panel.below(FigureRenderer.titleHeight(lines))
    if case .grid(let figures, let columns) = figure.content {
      let layout = GridLayout(figures, columns: columns)
      for (figure, panel) in zip(figures, layout.panels(in: rest)) {
        draw(figure, in: panel, under: titles, &script)
        titles = []
      }
      return
    }

    if !panel.isWhole { script.place(panel) }
    titles.forEach { script.command($0) }
    switch figure.content {
    case .chart(let chart):
      ChartLayout(chart, width: rest.width, height: rest.height).forGnuplot.draw(in: rest, &script)
    case .heatmap(let heatmap): heatmap.draw(in: rest, &script)
    case .images(let images): images.draw(in: rest, &script)
    case .grid: break
    }
  }

  /// The commands that write a title at the top of a panel.
  private func titleCommands(_ title: String?, in panel: Panel) -> [String] {
    FigureRenderer.titleLines(title, width: panel.width).enumerated().map { index, line in
      let y = 8 + (Double(index) + 0.5) * FigureStyle.titleHeight
      return "set label \(GnuplotScript.quoted(line)) at screen \(panel.screenX(panel.width / 2)),"
        + "screen \(panel.screenY(y)) center front font 'sans:Bold,12'"
        + " textcolor rgb '\(FigureStyle.ink.code)'"
    }
  }

  /// The lines of a title in a panel of some width, few enough that the figure keeps its room.
  static func titleLines(_ title: String?, width: Double) -> [String] {
    guard let title, !title.isEmpty else { return [] }
    let columns = Int((width - 20) / (FigureStyle.titleSize * 0.84))
    return TextWidth.wrapped(title, columns: max(8, columns), lines: 6)
  }

  /// The pixels that so many lines of a title take.
  static func titleHeight(_ lines: Int) -> Double {
    lines == 0 ? 0 : Double(lines) * FigureStyle.titleHeight + 10
  }
}

extension GnuplotScript {
  /// Starts a panel: nothing of the one before stays, and what is drawn fills the panel.
  fileprivate mutating func place(_ panel: Panel) {
    let (width, height) = (Double(panel.canvas.width), Double(panel.canvas.height))
    command("reset")
    command("set origin \(panel.screenX(0)),\(panel.screenY(panel.height))")
    command("set size \(Panel.number(panel.width / width)),\(Panel.number(panel.height / height))")
  }
}
