/// Whether an input can be run as it is, or wants another line.
public enum Completeness: Sendable, Hashable {
  /// It can be run.
  case complete
  /// It is right so far, but ends too early.
  case incomplete
  /// It is wrong; running it explains why.
  case invalid
}
