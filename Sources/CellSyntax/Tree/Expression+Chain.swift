extension Expression {
  /// The implicit member, or its call, that a chain begins with: `.shared` in `.shared.size`.
  package var implicitStart: Expression? {
    switch kind {
    case .member(nil, _, _): return self
    case .call(let function, _):
      if case .member(nil, _, _) = function.kind { return self }
      return function.implicitStart
    case .member(let base?, _, _), .subscript(let base, _), .force(let base),
      .unwrapInChain(let base), .chain(let base):
      return base.implicitStart
    default: return nil
    }
  }

  /// The chain with another beginning.
  package func replacing(_ start: Expression, by other: Expression) -> Expression {
    if self === start { return other }
    func next(_ base: Expression) -> Expression { base.replacing(start, by: other) }
    let replaced: Kind =
      switch kind {
      case .call(let function, let arguments): .call(next(function), arguments)
      case .member(let base?, let name, let types): .member(next(base), name, types)
      case .subscript(let base, let arguments): .subscript(next(base), arguments)
      case .force(let base): .force(next(base))
      case .unwrapInChain(let base): .unwrapInChain(next(base))
      case .chain(let base): .chain(next(base))
      default: kind
      }
    return Expression(replaced, range)
  }
}
