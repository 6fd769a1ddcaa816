/// Rows of texts under named columns, as `.csv` files hold them.
///
///     let table = try loadTable("flowers.csv")
///     table.columnNames                  // ["petal", "species"]
///     table.texts("species")             // a text for each row
///     table.numbers("petal")             // a tensor with a number for each row
public struct Table: Sendable, Equatable {
  /// The names of the columns, in order.
  public let columnNames: [String]
  /// The texts, row by row, as many in each as there are columns.
  public let rows: [[String]]
  /// The line of the file that each row starts in; none of a table that came from no file.
  private let lines: [Int]
  /// The file that the table came from.
  private let path: String?

  /// Creates a table, whose rows must have a text for each column and whose columns names of their own.
  public init(columnNames: [String], rows: [[String]]) throws(TableError) {
    try self.init(columnNames: columnNames, rows: rows, lines: [], path: nil)
  }

  init(
    columnNames: [String], rows: [[String]], lines: [Int], path: String?
  ) throws(TableError) {
    self.columnNames = columnNames
    self.rows = rows
    self.lines = lines
    self.path = path
    var names: Set<String> = []
    for name in columnNames where !names.insert(name).inserted {
      throw .sameName(name, path: path)
    }
    for (index, row) in rows.enumerated() where row.count != columnNames.count {
      throw .wrongCount(place(of: index), found: row.count, expected: columnNames.count)
    }
  }

  /// Whether two tables have the same columns and rows, wherever they came from.
  public static func == (lhs: Table, rhs: Table) -> Bool {
    lhs.columnNames == rhs.columnNames && lhs.rows == rhs.rows
  }
}

// MARK: - Parts

extension Table {
  /// Where the rows came from.
  package var origin: (lines: [Int], path: String?) { (lines, path) }

  /// A table of what was kept of one.
  package init?(
    kept columnNames: [String], rows: [[String]], origin: (lines: [Int], path: String?)
  ) {
    guard
      let table = try? Table(
        columnNames: columnNames, rows: rows, lines: origin.lines, path: origin.path)
    else { return nil }
    self = table
  }
}

// MARK: - Columns

extension Table {
  /// The number of rows.
  public var rowCount: Int { rows.count }

  /// Returns the texts of a column.
  public func texts(_ name: String) throws(TableError) -> [String] {
    let column = try index(of: name)
    return rows.map { $0[column] }
  }

  /// Returns the numbers of some columns, row by row.
  ///
  /// - Parameter missing: What stands for a text that is empty; without it, that is an error.
  package func values(
    _ names: [String], missing: Float? = nil
  ) throws(TableError) -> [Float] {
    var columns: [Int] = []
    for name in names { columns.append(try index(of: name)) }
    var values: [Float] = []
    values.reserveCapacity(rows.count * columns.count)
    for (index, row) in rows.enumerated() {
      for column in columns {
        let text = row[column].trimmed
        if let value = text.isEmpty ? missing : Float(text) {
          values.append(value)
        } else {
          throw .notANumber(place(of: index), column: columnNames[column], text: row[column])
        }
      }
    }
    return values
  }

  private func index(of name: String) throws(TableError) -> Int {
    guard let index = columnNames.firstIndex(of: name) else {
      throw .noColumn(name, known: columnNames, path: path)
    }
    return index
  }

  /// Where a row stands.
  private func place(of row: Int) -> TableError.Place {
    if let path, lines.indices.contains(row) { return .line(lines[row], path: path) }
    return .row(row)
  }
}

extension Table: CustomStringConvertible {
  /// A short description, such as `150 rows of 5 columns`.
  public var description: String {
    "\(rowCount) row\(rowCount == 1 ? "" : "s") of \(columnNames.count) "
      + "column\(columnNames.count == 1 ? "" : "s")"
  }
}

extension String {
  /// The text without spaces and tabs around it.
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

// MARK: - Errors

/// Why texts are no table, or a table's texts no numbers.
public enum TableError: Error, Equatable {
  /// Where something stands.
  public enum Place: Equatable, Sendable {
    /// In a line of a file, counted from 1.
    case line(Int, path: String)
    /// In a row of a table that came from no file, counted from 0.
    case row(Int)
  }

  /// A row has more or fewer texts than there are columns.
  case wrongCount(Place, found: Int, expected: Int)
  /// A quoted text has no end.
  case unclosedQuote(Place)
  /// Something stands behind the end of a quoted text.
  case afterQuote(Place)
  /// Two columns have one name.
  case sameName(String, path: String?)
  /// There is no such column.
  case noColumn(String, known: [String], path: String?)
  /// A text is not a number.
  case notANumber(Place, column: String, text: String)
  /// What is between texts must be one character.
  case wrongSeparator(String)
  /// A file has nothing in it.
  case empty(path: String)
}

extension TableError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .wrongCount(let place, let found, let expected):
      "\(place) has \(found) field\(found == 1 ? "" : "s"), but there "
        + (expected == 1 ? "is 1 column" : "are \(expected) columns")
    case .unclosedQuote(let place):
      "\(place) opens a quote that is never closed"
    case .afterQuote(let place):
      "\(place) has something between a closing quote and the separator; a quote inside a quoted "
        + "text is written twice"
    case .sameName(let name, let path):
      "two columns\(path.map { " of '\($0)'" } ?? "") are called '\(name)'"
    case .noColumn(let name, let known, let path):
      "\(path.map { "'\($0)'" } ?? "the table") has no column '\(name)'; it has "
        + known.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        + (known.count > 10 ? ", …" : "")
    case .notANumber(let place, let column, let text):
      "\(place) has '\(text.prefix(40))' in column '\(column)', which is not a number"
        + (text.isEmpty ? "; say what stands for it, such as missing: .nan" : "")
    case .wrongSeparator(let text):
      "the separator must be one character other than a quote or a line's end, not '\(text)'"
    case .empty(let path):
      "'\(path)' has no line in it"
    }
  }
}

extension TableError.Place: CustomStringConvertible {
  /// The place, as a subject.
  public var description: String {
    switch self {
    case .line(let number, let path): "line \(number) of '\(path)'"
    case .row(let index): "row \(index)"
    }
  }
}
