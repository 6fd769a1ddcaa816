/// A chart in characters: the curves by gnuplot's `dumb`, everything around them by us.
struct TextChart {
  /// The parts of a chart, as the colours that `dumb` draws them in.
  enum Part: UInt32 {
    case axis = 1
    case tick, band, line, point, whisker, bar
  }

  let layout: ChartLayout
  private let legend: TextBlock
  let terminal: TerminalGraphics
  let width: Int
  let height: Int

  /// A chart in so many columns and lines, below a legend.
  init(
    _ layout: ChartLayout, legend: TextBlock, terminal: TerminalGraphics, width: Int, height: Int
  ) {
    self.layout = layout
    self.legend = legend
    self.terminal = terminal
    self.width = max(24, width)
    self.height = max(6, height)
  }

  /// The colour that a part of a series is drawn in.
  func code(_ part: Part, _ series: Int = 0) -> String {
    FigureColor(UInt32(min(0xFFFF, series)) << 8 | part.rawValue).code
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
    var block = legend
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
