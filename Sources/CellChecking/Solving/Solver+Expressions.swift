internal import CellSyntax

extension Solver {
  /// The type of an expression, with constraints on what it stands for.
  func type(of expression: Expression) throws -> Type {
    let outer = node
    node = expression
    defer { node = outer }
    let type: Type
    switch expression.kind {
    case .member, .call, .subscript, .force, .unwrapInChain, .chain:
      type = try typeUnnoted(of: expression)
    default: type = try outsideOfChain { try typeUnnoted(of: expression) }
    }
    problem.types.append((expression, type))
    return type
  }

  private func typeUnnoted(of expression: Expression) throws -> Type {
    switch expression.kind {
    case .integer(_?), .negativeInteger: return variable(.integer)
    case .floating: return variable(.floating)
    case .boolean:
      let type = variable()
      add(.booleanLiteral(type))
      return type
    case .nilLiteral:
      let type = variable()
      add(.nilLiteral(type))
      return type
    case .string(let segments): return string(segments)
    case .array, .dictionary: return try collection(expression)
    case .name(let name, let arguments): return try named(name, arguments, expression)
    case .member(let base, let name, _): return try member(base, name, expression)
    case .call(let function, let arguments): return try call(function, arguments, expression)
    case .subscript(let base, let arguments): return try subscripted(base, arguments, expression)
    case .tuple(let elements):
      return .tuple(
        try elements.map { TupleElement(label: $0.label, type: try type(of: $0.value)) })
    case .closure(let closure):
      let type = variable()
      add(
        .closure(ClosureUse(node: expression, closure: closure, type: type, scope: checker.scope)))
      return type
    case .prefix(let name, let operand): return try prefix(name, operand, expression)
    case .postfix(let name, let operand): return try postfix(name, operand, expression)
    case .binary(let name, let left, let right):
      return try binary(name, left, right, expression)
    case .assignment(let place, let value): return try assignment(place, value)
    case .ternary(let condition, let a, let b):
      add(.convert(try type(of: condition), .bool))
      let type = variable()
      add(.convert(try self.type(of: a), type))
      add(.convert(try self.type(of: b), type))
      return type
    case .isType(let value, _):
      _ = try type(of: value)
      return .bool
    case .cast(let value, let node, let kind): return try cast(value, node, kind)
    case .attempt(let kind, let value): return try attempt(kind, value)
    case .force(let value) where value.isDelegation: return try type(of: value)
    case .force(let value), .unwrapInChain(let value):
      return try chained {
        let type = variable()
        add(.optional(try self.type(of: value), wrapped: type))
        return type
      }
    case .chain(let value):
      return try chained {
        let type = variable()
        add(.chain(try self.type(of: value), type))
        return type
      }
    case .keyPath(let root, let components):
      let type = variable()
      add(
        .keyPath(
          KeyPathUse(
            root: root.map(checker.resolve), components: components, type: type,
            scope: checker.scope, range: expression.range)))
      return type
    case .operatorFunction(let name):
      let type = variable()
      add(.operatorFunction(name, type))
      return type
    case .type(let node): return .metatype(checker.resolve(node))
    case .magic(let name): return name == "line" || name == "column" ? .int : .string
    case .conditional, .choice:
      let type = variable()
      add(.branches(BranchingUse(node: expression, type: type, scope: checker.scope)))
      return type
    case .integer(nil), .inoutArgument, .discard, .error:
      throw Unsupported()
    }
  }

  // MARK: - Small forms

  private func assignment(_ place: Expression, _ value: Expression) throws -> Type {
    if case .discard = place.kind {
      _ = try type(of: value)
      return .void
    }
    if case .chain(let inner) = place.kind {
      let target = try chained { try type(of: inner) }
      add(.convert(try outsideOfChain { try type(of: value) }, target))
      return .optional(.void)
    }
    let target = try type(of: place)
    add(.convert(try type(of: value), target))
    return .void
  }

  private func cast(_ value: Expression, _ node: TypeNode, _ kind: CastKind) throws -> Type {
    let wanted = checker.resolve(node)
    let actual = try type(of: value)
    switch kind {
    case .coerce: add(.convert(actual, wanted))
    case .forced: break
    case .conditional: return .optional(wanted)
    }
    return wanted
  }

  private func attempt(_ kind: TryKind, _ value: Expression) throws -> Type {
    let inner = try type(of: value)
    guard kind == .optional else { return inner }
    let type = variable()
    add(.chain(inner, type))
    return type
  }

  // MARK: - Names

  private func named(
    _ name: Name, _ arguments: [TypeNode], _ expression: Expression
  ) throws -> Type {
    if name.base == "self" {
      guard let value = checker.attempt({ checker.selfValue(expression.range) }) else {
        throw Unsupported()
      }
      return value.type
    }
    if name.base == "super" { return try superclass(expression.range) }
    if name.base.first == "$", let value = checker.substituted[name.base] { return value.type }
    guard let meaning = checker.lookUp(name.base, at: expression.range) else { throw Unsupported() }
    switch meaning {
    case .variable(let symbol):
      guard !symbol.isLost else { throw Unsupported() }
      return symbol.isImplicit ? forcedIfNeeded(symbol.type) : symbol.type
    case .functions(let symbols):
      return reference(
        symbols.enumerated().map { Candidate(target: .function($1), rank: $0) }, name)
    case .members(let found, let owner, let receiver):
      return try value(of: found, name, owner, receiver: receiver)
    case .type:
      return .metatype(checker.resolve(TypeNode(.name(name.base, arguments), expression.range)))
    case .constant(let symbol):
      return compiler.resolve(symbol.type, in: TypeScope(context: symbol.context))
    }
  }

  /// What is behind `some P` as a result, as far as that is known.
  func opaqueResult(of symbol: FunctionSymbol, _ substitution: Substitution) -> Type? {
    compiler.opaqueResult(of: symbol, substitution.mapValues(checker.deep))
  }

  private func forcedIfNeeded(_ optional: Type) -> Type {
    let type = variable()
    add(.forcedIfNeeded(optional, type))
    return type
  }

  /// What `super` is in a method or a static member of a class.
  private func superclass(_ range: SourceRange) throws -> Type {
    if let type = checker.staticSuperclass { return .metatype(type) }
    guard let type = checker.attempt({ checker.superValue(range)?.1 }) ?? nil else {
      throw Unsupported()
    }
    return type
  }

  /// The type of a function as a value, chosen by its labels where they are written.
  func reference(_ candidates: [Candidate], _ name: Name) -> Type {
    var candidates = candidates
    if let labels = name.labels {
      candidates = candidates.filter { checker.signature(of: $0).parameters.map(\.label) == labels }
    }
    let type = variable()
    add(.reference(candidates, type, node: node))
    return type
  }

  /// What stands for the value of an expression of which only the type is known.
  func stand(_ type: Type) -> TypedExpression { TypedExpression(.error, type, .none) }

  /// The type of a member that is read; of a value, where there is a receiver.
  func value(
    of found: [FoundMember], _ name: Name, _ owner: Type, receiver: TypedExpression?
  ) throws -> Type {
    for member in found {
      guard case .property(let symbol) = member.member else { continue }
      guard isApplicable(symbol, member.substitution) else { continue }
      requireConformance(of: owner, to: symbol.owner)
      let type =
        symbol.getter.flatMap { opaqueResult(of: $0, member.substitution) }
        ?? compiler.substitute(compiler.propertyType(symbol), member.substitution)
      return symbol.node.type?.isImplicit == true ? forcedIfNeeded(type) : type
    }
    let candidates = checker.candidates(from: found, owner: owner, receiver: receiver)
    guard let first = candidates.first else { throw Unsupported() }
    if case .enumCase(let symbol) = first.target, compiler.payload(of: symbol).isEmpty {
      return owner
    }
    return reference(candidates, name)
  }

  private func isApplicable(_ symbol: PropertySymbol, _ substitution: Substitution) -> Bool {
    guard let getter = symbol.getter else { return true }
    return compiler.signature(of: getter).requirements.allSatisfy {
      compiler.isSatisfied($0, substitution)
    }
  }
}
