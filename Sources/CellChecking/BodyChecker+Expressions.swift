package import CellSyntax

extension BodyChecker {
  /// Checks an expression; `expected` is what the surroundings would like, not a demand.
  package func check(_ expression: Expression, expecting expected: Type? = nil) -> TypedExpression {
    whole(expression, expected.map { .hint($0) } ?? .anything) {
      let outer = node
      node = expression
      defer { node = outer }
      let value = checkWithoutAnchor(expression, decided(expression, expected))
      if value.anchor == nil { value.anchor = expression.anchor }
      return value
    }
  }

  private func checkWithoutAnchor(
    _ expression: Expression, _ expected: Type?
  ) -> TypedExpression {
    let range = expression.range
    effort += 1
    guard effort < BodyChecker.maximumEffort else {
      if effort == BodyChecker.maximumEffort {
        report(
          "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression into distinct sub-expressions",
          at: range)
      }
      return wrong(range)
    }
    if let expected, let chain = chainFromImplicit(expression, expected) {
      return check(chain, expecting: expected)
    }
    switch expression.kind {
    case .integer(let value): return integer(value, isNegative: false, range, expected)
    case .negativeInteger(let value): return integer(value, isNegative: true, range, expected)
    case .floating(let value): return floating(value, range, expected)
    case .boolean(let value):
      if let made = ownLiteral("Boolean", expression, expected) { return made }
      return TypedExpression(.boolean(value), .bool, range)
    case .nilLiteral:
      if let made = ownLiteral("Nil", expression, expected) { return made }
      return nilLiteral(range, expected)
    case .string(let segments): return string(segments, range, expected)
    case .array(let elements): return array(elements, expression, expected)
    case .dictionary(let pairs): return dictionary(pairs, expression, expected)
    case .name(let name, let arguments): return self.name(name, arguments, range, expected)
    case .member(let base, let name, let arguments):
      return member(base, name, arguments, range, expected)
    case .call(let function, let arguments):
      return call(function, arguments, range, expected)
    case .subscript(let base, let arguments):
      return subscripted(base, arguments, range, expected)
    case .tuple(let elements): return tuple(elements, range, expected)
    case .closure(let closure): return self.closure(closure, range, expected)
    case .prefix(let name, let operand): return prefix(name, operand, range, expected)
    case .postfix(let name, let operand): return postfix(name, operand, range, expected)
    case .binary(let name, let left, let right):
      return binary(name, left, right, range, expected)
    case .assignment(let place, let value): return assignment(place, value, range)
    case .ternary(let condition, let a, let b):
      return ternary(condition, a, b, range, expected)
    case .isType(let value, let type): return typeTest(value, type, range)
    case .cast(let value, let type, let kind): return cast(value, type, kind, range)
    case .attempt(let kind, let value): return attempt(kind, value, range, expected)
    case .force(let value): return force(value, range, expected)
    case .unwrapInChain(let value): return unwrapInChain(value, range)
    case .chain(let value): return chain(value, range, expected)
    case .conditional(let statement): return conditionalValue(statement, range, expected)
    case .choice(let statement): return choiceValue(statement, range, expected)
    case .keyPath(let root, let components):
      return keyPath(root, components, range, expected)
    case .operatorFunction(let name): return operatorFunction(name, range, expected)
    case .inoutArgument(let value):
      report("'&' may only be used to pass an argument to inout parameter", at: range)
      return check(value)
    case .type(let node):
      let type = resolve(node)
      return TypedExpression(.metatype(type), .metatype(type), range)
    case .discard:
      if let symbol = compiler.environment.lastValue {
        compiler.environment.isLastValueUsed = true
        return variable(symbol, range)
      }
      return fail(
        "'_' can only appear in a pattern or on the left side of an assignment", at: range)
    case .magic(let name): return magic(name, range)
    case .error: return wrong(range)
    }
  }

  static let maximumEffort = 400_000

  /// The type that a node spells here.
  func resolve(_ node: TypeNode) -> Type {
    var types = scope.types
    types.lookUpLocal = { [scope] name in
      var next: FunctionScope? = scope
      while let current = next {
        if case .symbol(let symbol)? = current.lookUp(name) { return symbol }
        next = current.parent
      }
      return nil
    }
    return compiler.resolve(node, in: types)
  }

  // MARK: - Literals

  /// The expected type without optionals, where it is known.
  func core(_ expected: Type?) -> Type? {
    guard var type = expected.map(shallow) else { return nil }
    while let wrapped = type.optionalWrapped { type = shallow(wrapped) }
    if case .variable(let variable) = type, variable.literal == nil { return nil }
    if case .existential = type { return nil }
    return type
  }

  private func tuple(
    _ elements: [Argument], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    guard !elements.isEmpty else { return TypedExpression(.unit, .void, range) }
    var hints: [Type?] = elements.map { _ in nil }
    if case .tuple(let types)? = core(expected), types.count == elements.count {
      hints = types.map(\.type)
    }
    let parts = zip(elements, hints).map { check($0.value, expecting: $1) }
    let types = zip(elements, parts).map { TupleElement(label: $0.label, type: $1.type) }
    return TypedExpression(.tuple(parts), .tuple(types), range)
  }

  // MARK: - Small forms

  private func ternary(
    _ condition: Expression, _ a: Expression, _ b: Expression, _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    let test = check(condition, as: .bool, .condition)
    // What any value is good for says nothing of the branches: they have one type first.
    if case .existential? = expected.map(shallow), let common = attempt({ joined([a, b], nil) }) {
      return TypedExpression(.ternary(test, common.parts[0], common.parts[1]), common.type, range)
    }
    let (parts, type) = joined([a, b], expected)
    return TypedExpression(.ternary(test, parts[0], parts[1]), type, range)
  }

  /// Expressions that must have one type: the branches of `?:`, the elements of a literal.
  func joined(
    _ expressions: [Expression], _ expected: Type?,
    mismatch: (TypedExpression, Type) -> String = {
      "result values in '? :' expression have mismatching types '\($1)' and '\($0.type)'"
    }
  ) -> (parts: [TypedExpression], type: Type) {
    if let expected, !isOpen(expected) {
      return (expressions.map { check($0, as: expected, .branch) }, expected)
    }
    // What says nothing by itself comes last.
    let order = expressions.indices.sorted {
      isDependent(expressions[$0]) == false && isDependent(expressions[$1])
    }
    var type: Type?
    var parts: [TypedExpression] = expressions.map { wrong($0.range) }
    for index in order {
      if case .nilLiteral = expressions[index].kind {
        let known = type.map(shallow)
        let optional: Type =
          known.map { $0.isOptional ? $0 : .optional($0) } ?? .optional(.variable(TypeVariable()))
        type = optional
        parts[index] = TypedExpression(.none, optional, expressions[index].range)
        continue
      }
      let part = check(expressions[index], expecting: type ?? expected)
      parts[index] = part
      guard let current = type else {
        type = part.type
        continue
      }
      if canConvert(part.type, to: current) { _ = conversion(of: part, to: current); continue }
      if let wider = commonType(deep(current), deep(part.type)) {
        type = wider
      } else if !part.type.isError, !shallow(current).isError {
        report(
          mismatch(TypedExpression(part.kind, deep(part.type), part.range), deep(current)),
          at: part.range)
        return (parts, .error)
      }
    }
    let result = type ?? .variable(TypeVariable())
    return (parts.map { conversion(of: $0, to: result) ?? $0 }, result)
  }

  func isOpen(_ type: Type) -> Bool {
    if case .variable(let variable) = shallow(type) { return variable.literal == nil }
    return false
  }

  /// Whether an expression needs to be told its type.
  func isDependent(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .nilLiteral, .closure: true
    case .member(nil, _, _): true
    case .call(let function, _): isDependent(function)
    case .prefix(_, let operand): isDependent(operand)
    case .array(let elements): elements.isEmpty
    case .dictionary(let pairs): pairs.isEmpty
    case .binary(let name, let left, let right):
      // `f >>> { $0 + 1 } >>> g`
      isDeclared(name) && (isDependent(left) || isDependent(right))
    default: false
    }
  }

  /// Whether an operator is one that cells declare.
  private func isDeclared(_ name: OperatorUse) -> Bool {
    guard Operation.binary[name.text] == nil, case .functions? = lookUp(name.text) else {
      return false
    }
    return true
  }

  /// A type that two others convert to: one of them, an optional, a common superclass.
  func commonType(_ a: Type, _ b: Type) -> Type? {
    if canConvert(a, to: b) { return b }
    if canConvert(b, to: a) { return a }
    if let x = a.optionalWrapped, !b.isOptional { return commonType(x, b).map { .optional($0) } }
    if let y = b.optionalWrapped, !a.isOptional { return commonType(a, y).map { .optional($0) } }
    var next = compiler.superclass(of: a)
    while let current = next {
      if compiler.isSubclass(b, of: current) { return current }
      next = compiler.superclass(of: current)
    }
    return nil
  }
}

extension SourceText {
  /// The text of a range.
  package func text(in range: SourceRange) -> String {
    let utf8 = Array(text.utf8)
    let start = min(Int(range.start), utf8.count)
    let end = min(max(start, Int(range.end)), utf8.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
