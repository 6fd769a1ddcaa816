/// Why a figure cannot be drawn as it stands.
public enum FigureError: Error, Hashable {
  /// A series has so many x values for so many y values.
  case unequalLengths(label: String?, x: Int, y: Int)
  /// A series has so many uncertainties for so many y values.
  case unequalSpread(label: String?, spread: Int, y: Int)
  /// A heatmap's row is not as long as the first.
  case unequalRows(row: Int, expected: Int, count: Int)
  /// Names do not match the rows, columns or bars that they name.
  case unequalNames(names: Int, expected: Int)
  /// There is nothing to draw.
  case empty(kind: String)
  /// Limits with no room between them, or not finite, or not positive on a logarithmic axis.
  case limits(axis: String, lower: Double, upper: Double, isLogarithmic: Bool)
  /// A picture of no pixels, or of more than can be drawn.
  case size(width: Int, height: Int)
  /// A histogram of no bins, or of more than anybody can tell apart.
  case bins(count: Int, most: Int)
  /// A grid of more panels than anybody can tell apart, or grids in grids without end.
  case panels(most: Int)
  /// A file name ends in none of `.png`, `.svg`, `.pdf`.
  case unknownFormat(path: String)
}

extension FigureError: CustomStringConvertible {
  /// The error as a sentence without its period.
  public var description: String {
    switch self {
    case .unequalLengths(let label, let x, let y):
      "cannot draw \(Self.series(label)): \(x) x values for \(y) y values"
    case .unequalSpread(let label, let spread, let y):
      "cannot draw \(Self.series(label)): \(spread) error values for \(y) y values"
    case .unequalRows(let row, let expected, let count):
      "cannot draw the heatmap: row \(row) has \(count) numbers, row 0 has \(expected)"
    case .unequalNames(let names, let expected):
      "cannot name \(expected) with \(names) name\(names == 1 ? "" : "s")"
    case .empty(let kind):
      "cannot draw \(kind) of nothing"
    case .limits(let axis, let lower, let upper, let isLogarithmic):
      "cannot show \(lower)...\(upper) on the \(axis) axis"
        + (isLogarithmic ? ": a logarithmic axis needs positive limits" : "")
    case .size(let width, let height):
      "cannot draw \(width) by \(height) pixels:"
        + " each side must be between 16 and 16384, and there may be 64 million in all"
    case .bins(let count, let most):
      "cannot draw a histogram of \(count) bins: there must be between 1 and \(most)"
    case .panels(let most):
      "cannot draw the grid: there may be \(most) panels, in at most 50 grids one in the other"
    case .unknownFormat(let path):
      "cannot tell the format of '\(path)': its name must end in .png, .svg or .pdf"
    }
  }

  private static func series(_ label: String?) -> String {
    label.map { "'\($0)'" } ?? "the series"
  }
}
