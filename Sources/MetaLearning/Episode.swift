public import Autodiff
public import FewShotData
public import Tensors

/// Some inputs and the class of each.
public struct Examples: Sendable, Equatable {
  /// The inputs, one along the first axis for each label.
  public let inputs: Tensor
  /// The classes, counted from 0.
  public let labels: [Int]

  /// Creates examples.
  public init(inputs: Tensor, labels: [Int]) {
    self.inputs = inputs
    self.labels = labels
  }

  /// Creates examples from images, as `[count, height, width, 1]`.
  public init(_ images: ImageBatch, labels: [Int]) {
    self.init(
      inputs: Tensor(
        shape: Shape([images.count, images.height, images.width, 1]), scalars: images.pixels),
      labels: labels)
  }
}

// MARK: - Judging a network

extension Examples {
  /// Returns the mean cross-entropy of a network's predictions for these examples.
  public func loss(of network: Network) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.loss(of: network, on: self) }
  }

  /// Returns the share of these examples for which a network's largest output is the label's.
  public func accuracy(of network: Network) -> Double {
    trapping { () throws(ShapeError) in try Checked.accuracy(of: network, on: self) }
  }

  /// Returns the share of rows whose largest logit is that of their label.
  func accuracy(ofLogits logits: Tensor) throws(ShapeError) -> Double {
    let predictions = try Checked.argmax(logits)
    return Double(zip(predictions, labels).count { $0 == $1 }) / Double(labels.count)
  }
}

extension Checked {
  /// Returns the mean cross-entropy of a network's predictions for examples.
  public static func loss(
    of network: Network, on examples: Examples
  ) throws(ShapeError) -> Tensor {
    try softmaxCrossEntropy(apply(network, to: examples.inputs), labels: examples.labels)
  }

  /// Returns the share of examples for which a network's largest output is the label's.
  public static func accuracy(
    of network: Network, on examples: Examples
  ) throws(ShapeError) -> Double {
    try examples.accuracy(ofLogits: apply(network, to: examples.inputs))
  }
}

// MARK: - Episodes

/// A task as an algorithm sees it: examples to adapt to, and examples to be judged by.
public struct Episode: Sendable, Equatable {
  /// The examples to adapt to.
  public let support: Examples
  /// The examples that the adapted network is judged by.
  public let query: Examples

  /// Creates an episode.
  public init(support: Examples, query: Examples) {
    self.support = support
    self.query = query
  }

  /// Creates the episode of a few-shot task.
  public init(_ task: FewShotTask) {
    self.init(support: task.support, query: task.query)
  }
}

extension FewShotTask {
  /// The images to learn from, with their labels.
  public var support: Examples { Examples(supportImages, labels: supportLabels) }

  /// The images to predict, with their labels.
  public var query: Examples { Examples(queryImages, labels: queryLabels) }
}

/// Numbered episodes; each a pure function of its number, so that any thread can make any of them.
public protocol EpisodeSource: Sendable {
  /// Returns the episode of a number.
  func episode(_ index: Int) -> Episode
}

extension TaskDistribution: EpisodeSource {
  /// Returns the task of a number as an episode.
  public func episode(_ index: Int) -> Episode { Episode(self[index]) }
}
