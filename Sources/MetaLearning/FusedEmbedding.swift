internal import Autodiff
internal import FusedMAML
internal import Tensors

/// What a network makes of a task's images before its head, in passes without a tape, for
/// networks of convolution blocks or of dense layers.
///
/// It serves algorithms whose inner loop leaves the body as it is: what they do with the few
/// numbers of an image that are left is written with tensors and differentiated by tape, and from
/// there the passes take the derivative back to the parameters.
struct FusedEmbedding: Sendable {
  private let workspaces = WorkspacePool<Plan, EmbeddingWorkspace>()

  private struct Plan: Hashable {
    let network: FusedNetwork
    let supportCount, queryCount: Int

    /// The plan for a task; nil where the passes don't know the network or the images.
    init?(_ network: Network, _ episode: Episode) {
      let inputs = episode.support.inputs.shape
      guard !episode.support.labels.isEmpty, !episode.query.labels.isEmpty,
        episode.support.areInputs(like: inputs), episode.query.areInputs(like: inputs),
        let network = FusedNetwork(network, inputs: inputs)
      else { return nil }
      self.network = network
      supportCount = episode.support.count
      queryCount = episode.query.count
    }
  }

  /// Returns the task with the embedding in place of the images; nil where the passes don't know
  /// the network or the images.
  ///
  /// - Parameter isTransductive: Whether the query images are normalized by all of them, rather
  ///   than by the support images.
  func embedded(
    _ episode: Episode, by network: Network, isTransductive: Bool, interrupt: @Sendable () -> Bool
  ) throws -> Episode? {
    guard let plan = Plan(network, episode) else { return nil }
    guard !interrupt() else { throw CancellationError() }
    return try withWorkspace(plan) { workspace in
      episode.replacingInputs(
        workspace.embed(
          at: network.numbers.span, on: TaskImages(episode), isTransductive: isTransductive))
    }
  }

  /// Returns the derivative in a network of what follows from the embedding of a task's images, 0
  /// in its head; nil where the passes don't know the network or the images.
  ///
  /// - Parameter differentiate: Is given the task with the embedding in place of the images, and
  ///   returns the derivatives in the support and query embeddings.
  func gradient(
    at network: Network, on episode: Episode, interrupt: @Sendable () -> Bool,
    differentiate: (Episode) throws -> (support: Tensor, query: Tensor)
  ) throws -> Network? {
    guard let plan = Plan(network, episode) else { return nil }
    guard !interrupt() else { throw CancellationError() }
    return try withWorkspace(plan) { workspace in
      let numbers = network.numbers
      let embedding = workspace.embed(at: numbers.span, on: TaskImages(episode))
      guard !interrupt() else { throw CancellationError() }
      let cotangent = try differentiate(episode.replacingInputs(embedding))
      guard !interrupt() else { throw CancellationError() }
      var slope = [Float](repeating: 0, count: numbers.count)
      var span = slope.mutableSpan
      workspace.pullBack(
        TaskEmbedding(support: cotangent.support.scalars, query: cotangent.query.scalars),
        into: &span)
      return network.filled(with: slope)
    }
  }

  private func withWorkspace<Result>(
    _ plan: Plan, _ body: (EmbeddingWorkspace) throws -> Result
  ) throws -> Result {
    try workspaces.withWorkspace(
      plan,
      make: {
        try EmbeddingWorkspace(
          network: plan.network, supportCount: plan.supportCount, queryCount: plan.queryCount)
      }, body)
  }
}

extension Episode {
  /// Returns the episode with a row of an embedding in place of each image.
  fileprivate func replacingInputs(_ embedding: TaskEmbedding) -> Episode {
    Episode(
      support: support.replacingInputs(embedding.support),
      query: query.replacingInputs(embedding.query))
  }
}

extension Examples {
  fileprivate func replacingInputs(_ rows: [Float]) -> Examples {
    replacingInputs(Tensor(shape: Shape([count, rows.count / count]), scalars: rows))
  }

  /// Returns the same right answers to other inputs.
  func replacingInputs(_ inputs: Tensor) -> Examples { Examples(inputs: inputs, targets: targets) }
}
