/// Why a cell did not run to its end: wrong source, or a fault while running.
public struct CellFailure: Error, Sendable, Hashable {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// The source is wrong; nothing ran.
    case source
    /// A fault while running: an index out of range, a forced `nil`, a host function's error.
    case fault
    /// An error that the cell threw and did not catch.
    case uncaughtError
    /// The interrupt flag was raised.
    case interrupted
    /// A limit was reached: steps, memory, depth.
    case limit
  }

  /// One call that was under way, innermost first.
  public struct Frame: Sendable, Hashable {
    /// The function's name: `fib(_:)`, or `closure #1`.
    public let function: String
    /// Where in it execution stood.
    public let place: SourcePlace?
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// The messages, in source order; at least one is an error.
  public let diagnostics: [CellDiagnostic]
  /// The calls under way when a fault happened, innermost first; empty at the top level of the cell.
  public let callStack: [Frame]

  /// The message of the first error.
  public var message: String {
    (diagnostics.first { $0.severity == .error } ?? diagnostics.first)?.message ?? "unknown error"
  }
}

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

  init(
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
