internal import CellSyntax

/// `super`
extension BodyChecker {
  /// `super.name`
  func superMember(
    _ name: Name, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if let type = staticSuperclass { return staticMember(name, [], of: type, range, expected) }
    guard let (value, type) = superValue(range) else {
      return fail("'super' members cannot be referenced in a root class", at: range)
    }
    if let inquiry = inquiry(at: name.base) {
      note(inquiry, memberOf: type, isStatic: false)
      return wrong(range)
    }
    let found = compiler.members(name.base, of: type, isStatic: false)
    guard !found.isEmpty else { return missingMember(name, type, value, range) }
    for member in found {
      if case .property(let symbol) = member.member {
        return property(symbol, member, value, type, range, isSuper: true)
      }
    }
    return functionValue(
      candidates(from: found, owner: type, receiver: value, isSuper: true), name, range, expected)
  }

  /// The class above, in a static member of a class.
  var staticSuperclass: Type? {
    guard scope.outermost.isStaticContext, selfScope?.selfSymbol == nil,
      let nominal = scope.types.context.nominal, nominal.kind == .class
    else { return nil }
    return compiler.superclass(of: compiler.selfType(of: nominal, scope.types.substitution))
  }

  /// `self` as its superclass.
  func superValue(_ range: SourceRange) -> (TypedExpression, Type)? {
    let value = selfValue(range)
    guard let type = compiler.superclass(of: shallow(value.type)) else { return nil }
    return (TypedExpression(.reinterpret(value), type, range), type)
  }
}
