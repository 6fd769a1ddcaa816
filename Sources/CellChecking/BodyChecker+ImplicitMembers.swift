internal import CellSyntax

/// Members whose type is the one that is expected: `.name`, and chains that begin so.
extension BodyChecker {
  func implicitMember(
    _ name: Name, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if let inquiry = inquiry(at: name.base) {
      if let expected { note(inquiry, .implicit(deep(expected))) }
      return wrong(range)
    }
    guard let expected, let type = implicitBase(expected, name.base) else {
      return fail("cannot infer contextual base in reference to member '\(name.base)'", at: range)
    }
    return staticMember(name, [], of: type, range, expected)
  }

  /// `.shared.size`: a chain whose first member is one of the expected type, with that member checked;
  /// nil for other expressions.
  func chainFromImplicit(_ expression: Expression, _ expected: Type) -> Expression? {
    guard let start = expression.implicitStart, start !== expression else { return nil }
    let first = hidden(check(start, expecting: expected))
    return expression.replacing(start, by: first)
  }

  /// The type whose static member `.name` is: the expected one, or what it wraps.
  func implicitBase(_ expected: Type, _ name: String) -> Type? {
    var type = shallow(expected)
    if case .variable(let variable) = type, variable.literal == nil { return nil }
    while let wrapped = type.optionalWrapped {
      if name == "none" || name == "some" { return type }
      if !compiler.members(name, of: deep(type), isStatic: true).isEmpty, name != "init" {
        return type
      }
      type = settled(wrapped)
    }
    if case .function = type { return nil }
    return settled(type)
  }
}
