public import CellLanguage
public import MetaLearning

extension MetaGradient: KeptValue {
  /// Writes the derivative, and how good the answers were.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(gradient)
    try writer.write(queryLoss)
    try writer.write(queryAccuracy)
  }

  /// Reads it.
  public init(from reader: inout KeptReader) throws {
    self.init(
      gradient: try reader.read(),
      score: QueryScore(loss: try reader.read(), accuracy: try reader.read()))
  }
}

extension QueryScore: KeptValue {
  /// Writes loss and accuracy.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(loss)
    try writer.write(accuracy)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(loss: try reader.read(), accuracy: try reader.read())
  }
}

extension QueryMeasurement: KeptValue {
  /// Writes what is measured.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(steps)
    try writer.write(everyStep)
    try writer.write(isTransductive)
  }

  /// Reads it.
  public init(from reader: inout KeptReader) throws {
    self.init(
      steps: try reader.read(), everyStep: try reader.read(), isTransductive: try reader.read())
  }
}

extension Setting: KeptValue {
  /// Writes name and value.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(name)
    try writer.write(value)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self.init(try reader.read(String.self), try reader.read(String.self))
  }
}
