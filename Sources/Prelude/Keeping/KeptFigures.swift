public import CellLanguage
internal import Images
public import Plotting

extension CellFigure: KeptValue {
  func keep(in writer: inout KeptWriter) throws { try writer.write(figure) }

  init(from reader: inout KeptReader) throws {
    self.init(
      figure: try reader.read(), display: try reader.resource(FigureDisplay.resource),
      interrupt: { false })
  }
}

extension FigureDisplay {
  /// What it is called among the resources of the library.
  static let resource = "FigureDisplay"
}

extension Chart.Legend: KeptValue {}
extension Axis.Scale: KeptValue {}
extension Series.Shape: KeptValue {}
extension Series.Marker: KeptValue {}
extension Series.Dash: KeptValue {}
extension Heatmap.Palette: KeptValue {}
extension Caption.Verdict: KeptValue {}

extension Figure: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(content)
    try writer.write(title)
    try writer.write(size)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      try reader.read(),
      title: try reader.read(),
      size: try reader.read())
  }
}

extension Figure.Content: KeptValue {
  /// Writes what is shown.
  public func keep(in writer: inout KeptWriter) throws {
    switch self {
    case .chart(let chart):
      try writer.write(0)
      try writer.write(chart)
    case .heatmap(let heatmap):
      try writer.write(1)
      try writer.write(heatmap)
    case .images(let grid):
      try writer.write(2)
      try writer.write(grid)
    case .grid(let figures, let columns):
      try writer.write(3)
      try writer.write(figures)
      try writer.write(columns)
    }
  }

  /// Reads what is shown.
  public init(from reader: inout KeptReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .chart(try reader.read())
    case 1: self = .heatmap(try reader.read())
    case 2: self = .images(try reader.read())
    case 3: self = .grid(try reader.read(), columns: try reader.read())
    default: throw KeptError.damaged
    }
  }
}

extension Series.Spread: KeptValue {
  /// Writes the bounds.
  public func keep(in writer: inout KeptWriter) throws {
    switch self {
    case .band(let lower, let upper):
      try writer.write(0)
      try writer.write(lower)
      try writer.write(upper)
    case .whiskers(let lower, let upper):
      try writer.write(1)
      try writer.write(lower)
      try writer.write(upper)
    }
  }

  /// Reads the bounds.
  public init(from reader: inout KeptReader) throws {
    switch try reader.read(Int.self) {
    case 0: self = .band(lower: try reader.read(), upper: try reader.read())
    case 1: self = .whiskers(lower: try reader.read(), upper: try reader.read())
    default: throw KeptError.damaged
    }
  }
}

extension FigureSize: KeptValue {
  /// Writes the numbers.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(width)
    try writer.write(height)
  }

  /// Reads the numbers.
  public init(from reader: inout KeptReader) throws {
    self.init(
      width: try reader.read(),
      height: try reader.read())
  }
}

extension FigureColor: KeptValue {
  /// Writes the channels.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(red)
    try writer.write(green)
    try writer.write(blue)
  }

  /// Reads the channels.
  public init(from reader: inout KeptReader) throws {
    self.init(
      red: try reader.read(),
      green: try reader.read(),
      blue: try reader.read())
  }
}

extension Chart: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(series)
    try writer.write(x)
    try writer.write(y)
    try writer.write(legend)
    try writer.write(palette)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      try reader.read(),
      x: try reader.read(),
      y: try reader.read(),
      legend: try reader.read(),
      palette: try reader.read())
  }
}

extension Axis: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(label)
    try writer.write(limits)
    try writer.write(scale)
    try writer.write(names)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      label: try reader.read(),
      limits: try reader.read(),
      scale: try reader.read(),
      names: try reader.read())
  }
}

extension Series: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(x)
    try writer.write(y)
    try writer.write(label)
    try writer.write(shape)
    try writer.write(marker)
    try writer.write(dash)
    try writer.write(color)
    try writer.write(spread)
    try writer.write(barWidth)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      x: try reader.read(),
      y: try reader.read(),
      label: try reader.read(),
      shape: try reader.read(),
      marker: try reader.read(),
      dash: try reader.read(),
      color: try reader.read(),
      spread: try reader.read(),
      barWidth: try reader.read())
  }
}

extension Heatmap: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(rows)
    try writer.write(rowNames)
    try writer.write(columnNames)
    try writer.write(xLabel)
    try writer.write(yLabel)
    try writer.write(limits)
    try writer.write(palette)
    try writer.write(showsNumbers)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      try reader.read(),
      rowNames: try reader.read(),
      columnNames: try reader.read(),
      xLabel: try reader.read(),
      yLabel: try reader.read(),
      limits: try reader.read(),
      palette: try reader.read(),
      showsNumbers: try reader.read())
  }
}

extension ImageGrid: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(images)
    try writer.write(columns)
    try writer.write(captions)
    try writer.write(range)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      try reader.read(),
      columns: try reader.read(),
      captions: try reader.read(),
      range: try reader.read())
  }
}

extension Caption: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(text)
    try writer.write(verdict)
  }

  /// Reads the parts.
  public init(from reader: inout KeptReader) throws {
    self.init(
      try reader.read(),
      verdict: try reader.read())
  }
}
