/// What running a cell led to.
public struct CellResult: Sendable {
  /// How the cell ended.
  public enum Outcome: Sendable {
    /// It ran to its end; the value of its last expression, unless that was shown already or is `Void`.
    case finished(Value?)
    /// It failed; what ran before the fault stays in ``CellResult/state``.
    case failed(CellFailure)
  }

  /// Everything defined so far, including by this cell.
  public let state: CellState
  /// How the cell ended.
  public let outcome: Outcome

  /// The failure, if it failed.
  public var failure: CellFailure? {
    if case .failed(let failure) = outcome { failure } else { nil }
  }

  /// The value of the last expression, if there is one to show.
  public var value: Value? {
    if case .finished(let value) = outcome { value } else { nil }
  }
}
