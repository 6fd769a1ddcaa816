/// How often the values fall into each of some bins of equal width.
///
/// Without `bins` the width follows Freedman and Diaconis (1981): twice the interquartile range over
/// the cube root of the count, with at most 100 bins. Values that are not finite, or outside
/// `range`, are not counted; the last bin holds its upper end too.
public func histogram(
  _ values: [some Plottable], bins: Int? = nil, range: ClosedRange<Double>? = nil,
  label: String? = nil, title: String? = nil, xLabel: String? = nil, yLabel: String? = "count",
  color: FigureColor? = nil, size: FigureSize? = nil
) -> Figure {
  let bins = Bins(coordinates(of: values), count: bins, range: range)
  var series = Series(
    x: bins.centers, y: bins.counts.map(Double.init), label: label, shape: .bars, color: color)
  series.barWidth = bins.width
  return Figure(
    .chart(
      Chart(
        [series], x: Axis(label: xLabel, limits: bins.range), y: Axis(label: yLabel))),
    title: title, size: size)
}

/// A bar for each name; `errors` are half lengths of the whiskers.
///
///     bar(["MAML", "Reptile"], [0.987, 0.971], errors: [0.004, 0.006], yLabel: "accuracy")
public func bar(
  _ names: [String], _ heights: [some Plottable], errors: [Double]? = nil, title: String? = nil,
  xLabel: String? = nil, yLabel: String? = nil, yLimits: ClosedRange<Double>? = nil,
  color: FigureColor? = nil, size: FigureSize? = nil
) -> Figure {
  bar(
    names, [.bars(heights, errors: errors, color: color)], title: title, xLabel: xLabel,
    yLabel: yLabel, yLimits: yLimits, size: size)
}

/// A group of bars for each name, one bar of every series.
///
///     bar(["1-shot", "5-shot"], [.bars(first, label: "MAML"), .bars(second, label: "FOMAML")])
public func bar(
  _ names: [String], _ series: [Series], title: String? = nil, xLabel: String? = nil,
  yLabel: String? = nil, yLimits: ClosedRange<Double>? = nil,
  legend: Chart.Legend = .automatic, palette: [FigureColor] = FigureColor.palette,
  size: FigureSize? = nil
) -> Figure {
  Figure(
    .chart(
      Chart(
        series, x: Axis(label: xLabel, names: names), y: Axis(label: yLabel, limits: yLimits),
        legend: legend, palette: palette)),
    title: title, size: size)
}

/// A matrix in colours, the first row on top.
///
///     heatmap(confusion, rowNames: names, columnNames: names, xLabel: "predicted", yLabel: "true")
public func heatmap(
  _ rows: [[some Plottable]], rowNames: [String]? = nil, columnNames: [String]? = nil,
  showsNumbers: Bool? = nil, palette: Heatmap.Palette = .blues,
  limits: ClosedRange<Double>? = nil, title: String? = nil, xLabel: String? = nil,
  yLabel: String? = nil, size: FigureSize? = nil
) -> Figure {
  Figure(
    .heatmap(
      Heatmap(
        rows.map { coordinates(of: $0) }, rowNames: rowNames, columnNames: columnNames,
        xLabel: xLabel, yLabel: yLabel, limits: limits, palette: palette,
        showsNumbers: showsNumbers)),
    title: title, size: size)
}
