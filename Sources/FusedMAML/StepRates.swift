/// The rates of the inner steps: as tensors where they are learned, as floats in the fused passes.
///
/// `Rows` holds a row of numbers for each step, `Parameters` a number for each parameter.
package enum StepRates<Rows: Sendable, Parameters: Sendable>: Sendable {
  /// One rate, which is not learned.
  case uniform(Double)
  /// For each step one rate for each parameter tensor; later steps have the last step's.
  case perStepAndTensor(Rows)
  /// For each parameter its own rate.
  case perParameter(Parameters)
}

extension StepRates: Equatable where Rows: Equatable, Parameters: Equatable {}

/// Rates as the fused passes take them: for each step a number for each parameter
/// tensor, or one for each parameter in their order.
package typealias FlatRates = StepRates<[[Float]], [Float]>

extension FlatRates {
  /// The rate that every parameter has, where there is only one.
  func uniformRate(of part: InnerLoopSettings.Part) -> Float? {
    guard case .uniform(let rate) = self, part == .everything else { return nil }
    return Float(rate)
  }

  /// How many vectors hold the rates: none for one of all parameters, one for each row, or one for
  /// all steps.
  func vectorCount(for part: InnerLoopSettings.Part) -> Int {
    switch (self, part) {
    case (.uniform, .everything): 0
    case (.uniform, .head), (.perParameter, _): 1
    case (.perStepAndTensor(let rows), _): rows.count
    }
  }

  /// Copies the rates into their vectors.
  func load(into vectors: [Floats], layout: ParameterLayout, part: InnerLoopSettings.Part) {
    switch self {
    case .uniform(let rate):
      // Only the head moves where there is a vector, yet every gradient is computed.
      for vector in vectors {
        let head = layout.head(of: vector)
        head.weights.fill(Float(rate), count: layout.headWeightCount)
        head.bias.fill(Float(rate), count: layout.way)
      }
    case .perParameter(let rates):
      precondition(rates.count == layout.outerCount, "each parameter needs a rate")
      layout.load(rates.span, into: vectors[0])
    case .perStepAndTensor(let rows):
      for (vector, rates) in zip(vectors, rows) {
        precondition(rates.count == layout.tensors.count, "each parameter tensor needs a rate")
        for (slot, rate) in zip(layout.tensors, rates) {
          if let inner = slot.inner { (vector + inner).fill(rate, count: slot.places.extent) }
        }
      }
    }
  }
}
