/// The room that the parts of a heatmap take, in pixels.
private struct HeatmapMargins {
  let left, right, top, bottom: Double
  /// Whether the names of the columns are turned.
  let turnsNames: Bool

  init(_ heatmap: Heatmap, cell: Double) {
    let rowNames = heatmap.rowNames ?? ["\(heatmap.rows.count)"]
    let columnNames = heatmap.columnNames ?? []
    let widestRow = rowNames.map { TextWidth.pixels($0) }.max() ?? 0
    let widestColumn = columnNames.map { TextWidth.pixels($0) }.max() ?? 0
    turnsNames = widestColumn > cell - 4
    left = 22 + min(widestRow, 200) + (heatmap.yLabel == nil ? 0 : 28)
    // The turned name of the last column reaches below the colour box and beyond.
    let numbers = Ticks(linear: heatmap.colorLimits, count: 6).ticks
      .map { TextWidth.pixels($0.label) }
    right = max(
      84, 40 + (numbers.max() ?? 0),
      turnsNames ? TurnedText.width(of: columnNames.suffix(1)) + 8 - cell / 2 : 0)
    top = 14
    bottom =
      30 + (turnsNames ? TurnedText.height(of: columnNames) : 0)
      + (heatmap.xLabel == nil ? 0 : 20)
  }
}

extension Heatmap {
  private var columnCount: Int { rows.first?.count ?? 0 }

  /// The side of a cell that nobody asked for: room for its number, and the whole about 420 pixels.
  private var preferredCell: Double {
    let widest = numberTexts.joined().map { TextWidth.pixels($0) }.max() ?? 0
    let plain = min(56, max(4, 420 / Double(max(1, columnCount, rows.count))))
    let isSmall = max(columnCount, rows.count) <= 20
    return showsNumbers ?? isSmall ? max(plain, min(widest + 10, 64)) : plain
  }

  /// The size of the heatmap's picture.
  var preferredSize: FigureSize {
    let cell = preferredCell
    let margins = HeatmapMargins(self, cell: cell)
    let width = margins.left + margins.right + cell * Double(columnCount)
    let height = margins.top + margins.bottom + cell * Double(rows.count)
    let scale = min(1, 1_600 / max(width, height))
    return FigureSize(
      width: max(220, Int(width * scale)), height: max(160, Int(height * scale)))
  }

  /// Writes the commands that draw the heatmap in a panel.
  func draw(in panel: Panel, _ script: inout GnuplotScript) {
    let (columns, count) = (Double(columnCount), Double(rows.count))
    // The names turn where cells are narrow, and the cells follow from the room that is left.
    let rough = (panel.width - 180) / columns
    let margins = HeatmapMargins(self, cell: rough)
    var width = max(16, panel.width - margins.left - margins.right)
    var height = max(16, panel.height - margins.top - margins.bottom)
    if (0.2...5).contains(columns / count) {
      let cell = min(width / columns, height / count)
      (width, height) = (cell * columns, cell * count)
    }
    let slack = panel.width - margins.left - margins.right - width
    let left = (margins.left + max(0, slack / 2)).rounded()
    script.command("set lmargin at screen \(panel.screenX(left))")
    script.command("set rmargin at screen \(panel.screenX(left + width))")
    script.command("set tmargin at screen \(panel.screenY(margins.top))")
    script.command("set bmargin at screen \(panel.screenY(margins.top + height))")
    writeAxes(cell: (width / columns, height / count), turned: margins.turnsNames, &script)
    writeColorBox(panel, left: left + width + 14, margins.top, height, &script)
    writeNumbers(cell: (width / columns, height / count), &script)
    let map = AxisMap(colorLimits, .linear)
    let matrix = script.matrix(
      rows.flatMap { row in row.map { map($0) } }, width: columnCount, height: rows.count)
    script.command("plot \(matrix) using 1 with image notitle")
  }

  private func writeAxes(
    cell: (width: Double, height: Double), turned: Bool, _ script: inout GnuplotScript
  ) {
    script.command("unset key")
    script.command("set border 15 linecolor rgb '\(FigureStyle.axisInk.code)' linewidth 1")
    script.command(
      "set tics nomirror out scale 0 textcolor rgb '\(FigureStyle.tickInk.code)'")
    let ink = "textcolor rgb '\(FigureStyle.ink.code)'"
    script.command("set xlabel", text: xLabel, ink)
    script.command("set ylabel", text: yLabel, "\(ink) offset -1,0")
    script.command("set xrange [-0.5:\(columnCount - 1).5]")
    script.command("set yrange [\(rows.count - 1).5:-0.5]")
    let isCounted = columnNames == nil
    let room = isCounted ? 34 : turned ? TurnedText.pitch : 18
    let across = Self.names(columnNames, columnCount, every: room / cell.width)
    let down = Self.names(rowNames, rows.count, every: 15 / cell.height)
    script.command("set xtics \(turned && !isCounted ? TurnedText.option : "")\(across.list)")
    script.command("set ytics \(down.list)")
  }

  /// The names of rows or columns, or their numbers, leaving out those that would overlap.
  private static func names(_ names: [String]?, _ count: Int, every fraction: Double) -> Ticks {
    let step = roundStep(atLeast: fraction)
    return Ticks(
      ticks: stride(from: 0, to: count, by: step).map { index in
        let name = names.map { TurnedText.shortened($0[index]) } ?? "\(index)"
        return Ticks.Tick(value: Double(index), label: name)
      })
  }

  /// The smallest of 1, 2, 5, 10, 20, … that is large enough.
  private static func roundStep(atLeast fraction: Double) -> Int {
    var power = 1
    while Double(power) * 10 < fraction { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { Double($0) >= fraction } ?? 10 * power
  }

  private func writeColorBox(
    _ panel: Panel, left: Double, _ top: Double, _ height: Double, _ script: inout GnuplotScript
  ) {
    let limits = colorLimits
    script.command(palette.definition)
    let map = AxisMap(limits, .linear)
    let (first, last) = (map(limits).lowerBound, map(limits).upperBound)
    script.command("set cbrange [\(first):\(last)]")
    let ticks = map(Ticks(linear: limits, count: max(2, min(6, Int(height / 40)))))
    script.command("set cbtics scale 0.4 \(ticks.list)")
    let (canvasWidth, canvasHeight) = (Double(panel.canvas.width), Double(panel.canvas.height))
    script.command(
      "set colorbox user origin screen \(panel.screenX(left)),"
        + "screen \(panel.screenY(top + height))"
        + " size screen \(Panel.number(12 / canvasWidth)),"
        + "screen \(Panel.number(height / canvasHeight)) noborder")
  }

  private func writeNumbers(
    cell: (width: Double, height: Double), _ script: inout GnuplotScript
  ) {
    let texts = numberTexts
    let widest = texts.joined().map { TextWidth.pixels($0) }.max() ?? 0
    let fits = widest <= cell.width - 2 && cell.height >= 13
    guard showsNumbers ?? fits, texts.count * columnCount <= 2_500 else { return }
    for (row, line) in texts.enumerated() {
      for (column, text) in line.enumerated() where !text.isEmpty {
        guard let color = color(of: rows[row][column]) else { continue }
        script.command(
          "set label \(GnuplotScript.quotedLine(text)) at first \(column),first \(row)"
            + " center front textcolor rgb '\(Heatmap.ink(on: color).code)'")
      }
    }
  }
}
