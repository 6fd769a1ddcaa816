internal import CellChecking

/// A state as it was kept: what the next one is written as the difference to.
public struct KeptState: Sendable {
  /// The state itself.
  public let state: CellState
  /// The hashes of what was written for variables that hold more than a scalar, by their numbers.
  var hashes: [Int: KeyedHash.Digest] = [:]
  /// The variables that lead to references, which are written together, and the hash of that.
  var graph: [Int] = []
  var graphHash: KeyedHash.Digest?

  /// A state that was restored, or the empty one that cells begin with.
  public init(_ state: CellState) { self.state = state }
}

extension CellState {
  /// Whether the state is the very one that another is.
  func isSame(as other: CellState) -> Bool {
    environment.sources.count == other.environment.sources.count
      && globals.count == other.globals.count
      && zip(globals, other.globals).allSatisfy { $0.isSame(as: $1) }
  }
}

extension Datum {
  /// Whether the value is as long as a few words, so that its hash says no more than itself.
  var isScalar: Bool {
    switch self {
    case .void, .none, .bool, .int, .double, .stringIndex: true
    default: false
    }
  }
}
