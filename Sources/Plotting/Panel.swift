/// A rectangle of the canvas, in pixels from its upper left corner, that one figure fills.
struct Panel: Equatable {
  /// The whole canvas.
  let canvas: FigureSize
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// The panel that fills a canvas.
  init(filling canvas: FigureSize) {
    self.canvas = canvas
    (x, y) = (0, 0)
    (width, height) = (Double(canvas.width), Double(canvas.height))
  }

  /// Whether the panel is the canvas.
  var isWhole: Bool { self == Panel(filling: canvas) }

  /// Gnuplot's screen coordinate of a distance from the left edge.
  func screenX(_ distance: Double) -> String { Panel.number((x + distance) / Double(canvas.width)) }

  /// Gnuplot's screen coordinate, which counts from the bottom, of a distance from the top edge.
  func screenY(_ distance: Double) -> String {
    Panel.number(1 - (y + distance) / Double(canvas.height))
  }

  /// The panel without a strip at its top.
  func below(_ strip: Double) -> Panel {
    var rest = self
    rest.y += strip
    rest.height -= strip
    return rest
  }

  /// A number in as few digits as a pixel needs.
  static func number(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}
