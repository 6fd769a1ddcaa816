public import CellLanguage
public import Plotting

extension Series: HostValue, CellConvertible {
  /// Its kind, its label and how many points it has.
  public var description: String {
    "\(shape.rawValue) series\(label.map { " '\($0)'" } ?? "") of \(y.count) points"
  }
}

extension FigureColor: HostValue, CellConvertible {
  /// The colour as HTML writes it: `#0072b2`.
  public var description: String { code }
}

extension Series.Marker: HostValue, CellConvertible {
  /// The name in cells.
  public static var cellTypeName: String { "Marker" }
  /// The name of the mark.
  public var description: String { rawValue }
}

extension Series.Dash: HostValue, CellConvertible {
  /// The name in cells.
  public static var cellTypeName: String { "Dash" }
  /// The name of the pattern.
  public var description: String { rawValue }
}

extension Axis.Scale: HostValue, CellConvertible {
  /// The name in cells.
  public static var cellTypeName: String { "Scale" }
  /// The name of the scale.
  public var description: String { rawValue }
}

extension Chart.Legend: HostValue, CellConvertible {
  /// The name in cells.
  public static var cellTypeName: String { "Legend" }
  /// The name of the place.
  public var description: String { rawValue }
}

extension Heatmap.Palette: HostValue, CellConvertible {
  /// The name in cells.
  public static var cellTypeName: String { "Palette" }
  /// The name of the palette.
  public var description: String { rawValue }
}

extension FigureSize: HostValue, CellConvertible {
  /// Width and height: `640 × 400`.
  public var description: String { "\(width) × \(height)" }
}

/// What figures are made of, as cells see it.
let figureParts: [HostType] = [
  seriesType, colorType, sizeType,
  choice(Series.Marker.self, "The mark on each point of a series."),
  choice(Series.Dash.self, "The pattern of a line."),
  choice(Axis.Scale.self, "How numbers map to lengths along an axis."),
  choice(Chart.Legend.self, "Where the legend stands."),
  choice(Heatmap.Palette.self, "The colours of a heatmap."),
]

/// A type of which there are only some named values: `.circle`, `.square`, ….
func choice<Choice: HostValue & CellConvertible & CaseIterable>(
  _ type: Choice.Type, _ documentation: String
) -> HostType {
  let members = Choice.allCases.map { value in
    HostFunction("static var \(value): \(Choice.cellTypeName)", "The choice '\(value)'.") {
      value
    }
  }
  return HostType(type, documentation, conformances: ["Equatable", "Hashable"], members: members)
}

private let colorType: HostType = {
  let named: [(name: String, color: FigureColor)] = [
    ("black", .black), ("white", .white), ("grey", .grey), ("blue", .blue),
    ("vermilion", .vermilion), ("green", .green), ("purple", .purple), ("orange", .orange),
    ("sky", .sky), ("yellow", .yellow),
  ]
  return HostType(
    FigureColor.self, "A colour. The named ones can be told apart by the colour-blind.",
    conformances: ["Equatable", "Hashable"],
    members: named.map { name, color in
      HostFunction("static var \(name): FigureColor", "The colour \(color.code).") { color }
    } + [
      HostFunction("init(_ code: Int)", "A colour as HTML writes it: `FigureColor(0x0072B2)`.") {
        (code: Int) in FigureColor(code)
      }
    ])
}()

private let sizeType = HostType(
  FigureSize.self, "Width and height of a figure, in pixels.", conformances: ["Equatable"],
  members: [
    HostFunction("init(width: Int, height: Int)", "A size: `FigureSize(width: 640, height: 400)`.")
    { (width: Int, height: Int) in FigureSize(width: width, height: height) },
    property("var width: Int", "Pixels from left to right.", of: FigureSize.self) { $0.width },
    property("var height: Int", "Pixels from top to bottom.", of: FigureSize.self) { $0.height },
  ])

private let seriesType = HostType(
  Series.self, "Points that belong together: a curve, marks or bars.",
  conformances: ["Equatable"],
  members: [
    HostFunction(
      """
      static func line<Y>(_ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, dash: Dash = .solid, \
      color: FigureColor? = nil) -> Series
      """, "A curve over 0, 1, 2, …; `band` and `errors` are half widths around each value."
    ) {
      (
        y: [Double], label: String?, band: [Double]?, errors: [Double]?, marker: Series.Marker?,
        dash: Series.Dash, color: FigureColor?
      ) in
      Series.line(
        y, label: label, band: band, errors: errors, marker: marker, dash: dash, color: color)
    },
    HostFunction(
      """
      static func line<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, dash: Dash = .solid, \
      color: FigureColor? = nil) -> Series
      """, "A curve through points; `band` and `errors` are half widths around each value."
    ) {
      (
        x: [Double], y: [Double], label: String?, band: [Double]?, errors: [Double]?,
        marker: Series.Marker?, dash: Series.Dash, color: FigureColor?
      ) in
      Series.line(
        x, y, label: label, band: band, errors: errors, marker: marker, dash: dash, color: color)
    },
    HostFunction(
      """
      static func points<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, \
      errors: [Double]? = nil, marker: Marker = .circle, color: FigureColor? = nil) -> Series
      """, "Marks at points; `errors` are half lengths of the whiskers."
    ) {
      (
        x: [Double], y: [Double], label: String?, errors: [Double]?, marker: Series.Marker,
        color: FigureColor?
      ) in
      Series.points(x, y, label: label, errors: errors, marker: marker, color: color)
    },
    HostFunction(
      """
      static func bars<Y>(_ heights: [Y], label: String? = nil, errors: [Double]? = nil, \
      color: FigureColor? = nil) -> Series
      """, "Bars at 0, 1, 2, …; `errors` are half lengths of the whiskers."
    ) { (heights: [Double], label: String?, errors: [Double]?, color: FigureColor?) in
      Series.bars(heights, label: label, errors: errors, color: color)
    },
  ])
