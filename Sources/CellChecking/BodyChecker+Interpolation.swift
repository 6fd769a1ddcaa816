internal import CellSyntax

/// Texts with values in them that a type or an extension takes apart itself, by `appendInterpolation`.
extension BodyChecker {
  /// A literal of a type that makes itself from text and values; nil for other types.
  func ownInterpolation(
    _ segments: [StringSegment], as expected: Type?, _ range: SourceRange
  ) -> TypedExpression? {
    guard let type = core(expected), let nominal = type.nominal,
      nominal.context?.source.isLibrary == false,
      compiler.conforms(type, to: "ExpressibleByStringInterpolation")
    else { return nil }
    guard let parts = compiler.memberType("StringInterpolation", of: type) else {
      let text = check(Expression(.string(segments), range), as: .string, .argument)
      return make(type, [Argument(label: "stringLiteral", value: hidden(text))], range)
    }
    return gathered(parts, alternating(segments), range) { place in
      make(type, [Argument(label: "stringInterpolation", value: hidden(place))], range)
    }
  }

  /// The parts of a text with one, perhaps empty, before and after each value.
  private func alternating(_ segments: [StringSegment]) -> [StringSegment] {
    var result: [StringSegment] = []
    var needsText = true
    for segment in segments {
      if case .interpolation = segment {
        if needsText { result.append(.text("")) }
        needsText = true
      } else {
        needsText = false
      }
      result.append(segment)
    }
    return needsText ? result + [.text("")] : result
  }

  /// A value in a text by what an extension of `String.StringInterpolation` says; nil where none fits.
  func extendedInterpolation(
    _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression? {
    guard let type = compiler.memberType("StringInterpolation", of: .string),
      let nominal = type.nominal, compiler.environment.extensions[nominal]?.isEmpty == false
    else { return nil }
    let isPlain = arguments.count == 1 && arguments[0].label == nil
    if isPlain, !takesOwn(arguments, type, range) { return nil }
    return gathered(type, [.interpolation(arguments)], range) { place in
      member(Name(base: "_text", labels: nil, range: range), of: place, range)
    }
  }

  /// Whether a single value without label is taken by a function of the program's.
  private func takesOwn(_ arguments: [Argument], _ type: Type, _ range: SourceRange) -> Bool {
    let symbol = VariableSymbol(
      hiddenName("text"), type, isLet: false, range: range, owner: scope)
    return tentatively {
      let place = TypedExpression(.variable(symbol), type, range)
      let errors = compiler.errorCount
      let call = append(arguments, to: place, range)
      guard compiler.errorCount == errors, case .call(.function(let reference), _) = call.kind
      else { return false }
      return !reference.symbol.context.source.isLibrary
    }
  }

  private func append(
    _ arguments: [Argument], to place: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    callMember(
      Name(base: "appendInterpolation", labels: nil, range: range), of: place, arguments, range, nil
    )
  }

  private func make(
    _ type: Type, _ arguments: [Argument], _ range: SourceRange
  ) -> TypedExpression {
    resolveCall(initializers(of: type), arguments, range, "init", expected: nil, owner: type)
  }

  /// Makes what gathers the parts of a text, gives it all of them, and answers what becomes of it.
  private func gathered(
    _ type: Type, _ segments: [StringSegment], _ range: SourceRange,
    result: (TypedExpression) -> TypedExpression
  ) -> TypedExpression {
    func number(_ value: Int) -> Expression { Expression(.integer(UInt64(value)), range) }
    var capacity = 0
    var count = 0
    for segment in segments {
      switch segment {
      case .text(let text): capacity += text.utf8.count
      case .interpolation: count += 1
      }
    }
    let empty = make(
      type,
      [
        Argument(label: "literalCapacity", value: number(capacity)),
        Argument(label: "interpolationCount", value: number(count)),
      ], range)
    let symbol = VariableSymbol(
      hiddenName("text"), type, isLet: false, range: range, owner: scope)
    scope.declare(symbol.name, .variable(symbol))
    let place = TypedExpression(.variable(symbol), type, range)
    var statements = [TypedStatement(kind: .variable(symbol, empty), range: range)]
    for segment in segments {
      let call: TypedExpression
      switch segment {
      case .text(let text):
        let literal = Expression(.string([.text(text)]), range)
        call = callMember(
          Name(base: "appendLiteral", labels: nil, range: range), of: place,
          [Argument(label: nil, value: literal)], range, nil)
      case .interpolation(let arguments): call = append(arguments, to: place, range)
      }
      statements.append(TypedStatement(kind: .expression(call), range: range))
    }
    let value = result(place)
    return TypedExpression(.sequence(statements, value), value.type, range)
  }
}
