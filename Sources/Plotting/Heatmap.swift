/// A matrix in colours, such as a confusion matrix.
public struct Heatmap: Sendable, Equatable {
  /// A run of colours from the smallest number to the largest.
  public enum Palette: String, Sendable, Hashable, CaseIterable {
    /// White to dark blue: amounts, where zero is nothing.
    case blues
    /// Dark violet to yellow (viridis): quantities read by brightness.
    case viridis
    /// Blue over white to vermilion: signed numbers, white where they are zero.
    case diverging
    /// Black to white.
    case greys
  }

  /// The numbers, row by row, the first row on top; one that is not finite leaves a gap.
  public var rows: [[Double]]
  /// The names of the rows, top to bottom.
  public var rowNames: [String]?
  /// The names of the columns, left to right.
  public var columnNames: [String]?
  /// What the columns count.
  public var xLabel: String?
  /// What the rows count.
  public var yLabel: String?
  /// The numbers of the first and last colour; `nil` spans the data.
  public var limits: ClosedRange<Double>?
  /// The colours.
  public var palette: Palette
  /// Whether each cell shows its number; `nil` shows them where they are readable.
  public var showsNumbers: Bool?

  /// Makes a heatmap.
  public init(
    _ rows: [[Double]], rowNames: [String]? = nil, columnNames: [String]? = nil,
    xLabel: String? = nil, yLabel: String? = nil, limits: ClosedRange<Double>? = nil,
    palette: Palette = .blues, showsNumbers: Bool? = nil
  ) {
    self.rows = rows
    self.rowNames = rowNames
    self.columnNames = columnNames
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.limits = limits
    self.palette = palette
    self.showsNumbers = showsNumbers
  }
}
