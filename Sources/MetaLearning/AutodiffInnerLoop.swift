internal import Autodiff
internal import FusedMAML
internal import Tensors

/// The inner loop as one writes it down, its derivatives left to `gradient(at:in:)`.
///
/// It works for any network and all settings. Its cost is that of a tape: in second order, what
/// every inner step computes is kept until the end of the task. Where only the head is adapted, the
/// body is applied once to the support set and once to the query set, however many steps there are.
package struct AutodiffInnerLoop: InnerLoop {
  /// Creates the inner loop.
  package init() {}

  package func metaGradient(
    at start: InnerStart, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> InnerGradient {
    var score = QueryScore(loss: .nan, accuracy: nil)
    let slope = try gradient(at: start) { start in
      try queryLoss(
        after: start, on: episode, settings: settings, interrupt: interrupt, score: &score)
    }
    return InnerGradient(gradient: slope, score: score)
  }

  /// Returns the derivative of the query loss after inner steps, in all that they start from and in
  /// the inputs of both sets.
  func metaGradientWithInputs(
    at start: InnerStart, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> (gradient: InnerGradient, support: Tensor, query: Tensor) {
    var score = QueryScore(loss: .nan, accuracy: nil)
    let (slope, support, query) = try gradient(
      at: start, episode.support.inputs, episode.query.inputs
    ) { start, support, query in
      let episode = Episode(
        support: episode.support.replacingInputs(support),
        query: episode.query.replacingInputs(query))
      return try queryLoss(
        after: start, on: episode, settings: settings, interrupt: interrupt, score: &score)
    }
    return (InnerGradient(gradient: slope, score: score), support, query)
  }

  /// Returns the query loss after inner steps, or the weighted sum of those after each, and sets
  /// how good the answers are after the last.
  private func queryLoss(
    after start: InnerStart, on episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, score: inout QueryScore
  ) throws -> Tensor {
    let query = try Judged(episode.query, by: start.network, settings)
    var total: Tensor?
    try walk(start, on: episode.support, settings: settings, interrupt: interrupt) {
      network, step in
      guard !interrupt() else { throw CancellationError() }
      let weight = settings.lossWeight(after: step)
      guard weight != 0 || step == settings.steps else { return }
      let outputs = try query.outputs(of: network)
      let loss = try episode.query.loss(ofOutputs: outputs)
      if step == settings.steps {
        score = QueryScore(
          loss: Double(loss.scalar), accuracy: try episode.query.accuracy(ofOutputs: outputs))
      }
      let part = weight == 1 ? loss : loss * Float(weight)
      total = total.map { $0 + part } ?? part
    }
    return total ?? Tensor(0)
  }

  package func adapt(
    _ start: InnerStart, to examples: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    var adapted = start.network
    try walk(start, on: examples, settings: settings, interrupt: interrupt) { network, _ in
      adapted = network
      try visit(network)
    }
    return adapted
  }

  /// Takes the inner steps and gives the network after 0, 1, … of them, ready to be judged.
  private func walk(
    _ start: InnerStart, on support: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, visit: (Network, _ step: Int) throws -> Void
  ) throws {
    let judged = try Judged(support, by: start.network, settings)
    var network = start.network
    try visit(start.normalizing(network, afterSteps: 0), 0)
    for step in 0..<settings.steps {
      guard !interrupt() else { throw CancellationError() }
      network = try start.normalizing(network, inStep: step)
      let all = network.parameters
      let tensors = Array(all.suffix(settings.part == .head ? network.head.count : all.count))
      // With the inner gradients for constants, nothing of how they came about is recorded.
      let isConstant = settings.order == .first
      let point = isConstant ? network.withoutGradients : network
      let slopes = try gradient(at: isConstant ? tensors.withoutGradients : tensors) {
        tensors throws(ShapeError) in
        try judged.loss(of: point.replacingLast(tensors), isConstant: isConstant)
      }
      let moved = try start.rates.descending(
        from: tensors,
        along: settings.adjusted(slopes, at: isConstant ? tensors.withoutGradients : tensors),
        step: step, of: all.count)
      network = network.replacingLast(moved)
      try visit(start.normalizing(network, afterSteps: step + 1), step + 1)
    }
  }
}

extension InnerLoopSettings {
  /// Returns the slopes that a step follows: clipped, and with the weights that decay.
  fileprivate func adjusted(_ slopes: [Tensor], at tensors: [Tensor]) -> [Tensor] {
    let slopes = clipping?.clipped(slopes) ?? slopes
    return zip(slopes, tensors).map { decayed($0, $1, by: weightDecay) }
  }
}

/// Examples, and what a body that no inner step changes makes of them, once and for all.
private struct Judged {
  let examples: Examples
  let embedding: Tensor?

  init(_ examples: Examples, by network: Network, _ settings: InnerLoopSettings) throws(ShapeError)
  {
    self.examples = examples
    embedding =
      switch settings.part {
      case .everything: nil
      case .head: try Checked.embedding(of: examples.inputs, by: network)
      }
  }

  func outputs(of network: Network) throws(ShapeError) -> Tensor {
    guard let embedding else { return try Checked.apply(network, to: examples.inputs) }
    return try network.outputs(ofEmbedding: embedding)
  }

  /// Returns the loss, whose embedding is a constant where its derivative is to be one.
  func loss(of network: Network, isConstant: Bool) throws(ShapeError) -> Tensor {
    guard isConstant, let embedding else {
      return try examples.loss(ofOutputs: outputs(of: network))
    }
    return try examples.loss(
      ofOutputs: network.outputs(ofEmbedding: embedding.withoutGradient))
  }
}
