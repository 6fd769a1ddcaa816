internal import Images

/// A heatmap in characters: a coloured field for each number, or dots where the fields do not fit.
struct TextHeatmap {
  private let heatmap: Heatmap
  private let terminal: TerminalGraphics
  private let paint: TerminalPaint
  private let width: Int

  /// A heatmap in at most so many columns.
  init(_ heatmap: Heatmap, terminal: TerminalGraphics, width: Int) {
    self.heatmap = heatmap
    self.terminal = terminal
    self.width = width
    paint = TerminalPaint(colors: terminal.colors)
  }

  private var columnCount: Int { heatmap.rows.first?.count ?? 0 }

  private var hasColors: Bool {
    terminal.isUnicode && (terminal.colors == .full || terminal.colors == .palette)
  }

  /// The lines of the heatmap.
  var block: TextBlock {
    let texts = heatmap.numberTexts
    let names = (0..<heatmap.rows.count).map { heatmap.rowNames?[$0] ?? "\($0)" }
    let margin = min(16, names.map { TextWidth.columns($0) }.max() ?? 0) + 1
    let widest = texts.joined().map { TextWidth.columns($0) }.max() ?? 1
    let named = max(widest, min(6, widestColumnName))
    // Where room is short, names of columns go before numbers do.
    let field = [named + 2, named + 1, widest + 2, widest + 1]
      .first { margin + $0 * columnCount <= width }
    guard let field, heatmap.rows.count <= terminal.lineLimit ?? 2 * terminal.rows,
      heatmap.showsNumbers ?? true || !hasColors
    else { return dots }

    var lines = [header(margin: margin, field: field)]
    for (row, values) in heatmap.rows.enumerated() {
      let fields = values.indices.map { column in
        self.field(values[column], texts[row][column], width: field)
      }
      lines.append(rightAligned(names[row], margin - 1) + " " + fields.joined())
    }
    let total = margin + field * columnCount
    return labelled(TextBlock(lines, width: total), margin: margin)
  }

  private var widestColumnName: Int {
    heatmap.columnNames?.map { TextWidth.columns($0) }.max() ?? 1
  }

  private func header(margin: Int, field: Int) -> String {
    let names = (0..<columnCount).map { column in
      let name = heatmap.columnNames?[column] ?? "\(column)"
      return TextBlock(
        centered: TextWidth.truncated(name, columns: field - 1), width: field
      ).lines[0]
    }
    return String(repeating: " ", count: margin) + names.joined()
  }

  private func field(_ value: Double, _ text: String, width: Int) -> String {
    let centered = TextBlock(centered: text, width: width).lines[0]
    guard hasColors, let color = heatmap.color(of: value) else { return centered }
    return paint.start(ink: Heatmap.ink(on: color), paper: color) + centered + paint.reset
  }

  /// A square of dots for each number, two to a line of characters; shrunk to what fits.
  private var dots: TextBlock {
    let limits = heatmap.colorLimits
    var columns = min(columnCount, width)
    if let limit = terminal.lineLimit.map({ 2 * max(1, $0 - 2) }), heatmap.rows.count > 0 {
      columns = max(1, min(columns, limit * columnCount / heatmap.rows.count))
    }
    // Dots are squares, so the heights follow the widths; a character is as high as two.
    let square = min(heatmap.rows.count, heatmap.rows.count * columns / max(1, columnCount))
    let rows = max(1, hasColors ? square : (square + 1) / 2)
    let matrix = Image(
      width: columnCount, height: heatmap.rows.count,
      pixels: heatmap.rows.joined().map { Float(Axis.Scale.linear.fraction($0, of: limits)) })
    let picture = matrix.shrunk(width: columns, height: rows)
    if hasColors {
      let side = max(
        1, min(8, width / columns, 2 * (terminal.lineLimit.map { $0 - 2 } ?? terminal.rows) / rows))
      let colors = (0..<rows * side).flatMap { row in
        (0..<columns * side).map { column -> FigureColor? in
          let fraction = picture.pixels[row / side * columns + column / side]
          return fraction.isFinite ? heatmap.palette.color(at: Double(fraction)) : nil
        }
      }
      let lines = BlockPicture(colors, width: columns * side, height: rows * side)
        .lines(dotsAcross: 1, paint)
      return labelled(TextBlock(lines, width: columns * side), margin: 0)
    }
    let ramp = Array(" .:-=+*#%@")
    let lines = (0..<rows).map { row in
      String(
        picture.pixels[row * columns..<(row + 1) * columns].map { value -> Character in
          guard value.isFinite else { return "?" }
          return ramp[Int(min(1, max(0, Double(value))) * Double(ramp.count - 1) + 0.5)]
        })
    }
    return labelled(TextBlock(lines, width: columns), margin: 0)
  }

  /// The block with what its rows and columns count, and the numbers of the first and last colour.
  private func labelled(_ block: TextBlock, margin: Int) -> TextBlock {
    var block = block
    let limits = heatmap.colorLimits
    let ends = [limits.lowerBound, limits.upperBound]
    var texts = ends.map(NumberText.short)
    if texts[0] == texts[1] { texts = ends.map(NumberText.exact) }
    let range = "\(texts[0]) to \(texts[1])"
    let axes = [
      heatmap.yLabel.map { "rows: \($0)" }, heatmap.xLabel.map { "columns: \($0)" },
      margin == 0 ? range : nil,
    ]
    let legend = axes.compactMap { $0 }.joined(separator: ", ")
    if !legend.isEmpty {
      let width = max(block.width, min(self.width, TextWidth.columns(legend)))
      block = block.above(TextBlock(centered: legend, width: width))
    }
    return block
  }

  private func rightAligned(_ text: String, _ columns: Int) -> String {
    let text = TextWidth.truncated(text, columns: columns)
    return String(repeating: " ", count: columns - TextWidth.columns(text)) + text
  }
}
