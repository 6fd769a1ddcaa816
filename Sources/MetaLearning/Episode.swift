public import Autodiff
public import FewShotData
internal import Tensors

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

extension Examples {
  /// Returns the mean cross-entropy of a network's predictions.
  func loss(of network: Network) throws(ShapeError) -> Tensor {
    try Checked.softmaxCrossEntropy(Checked.apply(network, to: inputs), labels: labels)
  }

  /// Returns the share of rows whose largest logit is that of their label.
  func accuracy(of logits: Tensor) throws(ShapeError) -> Float {
    let predictions = try Checked.argmax(logits)
    let correct = zip(predictions, labels).count { $0 == $1 }
    return Float(correct) / Float(labels.count)
  }
}

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
    self.init(
      support: Examples(task.supportImages, labels: task.supportLabels),
      query: Examples(task.queryImages, labels: task.queryLabels))
  }
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
