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
) -> Figure {
  plot(
    [.line(orStop { try y.coordinates }, label: label, marker: marker)], title: title,
    xLabel: xLabel,
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
) -> Figure {
  plot(
    [
      .line(
        orStop { try x.coordinates }, orStop { try y.coordinates }, label: label, marker: marker)
    ], title: title,
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
) -> Figure {
  plot(
    [
      .points(
        orStop { try x.coordinates }, orStop { try y.coordinates }, label: label, marker: marker)
    ], title: title,
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
) -> Figure {
  heatmap(
    orStop { try rows.matrix }, rowNames: rowNames, columnNames: columnNames,
    showsNumbers: showsNumbers,
    palette: palette, limits: limits, title: title, xLabel: xLabel, yLabel: yLabel, size: size)
}

/// Pictures of a tensor: one of `[height, width]` or `[height, width, 1 or 3]`, several of
/// `[count, height, width]` or `[count, height, width, 1 or 3]`; three channels are red, green and blue.
///
/// `range` names the number drawn black and the number drawn white, −1 and 1 without it.
public func show(
  _ images: Tensor, columns: Int? = nil, captions: [String] = [],
  range: ClosedRange<Double>? = nil, title: String? = nil, size: FigureSize? = nil
) -> Figure {
  show(
    orStop { try images.pictures }, columns: columns, captions: captions.map { Caption($0) },
    range: range.map { Float($0.lowerBound)...Float($0.upperBound) } ?? -1...1, title: title,
    size: size)
}

/// Returns what a function returns; a shape that cannot be drawn stops the program with the reason.
private func orStop<Content>(_ content: () throws -> Content) -> Content {
  do {
    return try content()
  } catch {
    preconditionFailure("\(error)")
  }
}

// MARK: - Shapes

extension Tensor {
  /// The numbers of a vector, as coordinates of points: at most one axis is longer than 1.
  var coordinates: [Float] {
    get throws(FigureShapeError) {
      let sizes = shape.dimensions
      guard sizes.count(where: { $0 != 1 }) <= 1 else { throw .noVector(sizes) }
      return scalars
    }
  }

  /// The rows of a tensor that has two axes.
  var matrix: [[Float]] {
    get throws(FigureShapeError) {
      let sizes = shape.dimensions
      guard sizes.count == 2 else { throw .noMatrix(sizes) }
      let scalars = scalars
      guard scalars.count == sizes[0] * sizes[1] else { return [] }
      return (0..<sizes[0]).map { Array(scalars[$0 * sizes[1]..<($0 + 1) * sizes[1]]) }
    }
  }

  /// The picture or pictures that it is.
  var pictures: [Image] {
    get throws(ImageShapeError) {
      let sizes = shape.dimensions
      let isOne = sizes.count == 2 || (sizes.count == 3 && (sizes[2] == 1 || sizes[2] == 3))
      return isOne ? [try Image(self)] : Array(try ImageBatch(self))
    }
  }
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
