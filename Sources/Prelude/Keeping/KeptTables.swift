public import CellLanguage
public import FewShotData

extension Table: KeptValue {
  /// Writes names, rows and where they came from.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(columnNames)
    try writer.write(rows)
    try writer.write(origin.lines)
    try writer.write(origin.path)
  }

  /// Reads them.
  public init(from reader: inout KeptReader) throws {
    self = try reader.require(
      Table(
        kept: try reader.read(), rows: try reader.read(),
        origin: (try reader.read(), try reader.read())))
  }
}

extension NumberKind: KeptValue {}
