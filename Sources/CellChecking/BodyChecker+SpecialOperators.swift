internal import CellSyntax

extension BodyChecker {
  func coalesce(
    _ left: Expression, _ right: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let hint: Type? = core(expected).map { .optional($0) }
    let a = check(left, expecting: hint)
    let type = settled(a.type)
    if type.isError { return check(right, expecting: expected) }
    guard let wrapped = type.optionalWrapped else {
      // Not optional: Swift warns and never uses the right side.
      let b = check(right, as: type, .argument)
      let optional = TypedExpression(.wrap(a), .optional(type), a.range)
      return TypedExpression(.coalesce(optional, b), type, range)
    }
    let b = check(right, expecting: wrapped)
    // `[K: V?]()[key] ?? nil` is what the dictionary holds.
    if wrapped.isOptional, let converted = conversion(of: b, to: wrapped) {
      return TypedExpression(.coalesce(a, converted), wrapped, range)
    }
    if shallow(b.type).isOptional, let converted = conversion(of: b, to: type) {
      return TypedExpression(.coalesceOptional(a, converted), type, range)
    }
    if let converted = conversion(of: b, to: wrapped) {
      return TypedExpression(.coalesce(a, converted), wrapped, range)
    }
    // The default may be of a more general type.
    if let expected, let left = conversion(of: a, to: .optional(expected)),
      let right = conversion(of: b, to: expected)
    {
      return TypedExpression(.coalesce(left, right), expected, range)
    }
    if let left = conversion(of: a, to: .optional(b.type)) {
      return TypedExpression(.coalesce(left, b), b.type, range)
    }
    return convert(b, to: wrapped, .argument)
  }

  func identity(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let a = check(left)
    let b = check(right, expecting: isDependent(right) ? a.type : nil)
    let operation: Operation = name.text == "===" ? .identical : .notIdentical
    for operand in [a, b] {
      var type = settled(operand.type)
      if let wrapped = type.optionalWrapped { type = settled(wrapped) }
      let isReference =
        operand.isReference(type) || { if case .existential = type { true } else { false } }()
      if !isReference, !type.isError {
        return fail(
          "argument type '\(deep(operand.type))' expected to be an instance of a class or class-constrained type",
          at: operand.range)
      }
    }
    return TypedExpression(.operation(operation, [a, b]), .bool, range)
  }

  /// `x == nil`
  func nilTest(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression? {
    let subject: Expression
    if case .nilLiteral = right.kind {
      subject = left
    } else if case .nilLiteral = left.kind {
      subject = right
    } else {
      return nil
    }
    let value = check(subject)
    let type = settled(value.type)
    if type.isError { return TypedExpression(.error, .bool, range) }
    let optional =
      type.isOptional ? value : TypedExpression(.wrap(value), .optional(type), value.range)
    return TypedExpression(.isNil(optional, negated: name.text == "!="), .bool, range)
  }

  /// `a...b` and `a..<b`
  func range(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression {
    var hint: Type?
    if case .nominal(let nominal, let arguments)? = core(expected),
      nominal == Nominal.range || nominal == Nominal.closedRange
    {
      hint = arguments.first
    }
    let a = check(left, expecting: hint)
    let b = check(right, expecting: hint ?? (isDependent(right) ? a.type : nil))
    if shallow(a.type).isError || shallow(b.type).isError { return wrong(range) }
    guard unify(a.type, b.type) else {
      return fail(
        "binary operator '\(name.text)' cannot be applied to operands of type '\(final(a.type))' and '\(final(b.type))'",
        at: name.range)
    }
    let bound = shallow(a.type)
    guard compiler.conforms(bound, to: "Comparable") else {
      return fail(
        "referencing operator function '\(name.text)' on 'Comparable' requires that '\(deep(bound))' conform to 'Comparable'",
        at: name.range)
    }
    let nominal = name.text == "..." ? Nominal.closedRange : Nominal.range
    return TypedExpression(
      .range(a, b, isClosed: name.text == "..."), .nominal(nominal, [bound]), range)
  }

  func prefix(
    _ name: OperatorUse, _ operand: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    switch name.text {
    case "!":
      let value = check(operand, expecting: .bool)
      if !compiler.members("!", of: deep(value.type), isStatic: true).isEmpty,
        let result = userOperator(name, [value], range, expected)
      {
        return result
      }
      let truth = convert(value, to: .bool, .truth(negated: true))
      return TypedExpression(.operation(.not, [truth]), .bool, range)
    case "-", "+", "~":
      let value = check(operand, expecting: core(expected))
      let type = shallow(value.type)
      if type.isError { return wrong(range) }
      var isNumber = type.scalarKind == .integer || type.scalarKind == .floating
      if case .variable(let variable) = type {
        isNumber = variable.literal == .integer || variable.literal == .floating
      }
      if isNumber, name.text != "~" || type.scalarKind == .integer || type.scalarKind == nil {
        if name.text == "+" { return value }
        return TypedExpression(
          .operation(name.text == "-" ? .negate : .complement, [value]), type, range)
      }
      if let result = userOperator(name, [value], range, expected) { return result }
      return unary(name, value, range)
    case "...", "..<":
      let value = check(operand)
      let nominal = name.text == "..." ? "PartialRangeThrough" : "PartialRangeUpTo"
      return partialRange(nominal, value, range)
    default:
      let value = check(operand)
      if let result = userOperator(name, [value], range, expected) { return result }
      return unary(name, value, range)
    }
  }

  func postfix(
    _ name: OperatorUse, _ operand: Expression, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let value = check(operand)
    if name.text == "..." { return partialRange("PartialRangeFrom", value, range) }
    if let result = userOperator(name, [value], range, expected) { return result }
    if BodyChecker.infixOperators.contains(name.text) {
      return fail("'\(name.text)' is not a postfix unary operator", at: name.range)
    }
    return unary(name, value, range)
  }

  private static let infixOperators: Set = [
    "..<", "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "??", "=",
  ]

  private func partialRange(
    _ name: String, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    guard case .type(let type)? = lookUp(name), let nominal = type.nominal else {
      return wrong(range)
    }
    return TypedExpression(.structure([value]), .nominal(nominal, [value.type]), range)
  }

  /// Why what an operator answers cannot be changed; `nil` when an expression is something else.
  func immutableResult(_ place: Expression) -> String? {
    guard case .prefix(let name, _) = place.kind else { return nil }
    return "\(name.text == "+" ? "'+'" : "unary operator") returns immutable value"
  }

}
