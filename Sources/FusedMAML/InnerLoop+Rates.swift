extension InnerLoop.Rates {
  /// The rate, where there is only one.
  var uniformRate: Float? {
    switch self {
    case .uniform(let rate): rate
    case .perStepAndTensor, .perParameter: nil
    }
  }

  /// How many vectors hold the rates: none for a uniform rate, one for each step, or one for all.
  var vectorCount: Int {
    switch self {
    case .uniform: 0
    case .perParameter: 1
    case .perStepAndTensor(let rates): rates.count
    }
  }

  /// The rates as vectors.
  func vectors(layout: ParameterLayout, steps: Int, in arena: Arena) -> [Floats] {
    if case .perStepAndTensor(let rates) = self {
      precondition(rates.count == steps, "each step needs its rates")
    }
    let vectors = (0..<vectorCount).map { _ in layout.zeros(in: arena) }
    load(into: vectors, layout: layout)
    return vectors
  }

  /// Copies the rates into their vectors.
  func load(into vectors: [Floats], layout: ParameterLayout) {
    switch self {
    case .uniform: break
    case .perParameter(let rates):
      precondition(rates.count == layout.outerCount, "each parameter needs a rate")
      layout.load(rates.span, into: vectors[0])
    case .perStepAndTensor(let rates):
      for (vector, rates) in zip(vectors, rates) {
        precondition(rates.count == layout.tensors.count, "each parameter tensor needs a rate")
        for (slot, rate) in zip(layout.tensors, rates) {
          if let inner = slot.inner { (vector + inner).fill(rate, count: slot.count) }
        }
      }
    }
  }
}
