public import CellSyntax

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
