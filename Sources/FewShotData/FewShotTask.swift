public import Images

/// One few-shot task: a few labelled images to learn from, and others of the same classes to
/// predict.
///
/// Both sets are ordered class by class. Labels count from 0 in the order the classes were drawn.
public struct FewShotTask: Sendable, Equatable {
  /// The number of classes.
  public let way: Int
  /// The number of support images of each class.
  public let shot: Int
  /// The number of query images of each class.
  public let queriesPerClass: Int
  /// The places of the classes in the collection they were drawn from; label `i` is class `i`.
  public let classes: [Int]
  /// The names of the classes.
  public let names: [String]
  /// The images to learn from, `way · shot` of them.
  public let supportImages: ImageBatch
  /// The class of each support image, in `0..<way`.
  public let supportLabels: [Int]
  /// The images to predict, `way · queriesPerClass` of them.
  public let queryImages: ImageBatch
  /// The class of each query image, in `0..<way`.
  public let queryLabels: [Int]
}

extension FewShotTask: CustomStringConvertible {
  /// A short description, such as `5-way 1-shot task with 75 query images`.
  public var description: String {
    "\(way)-way \(shot)-shot task with \(queryLabels.count) query images"
  }
}
