package import Autodiff
internal import Tensors

/// All that an inner loop starts from, and that the outer derivative is taken in.
package struct InnerStart: Sendable, Equatable {
  /// The network before the first step.
  package var network: Network
  /// The rates of the steps.
  package var rates: InnerRates
  /// For each scale and offset of batch normalization that is not adapted but learned for each step
  /// (by its name in the network): a row per step. None where they are adapted like all else.
  package var stepNormalization: [String: Tensor]

  /// Creates a start.
  package init(
    network: Network, rates: InnerRates, stepNormalization: [String: Tensor] = [:]
  ) {
    self.network = network
    self.rates = rates
    self.stepNormalization = stepNormalization
  }
}

extension InnerStart: ParameterTree {
  /// Returns the same start with each tensor replaced by what `transform` makes of it.
  package func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> InnerStart {
    InnerStart(
      network: try network.mapParameters(transform),
      rates: try rates.mapParameters(transform),
      stepNormalization: try stepNormalization.mapParameters(under: "steps", transform))
  }
}

// MARK: - As what is learned over many tasks

extension InnerStart {
  /// What is learned besides the network, by name.
  var learned: [String: Tensor] {
    let named = namedParameters.dropFirst(network.parameters.count).map { ($0.name, $0.tensor) }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the same start with what has been learned in place of what it begins as.
  ///
  /// Of what there is a row of for each step, more or fewer rows may have been learned.
  func replaced(by parameters: MetaParameters) throws(MetaLearningError) -> InnerStart {
    var start = self
    start.network = parameters.network
    start.rates = try rates.mapParameters { (name, tensor) throws(MetaLearningError) in
      guard case .perStepAndTensor = rates else {
        return try parameters.learned(name, as: tensor.shape.dimensions)
      }
      return try parameters.learned(name, asRowsOf: tensor.shape.dimensions)
    }
    start.stepNormalization = try stepNormalization.mapParameters(under: "steps") {
      (name, tensor) throws(MetaLearningError) in
      try parameters.learned(name, asRowsOf: tensor.shape.dimensions)
    }
    return start
  }
}

// MARK: - Normalization

extension InnerStart {
  /// Returns an adapted network with the normalization that an inner step computes with.
  func normalizing(_ network: Network, inStep step: Int) throws(ShapeError) -> Network {
    guard !stepNormalization.isEmpty else { return network }
    return try network.mapParameters { (name, tensor) throws(ShapeError) in
      guard let rows = stepNormalization[name] else { return tensor }
      return try Checked.element(rows, at: [Swift.min(step, rows.shape[0] - 1)])
    }
  }

  /// Returns an adapted network with the normalization that its query set is judged with: that of
  /// the last step taken, as in the code of MAML++'s authors, or of the first where none was.
  func normalizing(_ network: Network, afterSteps steps: Int) throws(ShapeError) -> Network {
    try normalizing(network, inStep: Swift.max(0, steps - 1))
  }
}
