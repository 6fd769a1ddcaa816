/// What gnuplot draws on.
public enum Canvas: Sendable, Hashable {
  /// A PNG picture.
  case png(FigureSize)
  /// An SVG drawing.
  case svg(FigureSize)
  /// A PDF page.
  case pdf(FigureSize)
  /// A picture in the escape sequences of a sixel terminal.
  case sixel(FigureSize)

  /// Width and height.
  public var size: FigureSize {
    switch self {
    case .png(let size), .svg(let size), .pdf(let size), .sixel(let size): size
    }
  }

  /// Whether text is drawn here; an SVG drawing's is drawn where it is read.
  var usesFontsOfThisMachine: Bool {
    if case .svg = self { false } else { true }
  }

  /// The command that chooses gnuplot's terminal.
  var terminal: String {
    let (width, height) = (size.width, size.height)
    switch self {
    case .png:
      return "set terminal pngcairo size \(width),\(height) noenhanced rounded font 'sans,10'"
        + " background '#ffffff'"
    case .svg:
      return "set terminal svg size \(width),\(height) noenhanced rounded font 'sans-serif,13'"
        + " background '#ffffff'"
    case .pdf:
      let (inchesAcross, inchesDown) = (Double(width) / 96, Double(height) / 96)
      return
        "set terminal pdfcairo size \(Panel.number(inchesAcross))in,\(Panel.number(inchesDown))in"
        + " noenhanced rounded font 'sans,10' fontscale 1 linewidth 1 background '#ffffff'"
    case .sixel:
      return "set terminal sixelgd size \(width),\(height) noenhanced truecolor font 'sans,10'"
        + " background '#ffffff'"
    }
  }
}
