internal import CellSyntax

extension BodyChecker {
  /// `if` where a value is expected.
  func conditionalValue(
    _ node: IfStatement, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    guard node.otherwise != nil else {
      return fail("'if' must have an unconditional 'else' when used as expression", at: range)
    }
    let type = expected ?? .variable(TypeVariable())
    let typed = eachWhole { conditional(node, value: type) }
    return TypedExpression(.conditional(typed), type, range)
  }

  /// `switch` where a value is expected.
  func choiceValue(
    _ node: SwitchStatement, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let type = expected ?? .variable(TypeVariable())
    return TypedExpression(.choice(eachWhole { choice(node, value: type) }), type, range)
  }

  /// The statements of a branch whose last one gives the value.
  func valueBlock(_ body: [Statement], _ type: Type) -> [TypedStatement] {
    guard body.count == 1, let only = body.first else {
      if let last = body.last, case .throwing = last.kind { return block(body) }
      if let last = body.last, case .returning = last.kind { return block(body) }
      if let last = body.last {
        report(
          "non-expression branch of 'if' expression may only end with a 'throw'", at: last.range)
      }
      return []
    }
    switch only.kind {
    case .conditional(let node):
      guard node.otherwise != nil else { return block(body) }
      let value = conditionalValue(node, only.range, type)
      return [TypedStatement(kind: .result(value), range: only.range)]
    case .choice(let node):
      return [TypedStatement(kind: .result(choiceValue(node, only.range, type)), range: only.range)]
    case .expression(let expression):
      scope.blocks.append([:])
      defer { scope.blocks.removeLast() }
      let value = check(expression, expecting: type)
      let actual = shallow(value.type)
      if actual.isNever { return [TypedStatement(kind: .expression(value), range: only.range)] }
      if case .variable(let variable) = shallow(type), variable.literal == nil {
        _ = unify(type, actual)
        return [TypedStatement(kind: .result(value), range: only.range)]
      }
      if shallow(type).isVoid, !actual.isVoid {
        return [TypedStatement(kind: .expression(value), range: only.range)]
      }
      guard let converted = conversion(of: value, to: type) else {
        report(
          "branches have mismatching types '\(final(actual))' and '\(final(type))'", at: value.range
        )
        return []
      }
      return [TypedStatement(kind: .result(converted), range: only.range)]
    default: return block(body)
    }
  }
}
