internal import CellSyntax

extension Solver {
  /// A closure whose parameters are known; nil where it must wait for them.
  ///
  /// - Parameter isForced: whether nothing else is going to say what they are.
  func simplify(_ use: ClosureUse, isForced: Bool = false) -> Bool? {
    var wanted: FunctionType?
    if case .function(let function) = shallow(use.type) {
      wanted = function
    } else if let context = context(of: use.type) {
      switch context {
      case .function(let function): wanted = function
      case .existential: return open(use, nil)
      default: return false
      }
    }
    guard wanted != nil || isForced else { return nil }
    if !isForced, let wanted, !wanted.parameters.allSatisfy({ isSettled($0.type, use) }) {
      return nil
    }
    return open(use, wanted)
  }

  /// What is wanted where a value of a type is used, without optionals; nil where that is not known.
  func context(of type: Type) -> Type? {
    for case .convert(let a, let b) in problem.constraints where shallow(a) == shallow(type) {
      var wanted = shallow(b)
      while let wrapped = wanted.optionalWrapped { wanted = shallow(wrapped) }
      if isKnown(wanted) { return wanted }
    }
    return nil
  }

  /// Whether the type of a closure's parameter is known as well as it is going to be.
  private func isSettled(_ type: Type, _ use: ClosureUse) -> Bool {
    let isAnnotated = use.closure.parameters?.allSatisfy { $0.type != nil } ?? false
    return isAnnotated || !checker.deep(type).hasVariables
  }

  private func open(_ use: ClosureUse, _ wanted: FunctionType?) -> Bool {
    let closure = use.closure
    let count =
      closure.parameters?.count ?? max(closure.shorthandCount, wanted?.parameters.count ?? 0)
    var parameters = wanted?.parameters ?? (0..<count).map { _ in .init(type: variable()) }
    let outside = parameters
    if parameters.count == 1, count > 1, case .tuple(let elements) = shallow(parameters[0].type),
      elements.count == count
    {
      parameters = elements.map { .init(type: $0.type) }
    }
    guard parameters.count == count else { return false }
    for (index, written) in (closure.parameters ?? []).enumerated() {
      guard let node = written.type else { continue }
      guard unify(checker.resolve(node), parameters[index].type) else { return false }
    }
    let result = closure.result.map(checker.resolve) ?? variable()
    let isConcurrent = wanted?.isConcurrent ?? false
    let type = Type.function(
      FunctionType(
        parameters: outside, result: result, isThrowing: wanted?.isThrowing ?? false,
        isConcurrent: isConcurrent))
    if case .function(let own) = shallow(use.type) {
      add(.convert(result, own.result))
    } else if !unify(use.type, type) {
      return false
    }
    guard let body = value(of: closure) else {
      return check(use, parameters, result, wanted?.result)
    }
    return open(body, use, parameters, result, wanted?.result)
  }

  /// The value of a body of one expression.
  private func value(of closure: ClosureExpression) -> Expression? {
    guard closure.body.count == 1, let only = closure.body.first else { return nil }
    switch only.kind {
    case .expression(let value) where !value.isBranching: return value
    case .returning(let value?) where !value.isBranching: return value
    default: return nil
    }
  }

  /// The constraints of a body of one expression.
  private func open(
    _ body: Expression, _ use: ClosureUse, _ parameters: [FunctionType.Parameter], _ result: Type,
    _ wanted: Type?
  ) -> Bool {
    let outer = checker.scope
    defer { checker.scope = outer }
    checker.scope = use.scope
    let inner = scope(in: use, parameters, result)
    do {
      for capture in use.closure.captures { try declare(capture, in: inner) }
      checker.scope = inner
      let type = try type(of: body)
      // Where nothing is wanted, any value may be left unused.
      if let wanted, shallow(wanted).isVoid, use.closure.result == nil {
        return unify(result, .void)
      }
      add(.convert(type, result))
      return true
    } catch {
      return false
    }
  }

  private func scope(
    in use: ClosureUse, _ parameters: [FunctionType.Parameter], _ result: Type
  ) -> FunctionScope {
    let function = TypedFunction("closure", range: use.node.range, source: checker.source)
    let inner = FunctionScope(
      parent: use.scope, function: function, types: use.scope.types, result: result,
      isThrowing: true)
    inner.isClosure = true
    inner.isBeingSolved = true
    checker.retained.append(inner)
    for (index, parameter) in parameters.enumerated() {
      let written = use.closure.parameters?[index]
      let name = written?.name ?? "$\(index)"
      let symbol = VariableSymbol(
        name, parameter.type, isLet: !parameter.isInout, range: written?.range ?? use.node.range,
        owner: inner)
      symbol.isInout = parameter.isInout
      if name != "_" { inner.declare(name, .variable(symbol)) }
    }
    return inner
  }

  private func declare(_ capture: ClosureExpression.Capture, in inner: FunctionScope) throws {
    var type = try type(of: capture.value)
    if capture.isWeak, !shallow(type).isOptional { type = .optional(type) }
    let symbol = VariableSymbol(
      capture.name, type, isLet: true, range: capture.value.range, owner: inner)
    inner.declare(capture.name, .variable(symbol))
    if capture.name == "self" { inner.selfSymbol = symbol }
  }

  /// A body of several statements: checked by itself, once the types of its parameters are known.
  private func check(
    _ use: ClosureUse, _ parameters: [FunctionType.Parameter], _ result: Type, _ wanted: Type?
  ) -> Bool {
    let expected = wanted.map(checker.deep).flatMap { $0.hasVariables ? nil : $0 }
    // Where it is known what it answers, its statements decide nothing.
    if use.closure.result != nil { return true }
    if let expected, expected.isVoid { return unify(result, .void) }
    let isValue =
      use.closure.body.count == 1 && use.closure.body.first.flatMap(checker.singleValue) != nil
    if !isValue, !use.closure.body.contains(where: \.returnsValue) {
      // What only throws may answer anything.
      return wanted != nil && !checker.canFallOff(use.closure.body) || unify(result, .void)
    }
    let known = parameters.map {
      FunctionType.Parameter(type: checker.final($0.type), isInout: $0.isInout)
    }
    guard !known.contains(where: \.type.hasError) else { return false }
    let key = ClosureCheck(
      node: ObjectIdentifier(use.node), parameters: known.map(\.type), result: expected)
    let answer = results[key] ?? answer(of: use, known, expected)
    results[key] = answer
    guard !answer.isError else { return false }
    add(.convert(answer, result))
    return true
  }

  /// What a closure of several statements answers; an error where its body is wrong.
  private func answer(
    of use: ClosureUse, _ parameters: [FunctionType.Parameter], _ expected: Type?
  ) -> Type {
    let wanted = FunctionType(
      parameters: parameters, result: expected ?? variable(), isThrowing: true)
    let type = type(in: use.scope) {
      checker.closure(use.closure, use.node.range, .function(wanted))
    }
    if case .function(let function) = type { return checker.final(function.result) }
    return .error
  }

  /// What the branches of an `if` or a `switch` have in common; an error where they are wrong.
  func value(of use: BranchingUse) -> Type {
    checker.final(type(in: use.scope) { checker.check(use.node) })
  }

  /// The type of what is checked by itself, for a moment; an error where that is wrong.
  private func type(in scope: FunctionScope, _ check: () -> TypedExpression) -> Type {
    let outer = checker.scope
    let waiting = checker.deferred
    defer {
      checker.scope = outer
      checker.deferred = waiting
      checker.isSolving = true
    }
    checker.scope = scope
    checker.isSolving = false
    return checker.tentatively {
      let errors = compiler.errorCount
      let value = check()
      return compiler.errorCount == errors ? checker.final(value.type) : .error
    }
  }
}

extension Expression {
  /// Whether it is an `if` or a `switch`.
  var isBranching: Bool {
    switch kind {
    case .conditional, .choice: true
    default: false
    }
  }
}
