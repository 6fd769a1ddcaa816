/// One message about a place in a cell.
public struct CellDiagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The cell cannot run or go on.
    case error
    /// It runs, but probably not as meant.
    case warning
    /// Says more about the message before it.
    case note
  }

  /// How bad it is.
  public let severity: Severity
  /// What is wrong, in Swift's words where Swift has some.
  public let message: String
  /// Where.
  public let place: SourcePlace?
  /// More about it.
  public let notes: [CellDiagnostic]

  package init(
    _ severity: Severity, _ message: String, at place: SourcePlace?, notes: [CellDiagnostic] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
  }
}

/// A stretch of a cell's source, with the text of its first line, so that it can be shown without the file.
public struct SourcePlace: Sendable, Hashable {
  /// The name that the cell was run under.
  public let source: String
  /// The line in the file (the cell's line offset is added), from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
  /// The last line.
  public let endLine: Int
  /// The column after the last character.
  public let endColumn: Int
  /// The text of the first line.
  public let text: String

  /// A stretch of a file.
  public init(
    source: String, line: Int, column: Int, endLine: Int, endColumn: Int, text: String
  ) {
    self.source = source
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.text = text
  }
}
