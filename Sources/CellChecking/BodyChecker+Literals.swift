internal import CellSyntax

/// Literals of numbers, texts and `nil`.
extension BodyChecker {
  func integer(
    _ value: UInt64?, isNegative: Bool, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    guard let value else {
      let text = source.text(in: range)
      return fail("integer literal '\(text)' overflows when stored into 'Int'", at: range)
    }
    let kind = TypedExpression.Kind.integer(value, isNegative: isNegative)
    if let type = core(expected), isExpressible(type, by: .integer) {
      if type.integerWidth?.isInt != true { cost += 1 }
      return TypedExpression(kind, type, range)
    }
    return TypedExpression(kind, .variable(TypeVariable(literal: .integer)), range)
  }

  /// `true` or `nil` where a type of the program is expected that can be made from it.
  func ownLiteral(
    _ kind: String, _ expression: Expression, _ expected: Type?
  ) -> TypedExpression? {
    guard let wanted = expected.map(shallow), wanted.nominal?.declaration != nil,
      compiler.conforms(wanted, to: "ExpressibleBy\(kind)Literal"),
      let found = literalInit("\(kind.lowercased())Literal", wanted)
    else { return nil }
    // Another node: what was decided of the literal is not what its initialiser takes.
    let value = Expression(kind == "Nil" ? .tuple([]) : expression.kind, expression.range)
    let argument = Argument(label: "\(kind.lowercased())Literal", value: value)
    return resolveCall([found], [argument], expression.range, "init", expected: wanted)
  }

  func floating(
    _ value: Double, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if let type = core(expected), isExpressible(type, by: .floating) {
      return TypedExpression(.floating(value), type, range)
    }
    return TypedExpression(.floating(value), .variable(TypeVariable(literal: .floating)), range)
  }

  func nilLiteral(_ range: SourceRange, _ expected: Type?) -> TypedExpression {
    if let type = expected.map(shallow), type.isOptional {
      return TypedExpression(.none, type, range)
    }
    if let type = expected.map(shallow), case .variable(let variable) = type,
      variable.literal == nil
    {
      let optional = Type.optional(.variable(TypeVariable()))
      return TypedExpression(.none, optional, range)
    }
    // What is wrong with the type has been said.
    if let expected, shallow(expected).isError, compiler.totalErrorCount > 0 { return wrong(range) }
    return fail("'nil' requires a contextual type", at: range)
  }

  func string(
    _ segments: [StringSegment], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    let isInterpolated = segments.contains { if case .interpolation = $0 { true } else { false } }
    if isInterpolated,
      let own = eachWhole({ ownInterpolation(segments, as: expected, range) })
    {
      return own
    }
    var parts: [TypedExpression] = []
    for segment in segments {
      switch segment {
      case .text(let text): parts.append(TypedExpression(.string(text), .string, range))
      case .interpolation(let arguments):
        parts.append(eachWhole { interpolation(arguments, range) })
      }
    }
    if isInterpolated { return TypedExpression(.interpolation(parts), .string, range) }
    var text = ""
    if case .text(let only)? = segments.first, segments.count == 1 {
      text = only
    } else {
      for case .text(let part) in segments { text += part }
    }
    let literal = TypeVariable.Literal.string
    let kind = text.count == 1 ? TypeVariable.Literal.character : literal
    if let type = core(expected), isExpressible(type, by: kind) {
      return TypedExpression(.string(text), type, range)
    }
    return TypedExpression(.string(text), .variable(TypeVariable(literal: kind)), range)
  }

  func interpolation(
    _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression {
    guard let first = arguments.first else { return fail("expected expression", at: range) }
    if let extended = extendedInterpolation(arguments, range) { return extended }
    if arguments.count == 2, arguments[1].label == "default", first.label == nil {
      return check(defaulted(first.value, arguments[1].value), expecting: .string)
    }
    if arguments.count > 1 || first.label != nil {
      report("string interpolation takes one value", at: first.value.range)
    }
    return check(first.value)
  }

  /// `\(value, default: text)` as `value.map { "\($0)" } ?? text`.
  func defaulted(_ value: Expression, _ text: Expression) -> Expression {
    let range = value.range
    func named(_ name: String) -> Expression {
      Expression.named(name, at: range)
    }
    let shown = Expression(
      .string([.interpolation([Argument(label: nil, value: named("$0"))])]), range)
    let closure = ClosureExpression(
      captures: [], parameters: nil, shorthandCount: 1, result: nil, isThrowing: false,
      body: [Statement(.expression(shown), range)])
    let map = Expression.member("map", of: value, at: range)
    let call = Expression(
      .call(map, [Argument(label: nil, value: Expression(.closure(closure), range))]), range)
    return Expression(.binary(OperatorUse(text: "??", range: range), call, text), range)
  }

  func magic(_ name: String, _ range: SourceRange) -> TypedExpression {
    let place = source.place(of: range)
    switch name {
    case "line":
      return TypedExpression(.integer(UInt64(place.line), isNegative: false), .int, range)
    case "column":
      return TypedExpression(.integer(UInt64(place.column), isNegative: false), .int, range)
    case "function": return TypedExpression(.string(scope.outermost.function.name), .string, range)
    default: return TypedExpression(.string(place.source), .string, range)
    }
  }
}
