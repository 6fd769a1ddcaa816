/// A figure that a session has written to its folder.
public struct WrittenFigure: Sendable, Hashable {
  /// The file.
  public let path: String
  /// What stands above the figure; nil where nothing does.
  public let title: String?
}
