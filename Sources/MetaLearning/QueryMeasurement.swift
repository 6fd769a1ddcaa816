internal import Autodiff
internal import FusedMAML
internal import Tensors

/// What to measure while a network adapts to a task.
public struct QueryMeasurement: Sendable, Equatable {
  /// The number of inner steps to take.
  public var steps: Int
  /// Whether to measure after 0, 1, … steps, or only after the last.
  public var everyStep: Bool
  /// Whether all query images are normalized together, so that they help each other.
  ///
  /// Otherwise each is put alone to the support set, and batch normalization sees nothing else:
  /// the two ways that Nichol, Achiam and Schulman (2018, section 6.1) tell apart.
  public var isTransductive: Bool

  /// Creates a measurement.
  public init(steps: Int, everyStep: Bool = true, isTransductive: Bool = true) {
    self.steps = steps
    self.everyStep = everyStep
    self.isTransductive = isTransductive
  }
}

// MARK: - Scoring

extension Episode {
  /// Returns how good an adapted network's answers to the query set are.
  func score(of network: Network, isTransductive: Bool) throws -> QueryScore {
    try query.score(
      ofOutputs: isTransductive
        ? Checked.apply(network, to: query.inputs) : outputsOneByOne(of: network))
  }

  /// Returns a row of outputs for each query input, computed in a batch of the support inputs and
  /// that one.
  private func outputsOneByOne(of network: Network) throws -> Tensor {
    let rows = try (0..<query.count).map { place in
      let alone = try Checked.slice(query.inputs, [place..<place + 1])
      let batch = try Checked.concatenate([support.inputs, alone])
      let outputs = try Checked.apply(network, to: batch)
      return try Checked.slice(outputs, [support.count..<support.count + 1])
    }
    return try Checked.concatenate(rows)
  }
}
