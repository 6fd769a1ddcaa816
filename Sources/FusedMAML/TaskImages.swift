/// The images and labels of one task.
public struct TaskImages: Sendable {
  /// Support images, 28×28 floats each.
  public var supportImages: [Float]
  /// The support images' classes, counted from 0.
  public var supportLabels: [Int32]
  /// Query images, 28×28 floats each.
  public var queryImages: [Float]
  /// The query images' classes, counted from 0.
  public var queryLabels: [Int32]

  /// Creates a task from its images and labels.
  public init(
    supportImages: [Float], supportLabels: [Int32], queryImages: [Float], queryLabels: [Int32]
  ) {
    self.supportImages = supportImages
    self.supportLabels = supportLabels
    self.queryImages = queryImages
    self.queryLabels = queryLabels
  }
}
