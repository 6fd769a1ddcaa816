internal import CellLanguage
internal import Plotting

/// The arguments that every chart has, after those of its data.
struct ChartOptions: HostParameter {
  /// The parameters of a declaration.
  static let declaration = """
    title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, \
    xLimits: ClosedRange<Double>? = nil, yLimits: ClosedRange<Double>? = nil, \
    xScale: Scale = .linear, yScale: Scale = .linear, legend: Legend = .automatic, \
    palette: [FigureColor] = [], size: FigureSize? = nil
    """

  private let title, xLabel, yLabel: String?
  private let xLimits, yLimits: OptionalRange
  private let xScale, yScale: Axis.Scale
  private let legend: Chart.Legend
  private let palette: [FigureColor]
  private let size: FigureSize?

  static var cellTypeNames: [String] {
    ["String?", "String?", "String?"] + OptionalRange.cellTypeNames + OptionalRange.cellTypeNames
      + ["Scale", "Scale", "Legend", "[FigureColor]", "FigureSize?"]
  }

  static func read(from call: inout HostCall) throws -> ChartOptions {
    ChartOptions(
      title: try call.next(), xLabel: try call.next(), yLabel: try call.next(),
      xLimits: try .read(from: &call), yLimits: try .read(from: &call), xScale: try call.next(),
      yScale: try call.next(), legend: try call.next(), palette: try call.next(),
      size: try call.next())
  }

  /// Returns the chart of some series.
  func chart(_ series: [Series]) -> Figure {
    plot(
      series, title: title, xLabel: xLabel, yLabel: yLabel, xLimits: xLimits.range,
      yLimits: yLimits.range, xScale: xScale, yScale: yScale, legend: legend, palette: palette,
      size: size)
  }
}
