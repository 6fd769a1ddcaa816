/// An optimizer, whichever it is, that can be compared with others.
struct SomeOptimizer: Sendable, Equatable {
  var value: any Optimizer

  static func == (lhs: SomeOptimizer, rhs: SomeOptimizer) -> Bool { lhs.value.equals(rhs.value) }
}

extension Optimizer {
  fileprivate func equals(_ other: any Optimizer) -> Bool { other as? Self == self }
}
