/// Everything that the cells run so far have defined.
///
/// A value: keeping a copy is keeping a snapshot, and running a cell from a copy never changes another.
/// Copying costs nothing; a run copies the variables once.
public struct CellState: Sendable {
  /// A state in which nothing is defined but the library.
  public init() {}
}
