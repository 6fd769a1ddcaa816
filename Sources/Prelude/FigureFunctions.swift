internal import CellLanguage
internal import Images
internal import MetaLearning
internal import Plotting

/// `plot`, `scatter`, `histogram`, `bar`, `heatmap`, `show` and `grid`, as cells see them.
func figureFunctions(display: FigureDisplay) -> [HostFunction] {
  chartFunctions(display) + learningFunctions(display) + barFunctions(display)
    + imageFunctions(display)
}

/// The parameters that every chart has, after those of its data.
private let chartParameters = """
  title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, \
  xLimits: ClosedRange<Double>? = nil, yLimits: ClosedRange<Double>? = nil, \
  xScale: Scale = .linear, yScale: Scale = .linear, legend: Legend = .automatic, \
  palette: [FigureColor] = [], size: FigureSize? = nil
  """

/// The chart of some series with the chart parameters that start at a position of a call.
private func chart(_ series: [Series], _ call: HostCall, from start: Int, _ display: FigureDisplay)
  throws -> CellFigure
{
  CellFigure(
    figure: plot(
      series, title: try call.argument(start), xLabel: try call.argument(start + 1),
      yLabel: try call.argument(start + 2), xLimits: try call.range(start + 3),
      yLimits: try call.range(start + 4), xScale: try call.argument(start + 5),
      yScale: try call.argument(start + 6), legend: try call.argument(start + 7),
      palette: try call.argument(start + 8), size: try call.argument(start + 9)),
    display: display, interrupt: call.interrupt)
}

private func chartFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      """
      func plot<Y>(_ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, \(chartParameters)) -> Figure
      """, "A curve over 0, 1, 2, …; `band` and `errors` are half widths around each value."
    ) { call in
      let series = Series.line(
        try coordinates(call, 0), label: try call.argument(1), band: try call.argument(2),
        errors: try call.argument(3), marker: try call.argument(4))
      return try chart([series], call, from: 5, display)
    },
    HostFunction(
      """
      func plot<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, \(chartParameters)) -> Figure
      """, "A curve through points; `band` and `errors` are half widths around each value."
    ) { call in
      let series = Series.line(
        try coordinates(call, 0), try coordinates(call, 1), label: try call.argument(2),
        band: try call.argument(3), errors: try call.argument(4), marker: try call.argument(5))
      return try chart([series], call, from: 6, display)
    },
    HostFunction(
      "func plot(_ series: [Series], \(chartParameters)) -> Figure", "Several series in one chart."
    ) { call in
      try chart(try call.argument(0), call, from: 1, display)
    },
    HostFunction(
      "func plot(_ first: Series, _ others: Series..., \(chartParameters)) -> Figure",
      "Several series in one chart."
    ) { call in
      let others = try call.argument(1, as: [Series].self)
      return try chart([try call.argument(0)] + others, call, from: 2, display)
    },
    HostFunction(
      """
      func scatter<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, errors: [Double]? = nil, \
      marker: Marker = .circle, \(chartParameters)) -> Figure
      """, "Marks at points; `errors` are half lengths of the whiskers."
    ) { call in
      let series = Series.points(
        try coordinates(call, 0), try coordinates(call, 1), label: try call.argument(2),
        errors: try call.argument(3), marker: try call.argument(4))
      return try chart([series], call, from: 5, display)
    },
  ]
}

private func learningFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      "func plot(_ history: TrainingHistory, title: String? = \"Learning curve\") -> Figure",
      "The learning curve of a training: loss and accuracy, with validation as points."
    ) { call in
      CellFigure(
        figure: plot(try call.argument(0, as: TrainingHistory.self), title: try call.argument(1)),
        display: display, interrupt: call.interrupt)
    },
    HostFunction(
      "func plot(_ adaptation: Adaptation, title: String? = nil) -> Figure",
      "A sinusoid, the points that a network learned it from, and its answers after some steps."
    ) { call in
      CellFigure(
        figure: plot(try call.argument(0, as: Adaptation.self), title: try call.argument(1)),
        display: display, interrupt: call.interrupt)
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
    ) { call in
      CellFigure(
        figure: histogram(
          try coordinates(call, 0), bins: try call.argument(1), range: try call.range(2),
          label: try call.argument(3), title: try call.argument(4), xLabel: try call.argument(5),
          yLabel: try call.argument(6), color: try call.argument(7),
          size: try call.argument(8)), display: display, interrupt: call.interrupt)
    },
    HostFunction(
      """
      func bar<Y>(_ names: [String], _ heights: [Y], errors: [Double]? = nil, \
      title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, \
      yLimits: ClosedRange<Double>? = nil, color: FigureColor? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "A bar for each name; `errors` are half lengths of the whiskers."
    ) { call in
      CellFigure(
        figure: bar(
          try call.argument(0), try coordinates(call, 1), errors: try call.argument(2),
          title: try call.argument(3), xLabel: try call.argument(4), yLabel: try call.argument(5),
          yLimits: try call.range(6), color: try call.argument(7), size: try call.argument(8)),
        display: display, interrupt: call.interrupt)
    },
    HostFunction(
      """
      func bar(_ names: [String], _ series: [Series], title: String? = nil, \
      xLabel: String? = nil, yLabel: String? = nil, yLimits: ClosedRange<Double>? = nil, \
      legend: Legend = .automatic, palette: [FigureColor] = [], \
      size: FigureSize? = nil) -> Figure
      """, "Groups of bars, one of each series for each name."
    ) { call in
      CellFigure(
        figure: bar(
          try call.argument(0), try call.argument(1, as: [Series].self),
          title: try call.argument(2), xLabel: try call.argument(3), yLabel: try call.argument(4),
          yLimits: try call.range(5), legend: try call.argument(6),
          palette: try call.argument(7), size: try call.argument(8)), display: display,
        interrupt: call.interrupt)
    },
    HostFunction(
      """
      func heatmap<Y>(_ rows: [[Y]], rowNames: [String]? = nil, columnNames: [String]? = nil, \
      showsNumbers: Bool? = nil, palette: Palette = .blues, \
      limits: ClosedRange<Double>? = nil, title: String? = nil, xLabel: String? = nil, \
      yLabel: String? = nil, size: FigureSize? = nil) -> Figure
      """, "A table of numbers as colours: a confusion matrix, for instance."
    ) { call in
      CellFigure(
        figure: heatmap(
          try call.argument(0, as: [[Double]].self), rowNames: try call.argument(1),
          columnNames: try call.argument(2), showsNumbers: try call.argument(3),
          palette: try call.argument(4), limits: try call.range(5),
          title: try call.argument(6), xLabel: try call.argument(7),
          yLabel: try call.argument(8), size: try call.argument(9)), display: display,
        interrupt: call.interrupt)
    },
  ]
}

private func imageFunctions(_ display: FigureDisplay) -> [HostFunction] {
  [
    HostFunction(
      """
      func show(_ image: GrayImage, caption: String? = nil, title: String? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "One picture."
    ) { call in
      let image = try call.argument(0, as: GrayImage.self)
      return CellFigure(
        figure: show(
          image, caption: try call.argument(1, as: String?.self).map { Caption($0) },
          title: try call.argument(2), size: try call.argument(3)), display: display,
        interrupt: call.interrupt)
    },
    HostFunction(
      """
      func show(_ images: ImageBatch, columns: Int? = nil, captions: [String] = [], \
      title: String? = nil, size: FigureSize? = nil) -> Figure
      """, "Pictures in a grid, row by row, with captions under them."
    ) { call in
      CellFigure(
        figure: show(
          try call.argument(0, as: ImageBatch.self), columns: try call.argument(1),
          captions: try call.argument(2), title: try call.argument(3),
          size: try call.argument(4)), display: display, interrupt: call.interrupt)
    },
    HostFunction(
      """
      func show(_ images: ImageBatch, truth: [String], predictions: [String], \
      columns: Int? = nil, title: String? = nil, size: FigureSize? = nil) -> Figure
      """, "Pictures in a grid; under each what was predicted, in another colour where wrong."
    ) { call in
      CellFigure(
        figure: show(
          try call.argument(0, as: ImageBatch.self), truth: try call.argument(1),
          predictions: try call.argument(2), columns: try call.argument(3),
          title: try call.argument(4), size: try call.argument(5)), display: display,
        interrupt: call.interrupt)
    },
    HostFunction(
      """
      func grid(_ figures: [Figure], columns: Int? = nil, title: String? = nil, \
      size: FigureSize? = nil) -> Figure
      """, "Figures side by side, as wide as they need; without `columns` about square."
    ) { call in
      CellFigure(
        figure: grid(
          try call.argument(0, as: [CellFigure].self).map(\.figure), columns: try call.argument(1),
          title: try call.argument(2), size: try call.argument(3)), display: display,
        interrupt: call.interrupt)
    },
  ]
}

extension HostCall {
  /// The optional range that is an argument.
  fileprivate func range(_ index: Int) throws -> ClosedRange<Double>? {
    guard let value = try argument(index, as: Value.self).unwrapped else { return nil }
    guard let range = value.closedRange else {
      throw HostCallError.mismatch(expected: "ClosedRange<Double>", got: value.typeName)
    }
    return range
  }
}
