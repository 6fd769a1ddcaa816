/// A chart of named bars in characters: one line for each bar, from left to right.
struct TextBars {
  private let layout: ChartLayout
  private let names: [String]
  private let terminal: TerminalGraphics
  private let width: Int

  /// The chart in at most so many columns, or `nil` where it is not made of named bars alone.
  init?(_ layout: ChartLayout, terminal: TerminalGraphics, width: Int) {
    guard let names = layout.chart.x.names, !names.isEmpty, layout.drawn.allSatisfy(\.isBars),
      layout.chart.y.scale == .linear,
      // More bars than about four screens are drawn upright.
      names.count * layout.drawn.count <= min(terminal.lineLimit ?? 4 * terminal.rows, 2_000)
    else { return nil }
    self.layout = layout
    self.names = names
    self.terminal = terminal
    self.width = width
  }

  /// The lines of the chart.
  var block: TextBlock {
    let paint = TerminalPaint(colors: terminal.colors)
    let margin = min(width / 3, names.map { TextWidth.columns($0) }.max() ?? 0)
    let texts = layout.drawn.map { numbers(of: $0.series) }
    let numberWidth = texts.joined().map { TextWidth.columns($0) }.max() ?? 0
    let room = max(4, width - margin - numberWidth - 3)
    let limits = layout.yLimits
    func fraction(_ number: Double) -> Double {
      min(1, max(0, Axis.Scale.linear.fraction(number, of: limits)))
    }
    let zero = fraction(0)

    var lines: [String] = []
    for (index, name) in names.enumerated() {
      if index > 0, layout.drawn.count > 1 { lines.append(String(repeating: " ", count: width)) }
      for (place, item) in layout.drawn.enumerated() {
        let label = TextWidth.truncated(place == 0 ? name : "", columns: margin)
        let space = String(repeating: " ", count: margin - TextWidth.columns(label))
        let end = fraction(item.series.y[index])
        let bar = bar(from: min(zero, end), to: max(zero, end), columns: room, of: place)
        let number = texts[place][index]
        let rest = String(repeating: " ", count: numberWidth - TextWidth.columns(number))
        lines.append(
          "\(space)\(label) \(paint.colored(bar, item.color.onTerminal)) \(number)\(rest) ")
      }
    }
    let bars = TextBlock(lines, width: margin + room + numberWidth + 3)
    let legend = TextLegend(
      layout, terminal: terminal, width: bars.width, lines: terminal.rows / 3
    ).block
    return legend.above(bars).above(label)
  }

  /// What the bars count.
  private var label: TextBlock {
    guard let label = layout.chart.y.label, !label.isEmpty else { return TextBlock() }
    return TextBlock(centered: label, width: width)
  }

  /// A bar between two fractions of the columns, to the eighth of a character at its end.
  private func bar(from start: Double, to end: Double, columns: Int, of place: Int) -> String {
    guard end.isFinite, start.isFinite else { return String(repeating: " ", count: columns) }
    let first = Int((start * Double(columns)).rounded())
    let eighths = Int((end * Double(columns) * 8).rounded()) - first * 8
    let full = max(0, eighths / 8)
    let parts = terminal.isUnicode ? Array(" ▏▎▍▌▋▊▉") : Array("        ")
    let plain = layout.drawn.count > 1 ? String(TextLegend.plainMark(place)) : "#"
    let block = terminal.isUnicode ? "█" : plain
    let part = eighths > 0 && eighths % 8 > 0 ? String(parts[eighths % 8]) : ""
    let used = first + full + part.count
    return String(repeating: " ", count: first) + String(repeating: block, count: full) + part
      + String(repeating: " ", count: max(0, columns - used))
  }

  /// The number of each bar, with what its whisker says.
  private func numbers(of series: Series) -> [String] {
    series.y.indices.map { index in
      let number = NumberText.short(series.y[index])
      guard let bounds = series.spread?.bounds else { return number }
      let half = (bounds.upper[index] - bounds.lower[index]) / 2
      return "\(number) \(terminal.isUnicode ? "±" : "+-") \(NumberText.short(half))"
    }
  }
}
