internal import CellSyntax

extension BodyChecker {
  /// `base.name`, or `.name` of the expected type.
  func member(
    _ base: Expression?, _ name: Name, _ arguments: [TypeNode], _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    guard let base else { return implicitMember(name, range, expected) }
    if case .name(let keyword, _) = base.kind, keyword.base == "super" {
      return superMember(name, range, expected)
    }
    if isModule(base) { return self.name(name, arguments, range, expected) }
    if let type = typeExpression(base) {
      let dynamic = dynamicSelf(base, type)
      if name.base == "self", let dynamic { return dynamic }
      let member = staticMember(name, arguments, of: type, range, expected)
      return dynamic.map { dispatched(member, by: $0) } ?? member
    }
    let value = check(base)
    if case .metatype(let type) = shallow(value.type), name.base != "self" {
      return metatypeMember(name, of: type, value, range, expected)
    }
    return member(name, of: value, range, expected)
  }

  /// A member of a checked value.
  func member(
    _ name: Name, of value: TypedExpression, _ range: SourceRange, _ expected: Type? = nil
  ) -> TypedExpression {
    let value = forcedIfImplicit(value, for: name.base)
    let type = settled(value.type)
    if type.isError { return wrong(range) }
    if let inquiry = inquiry(at: name.base) {
      note(inquiry, memberOf: type, isStatic: false)
      return wrong(range)
    }
    if name.base == "self" { return value }
    if case .tuple(let elements) = type {
      if let index = tupleIndex(name.base, elements) {
        return TypedExpression(.tupleElement(value, index), elements[index].type, range)
      }
      return fail(
        "value of tuple type '\(deep(type))' has no member '\(name.base)'", at: name.range)
    }
    let found = compiler.members(name.base, of: deep(type), isStatic: false)
    guard !found.isEmpty else {
      return dynamicMember(name, of: value, type, range, expected)
        ?? missingMember(name, type, value, range)
    }
    return memberValue(found, name, type, value, range, expected)
  }

  func tupleIndex(_ name: String, _ elements: [TupleElement]) -> Int? {
    if let index = Int(name), elements.indices.contains(index) { return index }
    return elements.firstIndex { $0.label == name }
  }

  func missingMember(
    _ name: Name, _ type: Type, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let type = deep(type)
    if let wrapped = type.optionalWrapped,
      !compiler.members(name.base, of: wrapped, isStatic: false).isEmpty
    {
      return fail(
        "value of optional type '\(type)' must be unwrapped to refer to member '\(name.base)' of wrapped base type '\(wrapped)'",
        at: value.range,
        notes: [
          (
            "chain the optional using '?' to access member '\(name.base)' only for non-'nil' base values",
            value.range
          ),
          (
            "force-unwrap using '!' to abort execution if the optional value contains 'nil'",
            value.range
          ),
        ])
    }
    if case .variable = type {
      return fail(
        "cannot infer the type of this expression; add a type annotation", at: value.range)
    }
    if !compiler.members(name.base, of: type, isStatic: true).isEmpty {
      let what =
        compiler.members(name.base, of: type, isStatic: true).contains {
          if case .enumCase = $0.member { true } else { false }
        } ? "enum case" : "static member"
      return fail(
        "\(what) '\(name.base)' cannot be \(what == "enum case" ? "accessed as an instance member" : "used on instance of type '\(type)'")",
        at: what == "enum case" ? name.range : value.range)
    }
    if name.base.hasPrefix("withUnsafe") {
      return fail("'\(name.base)' is not part of the cell language", at: name.range)
    }
    let known = compiler.memberNames(of: type, isStatic: false)
    return fail(
      "value of type '\(type)' has no member '\(name.base)'\(compiler.suggestion(for: name.base, among: known))",
      at: name.range)
  }

  /// A member that is read: a property, or a method as a function.
  func memberValue(
    _ found: [FoundMember], _ name: Name, _ owner: Type, _ receiver: TypedExpression?,
    _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let fitting = found.filter { isApplicable($0, owner) }
    for member in fitting {
      if case .property(let symbol) = member.member {
        if isHidden(symbol.declaration.modifiers, symbol.owner) {
          return hidden(name)
        }
        return property(symbol, member, receiver, owner, range)
      }
    }
    let candidates = candidates(from: found, owner: owner, receiver: receiver)
    if let only = candidates.first, case .enumCase(let symbol) = only.target {
      return enumCaseValue(symbol, owner, range, expected)
    }
    guard !candidates.isEmpty else {
      return fail("'\(name.base)' cannot be used as a value", at: range)
    }
    return functionValue(candidates, name, range, expected)
  }

  /// Whether a private member is asked for from outside of its type.
  func isHidden(_ modifiers: Modifiers, _ owner: Nominal?) -> Bool {
    guard modifiers.contains(.isPrivate), let owner else { return false }
    var context: LexicalContext? = scope.types.context
    while let current = context {
      if case .type(let nominal, _) = current.kind, nominal == owner { return false }
      context = current.parent
    }
    return true
  }

  /// Refuses a private member.
  func hidden(_ name: Name) -> TypedExpression {
    fail("'\(name.base)' is inaccessible due to 'private' protection level", at: name.range)
  }

  /// Whether the conditions of the extension that a member stands in hold.
  private func isApplicable(_ found: FoundMember, _ owner: Type) -> Bool {
    let symbol: FunctionSymbol?
    switch found.member {
    case .property(let property): symbol = property.getter
    default: symbol = nil
    }
    guard let symbol else { return true }
    let signature = compiler.signature(of: symbol)
    return signature.requirements.allSatisfy { compiler.isSatisfied($0, found.substitution) }
  }

  // MARK: - Static members

  func staticMember(
    _ name: Name, _ arguments: [TypeNode], of type: Type, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if type.isError { return wrong(range) }
    if let inquiry = inquiry(at: name.base) {
      note(inquiry, memberOf: type, isStatic: true)
      return wrong(range)
    }
    if name.base == "self" {
      let type = openArguments(type)
      return TypedExpression(.metatype(type), .metatype(type), range)
    }
    if name.base == "init" {
      return functionValue(initializers(of: openArguments(type)), name, range, expected)
    }
    var opened = openArguments(type)
    if let expected, type.hasVariables || !type.arguments.isEmpty, opened.hasVariables {
      // `Optional.none`, `Stack.empty`: what is expected says the arguments.
      let hint = expected
      _ = attemptUnify(opened, hint)
      opened = deep(opened)
    }
    let found = compiler.members(name.base, of: opened, isStatic: true)
    if found.isEmpty, let result = unboundMethod(name, of: opened, range) { return result }
    guard !found.isEmpty else { return missingStaticMember(name, opened, range) }
    return memberValue(found, name, opened, nil, range, expected)
  }

  func missingStaticMember(
    _ name: Name, _ type: Type, _ range: SourceRange
  ) -> TypedExpression {
    let type = deep(type)
    if !compiler.members(name.base, of: type, isStatic: false).isEmpty {
      return fail(
        "instance member '\(name.base)' cannot be used on type '\(type)'; did you mean to use a value of this type instead?",
        at: range)
    }
    let known = compiler.memberNames(of: type, isStatic: true)
    return fail(
      "type '\(type)' has no member '\(name.base)'\(compiler.suggestion(for: name.base, among: known))",
      at: name.range)
  }

  /// The type with variables for generic arguments that are not written.
  func openArguments(_ type: Type) -> Type {
    guard case .nominal(let nominal, let arguments) = type,
      arguments.count != nominal.parameters.count
    else { return type }
    return .nominal(nominal, nominal.parameters.map { _ in .variable(TypeVariable()) })
  }

  /// Makes two types the same if that works, and changes nothing if not.
  func attemptUnify(_ a: Type, _ b: Type) -> Bool {
    let start = trail.count
    let before = deferred
    if unify(a, b) { return true }
    undo(to: start)
    deferred = before
    return false
  }

  /// A member of a value that is a type.
  private func metatypeMember(
    _ name: Name, of type: Type, _ value: TypedExpression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    dispatched(staticMember(name, [], of: deep(type), range, expected), by: value)
  }
}
