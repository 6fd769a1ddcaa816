// What gnuplot's `dumb` is asked to draw.

extension TextChart {
  /// The script that draws the axes and, where there is nothing finer than characters, the curves.
  var frameScript: GnuplotScript {
    var script = self.script(columns: width, lines: height)
    script.command("set tmargin 0")
    let xTicks = readableTicks
    let reach = [xTicks.ticks.first, xTicks.ticks.last].map { tick in
      tick.map { TextWidth.columns($0.label) / 2 } ?? 0
    }
    script.command("set rmargin \(max(1, reach[1]))")
    // Gnuplot leaves out a label that begins at the left of the screen.
    let isNamed = layout.chart.x.names?.isEmpty == false
    if !isNamed, reach[0] > numberColumns { script.command("set lmargin \(reach[0] + 1)") }
    script.command("set bmargin 1")
    script.command("set border 3 linecolor rgb '\(code(.axis))'")
    script.command("set tics nomirror in scale 0 textcolor rgb '\(code(.tick))'")
    script.command("set xtics \(xTicks.list)")
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

  /// About the columns that the numbers at the left take.
  private var numberColumns: Int {
    (layout.yTicks.ticks.map { TextWidth.columns($0.label) }.max() ?? 0) + 2
  }

  /// The ticks below the axes; names are shortened and, where they would run into each other, left out.
  private var readableTicks: Ticks {
    guard layout.chart.x.names?.isEmpty == false else { return layout.xTicks }
    let names = layout.xTicks.ticks.map { TextWidth.truncated($0.label, columns: 20) }
    let widest = names.map { TextWidth.columns($0) }.max() ?? 0
    let room = Double(max(8, width - numberColumns - widest / 2)) / Double(names.count)
    let step = Int((Double(widest + 2) / room).rounded(.up))
    // The first name that is shown begins right of the screen's edge.
    let start = step == 1 ? 0 : Int((Double(widest / 2 - numberColumns) / room).rounded(.up))
    return Ticks(names: names).every(step, from: min(max(0, start), names.count - 1))
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
