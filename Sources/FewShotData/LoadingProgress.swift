/// How far the loading of characters has come.
public struct LoadingProgress: Sendable, Equatable {
  /// The number of images that are ready.
  public let completed: Int
  /// The number of images there will be.
  public let total: Int
}
