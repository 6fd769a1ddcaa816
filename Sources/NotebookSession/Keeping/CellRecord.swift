internal import CellLanguage
internal import SystemFiles

/// What the journal says of a cell.
struct CellRecord {
  var key: CellKey
  /// The number of the record of the cell before it; 0 for the first.
  var parent: Int
  var inputs: [KeptInput]
  /// The paths of the files that it wrote.
  var written: [String]
  var seconds: Double
  /// What a ``StateKeeper`` wrote; empty where only the rest is of interest.
  var body: [UInt8]
  /// The blobs that it needs.
  var blobNumbers: [Int]
}

extension CellRecord {
  /// The files that the cell read and that have changed, and those that it wrote and that are gone.
  ///
  /// A file that is written again by a later cell is not the one that this cell wrote, so what is in it
  /// does not matter.
  var filesThatChanged: [String] {
    inputs.filter { !$0.isUnchanged }.map(\.path)
      + written.filter { (try? FileAccess.everywhere.kind(of: $0)) == nil }
  }
}

extension CellRecord: KeptValue {
  func keep(in writer: inout KeptWriter) throws {
    try writer.write(key)
    try writer.write(parent)
    try writer.write(inputs)
    try writer.write(written)
    try writer.write(seconds)
    try writer.write(Set(blobNumbers).sorted())
    try writer.write(body)
  }

  init(from reader: inout KeptReader) throws {
    key = try reader.read()
    parent = try reader.read()
    inputs = try reader.read()
    written = try reader.read()
    seconds = try reader.read()
    blobNumbers = try reader.read()
    body = try reader.read()
  }
}
