internal import Text

/// While a notebook runs, its outputs are a journal: a line for each cell, added when the cell has run.
///
/// ```json
/// {"mamlnb_outputs":1,"journal":true}
/// {"cell":1,"id":"data","outcome":"ok","outputs":[…]}
/// {"prose":1,"after":"data","values":[…]}
/// ```
///
/// A line says all about its cell, or about the prose after so many cells, so a cell that runs again has another line, and the last one counts.
/// When the run ends the list is written, and the journal goes. A program that is killed leaves the
/// journal, perhaps with a part of a line at its end, which is left out.
extension Sidecar {
  /// The name of the journal's file.
  public static let journalName = "outputs.jsonl"

  /// The first line of a journal.
  public static let journalHead = Array(
    (JSONValue.object(["mamlnb_outputs": .integer(1), "journal": .bool(true)]).line + "\n").utf8)

  /// What a journal says of a cell.
  ///
  /// - Parameter index: the cell's place in the notebook, counted from 0.
  /// - Returns: its line, and the images that the line names.
  public static func journalEntry(
    of record: CellRecord, at index: Int
  ) -> (line: [UInt8], images: [File]) {
    var images: [File] = []
    let members = record.members(images: &images)
    let line = JSONValue.object([.init(key: "cell", value: .integer(index + 1))] + members).line
    return (Array((line + "\n").utf8), images)
  }

  /// What a journal says of the prose after so many cells.
  public static func journalEntry(of record: ProseRecord, after count: Int) -> [UInt8] {
    let members = [JSONValue.Member(key: "prose", value: .integer(count))] + record.members
    return Array((JSONValue.object(members).line + "\n").utf8)
  }

  /// Reads a journal; nil where it does not begin as one.
  ///
  /// - Parameter file: the bytes of a file of the folder, or nil where it cannot be read.
  public init?(journal bytes: [UInt8], file: (_ name: String) -> [UInt8]? = { _ in nil }) {
    guard bytes.starts(with: Self.journalHead) else { return nil }
    var records: [Int: CellRecord] = [:]
    var prose: [Int: ProseRecord] = [:]
    // What no line break ends was cut off.
    let whole = bytes[..<(bytes.lastIndex(of: 0x0A) ?? 0)].dropFirst(Self.journalHead.count)
    for line in whole.split(separator: 0x0A) {
      guard let value = try? JSONValue(parsing: String(decoding: line, as: UTF8.self)) else {
        continue
      }
      if case .integer(let count)? = value["prose"] { prose[count] = ProseRecord(decoding: value) }
      guard case .integer(let number)? = value["cell"],
        let record = try? CellRecord(decoding: value, at: "cell \(number)", file: file)
      else { continue }
      records[number] = record
    }
    self.init(
      cells: records.sorted { $0.key < $1.key }.map(\.value),
      prose: prose.sorted { $0.key < $1.key }.map(\.value))
  }
}
