/// A figure in characters.
///
/// Images, heatmaps and named bars need nothing else; curves are drawn by gnuplot, which is why the
/// one who makes the text hands over a way to run scripts.
struct TextFigure {
  /// The terminal to write for.
  let terminal: TerminalGraphics
  /// Runs a script and returns what `dumb` drew.
  let run: (GnuplotScript) throws -> String

  /// The figure in at most so many columns; a chart takes so many lines.
  func block(_ figure: Figure, width: Int, height: Int) throws -> TextBlock {
    let title = figure.title.map { TextWidth.wrapped($0, columns: width, lines: 4) } ?? []
    let body = try content(
      figure.content, width: width, height: height - max(0, title.count - 1))
    let paint = TerminalPaint(colors: terminal.colors)
    return title.reversed().reduce(body) {
      block, line in
      TextBlock(centered: line, width: max(block.width, TextWidth.columns(line))) {
        paint.bold($0)
      }
      .above(block)
    }
  }

  private func content(_ content: Figure.Content, width: Int, height: Int) throws -> TextBlock {
    switch content {
    case .images(let images):
      var terminal = terminal
      if terminal.lineLimit != nil { terminal.lineLimit = height }
      return TextImages(images, terminal: terminal, width: width).block
    case .heatmap(let heatmap):
      var terminal = terminal
      if terminal.lineLimit != nil { terminal.lineLimit = height }
      return TextHeatmap(heatmap, terminal: terminal, width: width).block
    case .chart(let chart):
      // A character counts as 8 by 16 pixels where ticks are chosen and points left out.
      let layout = ChartLayout(chart, width: Double(width * 8), height: Double(height * 16))
      var terminal = terminal
      // Without colours only letters tell series apart.
      if terminal.colors == .none, layout.drawn.count > 1 { terminal.drawing = .dumb }
      if let bars = TextBars(layout, terminal: terminal, width: width) { return bars.block }
      let labels = [chart.x.label, chart.y.label].filter { !($0 ?? "").isEmpty }.count
      let legend = TextLegend(layout, terminal: terminal, width: width, lines: height / 3).block
      let chart = TextChart(
        layout.forGnuplot, legend: legend, terminal: terminal, width: width,
        height: height - labels - max(1, legend.lines.count))
      let frame = DumbScreen(try run(chart.frameScript))
      guard terminal.isUnicode, let area = chart.area(of: frame) else {
        return chart.block(frame: frame, curves: nil)
      }
      return chart.block(
        frame: frame, curves: DumbScreen(try run(chart.curveScript(area: area))))
    case .grid(let figures, let columns):
      return try grid(figures, columns: columns, width: width, height: height)
    }
  }

  /// Figures side by side as far as each has 36 columns.
  private func grid(
    _ figures: [Figure], columns: Int, width: Int, height: Int
  ) throws -> TextBlock {
    let columns = max(1, min(columns, figures.count, (width + 2) / 38))
    let each = (width - 2 * (columns - 1)) / columns
    let usual = columns == 1 ? height : height * 3 / 4
    guard terminal.lineLimit != nil else {
      return try rows(figures, columns: columns, width: each, height: usual)
    }
    // Images take the lines that they need, if there is room for all.
    if figures.allSatisfy({ if case .images = $0.content { true } else { false } }) {
      let natural = try rows(figures, columns: columns, width: each, height: height)
      if natural.lines.count <= height + 1 { return natural }
    }
    // All rows share the lines, each with one for its titles and one that is empty.
    let count = (figures.count + columns - 1) / max(1, columns)
    let share = max(7, (height + 1) / max(1, count) - 2)
    return try rows(figures, columns: columns, width: each, height: min(usual, share))
  }

  /// Figures in rows, each figure of a width and, if it is a chart, of a height.
  private func rows(
    _ figures: [Figure], columns: Int, width each: Int, height: Int
  ) throws -> TextBlock {
    var result = TextBlock()
    for start in stride(from: 0, to: figures.count, by: columns) {
      var row: TextBlock?
      for figure in figures[start..<min(start + columns, figures.count)] {
        let block = try block(figure, width: each, height: height)
        row = row?.beside(block.widened(to: each), gap: 2) ?? block.widened(to: each)
      }
      if start > 0 { result = result.above(TextBlock([""], width: 0)) }
      result = result.above(row ?? TextBlock())
    }
    return result
  }
}
