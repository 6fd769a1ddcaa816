internal import Autodiff
internal import Tensors

/// The inner loop as one writes it down, its derivatives left to `gradient(at:in:)`.
///
/// It works for any network. Its cost is that of a tape: in second order, what every inner step
/// computes is kept until the end of the task.
package struct AutodiffInnerLoop: InnerLoop {
  package init() {}

  /// Returns the network after inner steps on examples.
  func adapt(
    _ network: Network, to examples: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, after: (Network) throws -> Void = { _ in }
  ) throws -> Network {
    var network = network
    for _ in 0..<settings.steps {
      guard !interrupt() else { throw CancellationError() }
      let slope = try gradient(at: network) { network throws(ShapeError) in
        try examples.loss(of: network)
      }
      network = network.zipMap(slope) { $0 - settings.learningRate * $1 }
      try after(network)
    }
    return network
  }

  package func metaGradient(
    at network: Network, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    var accuracy: Float = 0
    func queryLoss(of adapted: Network) throws -> Tensor {
      guard !interrupt() else { throw CancellationError() }
      let logits = try Checked.apply(adapted, to: episode.query.inputs)
      accuracy = try episode.query.accuracy(of: logits)
      return try Checked.softmaxCrossEntropy(logits, labels: episode.query.labels)
    }
    func adapt(_ network: Network) throws -> Network {
      try self.adapt(network, to: episode.support, settings: settings, interrupt: interrupt)
    }

    let (loss, slope) =
      switch settings.order {
      case .second:
        try valueWithGradient(at: network) { try queryLoss(of: adapt($0)) }
      case .first:
        // With the inner gradients for constants, θ′ differs from θ by a constant: the derivative
        // in θ is the derivative in θ′.
        try valueWithGradient(at: adapt(network)) { try queryLoss(of: $0) }
      }
    return MetaGradient(
      gradient: MetaParameters(network: slope), queryLoss: loss.scalar, queryAccuracy: accuracy)
  }

  package func queryAccuracies(
    of network: Network, on episode: Episode, settings: InnerLoopSettings, everyStep: Bool,
    interrupt: @Sendable () -> Bool
  ) throws -> [Float] {
    func accuracy(of network: Network) throws -> Float {
      let logits = try Checked.apply(network, to: episode.query.inputs)
      return try episode.query.accuracy(of: logits)
    }
    var accuracies = everyStep ? [try accuracy(of: network)] : []
    let adapted = try adapt(
      network, to: episode.support, settings: settings, interrupt: interrupt
    ) { network in
      if everyStep { accuracies.append(try accuracy(of: network)) }
    }
    return everyStep ? accuracies : [try accuracy(of: adapted)]
  }
}
