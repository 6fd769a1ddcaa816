extension InnerLoop.Rates {
  /// The rate, where there is only one.
  var uniformRate: Float? {
    switch self {
    case .uniform(let rate): rate
    case .perStepAndTensor, .perParameter: nil
    }
  }

  /// The rates as vectors: none for a uniform rate, one for each step, or one for all steps.
  func vectors(layout: ParameterLayout, steps: Int, in arena: Arena) -> [Floats] {
    switch self {
    case .uniform: return []
    case .perParameter(let rates):
      precondition(rates.count == layout.outerCount, "each parameter needs a rate")
      let vector = layout.zeros(in: arena)
      layout.load(rates.span, into: vector)
      return [vector]
    case .perStepAndTensor(let rates):
      precondition(rates.count == steps, "each step needs its rates")
      return rates.map { rates in
        precondition(rates.count == layout.tensors.count, "each parameter tensor needs a rate")
        let vector = layout.zeros(in: arena)
        for (slot, rate) in zip(layout.tensors, rates) {
          if let inner = slot.inner { (vector + inner).fill(rate, count: slot.count) }
        }
        return vector
      }
    }
  }
}
