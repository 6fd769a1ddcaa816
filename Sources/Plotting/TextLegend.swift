/// The names of a chart's series with their marks, as many in a line as fit.
struct TextLegend {
  private let layout: ChartLayout
  private let terminal: TerminalGraphics
  private let width: Int

  /// The legend of a chart in so many columns.
  init(_ layout: ChartLayout, terminal: TerminalGraphics, width: Int) {
    self.layout = layout
    self.terminal = terminal
    self.width = width
  }

  /// The lines of the legend; none where no series has a name.
  var block: TextBlock {
    guard layout.chart.legend != .none else { return TextBlock() }
    let paint = TerminalPaint(colors: terminal.colors)
    var lines: [TextBlock] = []
    for (index, item) in layout.drawn.enumerated() {
      guard let label = item.series.label, !label.isEmpty else { continue }
      let name = TextWidth.truncated(label, columns: width - 4)
      let mark = sample(of: item.series, index)
      let entry = TextBlock(
        ["\(paint.colored(mark, item.color.onTerminal)) \(name)"],
        width: mark.count + 1 + TextWidth.columns(name))
      if let last = lines.last, last.width + 3 + entry.width <= width {
        lines[lines.count - 1] = last.beside(entry, gap: 3)
      } else {
        lines.append(entry)
      }
    }
    return lines.reduce(TextBlock()) { block, line in
      let margin = (width - line.width) / 2
      let space = TextBlock([String(repeating: " ", count: margin)], width: margin)
      return block.above(space.beside(line, gap: 0).widened(to: width))
    }
  }

  /// A sample of a series: a piece of its line, or its mark.
  private func sample(of series: Series, _ index: Int) -> String {
    guard terminal.isUnicode else { return String(TextLegend.plainMark(index)) }
    if series.shape == .bars { return "█" }
    if series.shape == .points || series.marker != nil {
      return String(TextLegend.mark(of: series))
    }
    return switch series.dash {
    case .solid: "━━"
    case .dashed: "╍╍"
    case .dotted: "┅┅"
    }
  }

  /// The character of a series' points.
  static func mark(of series: Series) -> Character {
    switch series.marker ?? .circle {
    case .circle: "●"
    case .square: "■"
    case .triangle: "▲"
    case .diamond: "◆"
    case .ring: "○"
    case .cross: "×"
    case .plus: "+"
    case .dot: "·"
    }
  }

  /// The character of ASCII that stands for all of a series.
  static func plainMark(_ index: Int) -> Character { Array("*o+x#@%=")[index % 8] }
}
