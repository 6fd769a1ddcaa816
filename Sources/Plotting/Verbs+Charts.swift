/// A curve over the indices of its values.
///
///     plot([0.9, 0.5, 0.3], label: "loss", title: "Training", xLabel: "iteration")
///
/// `band` shades and `errors` whiskers the given half widths around each value.
public func plot(
  _ y: [some Plottable], label: String? = nil, band: [Double]? = nil, errors: [Double]? = nil,
  marker: Series.Marker? = nil, title: String? = nil, xLabel: String? = nil,
  yLabel: String? = nil, xLimits: ClosedRange<Double>? = nil,
  yLimits: ClosedRange<Double>? = nil, xScale: Axis.Scale = .linear,
  yScale: Axis.Scale = .linear, legend: Chart.Legend = .automatic,
  palette: [FigureColor] = FigureColor.palette, size: FigureSize? = nil
) -> Figure {
  plot(
    [.line(y, label: label, band: band, errors: errors, marker: marker)], title: title,
    xLabel: xLabel, yLabel: yLabel, xLimits: xLimits, yLimits: yLimits, xScale: xScale,
    yScale: yScale, legend: legend, palette: palette, size: size)
}

/// A curve through points.
///
///     plot([0, 1, 5], [0.21, 0.83, 0.97], marker: .circle, xLabel: "inner steps")
public func plot(
  _ x: [some Plottable], _ y: [some Plottable], label: String? = nil, band: [Double]? = nil,
  errors: [Double]? = nil, marker: Series.Marker? = nil, title: String? = nil,
  xLabel: String? = nil, yLabel: String? = nil, xLimits: ClosedRange<Double>? = nil,
  yLimits: ClosedRange<Double>? = nil, xScale: Axis.Scale = .linear,
  yScale: Axis.Scale = .linear, legend: Chart.Legend = .automatic,
  palette: [FigureColor] = FigureColor.palette, size: FigureSize? = nil
) -> Figure {
  plot(
    [.line(x, y, label: label, band: band, errors: errors, marker: marker)], title: title,
    xLabel: xLabel, yLabel: yLabel, xLimits: xLimits, yLimits: yLimits, xScale: xScale,
    yScale: yScale, legend: legend, palette: palette, size: size)
}

/// Several series over one pair of axes.
///
///     plot(.line(training, label: "training"), .points(steps, validation, label: "validation"))
public func plot(
  _ first: Series, _ others: Series..., title: String? = nil, xLabel: String? = nil,
  yLabel: String? = nil, xLimits: ClosedRange<Double>? = nil,
  yLimits: ClosedRange<Double>? = nil, xScale: Axis.Scale = .linear,
  yScale: Axis.Scale = .linear, legend: Chart.Legend = .automatic,
  palette: [FigureColor] = FigureColor.palette, size: FigureSize? = nil
) -> Figure {
  plot(
    [first] + others, title: title, xLabel: xLabel, yLabel: yLabel, xLimits: xLimits,
    yLimits: yLimits, xScale: xScale, yScale: yScale, legend: legend, palette: palette, size: size)
}

/// Several series over one pair of axes.
public func plot(
  _ series: [Series], title: String? = nil, xLabel: String? = nil, yLabel: String? = nil,
  xLimits: ClosedRange<Double>? = nil, yLimits: ClosedRange<Double>? = nil,
  xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear, legend: Chart.Legend = .automatic,
  palette: [FigureColor] = FigureColor.palette, size: FigureSize? = nil
) -> Figure {
  Figure(
    .chart(
      Chart(
        series, x: Axis(label: xLabel, limits: xLimits, scale: xScale),
        y: Axis(label: yLabel, limits: yLimits, scale: yScale), legend: legend, palette: palette)),
    title: title, size: size)
}

/// A cloud of points.
public func scatter(
  _ x: [some Plottable], _ y: [some Plottable], label: String? = nil, errors: [Double]? = nil,
  marker: Series.Marker = .circle, title: String? = nil, xLabel: String? = nil,
  yLabel: String? = nil, xLimits: ClosedRange<Double>? = nil,
  yLimits: ClosedRange<Double>? = nil, xScale: Axis.Scale = .linear,
  yScale: Axis.Scale = .linear, legend: Chart.Legend = .automatic,
  palette: [FigureColor] = FigureColor.palette, size: FigureSize? = nil
) -> Figure {
  plot(
    [.points(x, y, label: label, errors: errors, marker: marker)], title: title, xLabel: xLabel,
    yLabel: yLabel, xLimits: xLimits, yLimits: yLimits, xScale: xScale, yScale: yScale,
    legend: legend, palette: palette, size: size)
}
