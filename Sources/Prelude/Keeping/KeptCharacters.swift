public import CellLanguage
public import FewShotData
public import Images

extension ImageCollection: KeptValue {
  /// Writes the pictures, which all selections of one data set share, and the classes.
  public func keep(in writer: inout KeptWriter) throws {
    let parts = parts
    try writer.write(parts.size)
    try writer.write(parts.levels)
    try writer.write(parts.classes)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self = try reader.require(
      ImageCollection(
        size: try reader.read(), levels: try reader.read(), classes: try reader.read()))
  }
}

extension ImageCollection.Part: KeptValue {
  package func keep(in writer: inout KeptWriter) throws {
    try writer.write(name)
    try writer.write(first)
    try writer.write(count)
    try writer.write(quarterTurns)
    try writer.write(isMirrored)
  }

  package init(from reader: inout KeptReader) throws {
    self.init(
      name: try reader.read(), first: try reader.read(), count: try reader.read(),
      quarterTurns: try reader.read(), isMirrored: try reader.read())
  }
}

extension ImageClass: KeptValue {
  /// Writes the name and the pictures.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(name)
    try writer.write(images)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(kept: try reader.read(), try reader.read())
  }
}

extension ClassSplit: KeptValue {
  /// Writes the parts.
  public func keep(in writer: inout KeptWriter) throws {
    for part in [train, validation, test] { try writer.write(part) }
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(kept: [try reader.read(), try reader.read(), try reader.read()])
  }
}

extension SplitProportion: KeptValue {}
extension Rotations: KeptValue {}

extension ImageBatch: KeptValue {
  /// Writes the size and the pixels.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(width)
    try writer.write(height)
    try writer.write(channels)
    try writer.write(pixels)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    let size = try PictureSize(from: &reader)
    let pixels: [Float] = try reader.read()
    guard pixels.count.isMultiple(of: size.count) else { throw KeptError.damaged }
    self.init(width: size.width, height: size.height, channels: size.channels, pixels: pixels)
  }
}

extension Image: KeptValue {
  /// Writes the size and the pixels.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(width)
    try writer.write(height)
    try writer.write(channels)
    try writer.write(pixels)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    let size = try PictureSize(from: &reader)
    let pixels: [Float] = try reader.read()
    guard pixels.count == size.count else { throw KeptError.damaged }
    self.init(width: size.width, height: size.height, channels: size.channels, pixels: pixels)
  }
}

/// The size of a picture as it was kept.
private struct PictureSize {
  let width: Int
  let height: Int
  let channels: Int

  /// The numbers of a picture.
  var count: Int { width * height * channels }

  init(from reader: inout KeptReader) throws {
    width = try reader.read()
    height = try reader.read()
    channels = try reader.read()
    guard 1...1 << 30 ~= width, 1...1 << 30 ~= height, channels == 1 || channels == 3 else {
      throw KeptError.damaged
    }
  }
}
