extension ChartLayout {
  /// Writes the commands that draw the chart in a panel.
  func draw(in panel: Panel, _ script: inout GnuplotScript) {
    let legend = LegendLayout(self, panelWidth: panel.width, panelHeight: panel.height)
    let top = 10 + legend.height
    script.command("set tmargin at screen \(panel.screenY(top))")
    if let left = leftMargin(in: panel) {
      script.command("set lmargin at screen \(panel.screenX(left))")
    }
    let right = panel.width - max(14, lastLabelOverhang(in: panel), legend.width)
    script.command("set rmargin at screen \(panel.screenX(right))")
    if legend.footHeight > 0 {
      let bottom = panel.height - footHeight(in: panel) - legend.footHeight
      script.command("set bmargin at screen \(panel.screenY(bottom))")
    }
    legend.draw(in: panel, &script)
    drawAxes(in: panel, &script)
    if isEmpty {
      script.command(
        "set label 'no data' at graph 0.5,graph 0.5 center"
          + " textcolor rgb '\(FigureStyle.axisInk.code)'")
    }
    let elements =
      isEmpty ? ["NaN notitle"] : plotElements(legend, &script)
    script.command("plot " + elements.joined(separator: ", \\\n     "))
  }

  /// How far the last label below the axes may reach beyond their right end, with some air.
  private func lastLabelOverhang(in panel: Panel) -> Double {
    let isTurned = hasTurnedNames(in: panel)
    guard let last = (isTurned ? turnedNames(in: panel) : xTicks).ticks.last else { return 0 }
    // The axes themselves take about nine tenths of the panel.
    let inside = (1 - chart.x.scale.fraction(last.value, of: xLimits)) * panel.width * 0.9
    let reach = isTurned ? TurnedText.width(of: [last.label]) : TextWidth.pixels(last.label) / 2
    return reach + 6 - inside
  }

  /// The room at the left of the axes where the first label below them needs more than gnuplot leaves
  /// for the numbers beside them.
  private func leftMargin(in panel: Panel) -> Double? {
    guard let first = xTicks.ticks.first, !hasTurnedNames(in: panel) else { return nil }
    let inside = chart.x.scale.fraction(first.value, of: xLimits) * panel.width * 0.8
    let reach = TextWidth.pixels(first.label) / 2 + 6 - inside
    let numbers = yTicks.ticks.map { TextWidth.pixels($0.label) }.max() ?? 0
    let label = (chart.y.label ?? "").isEmpty ? 0 : FigureStyle.lineHeight + 6
    let usual = numbers + label + 8
    return reach > usual ? max(reach, usual) : nil
  }

  /// The room that everything below the axes takes, but for a legend.
  private func footHeight(in panel: Panel) -> Double {
    let ticks =
      hasTurnedNames(in: panel)
      ? TurnedText.height(of: turnedNames(in: panel).ticks.map(\.label)) : FigureStyle.lineHeight
    let label = fitted(chart.x.label, panel.width - 60).map { GnuplotScript.lines(of: $0).count }
    return ticks + 24 + Double(label ?? 0) * FigureStyle.lineHeight
  }

  /// The pixels from one name below bars to the next.
  private func roomPerName(in panel: Panel) -> Double {
    (panel.width - 80) / Double(max(1, xTicks.ticks.count))
  }

  /// Whether the names below bars would run into each other, and are turned.
  private func hasTurnedNames(in panel: Panel) -> Bool {
    guard chart.x.names?.isEmpty == false else { return false }
    let widest = xTicks.ticks.map { TextWidth.pixels($0.label) }.max() ?? 0
    return widest > roomPerName(in: panel)
  }

  /// The names below bars, shortened as turned ones are, and of many only every so many.
  private func turnedNames(in panel: Panel) -> Ticks {
    let names = Ticks(names: xTicks.ticks.map { TurnedText.shortened($0.label) })
    return names.every(TurnedText.step(roomPerName: roomPerName(in: panel)))
  }

  private func drawAxes(in panel: Panel, _ script: inout GnuplotScript) {
    script.command(
      "set border 3 linecolor rgb '\(FigureStyle.axisInk.code)' linewidth 1")
    script.command(
      "set tics nomirror out scale 0.5 textcolor rgb '\(FigureStyle.tickInk.code)'")
    script.command(
      "set grid back linetype 1 linewidth 1 linecolor rgb '\(FigureStyle.gridInk.code)'")
    let color = "textcolor rgb '\(FigureStyle.ink.code)'"
    script.command("set xlabel", text: fitted(chart.x.label, panel.width - 60), color)
    // Gnuplot leaves room for one turned line.
    let turned = chart.y.label.map { label in
      TextWidth.truncated(
        GnuplotScript.lines(of: label).joined(separator: " "),
        columns: max(8, Int((panel.height - 40) / TextWidth.pixels("x"))))
    }
    script.command("set ylabel", text: turned, color)
    if chart.x.scale == .logarithmic { script.command("set logscale x") }
    if chart.y.scale == .logarithmic { script.command("set logscale y") }
    script.command("set xrange [\(xLimits.lowerBound):\(xLimits.upperBound)]")
    script.command("set yrange [\(yLimits.lowerBound):\(yLimits.upperBound)]")
    if chart.x.names?.isEmpty == false {
      // Names between bars need no grid, and turn where they would run into each other.
      let isTurned = hasTurnedNames(in: panel)
      script.command("set grid noxtics ytics")
      let names = isTurned ? turnedNames(in: panel) : xTicks
      script.command("set xtics \(isTurned ? TurnedText.option : "")scale 0 \(names.list)")
    } else {
      script.command("set xtics \(xTicks.list)")
    }
    script.command("set ytics \(yTicks.list)")
    if yLimits.lowerBound < 0, yLimits.upperBound > 0, drawn.contains(where: \.isBars) {
      script.command(
        "set xzeroaxis linetype 1 linewidth 1 linecolor rgb '\(FigureStyle.axisInk.code)'")
    }
  }

  private func fitted(_ label: String?, _ pixels: Double) -> String? {
    label.map {
      TextWidth.wrapped(
        $0, columns: max(8, Int(pixels / (FigureStyle.fontSize * 0.74))), lines: 3
      )
      .joined(separator: "\n")
    }
  }
}

extension ChartLayout.Drawn {
  /// Whether the series is a row of bars.
  var isBars: Bool { series.shape == .bars }
}

// MARK: - Plot elements

extension ChartLayout {
  /// What the plot command draws, from the back to the front: bands, bars, lines, whiskers, marks.
  private func plotElements(_ legend: LegendLayout, _ script: inout GnuplotScript) -> [String] {
    var (back, middle, front) = ([String](), [String](), [String]())
    var titles = LegendTitles(legend)
    for item in drawn {
      let series = item.series
      let color = "linecolor rgb '\(item.color.code)'"
      let title = titles.next(for: series)
      if case .band(let lower, let upper) = series.spread {
        let data = script.records([series.x, lower, upper])
        back.append(
          "\(data) using 1:2:3 with filledcurves notitle fillcolor rgb '\(item.color.code)'"
            + " fillstyle transparent solid 0.18 noborder")
      }
      if case .whiskers(let lower, let upper) = series.spread {
        let ink = item.isBars ? FigureStyle.tickInk : item.color
        front += whiskers(at: series.x, lower, upper, &script).map {
          "\($0) linewidth 1.4 linecolor rgb '\(ink.code)' notitle"
        }
      }
      switch series.shape {
      case .line, .steps:
        let data = script.records([series.x, series.y])
        middle.append("\(data) using 1:2 \(style(of: series)) \(color) \(title)")
        let lone = series.lonePoints
        if series.marker == nil, !lone.isEmpty {
          let data = script.records([lone.map { series.x[$0] }, lone.map { series.y[$0] }])
          middle.append("\(data) using 1:2 with points pointtype 7 pointsize 0.6 \(color) notitle")
        }
      case .points:
        let data = script.records([series.x, series.y])
        front.append("\(data) using 1:2 with points \(mark(of: series)) \(color) \(title)")
      case .bars:
        let widths = series.x.map { _ in series.barWidth ?? 0.8 }
        let data = script.records([series.x, series.y, widths])
        middle.append(
          "\(data) using 1:2:3 with boxes \(color) fillstyle solid 0.85 noborder \(title)")
      }
    }
    return back + middle + front + titles.remainder
  }

  /// Whiskers as vectors: gnuplot's own error bars end at a white disc around the point.
  ///
  /// An end at the edge of the axes is where a whisker is cut, and has no cap.
  private func whiskers(
    at x: [Double], _ lower: [Double], _ upper: [Double], _ script: inout GnuplotScript
  ) -> [String] {
    let ends = [(true, true, "heads"), (false, true, "head"), (true, false, "backhead")]
    return (ends + [(false, false, "nohead")]).compactMap { hasFoot, hasTop, heads in
      let indices = x.indices.filter {
        (lower[$0] != yLimits.lowerBound) == hasFoot && (upper[$0] != yLimits.upperBound) == hasTop
      }
      guard !indices.isEmpty else { return nil }
      let data = script.records([
        indices.map { x[$0] }, indices.map { lower[$0] }, indices.map { upper[$0] - lower[$0] },
      ])
      return "\(data) using 1:2:(0):3 with vectors \(heads) size screen 0.006,90 nofilled"
    }
  }

  private func style(of series: Series) -> String {
    let dash = ["", " dashtype (10,7)", " dashtype (1.5,6)"][
      series.dash == .solid ? 0 : series.dash == .dashed ? 1 : 2]
    if series.shape == .steps { return "with steps linewidth 2\(dash)" }
    guard series.marker != nil else { return "with lines linewidth 2\(dash)" }
    return "with linespoints linewidth 2\(dash) \(mark(of: series))"
  }

  private func mark(of series: Series) -> String {
    let size = series.x.count > 2_000 ? 0.4 : series.x.count > 200 ? 0.6 : 0.9
    return switch series.marker ?? .circle {
    case .circle: "pointtype 7 pointsize \(size)"
    case .square: "pointtype 5 pointsize \(size)"
    case .triangle: "pointtype 9 pointsize \(size * 1.2)"
    case .diamond: "pointtype 13 pointsize \(size * 1.2)"
    case .ring: "pointtype 6 pointsize \(size)"
    case .cross: "pointtype 2 pointsize \(size)"
    case .plus: "pointtype 1 pointsize \(size)"
    case .dot: "pointtype 7 pointsize 0.25"
    }
  }
}

extension Series {
  /// The points that a line does not show: those with gaps, or nothing, on both sides.
  var lonePoints: [Int] {
    func isPoint(_ index: Int) -> Bool {
      y.indices.contains(index) && x[index].isFinite && y[index].isFinite
    }
    return y.indices.filter { isPoint($0) && !isPoint($0 - 1) && !isPoint($0 + 1) }
  }
}
