internal import Autodiff
internal import FusedMAML
internal import Tensors

/// Reptile (Nichol, Achiam and Schulman, 2018): plain training on one task after another, whose
/// outer step goes towards where each task's training led.
///
///     let run = try train(network, using: Reptile(), on: tasks, iterations: 300)
///
/// The outer optimizer follows (θ − θ′)/α (section 2 of the paper), with θ′ the network after inner
/// steps of size α. In training, a task's support and query examples are one set, as in the paper;
/// so its query loss and accuracy are those of examples that were learned from, and tell less than
/// other algorithms' do. A step takes the next ``batchSize`` examples, one of each class after
/// another, and starts again after the last.
///
/// The paper's inner optimizer is Adam without momentum; here it is gradient descent.
public struct Reptile: Sendable {
  /// The number of inner steps in training.
  public var innerSteps: Int
  /// The size of an inner step.
  public var innerLearningRate: Double
  /// The largest number of examples that an inner step takes.
  public var batchSize: Int
  /// The number of inner steps in evaluation.
  public var evaluationSteps: Int

  /// What computes the inner steps.
  package var innerLoop: any InnerLoop = FusedInnerLoop()

  /// Creates the algorithm with its settings.
  public init(
    innerSteps: Int = 5, innerLearningRate: Double = 0.1, batchSize: Int = 10,
    evaluationSteps: Int = 50
  ) {
    self.innerSteps = innerSteps
    self.innerLearningRate = innerLearningRate
    self.batchSize = batchSize
    self.evaluationSteps = evaluationSteps
  }
}

// MARK: - MetaLearner

extension Reptile: InterruptibleLearner {
  /// The settings as text.
  public var settings: [Setting] {
    [
      Setting("innerSteps", innerSteps), Setting("innerLearningRate", innerLearningRate),
      Setting("batchSize", batchSize), Setting("evaluationSteps", evaluationSteps),
    ]
  }

  /// Throws what is wrong with the settings.
  public func validate() throws(MetaLearningError) {
    try requireSteps(innerSteps, "innerSteps")
    try requireSteps(evaluationSteps, "evaluationSteps")
    try requirePositive(batchSize, "batchSize")
    try requireRate(innerLearningRate, "innerLearningRate")
    guard Float(innerLearningRate) > 0 else {
      throw .outOfRange(name: "innerLearningRate", value: "\(innerLearningRate)")
    }
  }

  /// Returns where one task's training led away from, in units of the inner step.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    let adapted = try adapt(
      parameters, to: episode.support.appending(episode.query), steps: innerSteps,
      interrupt: interrupt, visit: { _ in })
    let scores = try innerLoop.queryScores(
      of: start(adapted), on: episode, settings: InnerLoopSettings(steps: 0),
      measurement: QueryMeasurement(steps: 0), interrupt: interrupt)
    let rate = Float(innerLearningRate)
    return MetaGradient(
      gradient: MetaParameters(
        network: parameters.network.zipMap(adapted) { ($0 - $1) / rate }),
      score: scores[0])
  }

  /// Returns the network after inner steps, each on a part of the examples.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    var network = parameters.network
    try visit(network)
    let order = examples.interleavedPlaces
    let size = min(batchSize, order.count)
    for step in 0..<steps {
      guard !interrupt() else { throw CancellationError() }
      let batch = try examples.selecting(
        (0..<size).map { order[(step * size + $0) % order.count] })
      network = try innerLoop.adapt(
        start(network), to: batch, settings: InnerLoopSettings(steps: 1, order: .first),
        interrupt: interrupt, visit: { _ in })
      try visit(network)
    }
    return network
  }

  private func start(_ network: Network) -> InnerStart {
    InnerStart(network: network, rates: .uniform(innerLearningRate))
  }
}

extension Examples {
  /// The places of all examples, one of each class after another; where the answers are numbers, as
  /// they are.
  var interleavedPlaces: [Int] {
    guard case .labels(let labels) = targets else { return Array(0..<count) }
    var seen: [Int: Int] = [:]
    let ranks = labels.map { label in
      defer { seen[label, default: 0] += 1 }
      return seen[label, default: 0]
    }
    return labels.indices.sorted { (ranks[$0], labels[$0], $0) < (ranks[$1], labels[$1], $1) }
  }
}
