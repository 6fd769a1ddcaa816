internal import CellSyntax

extension Solver {
  func call(
    _ function: Expression, _ arguments: [Argument], _ expression: Expression
  ) throws -> Type {
    if case .name(let name, _) = function.kind, name.base == "type", arguments.first?.label == "of"
    {
      return .metatype(try outsideOfChain { try type(of: arguments[0].value) })
    }
    if let type = checker.typeExpression(function) {
      return try construct(type, arguments, expression)
    }
    switch function.kind {
    case .name(let name, _) where name.labels == nil:
      if let candidates = try candidates(named: name, arguments, function) {
        return try outsideOfChain { try call(candidates, arguments, expression) }
      }
    case .member(nil, let name, _) where name.labels == nil:
      return try startingChain { base in
        try added(.implicit(base, name), arguments, expression)
      }
    case .member(let base?, let name, _) where name.labels == nil:
      return try memberCall(base, name, arguments, expression)
    default: break
    }
    return try chained { try added(.value(try type(of: function)), arguments, expression) }
  }

  /// The functions that a name means; nil where it is a value.
  private func candidates(
    named name: Name, _ arguments: [Argument], _ function: Expression
  ) throws -> [Candidate]? {
    switch checker.lookUp(name.base, at: function.range) {
    case .functions(let symbols):
      return symbols.enumerated().map { Candidate(target: .function($1), rank: $0) }
    case .members(let found, let owner, let receiver):
      let members = checker.candidates(from: found, owner: owner, receiver: receiver)
      if !fitting(members, arguments).isEmpty { return members }
      let functions = checker.functionsOutside(name.base).enumerated().map {
        Candidate(target: .function($1), rank: $0)
      }
      if !fitting(functions, arguments).isEmpty { return functions }
      return members.isEmpty ? nil : members
    case .variable(let symbol):
      // A local function is called with its labels and defaults.
      return symbol.signature.map {
        [Candidate(target: .value(TypedExpression(.error, symbol.type, function.range), $0))]
      }
    default: return nil
    }
  }

  /// `T(…)`
  private func construct(
    _ type: Type, _ arguments: [Argument], _ expression: Expression
  ) throws -> Type {
    switch type {
    case .existential, .error: throw Unsupported()
    case .parameter:
      // What stands for it is known when the code is made.
      for argument in arguments { _ = try outsideOfChain { try self.type(of: argument.value) } }
      return type
    default: break
    }
    let opened = checker.openArguments(type)
    return try outsideOfChain {
      if arguments.count == 1, arguments[0].label == nil, opened.scalarKind != nil,
        arguments[0].value.isLiteral
      {
        let value = try self.type(of: arguments[0].value)
        if let literal = literal(value), checker.isExpressible(opened, by: literal) {
          add(.convert(value, opened))
          return opened
        }
      }
      return try call(checker.initializers(of: opened), arguments, expression)
    }
  }

  private func memberCall(
    _ base: Expression, _ name: Name, _ arguments: [Argument], _ expression: Expression
  ) throws -> Type {
    if expression.isDelegation {
      // What another initialiser makes goes to `self`.
      let owner = try type(of: base)
      guard checker.scope.outermost.isInitializer else { throw Unsupported() }
      _ = try outsideOfChain {
        try call(checker.initializers(of: checker.deep(owner)), arguments, expression)
      }
      return .void
    }
    if let symbols = checker.moduleFunctions(name.base, of: base) {
      let candidates = symbols.enumerated().map { Candidate(target: .function($1), rank: $0) }
      return try outsideOfChain { try call(candidates, arguments, expression) }
    }
    if let type = checker.typeExpression(base) {
      let opened = checker.openArguments(type)
      return try outsideOfChain {
        if name.base == "init" { return try construct(opened, arguments, expression) }
        let found = compiler.members(name.base, of: opened, isStatic: true)
        let candidates = checker.candidates(from: found, owner: opened, receiver: nil)
        guard !candidates.isEmpty else { throw Unsupported() }
        return try call(candidates, arguments, expression)
      }
    }
    return try chained { try added(.member(try type(of: base), name), arguments, expression) }
  }

  /// A call of one of the functions that a name means.
  private func call(
    _ candidates: [Candidate], _ arguments: [Argument], _ expression: Expression
  ) throws -> Type {
    let fitting = fitting(candidates, arguments)
    guard !fitting.isEmpty else { throw Unsupported() }
    return try added(.candidates(fitting), arguments, expression)
  }

  func subscripted(
    _ base: Expression, _ arguments: [Argument], _ expression: Expression
  ) throws -> Type {
    if let type = checker.typeExpression(base) {
      let candidates = subscripts(of: type, isStatic: true)
      return try outsideOfChain { try call(candidates, arguments, expression) }
    }
    if arguments.count == 1, arguments[0].label == "keyPath" {
      return try chained { try keyPathSubscript(base, arguments[0].value) }
    }
    return try chained {
      let owner = try type(of: base)
      if arguments.count == 1, case .operatorFunction(let name) = arguments[0].value.kind,
        name.text == "..."
      {
        return whole(owner, expression)
      }
      return try added(.subscript(owner), arguments, expression)
    }
  }

  /// `collection[...]`: from its start to its end.
  private func whole(_ owner: Type, _ expression: Expression) -> Type {
    let bounds = Argument(label: nil, value: Expression(.error, expression.range))
    let result = variable()
    add(
      .call(
        Call(
          node: expression, arguments: [bounds], types: [.range(.member(owner, "Index"))],
          result: result, callee: .subscript(owner))))
    return result
  }

  /// Adds a call, and answers the type of its result.
  private func added(
    _ callee: Call.Callee, _ arguments: [Argument], _ expression: Expression
  ) throws -> Type {
    let types = try outsideOfChain {
      try arguments.map { argument in
        if case .inoutArgument(let place) = argument.value.kind { return try type(of: place) }
        return try type(of: argument.value)
      }
    }
    let result = variable()
    add(
      .call(
        Call(node: expression, arguments: arguments, types: types, result: result, callee: callee)))
    return result
  }

  /// The candidates whose labels are those of the arguments.
  func fitting(_ candidates: [Candidate], _ arguments: [Argument]) -> [Call.Fitting] {
    candidates.compactMap { candidate in
      let signature = checker.signature(of: candidate)
      guard case .success(let match) = signature.match(arguments) else { return nil }
      return Call.Fitting(candidate: candidate, signature: signature, match: match)
    }
  }
}

extension Expression {
  /// `self.init(…)` or `super.init(…)`
  var isDelegation: Bool {
    guard case .call(let function, _) = kind, case .member(let base?, let name, _) = function.kind,
      name.base == "init", case .name(let keyword, _) = base.kind
    else { return false }
    return keyword.base == "super" || keyword.base == "self"
  }
}
