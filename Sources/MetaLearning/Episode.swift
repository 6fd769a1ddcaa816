internal import Autodiff
public import FewShotData
internal import Tensors

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

extension Episode {
  /// Throws unless a network has an output for each class or number that is asked for.
  func checkOutputs(of network: Network) throws {
    // One example tells: all of them would take more memory than the training.
    let example = try Checked.slice(query.inputs, [0..<min(1, query.count)])
    let outputs = try Checked.apply(network, to: example).shape[-1]
    switch query.targets {
    case .labels(let labels):
      let classes = (labels.max() ?? 0) + 1
      guard outputs == classes else {
        throw MetaLearningError.wrongOutputs(outputs: outputs, classes: classes)
      }
    case .values(let values):
      guard outputs == values.shape[-1] else {
        throw MetaLearningError.wrongValues(outputs: outputs, values: values.shape[-1])
      }
    }
  }
}

extension FewShotTask {
  /// The images to learn from, with their labels.
  public var support: Examples { Examples(supportImages, labels: supportLabels) }

  /// The images to predict, with their labels.
  public var query: Examples { Examples(queryImages, labels: queryLabels) }
}

/// Numbered episodes; each a pure function of its number, so that any thread can make any of them.
///
/// An array of episodes is a source, and ``Episodes`` makes one of a function.
public protocol EpisodeSource: Sendable {
  /// Returns the episode of a number; throws why there is none, which ends what asked for it.
  func episode(_ index: Int) throws -> Episode
}

extension TaskDistribution: EpisodeSource {
  /// Returns the task of a number as an episode.
  public func episode(_ index: Int) -> Episode { Episode(self[index]) }
}

extension Episode {
  /// Returns the episode; throws where there is nothing to learn from or nothing to be measured on.
  func checked() throws(MetaLearningError) -> Episode {
    guard query.count > 0 else { throw .noExamples(part: "query") }
    guard support.count > 0 else { throw .noExamples(part: "support") }
    return self
  }
}
