internal import Allowances
package import SystemFiles

/// Returns the table of a `.csv` file: rows of texts between separators, in quotes where they have any.
///
/// - Parameters:
///   - path: The file. Lines that are empty are passed over.
///   - separator: What stands between two texts: one character.
///   - header: Whether the first row has the names of the columns; otherwise they are `1`, `2`, ….
public func loadTable(
  _ path: String, separator: String = ",", header: Bool = true
) throws -> Table {
  try loadTable(path, separator: separator, header: header, in: .everywhere)
}

/// Returns the table of one of the files that may be used.
package func loadTable(
  _ path: String, separator: String, header: Bool, in files: FileAccess
) throws -> Table {
  let mark = try Table.mark(separator)
  var reader = TableReader(try files.read(path), separator: mark, path: path)
  var rows: [[String]] = []
  var lines: [Int] = []
  while let row = try reader.next() {
    if rows.count.isMultiple(of: 1024) { try Allowance.check() }
    rows.append(row)
    lines.append(reader.startLine)
  }
  guard let first = rows.first else { throw TableError.empty(path: path) }
  guard header else {
    return try Table(
      columnNames: first.indices.map { "\($0 + 1)" }, rows: rows, lines: lines, path: path)
  }
  return try Table(
    columnNames: first, rows: Array(rows.dropFirst()), lines: Array(lines.dropFirst()), path: path)
}

extension Table {
  /// Writes the table as a `.csv` file, with the names of its columns in the first line.
  public func write(to path: String, separator: String = ",") throws {
    try write(to: path, separator: separator, in: .everywhere)
  }

  /// Writes one of the files that may be used.
  package func write(
    to path: String, separator: String, in files: FileAccess, makingFolders: Bool = false
  ) throws {
    let mark = try Self.mark(separator)
    var bytes: [UInt8] = []
    for row in [columnNames] + rows {
      for (index, text) in row.enumerated() {
        if index > 0 { bytes.append(mark) }
        // A line of one empty text would be an empty line.
        let needsQuotes =
          text.utf8.contains {
            $0 == mark || $0 == .quote || $0 == .newline || $0 == .carriageReturn
          }
          || (row.count == 1 && text.isEmpty)
        guard needsQuotes else {
          bytes += text.utf8
          continue
        }
        bytes.append(.quote)
        for byte in text.utf8 { bytes += byte == .quote ? [.quote, .quote] : [byte] }
        bytes.append(.quote)
      }
      bytes.append(.newline)
    }
    try files.write(bytes, to: path, lasting: .program, makingFolders: makingFolders)
  }

  fileprivate static func mark(_ separator: String) throws(TableError) -> UInt8 {
    guard separator.utf8.count == 1, let mark = separator.utf8.first, mark != .quote,
      mark != .newline, mark != .carriageReturn
    else { throw .wrongSeparator(separator) }
    return mark
  }
}

/// Takes the bytes of a table apart (RFC 4180).
private struct TableReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let path: String
  private var place = 0
  private var line = 1
  /// The line that the last row starts in.
  private(set) var startLine = 1

  init(_ bytes: [UInt8], separator: UInt8, path: String) {
    self.bytes = bytes
    self.separator = separator
    self.path = path
    // Some programs start a file by saying that it is UTF-8.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// Returns the next row that has something in it; nil at the end.
  mutating func next() throws(TableError) -> [String]? {
    while acceptLineEnd() {}
    guard place < bytes.count else { return nil }
    startLine = line
    var row = [try field()]
    while place < bytes.count, bytes[place] == separator {
      place += 1
      row.append(try field())
    }
    _ = acceptLineEnd()
    return row
  }

  /// Moves past the end of a line, which is written in two bytes on Windows.
  private mutating func acceptLineEnd() -> Bool {
    guard place < bytes.count else { return false }
    if bytes[place] == .carriageReturn {
      place += 1
      if place < bytes.count, bytes[place] == .newline { place += 1 }
    } else if bytes[place] == .newline {
      place += 1
    } else {
      return false
    }
    line += 1
    return true
  }

  private mutating func field() throws(TableError) -> String {
    if place < bytes.count, bytes[place] == .quote { return try quoted() }
    let start = place
    while place < bytes.count, bytes[place] != separator, bytes[place] != .newline,
      bytes[place] != .carriageReturn
    { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func quoted() throws(TableError) -> String {
    let start = line
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == .quote else {
        if byte == .newline { line += 1 }
        text.append(byte)
        continue
      }
      guard place < bytes.count, bytes[place] == .quote else {
        let isEnd =
          place == bytes.count || bytes[place] == separator || bytes[place] == .newline
          || bytes[place] == .carriageReturn
        guard isEnd else { throw .afterQuote(.line(line, path: path)) }
        return String(decoding: text, as: UTF8.self)
      }
      place += 1
      text.append(byte)
    }
    throw .unclosedQuote(.line(start, path: path))
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
