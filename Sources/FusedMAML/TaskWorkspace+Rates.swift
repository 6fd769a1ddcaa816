extension TaskWorkspace {
  /// Changes the rates, given in the way that they were given before, and the weights of the query
  /// losses: for rates that are learned and weights that are annealed, without taking memory again.
  package func set(rates: FlatRates, lossWeights: [Double]?) {
    precondition(
      rateVectors.count == rates.vectorCount(for: settings.part),
      "rates can't change the way in which they are given")
    precondition(
      lossWeights == nil || keepsEveryStep,
      "losses after earlier steps need those steps' parameters")
    settings.lossWeights = lossWeights
    self.rates = rates
    rates.load(into: rateVectors, layout: layout, part: settings.part)
  }

  /// The gradient by the rates that the last task was differentiated with, for a loop that is
  /// learning rates: for each row of them a row with a number for each parameter tensor, or one row
  /// with a number for each parameter, in the order of the parameters.
  ///
  /// A uniform rate has no such gradient. The biases of the convolutions have a gradient of 0, as
  /// their own is 0.
  package var rateGradient: [[Float]] {
    switch rates {
    case .uniform:
      return []
    case .perParameter:
      return rateGradients.map { vector in
        var row = [Float](repeating: 0, count: layout.outerCount)
        var span = row.mutableSpan
        layout.store(vector, into: &span)
        return row
      }
    case .perStepAndTensor:
      let slots = layout.tensors
      return rateGradients.map { vector in
        slots.map { slot in slot.inner.map { sum(vector + $0, count: slot.places.extent) } ?? 0 }
      }
    }
  }

  // In double precision: a tensor has many thousands of numbers.
  private func sum(_ vector: Floats, count: Int) -> Float {
    Float((0..<count).reduce(0.0) { $0 + Double(vector[$1]) })
  }
}
