internal import Autodiff
internal import CellLanguage
internal import Plotting

/// The functions that draw tensors, as cells see them.
func tensorFigures(display: FigureDisplay) -> [HostFunction] {
  tensorCharts(display) + [
    HostFunction(
      """
      func histogram(_ values: Tensor, bins: Int? = nil, range: ClosedRange<Double>? = nil, \
      label: String? = nil, title: String? = nil, xLabel: String? = nil, \
      yLabel: String? = "count", color: FigureColor? = nil, size: FigureSize? = nil) -> Figure
      """,
      "How many of a tensor's numbers, whatever its shape, fall into each of some equal intervals."
    ) {
      (
        context: HostContext, values: Tensor, bins: Int?, range: OptionalRange, label: String?,
        title: String?, xLabel: String?, yLabel: String?, color: FigureColor?, size: FigureSize?
      ) in
      try Figure.validate(bins: bins)
      return CellFigure(
        histogram(
          values, bins: bins, range: range.range, label: label, title: title, xLabel: xLabel,
          yLabel: yLabel, color: color, size: size), display, context)
    },
    HostFunction(
      """
      func heatmap(_ rows: Tensor, rowNames: [String]? = nil, columnNames: [String]? = nil, \
      showsNumbers: Bool? = nil, palette: Palette = .blues, \
      limits: ClosedRange<Double>? = nil, title: String? = nil, xLabel: String? = nil, \
      yLabel: String? = nil, size: FigureSize? = nil) -> Figure
      """, "The numbers of a matrix as colours."
    ) {
      (
        context: HostContext, rows: Tensor, rowNames: [String]?, columnNames: [String]?,
        showsNumbers: Bool?, palette: Heatmap.Palette, limits: OptionalRange, title: String?,
        xLabel: String?, yLabel: String?, size: FigureSize?
      ) in
      CellFigure(
        heatmap(
          try rows.matrix, rowNames: rowNames, columnNames: columnNames, showsNumbers: showsNumbers,
          palette: palette, limits: limits.range, title: title, xLabel: xLabel, yLabel: yLabel,
          size: size), display, context)
    },
    HostFunction(
      """
      func show(_ images: Tensor, columns: Int? = nil, captions: [String] = [], \
      range: ClosedRange<Double>? = nil, title: String? = nil, size: FigureSize? = nil) \
      -> Figure
      """,
      """
      Pictures of a tensor: one of `[height, width]` or `[height, width, 1 or 3]`, several of `[count, \
      height, width]` or `[count, height, width, 1 or 3]`; three channels are red, green and blue. \
      `range` has the numbers drawn black and white, −1 and 1 unless said otherwise.
      """
    ) {
      (
        context: HostContext, images: Tensor, columns: Int?, captions: [String],
        range: OptionalRange, title: String?, size: FigureSize?
      ) in
      CellFigure(
        show(
          try images.pictures, columns: columns, captions: captions.map { Caption($0) },
          range: range.shades, title: title, size: size), display, context)
    },
  ]
}

private func tensorCharts(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      """
      func plot(_ y: Tensor, label: String? = nil, marker: Marker? = nil, \
      \(ChartOptions.declaration)) -> Figure
      """, "A curve over the indices of a vector's numbers."
    ) {
      (
        context: HostContext, y: Tensor, label: String?, marker: Series.Marker?,
        options: ChartOptions
      ) in
      let series = Series.line(try y.coordinates, label: label, marker: marker)
      return CellFigure(options.chart([series]), display, context)
    },
    HostFunction(
      """
      func plot(_ x: Tensor, _ y: Tensor, label: String? = nil, marker: Marker? = nil, \
      \(ChartOptions.declaration)) -> Figure
      """, "A curve through points, whose coordinates are vectors."
    ) {
      (
        context: HostContext, x: Tensor, y: Tensor, label: String?, marker: Series.Marker?,
        options: ChartOptions
      ) in
      let series = Series.line(
        try x.coordinates, try y.coordinates, label: label, marker: marker)
      return CellFigure(options.chart([series]), display, context)
    },
    HostFunction(
      """
      func scatter(_ x: Tensor, _ y: Tensor, label: String? = nil, marker: Marker = .circle, \
      \(ChartOptions.declaration)) -> Figure
      """, "Marks at points, whose coordinates are vectors."
    ) {
      (
        context: HostContext, x: Tensor, y: Tensor, label: String?, marker: Series.Marker,
        options: ChartOptions
      ) in
      let series = Series.points(
        try x.coordinates, try y.coordinates, label: label, marker: marker)
      return CellFigure(options.chart([series]), display, context)
    },
  ]
}

extension OptionalRange {
  /// The numbers drawn black and white.
  fileprivate var shades: ClosedRange<Float> {
    range.map { Float($0.lowerBound)...Float($0.upperBound) } ?? -1...1
  }
}
