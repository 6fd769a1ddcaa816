public import Autodiff
internal import FusedMAML
public import Images
public import Tensors

/// Some inputs and what a network should answer to each: its class, or numbers.
public struct Examples: Sendable, Equatable {
  /// The inputs, one along the first axis for each target.
  public let inputs: Tensor
  /// The right answers.
  public let targets: Targets

  /// Creates examples from inputs and their right answers.
  public init(inputs: Tensor, targets: Targets) {
    self.inputs = inputs
    self.targets = targets
  }

  /// Creates examples of classification: inputs and the class of each, counted from 0.
  public init(inputs: Tensor, labels: [Int]) {
    self.init(inputs: inputs, targets: .labels(labels))
  }

  /// Creates examples of regression: inputs and a row of numbers for each.
  public init(inputs: Tensor, values: Tensor) {
    self.init(inputs: inputs, targets: .values(values))
  }

  /// Creates examples from images, as `[count, height, width, channels]`.
  public init(_ images: ImageBatch, labels: [Int]) {
    self.init(
      inputs: Tensor(
        shape: Shape([images.count, images.height, images.width, images.channels]),
        scalars: images.pixels),
      labels: labels)
  }
}

// MARK: - Reading

extension Examples {
  /// The number of examples.
  public var count: Int { inputs.shape.dimensions.first ?? 0 }

  /// The classes, counted from 0; none where the answers are numbers.
  public var labels: [Int] {
    switch targets {
    case .labels(let labels): labels
    case .values: []
    }
  }

  /// The numbers to answer with; none where the answers are classes.
  public var values: Tensor? {
    switch targets {
    case .labels: nil
    case .values(let values): values
    }
  }

  /// Returns the examples at some places, in that order.
  func selecting(_ places: [Int]) throws(ShapeError) -> Examples {
    let inputs = try Checked.rows(inputs, at: places)
    switch targets {
    case .labels(let labels):
      return Examples(inputs: inputs, labels: places.map { labels[$0] })
    case .values(let values):
      return Examples(inputs: inputs, values: try Checked.rows(values, at: places))
    }
  }

  /// Returns these examples and others of the same kind after them.
  func appending(_ others: Examples) throws(ShapeError) -> Examples {
    let inputs = try Checked.concatenate([inputs, others.inputs])
    switch (targets, others.targets) {
    case (.values(let own), .values(let others)):
      return Examples(inputs: inputs, values: try Checked.concatenate([own, others]))
    case (.labels, _), (.values, .labels):
      return Examples(inputs: inputs, labels: labels + others.labels)
    }
  }
}

// MARK: - Judging a network

extension Examples {
  /// Returns how far a network's answers are off: the mean cross-entropy of classes, or the mean
  /// squared error of numbers.
  public func loss(of network: Network) -> Tensor {
    trapping { () throws(ShapeError) in try Checked.loss(of: network, on: self) }
  }

  /// Returns the share of these examples for which a network's largest output is the label's; not a
  /// number where the answers are numbers.
  public func accuracy(of network: Network) -> Double {
    trapping { () throws(ShapeError) in try Checked.accuracy(of: network, on: self) }
  }

  /// Returns how far answers are off.
  func loss(ofOutputs outputs: Tensor) throws(ShapeError) -> Tensor {
    switch targets {
    case .labels(let labels):
      return try Checked.softmaxCrossEntropy(outputs, labels: labels)
    case .values(let values):
      guard outputs.shape == values.shape else {
        throw .shapesDiffer(operation: "squared error", outputs.shape, values.shape)
      }
      let difference = outputs - values
      return (difference * difference).mean()
    }
  }

  /// Returns the share of rows whose largest output is that of their label; nil where the answers
  /// are numbers.
  func accuracy(ofOutputs outputs: Tensor) throws(ShapeError) -> Double? {
    guard case .labels(let labels) = targets else { return nil }
    let predictions = try Checked.argmax(outputs)
    return Double(zip(predictions, labels).count { $0 == $1 }) / Double(labels.count)
  }

  /// Returns how good answers are.
  func score(ofOutputs outputs: Tensor) throws(ShapeError) -> QueryScore {
    QueryScore(
      loss: Double(try loss(ofOutputs: outputs).scalar),
      accuracy: try accuracy(ofOutputs: outputs))
  }
}

extension Checked {
  /// Returns how far a network's answers are off: the mean cross-entropy of classes, or the mean
  /// squared error of numbers.
  public static func loss(
    of network: Network, on examples: Examples
  ) throws(ShapeError) -> Tensor {
    try examples.loss(ofOutputs: apply(network, to: examples.inputs))
  }

  /// Returns the share of examples for which a network's largest output is the label's; not a
  /// number where the answers are numbers.
  public static func accuracy(
    of network: Network, on examples: Examples
  ) throws(ShapeError) -> Double {
    try examples.accuracy(ofOutputs: apply(network, to: examples.inputs)) ?? .nan
  }
}
