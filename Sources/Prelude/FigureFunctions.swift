internal import CellLanguage
internal import Images
internal import MetaLearning
internal import Plotting

/// `plot`, `scatter`, `histogram`, `bar`, `heatmap`, `show` and `grid`, as cells see them.
func figureFunctions(display: FigureDisplay) -> [HostFunction] {
  chartFunctions(display) + learningFunctions(display) + barFunctions(display)
    + imageFunctions(display)
}

extension CellFigure {
  /// A figure that a call has made, drawn by a display until the session is interrupted.
  init(_ figure: Figure, _ display: FigureDisplay, _ context: HostContext) {
    self.init(figure: figure, display: display, interrupt: context.interrupt)
  }
}

private func chartFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      """
      func plot<Y>(_ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, \(ChartOptions.declaration)) -> Figure
      """, "A curve over 0, 1, 2, …; `band` and `errors` are half widths around each value."
    ) {
      (
        context: HostContext, y: [Double], label: String?, band: [Double]?, errors: [Double]?,
        marker: Series.Marker?, options: ChartOptions
      ) in
      let series = Series.line(y, label: label, band: band, errors: errors, marker: marker)
      return CellFigure(options.chart([series]), display, context)
    },
    HostFunction(
      """
      func plot<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, \(ChartOptions.declaration)) -> Figure
      """, "A curve through points; `band` and `errors` are half widths around each value."
    ) {
      (
        context: HostContext, x: [Double], y: [Double], label: String?, band: [Double]?,
        errors: [Double]?, marker: Series.Marker?, options: ChartOptions
      ) in
      let series = Series.line(x, y, label: label, band: band, errors: errors, marker: marker)
      return CellFigure(options.chart([series]), display, context)
    },
    HostFunction(
      "func plot(_ series: [Series], \(ChartOptions.declaration)) -> Figure",
      "Several series in one chart."
    ) { (context: HostContext, series: [Series], options: ChartOptions) in
      CellFigure(options.chart(series), display, context)
    },
    HostFunction(
      "func plot(_ first: Series, _ others: Series..., \(ChartOptions.declaration)) -> Figure",
      "Several series in one chart."
    ) { (context: HostContext, first: Series, others: [Series], options: ChartOptions) in
      CellFigure(options.chart([first] + others), display, context)
    },
    HostFunction(
      """
      func scatter<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, errors: [Double]? = nil, \
      marker: Marker = .circle, \(ChartOptions.declaration)) -> Figure
      """, "Marks at points; `errors` are half lengths of the whiskers."
    ) {
      (
        context: HostContext, x: [Double], y: [Double], label: String?, errors: [Double]?,
        marker: Series.Marker, options: ChartOptions
      ) in
      let series = Series.points(x, y, label: label, errors: errors, marker: marker)
      return CellFigure(options.chart([series]), display, context)
    },
  ]
}

private func learningFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      "func plot(_ history: TrainingHistory, title: String? = \"Learning curve\") -> Figure",
      "The learning curve of a training: loss and accuracy, with validation as points."
    ) { (context: HostContext, history: TrainingHistory, title: String?) in
      CellFigure(plot(history, title: title), display, context)
    },
    HostFunction(
      "func plot(_ adaptation: Adaptation, title: String? = nil) -> Figure",
      "A sinusoid, the points that a network learned it from, and its answers after some steps."
    ) { (context: HostContext, adaptation: Adaptation, title: String?) in
      CellFigure(plot(adaptation, title: title), display, context)
    },
  ]
}

private func barFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      """
      func histogram<Y>(_ values: [Y], bins: Int? = nil, range: ClosedRange<Double>? = nil, \
      label: String? = nil, title: String? = nil, xLabel: String? = nil, \
      yLabel: String? = "count", color: FigureColor? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "How many values fall into each of some equal intervals."
    ) {
      (
        context: HostContext, values: [Double], bins: Int?, range: OptionalRange, label: String?,
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
      func bar<Y>(_ names: [String], _ heights: [Y], errors: [Double]? = nil, \
      title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, \
      yLimits: ClosedRange<Double>? = nil, color: FigureColor? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "A bar for each name; `errors` are half lengths of the whiskers."
    ) {
      (
        context: HostContext, names: [String], heights: [Double], errors: [Double]?,
        title: String?, xLabel: String?, yLabel: String?, yLimits: OptionalRange,
        color: FigureColor?, size: FigureSize?
      ) in
      CellFigure(
        bar(
          names, heights, errors: errors, title: title, xLabel: xLabel, yLabel: yLabel,
          yLimits: yLimits.range, color: color, size: size), display, context)
    },
    HostFunction(
      """
      func bar(_ names: [String], _ series: [Series], title: String? = nil, \
      xLabel: String? = nil, yLabel: String? = nil, yLimits: ClosedRange<Double>? = nil, \
      legend: Legend = .automatic, palette: [FigureColor] = [], \
      size: FigureSize? = nil) -> Figure
      """, "Groups of bars, one of each series for each name."
    ) {
      (
        context: HostContext, names: [String], series: [Series], title: String?, xLabel: String?,
        yLabel: String?, yLimits: OptionalRange, legend: Chart.Legend, palette: [FigureColor],
        size: FigureSize?
      ) in
      CellFigure(
        bar(
          names, series, title: title, xLabel: xLabel, yLabel: yLabel, yLimits: yLimits.range,
          legend: legend, palette: palette, size: size), display, context)
    },
    HostFunction(
      """
      func heatmap<Y>(_ rows: [[Y]], rowNames: [String]? = nil, columnNames: [String]? = nil, \
      showsNumbers: Bool? = nil, palette: Palette = .blues, \
      limits: ClosedRange<Double>? = nil, title: String? = nil, xLabel: String? = nil, \
      yLabel: String? = nil, size: FigureSize? = nil) -> Figure
      """, "A table of numbers as colours: a confusion matrix, for instance."
    ) {
      (
        context: HostContext, rows: [[Double]], rowNames: [String]?, columnNames: [String]?,
        showsNumbers: Bool?, palette: Heatmap.Palette, limits: OptionalRange, title: String?,
        xLabel: String?, yLabel: String?, size: FigureSize?
      ) in
      CellFigure(
        heatmap(
          rows, rowNames: rowNames, columnNames: columnNames, showsNumbers: showsNumbers,
          palette: palette, limits: limits.range, title: title, xLabel: xLabel, yLabel: yLabel,
          size: size), display, context)
    },
  ]
}

private func imageFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      """
      func show(_ image: Image, caption: String? = nil, title: String? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "One picture."
    ) {
      (
        context: HostContext, image: Image, caption: String?, title: String?,
        size: FigureSize?
      ) in
      CellFigure(
        show(image, caption: caption.map { Caption($0) }, title: title, size: size), display,
        context)
    },
    HostFunction(
      """
      func show(_ images: ImageBatch, columns: Int? = nil, captions: [String] = [], \
      title: String? = nil, size: FigureSize? = nil) -> Figure
      """, "Pictures in a grid, row by row, with captions under them."
    ) {
      (
        context: HostContext, images: ImageBatch, columns: Int?, captions: [String],
        title: String?, size: FigureSize?
      ) in
      CellFigure(
        show(images, columns: columns, captions: captions, title: title, size: size), display,
        context)
    },
    HostFunction(
      """
      func show(_ images: ImageBatch, truth: [String], predictions: [String], \
      columns: Int? = nil, title: String? = nil, size: FigureSize? = nil) -> Figure
      """, "Pictures in a grid; under each what was predicted, in another colour where wrong."
    ) {
      (
        context: HostContext, images: ImageBatch, truth: [String], predictions: [String],
        columns: Int?, title: String?, size: FigureSize?
      ) in
      CellFigure(
        show(
          images, truth: truth, predictions: predictions, columns: columns, title: title,
          size: size), display, context)
    },
    HostFunction(
      """
      func grid(_ figures: [Figure], columns: Int? = nil, title: String? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "Figures side by side, as wide as they need; without `columns` about square."
    ) {
      (
        context: HostContext, figures: [CellFigure], columns: Int?, title: String?,
        size: FigureSize?
      ) in
      CellFigure(
        grid(figures.map(\.figure), columns: columns, title: title, size: size), display, context)
    },
  ]
}
