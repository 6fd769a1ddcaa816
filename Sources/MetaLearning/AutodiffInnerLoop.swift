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
    let rate = Float(settings.learningRate)
    for _ in 0..<settings.steps {
      guard !interrupt() else { throw CancellationError() }
      let slope = try gradient(at: network) { network throws(ShapeError) in
        try Checked.loss(of: network, on: examples)
      }
      network = network.zipMap(slope) { $0 - rate * $1 }
      try after(network)
    }
    return network
  }

  package func metaGradient(
    at network: Network, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> MetaGradient {
    var accuracy = 0.0
    func queryLoss(of adapted: Network) throws -> Tensor {
      guard !interrupt() else { throw CancellationError() }
      let logits = try Checked.apply(adapted, to: episode.query.inputs)
      accuracy = try episode.query.accuracy(ofLogits: logits)
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
      gradient: MetaParameters(network: slope), queryLoss: Double(loss.scalar),
      queryAccuracy: accuracy)
  }

  package func queryAccuracies(
    of network: Network, on episode: Episode, settings: InnerLoopSettings, everyStep: Bool,
    interrupt: @Sendable () -> Bool
  ) throws -> [Double] {
    func accuracy(of network: Network) throws -> Double {
      try Checked.accuracy(of: network, on: episode.query)
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
