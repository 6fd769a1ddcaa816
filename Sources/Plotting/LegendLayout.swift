/// Where a chart's legend stands and how much room it takes at the top.
struct LegendLayout {
  /// The place, with `automatic` decided.
  let place: Chart.Legend
  /// The pixels it takes above the axes.
  let height: Double
  /// The pixels it takes at the right of the axes.
  let width: Double
  /// The pixels it takes at the lower edge of the panel.
  let footHeight: Double
  /// How many entries stand side by side above or below the axes.
  let columns: Int
  /// The characters that an entry may have.
  let labelColumns: Int
  /// How many series are listed by their names; the others are only counted.
  let listedCount: Int
  /// What stands below the last name where not all are listed.
  let remainder: String?

  /// Lays the legend of a chart out in a panel of so many pixels.
  ///
  /// Above and below the axes it takes at most a third of the panel, so that the plot keeps its room.
  init(_ layout: ChartLayout, panelWidth: Double, panelHeight: Double) {
    let listed = layout.listed
    place = listed.isEmpty ? .none : layout.chart.legend == .automatic ? .top : layout.chart.legend
    // What is longer ends in an ellipsis; the sample of the line takes 50 pixels.
    let room = place == .right ? panelWidth / 2 : panelWidth
    let longest = min(60, Int((room - 70) / TextWidth.pixels("x")))
    labelColumns = max(4, longest)
    let widest = min(
      listed.map { TextWidth.pixels($0.series.label ?? "") }.max() ?? 0,
      Double(labelColumns) * TextWidth.pixels("x"))
    let isBeside = place != .top && place != .bottom
    columns = isBeside ? 1 : max(1, min(listed.count, Int((panelWidth - 20) / (widest + 50))))
    // Above and below, the plot comes first; beside it there is all of its height, inside most of it.
    let share = isBeside ? (place == .right ? 1.0 : 0.7) : 1.0 / 3
    let mostRows = max(1, Int((panelHeight * share - (isBeside ? 50 : 4)) / FigureStyle.lineHeight))
    let isWhole = listed.count <= mostRows * columns
    // The last place tells how many there are besides.
    listedCount = isWhole ? listed.count : max(1, mostRows * columns - 1)
    remainder = isWhole || place == .none ? nil : "and \(listed.count - listedCount) more"
    let entries = listedCount + (isWhole ? 0 : 1)
    let rows = (entries + columns - 1) / columns
    let rowsHeight = Double(rows) * FigureStyle.lineHeight + 4
    height = place == .top ? rowsHeight : 0
    footHeight = place == .bottom ? rowsHeight : 0
    width = place == .right ? widest + 60 : 0
  }

  /// Writes the command that places the legend.
  func draw(in panel: Panel, _ script: inout GnuplotScript) {
    let look =
      "Left reverse noenhanced samplen 2 textcolor rgb '\(FigureStyle.ink.code)'"
    let inside = "opaque box linecolor rgb '\(FigureStyle.gridInk.code)' \(look)"
    switch place {
    case .none: script.command("unset key")
    case .automatic, .top:
      script.command(
        "set key at screen \(panel.screenX(panel.width / 2)),screen \(panel.screenY(4))"
          + " center top horizontal maxcols \(columns) \(look)")
    case .bottom:
      script.command(
        "set key at screen \(panel.screenX(panel.width / 2)),"
          + "screen \(panel.screenY(panel.height - 4))"
          + " center bottom horizontal maxcols \(columns) \(look)")
    case .right:
      script.command(
        "set key at screen \(panel.screenX(panel.width - width + 8)),screen \(panel.screenY(8))"
          + " left top vertical \(look)")
    case .topLeft: script.command("set key inside left top vertical \(inside)")
    case .topRight: script.command("set key inside right top vertical \(inside)")
    case .bottomLeft: script.command("set key inside left bottom vertical \(inside)")
    case .bottomRight: script.command("set key inside right bottom vertical \(inside)")
    }
  }
}
