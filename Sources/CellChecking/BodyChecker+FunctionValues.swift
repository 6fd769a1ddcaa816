internal import CellSyntax

extension BodyChecker {
  /// A function used as a value: chosen by its labels where written, and by the type expected.
  func functionValue(
    _ candidates: [Candidate], _ name: Name, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    var options = candidates
    if let labels = name.labels {
      options = options.filter { signature(of: $0).parameters.map(\.label) == labels }
    }
    guard !options.isEmpty else {
      return fail("no function '\(name.base)' with these labels", at: range)
    }
    if let choice = node.flatMap({ decisions?.choices[ObjectIdentifier($0)] }),
      let chosen = options.first(where: choice.isOf)
    {
      options = [chosen]
    }
    if case .function(let wanted)? = core(expected) {
      for option in options {
        if let value = attempt({ functionValue(option, wanted, range) }) { return value }
      }
      let first = functionValueType(options[0])
      return fail(
        "cannot convert value of type '\(final(.function(first.type)))' to expected argument type '\(final(.function(wanted)))'",
        at: range)
    }
    let option = options[0]
    let opened = functionValueType(option)
    return makeFunctionValue(option, opened.type, opened.substitution, range)
  }

  func functionValueType(
    _ candidate: Candidate
  ) -> (type: FunctionType, substitution: Substitution) {
    let signature = signature(of: candidate)
    var substitution = candidate.substitution
    if case .nominal(let nominal, let types) = candidate.owner {
      for (parameter, type) in zip(nominal.parameters, types) where substitution[parameter] == nil {
        substitution[parameter] = type
      }
    }
    for generic in signature.generics { substitution[generic] = .variable(TypeVariable()) }
    if case .function(let type) = open(.function(signature.functionType), substitution) {
      return (type, substitution)
    }
    return (signature.functionType, substitution)
  }

  private func functionValue(
    _ candidate: Candidate, _ wanted: FunctionType, _ range: SourceRange
  ) -> TypedExpression {
    let opened = functionValueType(candidate)
    if wanted.parameters.count == 1, opened.type.parameters.count > 1,
      case .tuple(let elements) = shallow(wanted.parameters[0].type),
      elements.count == opened.type.parameters.count
    {
      return spreadFunction(candidate, elements, wanted, range)
    }
    guard opened.type.parameters.count == wanted.parameters.count else {
      return fail("number of parameters does not fit", at: range)
    }
    for (own, other) in zip(opened.type.parameters, wanted.parameters)
    where !canConvert(other.type, to: own.type) || own.isInout != other.isInout {
      return fail("parameters do not fit", at: range)
    }
    let exact = zip(opened.type.parameters, wanted.parameters).allSatisfy {
      attemptUnify($0.type, $1.type)
    }
    if exact, attemptUnify(opened.type.result, wanted.result) {
      requireSame(signature(of: candidate), opened.substitution)
      checkValueRequirements(candidate, opened.substitution, range)
      return makeFunctionValue(candidate, opened.type, opened.substitution, range)
    }
    return convertingFunction(candidate, wanted, range)
  }

  /// A function that converts its arguments or its result: through a closure.
  private func convertingFunction(
    _ candidate: Candidate, _ wanted: FunctionType, _ range: SourceRange
  ) -> TypedExpression {
    closure(over: wanted, range) { values in
      let call = self.boundCall(candidate, values, wanted.result, range)
      if self.shallow(wanted.result).isVoid {
        return TypedExpression(
          .sequence(
            [TypedStatement(kind: .expression(call), range: range)],
            TypedExpression(.unit, .void, range)), .void, range)
      }
      return self.convert(call, to: wanted.result, .closureResult)
    }
  }

  /// A function of several parameters where one of a tuple is expected: `zip(a, b).map(Point.init)`.
  private func spreadFunction(
    _ candidate: Candidate, _ elements: [TupleElement], _ wanted: FunctionType,
    _ range: SourceRange
  ) -> TypedExpression {
    closure(over: wanted, range) { values in
      let parts = elements.indices.map {
        TypedExpression(.tupleElement(values[0], $0), elements[$0].type, range)
      }
      let call = self.boundCall(candidate, parts, wanted.result, range)
      if case .variable = self.shallow(wanted.result) { _ = self.unify(wanted.result, call.type) }
      return self.convert(call, to: wanted.result, .closureResult)
    }
  }

  /// A closure with the parameters and the result of a function type.
  private func closure(
    over type: FunctionType, _ range: SourceRange, body: ([TypedExpression]) -> TypedExpression
  ) -> TypedExpression {
    let parameters = type.parameters.indices.map {
      ClosureExpression.Parameter(name: "$\($0)", type: nil, isInout: false, range: range)
    }
    return synthesizedClosure(
      parameters, type.parameters.map(\.type), result: type.result, range, body: body)
  }

  private func checkValueRequirements(
    _ candidate: Candidate, _ substitution: Substitution, _ range: SourceRange
  ) {
    for case .conformance(let type, let wanted) in signature(of: candidate).requirements {
      let actual = deep(open(type, substitution))
      if !compiler.conforms(actual, to: wanted) {
        report(
          "\(kindName(candidate)) '\(fullName(candidate))' requires that '\(actual)' conform to '\(wanted.name)'",
          at: range)
      }
    }
  }

  private func makeFunctionValue(
    _ candidate: Candidate, _ type: FunctionType, _ substitution: Substitution,
    _ range: SourceRange
  ) -> TypedExpression {
    if case .function(let symbol) = candidate.target, candidate.receiver == nil,
      !symbol.isInitializer, symbol.native?.operation == nil, !symbol.isRequirement
    {
      let reference = FunctionReference(symbol: symbol, substitution: substitution)
      return TypedExpression(.function(reference, receiver: nil), .function(type), range)
    }
    guard let receiver = candidate.receiver else {
      return closure(over: type, range) { values in
        self.boundCall(candidate, values, type.result, range)
      }
    }
    // The receiver is evaluated once, when the function is taken.
    let symbol = VariableSymbol(
      hiddenName("receiver"), receiver.type, isLet: true, range: range, owner: scope)
    scope.declare(symbol.name, .variable(symbol))
    var bound = candidate
    bound.receiver = TypedExpression(.variable(symbol), receiver.type, range)
    let closure = closure(over: type, range) { values in
      self.capture(symbol, from: self.scope.parent ?? self.scope)
      return self.boundCall(bound, values, type.result, range)
    }
    let taking = TypedStatement(kind: .variable(symbol, receiver), range: range)
    return TypedExpression(.sequence([taking], closure), .function(type), range)
  }

  private func boundCall(
    _ candidate: Candidate, _ values: [TypedExpression], _ result: Type, _ range: SourceRange
  ) -> TypedExpression {
    let arguments = zip(signature(of: candidate).parameters, values).map {
      Argument(label: $0.label, value: hidden($1))
    }
    scope.tryDepth += 1
    return resolveCall([candidate], arguments, range, "function", expected: result)
  }
}
