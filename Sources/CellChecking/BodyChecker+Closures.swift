package import CellSyntax

extension BodyChecker {
  func closure(
    _ node: ClosureExpression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    var wanted: FunctionType?
    if case .function(let type)? = core(expected) { wanted = type }
    let count = node.parameters?.count ?? max(node.shorthandCount, wanted?.parameters.count ?? 0)
    if let wanted, wanted.parameters.count != count {
      if let spread = spreadTuple(node, wanted, range, expected) { return spread }
      return countMismatch(node, count, wanted, range)
    }
    let result = node.result.map(resolve) ?? wanted?.result ?? .variable(TypeVariable())
    let function = TypedFunction(nextClosureName(), range: range, source: source)
    let inner = FunctionScope(
      parent: scope, function: function, types: scope.types, result: result, isThrowing: true)
    inner.isClosure = true
    inner.isConcurrent = wanted?.isConcurrent ?? false
    inner.targets = []
    retained.append(inner)
    let captures = captureList(node, inner)
    var statements: [TypedStatement] = []
    let parameters = declareParameters(node, count, wanted, inner, range)
    let outer = scope
    scope = inner
    checkClosureBody(node, result, wanted?.result, function, &statements, range)
    scope = outer
    function.result = result
    function.body = statements
    function.isThrowing = inner.sawThrow || node.isThrowing
    let type = FunctionType(
      parameters: parameters, result: result,
      isThrowing: inner.sawThrow || node.isThrowing)
    if let wanted, !wanted.isThrowing, inner.sawThrow {
      report(
        "invalid conversion from throwing function of type '\(final(.function(type)))' to non-throwing function type '\(final(.function(wanted)))'",
        at: range)
    }
    let closure = TypedExpression(.closure(function), .function(type), range)
    guard !captures.isEmpty else { return closure }
    return TypedExpression(.sequence(captures, closure), closure.type, range)
  }

  private func nextClosureName() -> String {
    let outer = scope.outermost
    outer.closureCount += 1
    return "closure #\(outer.closureCount)" + (outer.isCellBody ? "" : " in \(outer.function.name)")
  }

  /// `[x, weak self]`: constants of the closure with the values of now.
  private func captureList(_ node: ClosureExpression, _ inner: FunctionScope) -> [TypedStatement] {
    node.captures.map { capture in
      var value = check(capture.value)
      if capture.isWeak {
        let type: Type = shallow(value.type).isOptional ? value.type : .optional(value.type)
        value = TypedExpression(
          .weaken(conversion(of: value, to: type) ?? value), type, value.range)
      } else if capture.isUnowned {
        value = TypedExpression(.weaken(value), value.type, value.range)
      }
      let symbol = VariableSymbol(
        capture.name, value.type, isLet: true, range: value.range, owner: scope)
      symbol.isCaptured = true
      symbol.isWeak = capture.isWeak || capture.isUnowned
      if symbol.isWeak { compiler.environment.hasWeakReferences = true }
      inner.declare(capture.name, .variable(symbol))
      inner.function.captures.append(symbol)
      if capture.name == "self" { inner.selfSymbol = symbol }
      return TypedStatement(kind: .variable(symbol, value), range: value.range)
    }
  }

  private func declareParameters(
    _ node: ClosureExpression, _ count: Int, _ wanted: FunctionType?, _ inner: FunctionScope,
    _ range: SourceRange
  ) -> [FunctionType.Parameter] {
    var result: [FunctionType.Parameter] = []
    for index in 0..<count {
      let written = node.parameters?[index]
      let hint = wanted?.parameters[index]
      var type = hint?.type ?? .variable(TypeVariable())
      if let annotation = written?.type {
        let own = resolve(annotation)
        if !unify(own, type) {
          report(
            "cannot convert value of type '\(final(type))' to expected argument type '\(final(own))'",
            at: annotation.range)
        }
        type = own
      }
      let isInout = hint?.isInout ?? written?.isInout ?? false
      let name = written?.name ?? "$\(index)"
      let symbol = VariableSymbol(
        name, type, isLet: !isInout, range: written?.range ?? range, owner: inner)
      symbol.isInout = isInout
      inner.function.parameters.append(symbol)
      if name != "_" { inner.declare(name, .variable(symbol)) }
      result.append(.init(type: type, isInout: isInout))
    }
    return result
  }

  private func checkClosureBody(
    _ node: ClosureExpression, _ result: Type, _ wanted: Type?, _ function: TypedFunction,
    _ statements: inout [TypedStatement], _ range: SourceRange
  ) {
    if node.body.count == 1, let only = node.body.first, let value = singleValue(only) {
      scope.tryDepth = 0
      let wantsNothing = wanted.map { shallow($0).isVoid } ?? false
      if wantsNothing, node.result == nil {
        statements += [self.statement(only)]
        return
      }
      let typed = check(value, expecting: result)
      if case .variable(let variable) = shallow(result), variable.literal == nil {
        let type = shallow(typed.type)
        if !type.isNever { _ = unify(result, type) }
        statements.append(TypedStatement(kind: .returning(typed), range: only.range))
        return
      }
      if shallow(result).isVoid {
        statements.append(TypedStatement(kind: .expression(typed), range: only.range))
        return
      }
      let converted = convert(typed, to: result, .closureResult)
      statements.append(TypedStatement(kind: .returning(converted), range: only.range))
      return
    }
    let body = block(node.body)
    checkInitialization(body)
    statements += body
    if !scope.hasReturn, case .variable = shallow(result) { _ = unify(result, .void) }
    if !shallow(result).isVoid, !shallow(result).isError, canFallOff(node.body) {
      if scope.hasReturn || wanted != nil {
        report(
          "missing return in closure expected to return '\(final(result))'",
          at: SourceRange(start: range.end - 1, end: range.end))
      }
    }
  }

  /// The value of a body that is one expression.
  package func singleValue(_ statement: Statement) -> Expression? {
    switch statement.kind {
    case .expression(let expression): return expression
    case .conditional(let node) where node.otherwise != nil && isValue(node):
      return Expression(.conditional(node), statement.range)
    case .choice(let node) where node.cases.allSatisfy({ isValueBody($0.body) }):
      return Expression(.choice(node), statement.range)
    default: return nil
    }
  }

  private func isValue(_ node: IfStatement) -> Bool {
    isValueBody(node.body) && (node.otherwise.map(isValueBody) ?? false)
  }

  private func isValueBody(_ body: [Statement]) -> Bool {
    guard body.count == 1, let only = body.first else { return false }
    switch only.kind {
    case .expression(let expression):
      switch expression.kind {
      case .assignment: return false
      case .binary(let name, _, _):
        return !name.text.isAssigningOperator
      default: return true
      }
    case .throwing: return true
    case .conditional(let node): return isValue(node)
    case .choice(let node): return node.cases.allSatisfy { isValueBody($0.body) }
    default: return false
    }
  }

  /// `dictionary.map { key, value in … }`: a closure of several parameters where one tuple comes.
  private func spreadTuple(
    _ node: ClosureExpression, _ wanted: FunctionType, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    let count = node.parameters?.count ?? node.shorthandCount
    guard wanted.parameters.count == 1,
      case .tuple(let elements) = shallow(wanted.parameters[0].type),
      elements.count == count
    else { return nil }
    let inner = FunctionType(
      parameters: elements.map { .init(type: $0.type) }, result: wanted.result,
      isThrowing: wanted.isThrowing, isConcurrent: wanted.isConcurrent)
    let tuple = wanted.parameters[0].type
    // Bound outside first, so that its captures are those of the closure around it.
    var innerThrows = false
    let parameter = ClosureExpression.Parameter(
      name: "$tuple", type: nil, isInout: false, range: range)
    let result = synthesizedClosure([parameter], [tuple], result: wanted.result, range) { values in
      let closure = self.closure(node, range, .function(inner))
      // A result that the closure spells is that of the call.
      var own = wanted.result
      if case .function(let type) = self.shallow(closure.type) {
        innerThrows = type.isThrowing
        own = type.result
      }
      let arguments = elements.indices.map { index in
        TypedArgument(
          value: TypedExpression(.tupleElement(values[0], index), elements[index].type, range))
      }
      let call = TypedExpression(.call(.value(closure), arguments), own, range)
      return self.convert(call, to: wanted.result, .closureResult)
    }
    if case .function(var type) = result.type {
      type.isThrowing = innerThrows
      return TypedExpression(result.kind, .function(type), range)
    }
    return result
  }

  private func countMismatch(
    _ node: ClosureExpression, _ count: Int, _ wanted: FunctionType, _ range: SourceRange
  ) -> TypedExpression {
    let expected = wanted.parameters.count
    if node.parameters == nil, node.shorthandCount == 0 || count < expected {
      return fail(
        "contextual type for closure argument expects \(expected) argument\(expected == 1 ? "" : "s"), which cannot be implicitly ignored",
        at: range)
    }
    let parameters = node.parameters?.map(\.range) ?? []
    let type = described(node, count, wanted, range)
    return fail(
      "contextual closure type '\(type)' expects \(expected) argument\(expected == 1 ? "" : "s"), but \(count) \(count == 1 ? "was" : "were") used in closure body",
      at: parameters.dropFirst().reduce(parameters.first ?? range, +))
  }

  /// The type that a closure with the wrong number of parameters should have; its result is what the body
  /// says, where nothing else does.
  private func described(
    _ node: ClosureExpression, _ count: Int, _ wanted: FunctionType, _ range: SourceRange
  ) -> Type {
    let type: Type = .function(FunctionType(parameters: wanted.parameters, result: wanted.result))
    var taken = FunctionType(
      parameters: Array(wanted.parameters.prefix(count)), result: wanted.result)
    while taken.parameters.count < count {
      let like = wanted.parameters.first?.type
      taken.parameters.append(.init(type: like ?? .variable(TypeVariable())))
    }
    return tentatively {
      _ = closure(node, range, .function(taken))
      return deep(type)
    }
  }
}
