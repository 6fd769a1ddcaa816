internal import CellSyntax

private typealias PatternElement = (label: String?, pattern: Pattern)

/// `.circle(let radius)`, `Shape.square`: a pattern with the name of a case.
private struct NamedCase {
  var base: Expression?
  let name: String
  let elements: [PatternElement]?
  let range: SourceRange

  var withoutBase: NamedCase { NamedCase(name: name, elements: elements, range: range) }

  /// The same as a value to compare with.
  var asValue: Expression { Expression.member(name, of: base, at: range) }
}

extension BodyChecker {
  /// Checks a pattern against the type of the value it is laid over; what it binds is declared.
  func pattern(_ node: Pattern, _ type: Type) -> TypedPattern {
    let type = shallow(type)
    switch node.kind {
    case .wildcard: return .wildcard
    case .binding(let name, let isVariable):
      if name == "_" { return .wildcard }
      let symbol = declareVariable(name, type, isLet: !isVariable, node.range)
      return .binding(symbol)
    case .typed(let inner, let annotation):
      let wanted = resolve(annotation)
      if !unify(wanted, type) {
        report(
          "cannot convert value of type '\(final(type))' to specified type '\(final(wanted))'",
          at: node.range)
      }
      return pattern(inner, wanted)
    case .tuple(let elements): return tuplePattern(elements, type, node.range)
    case .enumCase(let base, let name, let elements):
      let node = NamedCase(base: base, name: name, elements: elements, range: node.range)
      return casePattern(node, type)
    case .optional(let inner):
      guard let wrapped = settled(type).optionalWrapped else {
        if !type.isError {
          report(
            "'?' pattern cannot match values of type '\(final(type))'", at: node.range)
        }
        return .error
      }
      return .some(pattern(inner, wrapped), wrapped)
    case .isType(let annotation): return .isType(resolve(annotation), nil)
    case .cast(let inner, let annotation):
      let wanted = resolve(annotation)
      return .isType(wanted, pattern(inner, wanted))
    case .expression(let expression): return expressionPattern(expression, type, node.range)
    case .error: return .error
    }
  }

  /// Declares a variable where patterns bind: in the cell at its top level, else in the block.
  func declareVariable(
    _ name: String, _ type: Type, isLet: Bool, _ range: SourceRange
  ) -> VariableSymbol {
    if isCellLevel, isBindingCellVariables, let symbol = cellVariable(name, range) {
      symbol.type = type
      symbol.isDeclared = true
      return symbol
    }
    let symbol = VariableSymbol(name, type, isLet: isLet, range: range, owner: scope)
    if name == "self" { scope.selfSymbol = symbol }
    if case .variable(let other)? = scope.blocks.last?[name], other.name == name, !isCellLevel,
      isDeclaringStatement
    {
      compiler.report(
        "invalid redeclaration of '\(name)'", at: range, in: source,
        notes: [("'\(name)' previously declared here", other.range)])
    }
    scope.declare(name, .variable(symbol))
    return symbol
  }

  private func tuplePattern(
    _ elements: [PatternElement], _ type: Type, _ range: SourceRange
  ) -> TypedPattern {
    if case .variable(let variable) = type, variable.literal == nil {
      let types = elements.map { _ in Type.variable(TypeVariable()) }
      bind(variable, to: .tuple(types.map { TupleElement(label: nil, type: $0) }))
      return .tuple(zip(elements, types).map { pattern($0.pattern, $1) })
    }
    guard case .tuple(let types) = type, types.count == elements.count else {
      if !type.isError {
        if case .tuple = type {
          report(
            "tuple pattern has the wrong length for tuple type '\(final(type))'", at: range)
        } else {
          report(
            "tuple pattern cannot match values of the non-tuple type '\(final(type))'", at: range)
        }
      }
      return unmatched(elements)
    }
    return .tuple(zip(elements, types).map { pattern($0.pattern, $1.type) })
  }

  private func casePattern(_ node: NamedCase, _ type: Type) -> TypedPattern {
    let subject = settled(type)
    if subject.isError { return unmatched(node.elements) }
    var written: Type?
    if let base = node.base {
      // `object.property` as a value to compare with.
      guard let named = typeExpression(base) else {
        return expressionPattern(node.asValue, type, node.range)
      }
      written = openArguments(named)
    }
    if let inquiry = inquiry(at: node.name) {
      note(inquiry, .pattern(deep(written ?? subject)))
      return .error
    }
    if let wrapped = subject.optionalWrapped {
      return optionalCase(node, wrapped, written)
    }
    if let written, !unify(written, subject) {
      // `catch BankError.insufficient`: a case of a type that the value may have.
      if case .existential = subject {
        return .isType(deep(written), casePattern(node.withoutBase, written))
      }
      report(
        "enum case '\(node.name)' is not a member of type '\(final(subject))'", at: node.range)
      return .error
    }
    return enumerationCase(node, deep(subject))
  }

  /// `.some` and `.none` of an optional, any other case of what it wraps.
  private func optionalCase(
    _ node: NamedCase, _ wrapped: Type, _ written: Type?
  ) -> TypedPattern {
    if written == nil || written?.isOptional == true {
      if node.name == "none", node.elements == nil { return .none }
      if node.name == "some" {
        let payload = payloadPattern(node.elements, [wrapped], node.range)
        return .some(payload.first ?? .wildcard, wrapped)
      }
    }
    return .some(casePattern(node, wrapped), wrapped)
  }

  private func enumerationCase(_ node: NamedCase, _ subject: Type) -> TypedPattern {
    guard let nominal = subject.nominal,
      let symbol = compiler.memberTable(of: nominal).cases.first(where: { $0.name == node.name })
    else {
      if node.elements == nil, !compiler.members(node.name, of: subject, isStatic: true).isEmpty {
        return expressionPattern(node.asValue, subject, node.range)
      }
      return unknownCase(node, of: subject)
    }
    let substitution = compiler.substitution(for: subject)
    let types = compiler.payload(of: symbol).map { compiler.substitute($0.type, substitution) }
    return .enumCase(
      symbol.index, payloadPattern(node.elements, types, node.range), payloadTypes: types)
  }

  private func unknownCase(_ node: NamedCase, of type: Type) -> TypedPattern {
    let known = type.nominal.map { compiler.memberTable(of: $0).cases.map(\.name) } ?? []
    let suggestion = compiler.suggestion(for: node.name, among: known)
    report("type '\(type)' has no member '\(node.name)'\(suggestion)", at: node.range)
    return unmatched(node.elements)
  }

  /// Declares what patterns bind that fit nothing, so that its uses are no mistakes of their own.
  private func unmatched(_ elements: [PatternElement]?) -> TypedPattern {
    for element in elements ?? [] { _ = pattern(element.pattern, .error) }
    return .error
  }

  private func payloadPattern(
    _ elements: [PatternElement]?, _ types: [Type], _ range: SourceRange
  ) -> [TypedPattern] {
    guard let elements else { return [] }
    if elements.count == types.count {
      return zip(elements, types).map { pattern($0.pattern, $1) }
    }
    // One pattern for the whole payload as a tuple.
    if elements.count == 1, types.count > 1 {
      if case .tuple(let parts) = elements[0].pattern.kind, parts.count == types.count {
        return zip(parts, types).map { pattern($0.pattern, $1) }
      }
      if case .wildcard = elements[0].pattern.kind { return types.map { _ in .wildcard } }
    }
    let place = source.range(of: "(", between: range.start, and: range.end)
    if types.count == 1 {
      report(
        "tuple pattern cannot match values of the non-tuple type '\(final(types[0]))'", at: place)
    } else {
      let whole = Type.tuple(types.map { TupleElement(label: nil, type: final($0)) })
      report("tuple pattern has the wrong length for tuple type '\(whole)'", at: place)
    }
    _ = unmatched(elements)
    return []
  }

  /// A value in a pattern: `~=`, which is `==` for most types and containment for ranges.
  private func expressionPattern(
    _ expression: Expression, _ type: Type, _ range: SourceRange
  ) -> TypedPattern {
    if case .nilLiteral = expression.kind { return settled(type).isOptional ? .none : .error }
    if case .boolean(let value) = expression.kind, settled(type) == .bool {
      return .boolean(value)
    }
    let symbol = VariableSymbol(
      hiddenName("subject"), type, isLet: true, range: range, owner: scope)
    let subject = TypedExpression(.variable(symbol), type, range)
    if case .tuple(let parts) = expression.kind, case .tuple(let types) = type,
      parts.count == types.count
    {
      return .tuple(
        zip(parts, types).map { expressionPattern($0.value, $1.type, $0.value.range) })
    }
    if let test = ownMatchTest(expression, subject, range) { return .test(symbol, test) }
    let value = whole(expression, .pattern(type)) { check(expression, expecting: type) }
    if shallow(value.type).isError { return .error }
    return .test(symbol, matchTest(value, subject, expression, range))
  }

  /// The `~=` that a cell or the subject's type declares, where it takes what is written.
  private func ownMatchTest(
    _ expression: Expression, _ subject: TypedExpression, _ range: SourceRange
  ) -> TypedExpression? {
    let candidates = operatorCandidates("~=", of: [subject.type], operands: 2).filter {
      if case .function(let symbol) = $0.target { !symbol.context.source.isLibrary } else { false }
    }
    guard !candidates.isEmpty else { return nil }
    let arguments = [expression, hidden(subject)].map { Argument(label: nil, value: $0) }
    return attempt { resolveCall(candidates, arguments, range, "~=", expected: .bool, at: range) }
  }

  private func matchTest(
    _ value: TypedExpression, _ subject: TypedExpression, _ expression: Expression,
    _ range: SourceRange
  ) -> TypedExpression {
    let name = OperatorUse(text: "~=", range: range)
    let type = deep(value.type)
    if let name = type.nominal?.name, name.hasSuffix("Range") || name.hasPrefix("PartialRange") {
      if case .nominal(_, let bounds) = type, let bound = bounds.first {
        _ = attemptUnify(bound, subject.type)
      }
      let argument = Argument(label: nil, value: hidden(subject))
      let contains = Name(base: "contains", labels: nil, range: range)
      return callMember(contains, of: value, [argument], range, .bool)
    }
    if let result = userOperator(name, [value, subject], range, .bool) { return result }
    let equality = OperatorUse(text: "==", range: range)
    if let result = attempt({ apply(equality, value, subject, range, .bool) }) { return result }
    return fail(
      "expression pattern of type '\(final(value.type))' cannot match values of type '\(final(subject.type))'",
      at: range)
  }
}
