internal import Autodiff
public import CellLanguage
public import FewShotData
internal import MetaLearning

extension Table: HostValue, CellConvertible {}

extension NumberKind: HostValue, CellConvertible {}

/// The types of tables, and of kinds of numbers in files, as cells see them.
let tableTypes: [HostType] = [
  HostType(
    Table.self, "Rows of texts under named columns, as `.csv` files hold them.",
    conformances: ["Equatable"],
    members: [
      HostFunction(
        "init(columnNames: [String], rows: [[String]]) throws", "A table of texts, row by row."
      ) { (names: [String], rows: [[String]]) in try Table(columnNames: names, rows: rows) },
      HostFunction(
        "init(columnNames: [String], _ numbers: Tensor) throws",
        "A table of the numbers of a matrix, `[rows, columns]`."
      ) { (names: [String], numbers: Tensor) in try Table(columnNames: names, numbers) },
      property("var columnNames: [String]", "The names of the columns.", of: Table.self) {
        $0.columnNames
      },
      property("var rowCount: Int", "The number of rows.", of: Table.self) { $0.rowCount },
      property("var rows: [[String]]", "The texts, row by row.", of: Table.self) { $0.rows },
      HostFunction(
        "func texts(_ name: String) throws -> [String]", "The texts of a column, one for each row."
      ) { (table: Table, name: String) in try table.texts(name) },
      HostFunction(
        "func numbers(_ name: String, missing: Float? = nil) throws -> Tensor",
        """
        The numbers of a column, one for each row; `missing` stands for a text that is empty, which is \
        otherwise an error.
        """
      ) { (table: Table, name: String, missing: Float?) in
        try table.numbers(name, missing: missing)
      },
      HostFunction(
        "func numbers(_ names: [String]? = nil, missing: Float? = nil) throws -> Tensor",
        "The numbers of some columns, or of all: `[rows, columns]`."
      ) { (table: Table, names: [String]?, missing: Float?) in
        try table.numbers(names, missing: missing)
      },
    ]),
  choice(NumberKind.self, "A kind of numbers as files have them: `.uint8`, `.float64`, …."),
]

extension Table: Presented {
  /// The first rows.
  var presentation: Presentation {
    let shown = rows.prefix(10)
    let columns = columnNames.prefix(8)
    var lines = [description]
    var table = ValueTable(
      columns.indices.map { index in
        let isNumber = shown.allSatisfy { Float($0[index]) != nil || $0[index].isEmpty }
        return (Self.shortened(columnNames[index]), isNumber ? .right : .left)
      })
    for row in shown { table.add(row.prefix(8).map(Self.shortened)) }
    lines += table.lines
    if rowCount > shown.count { lines.append("  …") }
    return Presentation(lines)
  }

  /// A text in one line of a few characters.
  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 20 ? "\(line.prefix(19))…" : line
  }

  /// The rows and columns.
  public var summary: String? { "\(rowCount)×\(columnNames.count)" }

  /// About the bytes of the texts.
  public var byteCount: Int? {
    rows.reduce(0) { $0 + $1.reduce(0) { $0 + max(16, $1.utf8.count) } }
  }
}
