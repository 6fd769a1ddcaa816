internal import Autodiff
internal import FusedMAML
internal import Tensors

/// The inner loop of which only the head takes part: each image is embedded once, however many
/// steps there are, and the steps are taken on embeddings.
///
/// For networks that the fused passes don't know, ``AutodiffInnerLoop`` does the same on a tape.
package struct HeadInnerLoop: InnerLoop {
  private let embedding = FusedEmbedding()
  private let general = AutodiffInnerLoop()

  /// Creates the inner loop.
  package init() {}

  package func metaGradient(
    at start: InnerStart, for episode: Episode, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool
  ) throws -> InnerGradient {
    var result: InnerGradient?
    let slope = try embedding.gradient(at: start.network, on: episode, interrupt: interrupt) {
      embedded in
      let (gradient, support, query) = try general.metaGradientWithInputs(
        at: start.headAlone, for: embedded, settings: settings, interrupt: interrupt)
      result = gradient
      return (support, query)
    }
    guard let slope, var result else {
      return try general.metaGradient(
        at: start, for: episode, settings: settings, interrupt: interrupt)
    }
    result.gradient.network = slope.replacingLast(result.gradient.network.parameters)
    return result
  }

  package func adapt(
    _ start: InnerStart, to examples: Examples, settings: InnerLoopSettings,
    interrupt: @Sendable () -> Bool, visit: (Network) throws -> Void
  ) throws -> Network {
    try general.adapt(
      start, to: examples, settings: settings, interrupt: interrupt, visit: visit)
  }

  package func queryScores(
    of start: InnerStart, on episode: Episode, settings: InnerLoopSettings,
    measurement: QueryMeasurement, interrupt: @Sendable () -> Bool
  ) throws -> [QueryScore] {
    let embedded = try embedding.embedded(
      episode, by: start.network, isTransductive: measurement.isTransductive, interrupt: interrupt)
    return try general.queryScores(
      of: embedded == nil ? start : start.headAlone, on: embedded ?? episode, settings: settings,
      measurement: measurement, interrupt: interrupt)
  }
}

extension InnerStart {
  /// The head as a network of its own, whose inputs are embeddings.
  fileprivate var headAlone: InnerStart {
    InnerStart(network: network.headAlone, rates: rates, stepNormalization: stepNormalization)
  }
}
