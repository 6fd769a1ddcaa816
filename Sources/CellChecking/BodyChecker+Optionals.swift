internal import CellSyntax

extension BodyChecker {
  func force(
    _ expression: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let hint: Type? = core(expected).map { .optional($0) }
    if isDelegation(expression) {
      forcesDelegation = true
      defer { forcesDelegation = false }
      return check(expression)
    }
    let value = check(expression, expecting: hint)
    let type = settled(value.type)
    if type.isError { return wrong(range) }
    if let wrapped = type.optionalWrapped {
      return TypedExpression(.force(value), wrapped, range)
    }
    if case .variable(let variable) = type, variable.literal == nil {
      let wrapped = Type.variable(TypeVariable())
      bind(variable, to: .optional(wrapped))
      return TypedExpression(.force(value), wrapped, range)
    }
    return fail(
      "cannot force unwrap value of non-optional type '\(deep(type))'",
      at: SourceRange(start: max(range.start, range.end - 1), end: range.end))
  }

  /// Whether an expression is `self.init(…)`.
  private func isDelegation(_ expression: Expression) -> Bool {
    guard case .call(let function, _) = expression.kind,
      case .member(let base?, let name, _) = function.kind, name.base == "init",
      case .name(let owner, _) = base.kind
    else { return false }
    return owner.base == "self" || owner.base == "super"
  }

  /// The value of a variable declared as `T!`, forced where its surroundings need what it wraps.
  func forcedIfImplicit(_ value: TypedExpression) -> TypedExpression {
    guard value.isImplicit, let wrapped = shallow(value.type).optionalWrapped else { return value }
    let forced = TypedExpression(.force(value), wrapped, value.range)
    forced.isImplicit = true
    return forced
  }

  /// The same for a value whose member is asked for: optionals have a few members of their own.
  func forcedIfImplicit(_ value: TypedExpression, for member: String) -> TypedExpression {
    guard value.isImplicit, shallow(value.type).isOptional,
      compiler.members(member, of: deep(value.type), isStatic: false).isEmpty
    else { return value }
    return forcedIfImplicit(value)
  }

  func unwrapInChain(_ expression: Expression, _ range: SourceRange) -> TypedExpression {
    let value = check(expression)
    let type = settled(value.type)
    if type.isError { return wrong(range) }
    guard let wrapped = type.optionalWrapped else {
      return fail(
        "cannot use optional chaining on non-optional value of type '\(deep(type))'",
        at: SourceRange(start: max(range.start, range.end - 1), end: range.end))
    }
    return TypedExpression(.unwrapInChain(value), wrapped, range)
  }

  func chain(
    _ expression: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let inner = check(expression, expecting: expected.map { shallow($0).optionalWrapped ?? $0 })
    let type = settled(inner.type)
    if type.isError { return wrong(range) }
    if case .metatype = inner.kind { return inner }
    if type.isOptional { return TypedExpression(.chain(inner, wraps: false), type, range) }
    return TypedExpression(.chain(inner, wraps: true), .optional(type), range)
  }

  // MARK: - Casts

  func typeTest(
    _ expression: Expression, _ node: TypeNode, _ range: SourceRange
  ) -> TypedExpression {
    let value = check(expression)
    let type = resolve(node)
    return TypedExpression(.isType(value, type), .bool, range)
  }

  func cast(
    _ expression: Expression, _ node: TypeNode, _ kind: CastKind, _ range: SourceRange
  ) -> TypedExpression {
    let type = resolve(node)
    if type.isError { return wrong(range) }
    if kind == .coerce {
      let value = check(expression, as: type, .coercion)
      return TypedExpression(.reinterpret(value), type, range)
    }
    let value = check(expression, expecting: nil)
    if shallow(value.type).isError {
      return TypedExpression(.error, kind == .forced ? type : .optional(type), range)
    }
    if kind == .conditional {
      return TypedExpression(.cast(value, type, forced: false), .optional(type), range)
    }
    return TypedExpression(.cast(value, type, forced: true), type, range)
  }

  // MARK: - try

  func attempt(
    _ kind: TryKind, _ expression: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if kind == .propagate { return trying(range) { check(expression, expecting: expected) } }
    let hint = expected.map { shallow($0).optionalWrapped ?? $0 }
    let value = trying(range) {
      takingErrors { check(expression, expecting: kind == .optional ? hint : expected) }
    }
    let type = settled(value.type)
    if kind == .forced { return TypedExpression(.attemptForced(value), type, range) }
    if type.isOptional {
      return TypedExpression(.attemptOptional(value, wraps: false), type, range)
    }
    return TypedExpression(.attemptOptional(value, wraps: true), .optional(type), range)
  }

  /// Reports an optional where what it wraps is needed; nil for a value of another type.
  func failIfOptional(
    _ value: TypedExpression, _ type: Type, withAdvice: Bool = false
  ) -> TypedExpression? {
    guard let wrapped = type.optionalWrapped else { return nil }
    let advice = [
      "coalesce using '??' to provide a default when the optional value contains 'nil'",
      "force-unwrap using '!' to abort execution if the optional value contains 'nil'",
    ]
    return fail(
      "value of optional type '\(type)' must be unwrapped to a value of type '\(wrapped)'",
      at: value.range, notes: withAdvice ? advice.map { ($0, value.range) } : [])
  }

  // MARK: - Assignment

  func assignment(
    _ place: Expression, _ value: Expression, _ range: SourceRange
  ) -> TypedExpression {
    if case .discard = place.kind {
      let value = check(value)
      return TypedExpression(
        .assignment(TypedExpression(.discard, value.type, place.range), value), .void, range)
    }
    if case .tuple(let elements) = place.kind {
      return tupleAssignment(elements, value, place.range, range)
    }
    if let reason = immutableResult(place) {
      _ = check(value)
      return fail("expression is not assignable: \(reason)", at: place.range)
    }
    let target = check(place)
    // Assigning through a chain gives the wrapped type's place.
    var type = target.type
    var inner = target
    if case .chain(let chained, let wraps) = target.kind {
      inner = chained
      if wraps { type = chained.type }
    }
    requireMutable(inner, verb: .assignment)
    let typed = check(value, as: type, .assignment)
    if case .chain = target.kind {
      let assignment = TypedExpression(.assignment(inner, typed), .void, range)
      return TypedExpression(.chain(assignment, wraps: true), .optional(.void), range)
    }
    return TypedExpression(.assignment(target, typed), .void, range)
  }
}
