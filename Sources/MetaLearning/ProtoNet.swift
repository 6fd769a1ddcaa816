internal import Autodiff
internal import FusedMAML
internal import Tensors

/// Prototypical networks (Snell, Swersky and Zemel, 2017): no inner loop; a query image belongs to
/// the class whose support images, embedded and averaged, are nearest to its own embedding.
///
///     let run = try train(network, using: ProtoNet(), on: tasks, iterations: 300)
///
/// The embedding is what the layers before the head make; the head itself is not used, so the
/// number of classes in training and in evaluation may differ from its outputs and from each other.
/// Distances are squared Euclidean ones, and the loss is the cross-entropy of their negatives
/// (equation 2 of the paper).
public struct ProtoNet: Sendable {
  /// What embeds images, where it knows the network.
  private let embedding = FusedEmbedding()

  /// Creates the algorithm, which has no settings.
  public init() {}
}

// MARK: - MetaLearner

extension ProtoNet: InterruptibleLearner {
  /// No steps.
  public var innerSteps: Int { 0 }

  /// No settings.
  public var settings: [Setting] { [] }

  /// There is nothing to be wrong.
  public func validate() throws(MetaLearningError) {}

  /// Throws unless the network has a head to leave out, and the tasks have classes.
  public func checkFit(of network: Network, to episode: Episode) throws {
    try network.requireHead(for: "ProtoNet")
    guard !episode.query.labels.isEmpty else {
      throw MetaLearningError.noClasses(algorithm: "ProtoNet")
    }
    _ = try Checked.embedding(of: episode.query.inputs, by: network)
  }

  /// Returns the derivative of one task's query loss in the network; 0 in its head.
  public func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    guard !interrupt() else { throw CancellationError() }
    let network = parameters.network
    var score = QueryScore(loss: .nan, accuracy: nil)
    let slope =
      try embedding.gradient(at: network, on: episode, interrupt: interrupt) { embedded in
        try gradient(at: embedded.support.inputs, embedded.query.inputs) { support, query in
          try queryLoss(support: support, query: query, episode, score: &score)
        }
      }
      ?? gradient(at: network) { network in
        let support = try Checked.embedding(of: episode.support.inputs, by: network)
        guard !interrupt() else { throw CancellationError() }
        let query = try Checked.embedding(of: episode.query.inputs, by: network)
        return try queryLoss(support: support, query: query, episode, score: &score)
      }
    return MetaGradient(gradient: MetaParameters(network: slope), score: score)
  }

  /// Returns the query loss of a task whose images are embedded, and sets how good the answers are.
  private func queryLoss(
    support: Tensor, query: Tensor, _ episode: Episode, score: inout QueryScore
  ) throws -> Tensor {
    let prototypes = try meanRows(of: support, labels: episode.support.labels)
    let outputs = try negativeDistances(of: query, to: prototypes)
    score = try episode.query.score(ofOutputs: outputs.withoutGradient)
    return try episode.query.loss(ofOutputs: outputs)
  }

  /// Returns how good the answers are; as there are no steps, the same after any number.
  public func queryScores(
    of parameters: MetaParameters, on episode: Episode, measurement: QueryMeasurement,
    interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    try parameters.network.requireHead(for: "ProtoNet")
    guard
      let embedded = try embedding.embedded(
        episode, by: parameters.network, isTransductive: measurement.isTransductive,
        interrupt: interrupt)
    else {
      return try episode.scores(measurement) { visit in
        try adapt(
          parameters, to: episode.support, steps: measurement.steps, interrupt: interrupt,
          visit: visit)
      }
    }
    var score = QueryScore(loss: .nan, accuracy: nil)
    _ = try queryLoss(
      support: embedded.support.inputs, query: embedded.query.inputs, episode, score: &score)
    return Array(repeating: score, count: measurement.everyStep ? measurement.steps + 1 : 1)
  }

  /// Returns the network with a head that gives the nearest prototype the largest output.
  ///
  /// −‖f − c‖² = 2c·f − ‖c‖² − ‖f‖², whose last part is the same for all classes (section 2.4 of the
  /// paper): so weights of 2c and biases of −‖c‖² give the same probabilities. There are no steps to
  /// count: the network is the same after any number.
  public func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    guard !interrupt() else { throw CancellationError() }
    try parameters.network.requireHead(for: "ProtoNet")
    let prototypes = try meanEmbeddings(of: examples, by: parameters.network)
    let network = parameters.network.replacingHead(
      weights: 2 * prototypes.transposed(),
      biases: -(prototypes * prototypes).sum(along: 1))
    for _ in 0...steps {
      guard !interrupt() else { throw CancellationError() }
      try visit(network)
    }
    return network
  }

  /// Returns the mean embedding of each class of some examples, a row each.
  private func meanEmbeddings(of examples: Examples, by network: Network) throws -> Tensor {
    guard !examples.labels.isEmpty else {
      throw MetaLearningError.noClasses(algorithm: "ProtoNet")
    }
    let embedding = try Checked.embedding(of: examples.inputs, by: network)
    return try meanRows(of: embedding, labels: examples.labels)
  }

  /// Returns the mean of the rows of each class.
  private func meanRows(of embedding: Tensor, labels: [Int]) throws -> Tensor {
    guard !labels.isEmpty else { throw MetaLearningError.noClasses(algorithm: "ProtoNet") }
    let counts = Dictionary(grouping: labels, by: \.self).mapValues(\.count)
    // As many classes as there are labels that differ; if one of them is missing, another is beyond.
    let classes = counts.count
    if let label = (0..<classes).first(where: { counts[$0] == nil }) {
      throw MetaLearningError.noSupport(label: label)
    }
    var shares = [Float](repeating: 0, count: classes * labels.count)
    for (place, label) in labels.enumerated() {
      shares[label * labels.count + place] = 1 / Float(counts[label] ?? 1)
    }
    return try Checked.matmul(
      Tensor(shape: [classes, labels.count], scalars: shares), embedding)
  }

  /// Returns minus the squared distance of each row of an embedding to each prototype.
  private func negativeDistances(of embedding: Tensor, to prototypes: Tensor) throws -> Tensor {
    let (rows, size) = (embedding.shape[0], embedding.shape[1])
    let difference = try Checked.subtract(
      Checked.reshape(embedding, to: [rows, 1, size]),
      Checked.reshape(prototypes, to: [1, prototypes.shape[0], size]))
    return try -Checked.sum(difference * difference, along: [2])
  }
}
