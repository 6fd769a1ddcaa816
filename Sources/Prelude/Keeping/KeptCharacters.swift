public import CellLanguage
public import FewShotData
public import Images

extension CharacterCollection: KeptValue {
  /// Writes the drawings, which all selections of one data set share, and the characters.
  public func keep(in writer: inout KeptWriter) throws {
    let parts = parts
    try writer.write(drawingsPerCharacter)
    try writer.write(parts.levels)
    try writer.write(parts.characters)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self = try reader.require(
      CharacterCollection(
        drawingsPerCharacter: try reader.read(), levels: try reader.read(),
        characters: try reader.read()))
  }
}

extension CharacterCollection.Part: KeptValue {
  package func keep(in writer: inout KeptWriter) throws {
    try writer.write(name)
    try writer.write(block)
    try writer.write(quarterTurns)
    try writer.write(isMirrored)
  }

  package init(from reader: inout KeptReader) throws {
    self.init(
      name: try reader.read(), block: try reader.read(), quarterTurns: try reader.read(),
      isMirrored: try reader.read())
  }
}

extension DrawnCharacter: KeptValue {
  /// Writes the name and the drawings.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(name)
    try writer.write(drawings)
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
    try writer.write(pixels)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    let (width, height): (Int, Int) = (try reader.read(), try reader.read())
    let pixels: [Float] = try reader.read()
    guard 1...1 << 30 ~= width, 1...1 << 30 ~= height, pixels.count.isMultiple(of: width * height)
    else { throw KeptError.damaged }
    self.init(width: width, height: height, pixels: pixels)
  }
}

extension GrayImage: KeptValue {
  /// Writes the size and the pixels.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(width)
    try writer.write(height)
    try writer.write(pixels)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    let (width, height): (Int, Int) = (try reader.read(), try reader.read())
    let pixels: [Float] = try reader.read()
    guard 1...1 << 30 ~= width, 1...1 << 30 ~= height, pixels.count == width * height
    else { throw KeptError.damaged }
    self.init(width: width, height: height, pixels: pixels)
  }
}
