/// Colours as the escape sequences of a terminal.
package struct TerminalPaint {
  /// The colours that the terminal has.
  let colors: TerminalGraphics.Colors

  /// Ends all colours.
  var reset: String { colors == .none ? "" : "\u{1B}[0m" }

  /// Text in bold.
  func bold(_ text: String) -> String {
    colors == .none ? text : "\u{1B}[1m\(text)\u{1B}[0m"
  }

  /// Text in a colour.
  func colored(_ text: String, _ color: FigureColor?) -> String {
    guard let color, colors != .none, !text.isEmpty else { return text }
    return "\(start(ink: color, paper: nil))\(text)\(reset)"
  }

  /// Starts to write in one colour on another; `nil` is the terminal's own.
  func start(ink: FigureColor?, paper: FigureColor?) -> String {
    let codes = [ink.map { code($0, 30) } ?? "39", paper.map { code($0, 40) } ?? "49"]
    return colors == .none ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private func code(_ color: FigureColor, _ base: Int) -> String {
    switch colors {
    case .none: "\(base + 9)"
    case .ansi: "\(base + TerminalPaint.ansi(color))"
    case .palette: "\(base + 8);5;\(TerminalPaint.palette(color))"
    case .full: "\(base + 8);2;\(color.red);\(color.green);\(color.blue)"
    }
  }

  /// The nearest of the eight colours of every terminal.
  ///
  /// By the channels that stand out: the eight are all red, green and blue on or off.
  package static func ansi(_ color: FigureColor) -> Int {
    let channels = [color.red, color.green, color.blue].map(Int.init)
    let (low, high) = (channels.min() ?? 0, channels.max() ?? 0)
    // A grey: black or white, whichever is nearer.
    if high - low < 40 { return high > 127 ? 7 : 0 }
    let middle = (low + high) / 2
    return zip(channels, [1, 2, 4]).reduce(0) { $0 + ($1.0 > middle ? $1.1 : 0) }
  }

  /// The nearest of the palette's cube of 216 colours and its 24 greys.
  package static func palette(_ color: FigureColor) -> Int {
    let levels = [0, 95, 135, 175, 215, 255]
    func nearest(_ channel: UInt8) -> Int {
      levels.indices.min { abs(levels[$0] - Int(channel)) < abs(levels[$1] - Int(channel)) } ?? 0
    }
    func distance(_ red: Int, _ green: Int, _ blue: Int) -> Int {
      let (r, g, b) = (Int(color.red) - red, Int(color.green) - green, Int(color.blue) - blue)
      return r * r + g * g + b * b
    }
    let cube = [color.red, color.green, color.blue].map(nearest)
    let mean = (Int(color.red) + Int(color.green) + Int(color.blue)) / 3
    let step = min(23, max(0, (mean - 3) / 10))
    let grey = 8 + 10 * step
    return distance(grey, grey, grey) < distance(levels[cube[0]], levels[cube[1]], levels[cube[2]])
      ? 232 + step : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
  }
}
