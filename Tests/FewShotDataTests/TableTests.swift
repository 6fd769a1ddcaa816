import FewShotData
import Foundation
import Testing

@Suite struct TableTests {
  private func table(
    _ text: String, separator: String = ",", header: Bool = true
  ) throws -> Table {
    let folder = try TemporaryFolder()
    try folder.write(Data(text.utf8), to: "t.csv")
    return try loadTable("\(folder.path)/t.csv", separator: separator, header: header)
  }

  /// What a table is refused for, with the file's name in place of its path.
  private func refusal(_ text: String, _ use: (Table) throws -> Void = { _ in }) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(Data(text.utf8), to: "t.csv")
    do {
      try use(try loadTable("\(folder.path)/t.csv"))
      return ""
    } catch {
      return "\(error)".replacing("\(folder.path)/", with: "")
    }
  }

  @Test func `texts stand between separators, in quotes where they have any`() throws {
    let read = try table("name,note\r\nwren,\"small, \"\"brown\"\"\nbird\"\r\n\r\nrobin,\n")
    #expect(read.columnNames == ["name", "note"])
    #expect(read.rows == [["wren", "small, \"brown\"\nbird"], ["robin", ""]])
    #expect(try read.texts("name") == ["wren", "robin"])
    #expect(read.description == "2 rows of 2 columns")
  }

  @Test func `another separator, no header, and a mark of UTF-8 are understood`() throws {
    #expect(try table("a\tb\n1\t2", separator: "\t").rows == [["1", "2"]])
    #expect(try table("1;2\n3;4", separator: ";", header: false).columnNames == ["1", "2"])
    #expect(try table("\u{FEFF}é,b\n1,2").columnNames == ["é", "b"])
  }

  @Test func `what is wrong is told by its line`() throws {
    #expect(
      try refusal("a,b\n1,2\n\"x\ny\",2\n3\n")
        == "line 5 of 't.csv' has 1 field, but there are 2 columns")
    #expect(try refusal("a\n\"x") == "line 2 of 't.csv' opens a quote that is never closed")
    #expect(try refusal("a\n\"x\"y").hasPrefix("line 2 of 't.csv' has something between"))
    #expect(try refusal("a,a\n1,2") == "two columns of 't.csv' are called 'a'")
    #expect(try refusal("") == "'t.csv' has no line in it")
    #expect(
      try refusal("a\n1\nx") { _ = try $0.values(["a"]) }
        == "line 3 of 't.csv' has 'x' in column 'a', which is not a number")
    #expect(
      try refusal("a,b\n1,2") { _ = try $0.texts("c") }
        == "'t.csv' has no column 'c'; it has 'a', 'b'")
    for separator in ["", ",,", "\"", "\n", "é"] {
      #expect(throws: TableError.wrongSeparator(separator)) {
        try table("a", separator: separator)
      }
    }
  }

  @Test func `numbers may have spaces around them, and some may be missing`() throws {
    let read = try table("a,b\n 1 ,2e3\n,-inf")
    #expect(try read.values(["a", "b"], missing: -1) == [1, 2000, -1, -.infinity])
    #expect(throws: TableError.self) { try read.values(["a"]) }
  }

  @Test func `a table that is written is read again`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/t.csv"
    for rows in [[["a,b", "\"", "c\nd"], ["", " ", "é"]], []] {
      let table = try Table(columnNames: ["x", "y z", "\""], rows: rows)
      try table.write(to: path)
      #expect(try loadTable(path) == table)
    }
    let single = try Table(columnNames: ["x"], rows: [[""], ["1"]])
    try single.write(to: path, separator: ";")
    #expect(try loadTable(path, separator: ";") == single)
  }

  @Test func `texts are read, by lines too, and written`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/t.txt"
    try writeText("a\n\nbé\r\n", to: path)
    #expect(try readText(path) == "a\n\nbé\r\n")
    #expect(try readLines(path) == ["a", "", "bé"])
    try folder.write(Data([0xFF, 0xFE]), to: "t.txt")
    #expect(throws: TextFileError.notUTF8(path: path)) { try readText(path) }
  }
}
