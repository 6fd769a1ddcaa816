internal import CellSyntax

extension BodyChecker {
  /// An argument that the callee evaluates: `{ value }`.
  func autoclosure(_ expression: Expression, _ type: Type) -> TypedExpression {
    thunk(type, expression.range) { self.check(expression, as: type, .argument) }
  }

  /// A checked value as a closure that answers it.
  func thunk(_ value: TypedExpression, _ type: Type) -> TypedExpression {
    thunk(type, value.range) { value }
  }

  private func thunk(
    _ type: Type, _ range: SourceRange, body: () -> TypedExpression
  ) -> TypedExpression {
    let function = TypedFunction("autoclosure", range: range, source: source)
    let inner = FunctionScope(
      parent: scope, function: function, types: scope.types, result: type, isThrowing: true)
    inner.isClosure = true
    inner.tryDepth = scope.tryDepth
    inner.tryRange = scope.tryRange
    inner.handlers = scope.handlers
    retained.append(inner)
    let outer = scope
    scope = inner
    let value = body()
    scope = outer
    outer.sawThrow = outer.sawThrow || inner.sawThrow
    function.result = type
    function.body = [
      TypedStatement(
        kind: shallow(type).isVoid ? .expression(value) : .returning(value), range: range)
    ]
    return TypedExpression(
      .closure(function), .function(FunctionType(parameters: [], result: type)), range)
  }

  /// The default of a parameter, checked where the function is declared.
  func defaultValue(
    _ node: Expression, of parameter: Signature.Parameter, as type: Type, _ candidate: Candidate,
    _ substitution: Substitution, _ range: SourceRange
  ) -> TypedExpression {
    guard !isFindingType else { return TypedExpression(.unit, type, range) }
    var context: LexicalContext?
    switch candidate.target {
    case .function(let symbol): context = compiler.signature(of: symbol).context ?? symbol.context
    case .enumCase(let symbol): context = symbol.context
    case .value: return check(relocated(node, to: range), as: type, .defaultArgument)
    case .memberwise:
      if let nominal = candidate.owner.nominal { context = memberContext(of: nominal) }
    }
    // `#line` as a default means the caller's line.
    if case .magic = node.kind { return check(Expression(node.kind, range), expecting: type) }
    guard let context else { return wrong(range) }
    return elsewhere(node, context, substitution, range) {
      $0.check($0.relocated(node, to: range), as: type, .defaultArgument)
    } again: {
      guard case .memberwise = candidate.target, let nominal = candidate.owner.nominal,
        let property = compiler.memberTable(of: nominal).stored.first(where: {
          $0.name == parameter.name
        })
      else {
        return fail(
          "a default argument that calls for itself is not part of the cell language", at: range)
      }
      return initialValueCall(of: property, in: candidate.owner, range)
    }
  }

  /// The context of the members in a type's own declaration.
  func memberContext(of nominal: Nominal) -> LexicalContext? {
    guard let outer = nominal.context else { return nil }
    return LexicalContext(.type(nominal, extension: nil), parent: outer, source: outer.source)
  }

  /// Checks an expression that stands in another context, outside of all functions. Where it is asked for
  /// while it is checked (a class and a struct whose properties each start with one of the other), `again`
  /// says what it is.
  private func elsewhere(
    _ node: Expression, _ context: LexicalContext, _ substitution: Substitution,
    _ range: SourceRange, _ body: (BodyChecker) -> TypedExpression, again: () -> TypedExpression
  ) -> TypedExpression {
    let key = ObjectIdentifier(node)
    guard compiler.elsewhereInProgress.insert(key).inserted else { return again() }
    defer { compiler.elsewhereInProgress.remove(key) }
    let outer = scope
    // It is not written here, so nothing is asked about it.
    let inquiry = compiler.inquiry
    compiler.inquiry = nil
    defer { compiler.inquiry = inquiry }
    let function = TypedFunction("default value", range: range, source: source)
    scope = FunctionScope(
      parent: nil, function: function,
      types: TypeScope(context: context, substitution: substitution.mapValues(deep)),
      result: .void, isThrowing: false)
    scope.isStaticContext = true
    retained.append(scope)
    defer { scope = outer }
    return body(self)
  }

  /// An expression at another place, so that its messages point to where it is used.
  func relocated(_ expression: Expression, to range: SourceRange) -> Expression {
    Expression(expression.kind, range)
  }

  /// The value that a stored property starts with.
  func initialValue(
    of property: PropertySymbol, in owner: Type, _ range: SourceRange
  ) -> TypedExpression? {
    guard !isFindingType else { return nil }
    let substitution = compiler.substitution(for: owner)
    let type = compiler.substitute(compiler.propertyType(property), substitution)
    guard let node = property.node.initializer else {
      guard type.isOptional, !property.isLet else { return nil }
      return TypedExpression(.none, type, range)
    }
    return elsewhere(node, property.context, substitution, range) { checker in
      if case .binding = property.node.pattern.kind {
        return stored(checker.check(node, as: type, .initialization), in: property)
      }
      let whole = checker.check(node)
      return checker.part(property.name, of: property.node.pattern, whole) ?? whole
    } again: {
      stored(initialValueCall(of: property, in: owner, range), in: property)
    }
  }

  /// Calls the function that makes the value that a stored property starts with.
  private func initialValueCall(
    of property: PropertySymbol, in owner: Type, _ range: SourceRange
  ) -> TypedExpression {
    let substitution = compiler.substitution(for: deep(owner))
    let function = FunctionReference(
      symbol: compiler.initialValueFunction(of: property), substitution: substitution)
    return TypedExpression(
      .call(.function(function), []),
      compiler.substitute(compiler.propertyType(property), substitution), range)
  }

  /// A value as a stored property keeps it.
  func stored(_ value: TypedExpression, in property: PropertySymbol) -> TypedExpression {
    property.isWeak ? TypedExpression(.weaken(value), value.type, value.range) : value
  }

  /// The part of a value that a tuple pattern gives a name to.
  func part(
    _ name: String, of pattern: Pattern, _ value: TypedExpression
  ) -> TypedExpression? {
    switch pattern.kind {
    case .binding(name, _): return value
    case .typed(let inner, _): return part(name, of: inner, value)
    case .tuple(let elements):
      guard case .tuple(let types) = shallow(value.type), types.count == elements.count else {
        return nil
      }
      for (index, element) in elements.enumerated() {
        let element = element.pattern
        let inner = TypedExpression(.tupleElement(value, index), types[index].type, value.range)
        if let found = part(name, of: element, inner) { return found }
      }
      return nil
    default: return nil
    }
  }

  /// A new instance of a class whose properties have their initial values.
  func newInstance(_ type: Type, _ range: SourceRange) -> TypedExpression {
    if isFindingType { return TypedExpression(.instance([]), type, range) }
    var values: [(index: Int, value: TypedExpression)] = []
    for (index, stored) in compiler.storedProperties(of: deep(type)).enumerated()
    where !stored.property.isLazy {
      var owner: Type? = deep(type)
      while let current = owner, current.nominal != stored.property.owner {
        owner = compiler.superclass(of: current)
      }
      if let value = initialValue(of: stored.property, in: owner ?? type, range) {
        values.append((index, value))
      }
    }
    return TypedExpression(.instance(values), type, range)
  }

  // MARK: - Special calls

  /// Calls that are part of the language rather than of a library.
  func specialCall(
    _ function: Expression, _ arguments: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    guard case .name(let name, _) = function.kind else { return nil }
    if name.base == "type", arguments.count == 1, arguments[0].label == "of" {
      let value = check(arguments[0].value)
      return TypedExpression(.dynamicType(value), .metatype(settled(value.type)), range)
    }
    return nil
  }
}

extension TypedExpression {
  /// Whether calling this function value can throw: closures know.
  var canThrow: Bool {
    if case .ternary(_, let yes, let no) = kind { return yes.canThrow || no.canThrow }
    if case .function(let type) = type { return type.isThrowing }
    return false
  }
}
