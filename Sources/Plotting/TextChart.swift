/// A chart in characters: the curves by gnuplot's `dumb`, everything around them by us.
struct TextChart {
  /// The parts of a chart, as the colours that `dumb` draws them in.
  enum Part: UInt32 {
    case axis = 1
    case tick, band, line, point, whisker, bar
  }

  let layout: ChartLayout
  private let terminal: TerminalGraphics
  private let width: Int
  private let height: Int

  /// A chart in so many columns and lines.
  init(_ layout: ChartLayout, terminal: TerminalGraphics, width: Int, height: Int) {
    self.layout = layout
    self.terminal = terminal
    self.width = max(24, width)
    self.height = max(6, height)
  }

  /// The colour that a part of a series is drawn in.
  private func code(_ part: Part, _ series: Int = 0) -> String {
    FigureColor(UInt32(min(255, series)) << 8 | part.rawValue).code
  }
}

// MARK: - The scripts

extension TextChart {
  /// The script that draws the axes and, where there is nothing finer than characters, the curves.
  var frameScript: GnuplotScript {
    var script = self.script(columns: width, lines: height)
    script.command("set tmargin 0")
    script.command("set rmargin \(max(1, (layout.xTicks.ticks.last?.label.count ?? 0) / 2))")
    script.command("set bmargin 1")
    script.command("set border 3 linecolor rgb '\(code(.axis))'")
    script.command("set tics nomirror in scale 0 textcolor rgb '\(code(.tick))'")
    script.command("set xtics \(layout.xTicks.list)")
    script.command("set ytics \(layout.yTicks.list)")
    // Dots for each column of characters would lie between them.
    let elements = terminal.isUnicode ? [] : elements(&script, columns: width)
    script.plot(elements)
    return script
  }

  /// The script that draws the curves alone, in two by four dots for each character of the area
  /// between the axes.
  func curveScript(area: PlotArea) -> GnuplotScript {
    var script = self.script(columns: 2 * area.columns.count, lines: 4 * area.rows.count)
    for side in ["l", "r", "t", "b"] { script.command("set \(side)margin 0") }
    script.command("unset border")
    script.command("unset tics")
    script.plot(elements(&script, columns: 2 * area.columns.count))
    return script
  }

  private func script(columns: Int, lines: Int) -> GnuplotScript {
    var script = GnuplotScript()
    script.command("set terminal dumb noenhanced ansirgb size \(columns),\(lines)")
    script.command("set output picture")
    script.command("set encoding utf8")
    script.command("unset key")
    if layout.chart.x.scale == .logarithmic { script.command("set logscale x") }
    if layout.chart.y.scale == .logarithmic { script.command("set logscale y") }
    script.command("set xrange [\(layout.xLimits.lowerBound):\(layout.xLimits.upperBound)]")
    script.command("set yrange [\(layout.yLimits.lowerBound):\(layout.yLimits.upperBound)]")
    return script
  }

  private func elements(_ script: inout GnuplotScript, columns: Int) -> [String] {
    if layout.isEmpty { return [] }
    var (back, middle, front) = ([String](), [String](), [String]())
    for (index, item) in layout.drawn.enumerated() {
      let series = item.series
      func color(_ part: Part) -> String { "linecolor rgb '\(code(part, index))' notitle" }
      switch series.spread {
      case .band(let lower, let upper):
        let data = script.records([series.x, lower, upper])
        back.append(
          "\(data) using 1:2:3 with filledcurves fillcolor rgb '\(code(.band, index))'"
            + " fillstyle solid noborder notitle")
      case .whiskers(let lower, let upper):
        let data = script.records([series.x, lower, zip(lower, upper).map { $1 - $0 }])
        front.append("\(data) using 1:2:(0):3 with vectors nohead \(color(.whisker))")
      case nil: break
      }
      switch series.shape {
      case .line, .steps:
        let data = script.records([series.x, series.y])
        let style = series.shape == .line ? "lines" : "steps"
        middle.append("\(data) using 1:2 with \(style) \(color(.line))")
        if series.marker != nil || !series.lonePoints.isEmpty {
          middle.append("\(data) using 1:2 with points pointtype 1 \(color(.point))")
        }
      case .points:
        let data = script.records([series.x, series.y])
        front.append("\(data) using 1:2 with points pointtype 1 \(color(.point))")
      case .bars:
        let data = script.records(strokes(of: series, columns: columns))
        middle.append("\(data) using 1:2 with impulses \(color(.bar))")
      }
    }
    return back + middle + front
  }

  /// Upright strokes that fill bars: `dumb` draws no filled boxes.
  private func strokes(of series: Series, columns: Int) -> [[Double]] {
    let span = layout.xLimits.upperBound - layout.xLimits.lowerBound
    let step = span / Double(columns)
    let half = max(0, (series.barWidth ?? 0.8) / 2 - step * 0.4)
    let count = min(columns, Int(2 * half / step) + 1)
    var strokes: [[Double]] = [[], []]
    for (x, y) in zip(series.x, series.y) {
      for index in 0..<count {
        let shift = count == 1 ? 0 : (Double(index) / Double(count - 1) * 2 - 1) * half
        strokes[0].append(x + shift)
        strokes[1].append(y)
      }
    }
    return strokes
  }
}

extension GnuplotScript {
  /// Plots the elements, or axes without any.
  mutating func plot(_ elements: [String]) {
    let elements = elements.isEmpty ? ["NaN notitle"] : elements
    command("plot " + elements.joined(separator: ", \\\n     "))
  }
}

// MARK: - The area

/// The characters between the axes and on them.
struct PlotArea: Equatable {
  /// The lines of the screen.
  let rows: Range<Int>
  /// The columns of the screen.
  let columns: Range<Int>
}

extension TextChart {
  /// The area that the axes of a drawn frame span.
  func area(of frame: DumbScreen) -> PlotArea? {
    var (rows, columns) = ([Int](), [Int]())
    for row in frame.lines.indices {
      for column in frame.lines[row].indices
      where frame.code(row, column) == Part.axis.rawValue {
        rows.append(row)
        columns.append(column)
      }
    }
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(),
      let right = columns.max()
    else { return nil }
    return PlotArea(rows: top..<bottom + 1, columns: left..<right + 1)
  }
}

// MARK: - The text

extension TextChart {
  /// The chart's lines, from the frame and the curves that gnuplot drew.
  func block(frame screen: DumbScreen, curves: DumbScreen?) -> TextBlock {
    let paint = TerminalPaint(colors: terminal.colors)
    let area = self.area(of: screen)
    var block = TextBlock()
    block = block.above(TextLegend(layout, terminal: terminal, width: width).block)
    if let label = layout.chart.y.label, !label.isEmpty {
      let text = TextWidth.truncated(label, columns: width)
      block = block.above(TextBlock([text], width: TextWidth.columns(text)))
    }
    var lines: [String] = []
    let notice = layout.isEmpty ? area.map { noData(in: $0) } : nil
    for row in screen.lines.indices {
      var text = ""
      for column in screen.lines[row].indices {
        var cell = glyph(screen, row, column)
        if let area, let curves, area.rows.contains(row), area.columns.contains(column),
          let curve = curve(
            curves, row: row - area.rows.lowerBound, column: column - area.columns.lowerBound)
        {
          cell = curve
        }
        text += paint.colored(String(cell.character), cell.color?.onTerminal)
      }
      var columns = screen.lines[row].count
      if let area, let notice, notice.row == row {
        text = notice.text
        columns = area.columns.upperBound
      }
      lines.append(text + String(repeating: " ", count: max(0, width - columns)))
    }
    block = block.above(TextBlock(lines, width: width))
    if let label = layout.chart.x.label, !label.isEmpty {
      block = block.above(TextBlock(centered: label, width: width))
    }
    return block
  }

  /// The line in the middle of an area, saying that there is nothing to see.
  private func noData(in area: PlotArea) -> (row: Int, text: String) {
    let row = area.rows.lowerBound + area.rows.count / 2
    let margin = String(repeating: " ", count: area.columns.lowerBound)
    let axis = terminal.isUnicode ? "│" : "|"
    let middle = TextBlock(centered: "no data", width: area.columns.count - 1).lines[0]
    return (row, margin + axis + middle)
  }

  /// What a character of gnuplot's becomes.
  private func glyph(
    _ screen: DumbScreen, _ row: Int, _ column: Int
  ) -> (character: Character, color: FigureColor?) {
    let cell = screen.lines[row][column]
    guard cell.character != " ", let part = Part(rawValue: cell.code & 0xFF) else {
      return (cell.character, nil)
    }
    switch part {
    case .tick: return (cell.character, nil)
    case .axis: return (terminal.isUnicode ? axis(screen, row, column) : cell.character, nil)
    default: break
    }
    let index = Int(cell.code >> 8)
    guard layout.drawn.indices.contains(index) else { return (cell.character, nil) }
    let item = layout.drawn[index]
    let character: Character =
      switch part {
      case .band: ":"
      case .whisker: "|"
      case .bar: layout.drawn.count > 1 ? TextLegend.plainMark(index) : "#"
      case .line, .point, .tick, .axis: TextLegend.plainMark(index)
      }
    return (character, item.color)
  }

  /// The piece of a frame that joins its neighbours.
  private func axis(_ screen: DumbScreen, _ row: Int, _ column: Int) -> Character {
    switch screen.lines[row][column].character {
    case "|": return "│"
    case "-": return "─"
    default: break
    }
    let neighbours = [
      screen.code(row - 1, column) == Part.axis.rawValue,
      screen.code(row + 1, column) == Part.axis.rawValue,
      screen.code(row, column - 1) == Part.axis.rawValue,
      screen.code(row, column + 1) == Part.axis.rawValue,
    ]
    let pieces = Array("·││┤─┘┐┤─└┌├─┴┬┼")
    let index = [1, 2, 4, 8].indices.reduce(0) { $0 | (neighbours[$1] ? 1 << $1 : 0) }
    return index == 3 ? "│" : pieces[index]
  }
}
