internal import CellSyntax

/// Cases of enumerations as values and as functions.
extension BodyChecker {
  /// A case without payload as a value, one with payload as a function.
  func enumCaseValue(
    _ symbol: EnumCaseSymbol, _ owner: Type, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let payload = compiler.payload(of: symbol)
    guard !payload.isEmpty else {
      return enumeration(symbol, [], owner, range)
    }
    if let expected = core(expected), case .nominal(let nominal, _) = expected,
      nominal == symbol.owner
    {
      let labels = payload.map { "\($0.label ?? "_"):" }.joined()
      let place = source.range(of: symbol.name, between: range.start, and: range.end)
      let types = payload.map {
        "\(compiler.substitute($0.type, compiler.substitution(for: owner)))"
      }
      return fail(
        "member '\(symbol.name)(\(labels))' expects argument of type '\(types.count == 1 ? types[0] : "(\(types.joined(separator: ", ")))")'",
        at: place)
    }
    // As a function: a closure that makes the case.
    let substitution = compiler.substitution(for: owner)
    let parameters = payload.indices.map { index in
      ClosureExpression.Parameter(name: "$\(index)", type: nil, isInout: false, range: range)
    }
    let types = payload.map { compiler.substitute($0.type, substitution) }
    return synthesizedClosure(parameters, types, result: owner, range) { values in
      self.enumeration(symbol, values, owner, range)
    }
  }

  /// A value of an enumeration; optionals are not kept as such.
  func enumeration(
    _ symbol: EnumCaseSymbol, _ values: [TypedExpression], _ owner: Type, _ range: SourceRange
  ) -> TypedExpression {
    if owner.isOptional {
      if values.isEmpty { return TypedExpression(.none, owner, range) }
      return TypedExpression(.wrap(values[0]), owner, range)
    }
    return TypedExpression(.enumeration(symbol.index, values), owner, range)
  }
}
