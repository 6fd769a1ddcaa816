/// The names of a chart's series with their marks, as many in a line as fit.
struct TextLegend {
  private let layout: ChartLayout
  private let terminal: TerminalGraphics
  private let width: Int
  private let lineLimit: Int

  /// The legend of a chart in so many columns and at most so many lines.
  init(_ layout: ChartLayout, terminal: TerminalGraphics, width: Int, lines: Int) {
    self.layout = layout
    self.terminal = terminal
    self.width = width
    lineLimit = max(1, lines)
  }

  /// The lines of the legend; none where no series has a name.
  var block: TextBlock {
    guard layout.chart.legend != .none else { return TextBlock() }
    var lines: [TextBlock] = []
    let all = entries
    for (index, entry) in all.enumerated() {
      let rest = all.count - index
      let remainder = Self.remainder(rest)
      let isLastLine = lines.count == lineLimit
      // On the last line there must be room for how many do not fit.
      let reserve = isLastLine && rest > 1 ? remainder.width + 3 : 0
      if let last = lines.last, last.width + 3 + entry.width + reserve <= width {
        lines[lines.count - 1] = last.beside(entry, gap: 3)
      } else if !isLastLine {
        lines.append(entry)
      } else if let last = lines.last {
        lines[lines.count - 1] =
          last.width + 3 + remainder.width <= width ? last.beside(remainder, gap: 3) : remainder
        break
      }
    }
    return lines.reduce(TextBlock()) { block, line in
      let margin = (width - line.width) / 2
      let space = TextBlock([String(repeating: " ", count: margin)], width: margin)
      return block.above(space.beside(line, gap: 0).widened(to: width))
    }
  }

  /// What stands for so many names that do not fit.
  private static func remainder(_ count: Int) -> TextBlock {
    let text = "and \(count) more"
    return TextBlock([text], width: text.count)
  }

  /// The names of the series with their marks.
  private var entries: [TextBlock] {
    let paint = TerminalPaint(colors: terminal.colors)
    return layout.drawn.enumerated().compactMap { index, item in
      guard let label = item.series.label, !label.isEmpty else { return nil }
      let name = TextWidth.truncated(label, columns: width - 4)
      let mark = sample(of: item.series, index)
      return TextBlock(
        ["\(paint.colored(mark, item.color.onTerminal)) \(name)"],
        width: mark.count + 1 + TextWidth.columns(name))
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
