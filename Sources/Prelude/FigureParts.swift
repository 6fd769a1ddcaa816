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
let figureParts = [
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
    HostFunction("static var \(value): \(Choice.cellTypeName)", "The choice '\(value)'.") { _ in
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
      HostFunction("static var \(name): FigureColor", "The colour \(color.code).") { _ in color }
    } + [
      HostFunction("init(_ code: Int)", "A colour as HTML writes it: `FigureColor(0x0072B2)`.") {
        call in FigureColor(UInt32(truncatingIfNeeded: try call.argument(0, as: Int.self)))
      }
    ])
}()

private let sizeType = HostType(
  FigureSize.self, "Width and height of a figure, in pixels.", conformances: ["Equatable"],
  members: [
    HostFunction("init(width: Int, height: Int)", "A size: `FigureSize(width: 640, height: 400)`.")
    { call in FigureSize(width: try call.argument(0), height: try call.argument(1)) },
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
    ) { call in
      Series.line(
        try coordinates(call, 0), label: try call.argument(1), band: try call.argument(2),
        errors: try call.argument(3), marker: try call.argument(4), dash: try call.argument(5),
        color: try call.argument(6))
    },
    HostFunction(
      """
      static func line<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, band: [Double]? = nil, \
      errors: [Double]? = nil, marker: Marker? = nil, dash: Dash = .solid, \
      color: FigureColor? = nil) -> Series
      """, "A curve through points; `band` and `errors` are half widths around each value."
    ) { call in
      Series.line(
        try coordinates(call, 0), try coordinates(call, 1), label: try call.argument(2),
        band: try call.argument(3), errors: try call.argument(4), marker: try call.argument(5),
        dash: try call.argument(6), color: try call.argument(7))
    },
    HostFunction(
      """
      static func points<X, Y>(_ x: [X], _ y: [Y], label: String? = nil, \
      errors: [Double]? = nil, marker: Marker = .circle, color: FigureColor? = nil) -> Series
      """, "Marks at points; `errors` are half lengths of the whiskers."
    ) { call in
      Series.points(
        try coordinates(call, 0), try coordinates(call, 1), label: try call.argument(2),
        errors: try call.argument(3), marker: try call.argument(4), color: try call.argument(5))
    },
    HostFunction(
      """
      static func bars<Y>(_ heights: [Y], label: String? = nil, errors: [Double]? = nil, \
      color: FigureColor? = nil) -> Series
      """, "Bars at 0, 1, 2, …; `errors` are half lengths of the whiskers."
    ) { call in
      Series.bars(
        try coordinates(call, 0), label: try call.argument(1), errors: try call.argument(2),
        color: try call.argument(3))
    },
  ])

/// The numbers to draw that are an argument of a call: an array of `Int`, `Float` or `Double`.
func coordinates(_ call: HostCall, _ index: Int) throws -> [Double] {
  try call.argument(index, as: [Double].self)
}
