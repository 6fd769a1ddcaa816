public import Autodiff
internal import Images
internal import MetaLearning
public import Plotting
internal import Tensors

// Figures of tensors, for cells and for notebooks that are exported as programs.

/// A curve over the indices of a tensor's numbers, which must be a vector.
public func plot(
  _ y: Tensor, label: String? = nil, marker: Series.Marker? = nil, title: String? = nil,
  xLabel: String? = nil, yLabel: String? = nil, xLimits: ClosedRange<Double>? = nil,
  yLimits: ClosedRange<Double>? = nil, xScale: Axis.Scale = .linear,
  yScale: Axis.Scale = .linear, legend: Chart.Legend = .automatic,
  palette: [FigureColor] = FigureColor.palette, size: FigureSize? = nil
) throws -> Figure {
  plot(
    [.line(try y.coordinates, label: label, marker: marker)], title: title, xLabel: xLabel,
    yLabel: yLabel, xLimits: xLimits, yLimits: yLimits, xScale: xScale, yScale: yScale,
    legend: legend, palette: palette, size: size)
}

/// A curve through points, whose coordinates are vectors.
public func plot(
  _ x: Tensor, _ y: Tensor, label: String? = nil, marker: Series.Marker? = nil,
  title: String? = nil, xLabel: String? = nil, yLabel: String? = nil,
  xLimits: ClosedRange<Double>? = nil, yLimits: ClosedRange<Double>? = nil,
  xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear,
  legend: Chart.Legend = .automatic, palette: [FigureColor] = FigureColor.palette,
  size: FigureSize? = nil
) throws -> Figure {
  plot(
    [.line(try x.coordinates, try y.coordinates, label: label, marker: marker)], title: title,
    xLabel: xLabel, yLabel: yLabel, xLimits: xLimits, yLimits: yLimits, xScale: xScale,
    yScale: yScale, legend: legend, palette: palette, size: size)
}

/// Marks at points, whose coordinates are vectors.
public func scatter(
  _ x: Tensor, _ y: Tensor, label: String? = nil, marker: Series.Marker = .circle,
  title: String? = nil, xLabel: String? = nil, yLabel: String? = nil,
  xLimits: ClosedRange<Double>? = nil, yLimits: ClosedRange<Double>? = nil,
  xScale: Axis.Scale = .linear, yScale: Axis.Scale = .linear,
  legend: Chart.Legend = .automatic, palette: [FigureColor] = FigureColor.palette,
  size: FigureSize? = nil
) throws -> Figure {
  plot(
    [.points(try x.coordinates, try y.coordinates, label: label, marker: marker)], title: title,
    xLabel: xLabel, yLabel: yLabel, xLimits: xLimits, yLimits: yLimits, xScale: xScale,
    yScale: yScale, legend: legend, palette: palette, size: size)
}

/// How many of a tensor's numbers, of whatever shape, fall into each of some equal intervals.
public func histogram(
  _ values: Tensor, bins: Int? = nil, range: ClosedRange<Double>? = nil, label: String? = nil,
  title: String? = nil, xLabel: String? = nil, yLabel: String? = "count",
  color: FigureColor? = nil, size: FigureSize? = nil
) -> Figure {
  histogram(
    values.scalars, bins: bins, range: range, label: label, title: title, xLabel: xLabel,
    yLabel: yLabel, color: color, size: size)
}

/// The numbers of a matrix as colours.
public func heatmap(
  _ rows: Tensor, rowNames: [String]? = nil, columnNames: [String]? = nil,
  showsNumbers: Bool? = nil, palette: Heatmap.Palette = .blues,
  limits: ClosedRange<Double>? = nil, title: String? = nil, xLabel: String? = nil,
  yLabel: String? = nil, size: FigureSize? = nil
) throws -> Figure {
  heatmap(
    try matrix(rows), rowNames: rowNames, columnNames: columnNames, showsNumbers: showsNumbers,
    palette: palette, limits: limits, title: title, xLabel: xLabel, yLabel: yLabel, size: size)
}

/// Pictures of a tensor: one of `[height, width]` or `[height, width, 1 or 3]`, several of
/// `[count, height, width]` or `[count, height, width, 1 or 3]`; three channels are red, green and blue.
///
/// `range` names the number drawn black and the number drawn white.
public func show(
  _ images: Tensor, columns: Int? = nil, captions: [String] = [],
  range: ClosedRange<Double> = -1...1, title: String? = nil, size: FigureSize? = nil
) throws -> Figure {
  let sizes = images.shape.dimensions
  let isOne = sizes.count == 2 || (sizes.count == 3 && [1, 3].contains(sizes[2]))
  let pictures = isOne ? [try Image(images)] : Array(try ImageBatch(images))
  return show(
    pictures, columns: columns, captions: captions.map { Caption($0) },
    range: Float(range.lowerBound)...Float(range.upperBound), title: title, size: size)
}

// MARK: - Shapes

/// Returns the rows of a tensor that has two axes.
private func matrix(_ tensor: Tensor) throws(FigureShapeError) -> [[Float]] {
  let sizes = tensor.shape.dimensions
  guard sizes.count == 2 else { throw .noMatrix(sizes) }
  let scalars = tensor.scalars
  guard scalars.count == sizes[0] * sizes[1] else { return [] }
  return (0..<sizes[0]).map { Array(scalars[$0 * sizes[1]..<($0 + 1) * sizes[1]]) }
}

/// Why a tensor cannot be drawn.
public enum FigureShapeError: Error, Equatable {
  /// More than one axis is longer than 1.
  case noVector([Int])
  /// There are not two axes.
  case noMatrix([Int])
}

extension FigureShapeError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .noVector(let shape):
      "a curve needs a vector, not \(shape); draw one row of it, such as tensor[0], or all of it with "
        + "heatmap"
    case .noMatrix(let shape): "a heatmap needs [rows, columns], not \(shape)"
    }
  }
}
