internal import CellSyntax

/// `place op= value`
extension BodyChecker {
  /// `place op= value`
  func compound(
    _ name: OperatorUse, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    if let reason = immutableResult(left) {
      _ = check(right)
      return fail(
        "left side of mutating operator isn't mutable: \(reason)", at: name.range)
    }
    let place = forcedIfImplicit(check(left))
    if case .chain(let inner, let wraps) = place.kind, wraps {
      // `a?.b += c` changes what the chain leads to, if it leads anywhere.
      let change = compound(name, inner, right, range)
      return TypedExpression(.chain(change, wraps: true), .optional(.void), range)
    }
    return compound(name, place, right, range)
  }

  func compound(
    _ name: OperatorUse, _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let base = String(name.text.dropLast())
    let type = settled(place.type)
    if type.isError {
      _ = check(right)
      return TypedExpression(.error, .void, range)
    }
    // A type's own `+=` comes first.
    if !isStandard(type) || Operation.binary[base] == nil,
      let result = ownCompound(name, place, right, range)
    {
      return result
    }
    requireMutable(place, verb: .mutatingOperand, at: name.range)
    if type.arrayElement != nil, base == "+" {
      return appendContents(place, right, range)
    }
    let isShift = ["<<", ">>", "&<<", "&>>"].contains(base)
    let value = check(right, expecting: isShift ? nil : type)
    if shallow(value.type).isError { return TypedExpression(.error, .void, range) }
    if let operation = Operation.binary[base], isChanged(type, by: operation) {
      if isShift { return compound(operation, place, value, range) }
      let isText = type.nominal === Nominal.string
      if let converted = conversion(of: value, to: type) {
        return compound(isText ? .concatenate : operation, place, converted, range)
      }
      if isText, let result = attempt({ appendContents(of: value, to: place, range) }) {
        return result
      }
    }
    return reportCompound(name, place, value)
  }

  /// Whether the language has an operation for a number or a text that is changed in place.
  private func isChanged(_ type: Type, by operation: Operation) -> Bool {
    guard !operation.isComparison else { return false }
    return switch type.scalarKind {
    case .integer: true
    case .floating: !operation.isForIntegersOnly
    default: type.nominal === Nominal.string && operation == .add
    }
  }

  func isStandard(_ type: Type) -> Bool {
    type.scalarKind != nil || type.nominal === Nominal.string || type.arrayElement != nil
  }

  func ownCompound(
    _ name: OperatorUse, _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression? {
    let candidates = operatorCandidates(name.text, of: [place.type], operands: 2)
    guard !candidates.isEmpty else { return nil }
    let arguments = [
      Argument(label: nil, value: Expression(.inoutArgument(hidden(place)), place.range)),
      Argument(label: nil, value: right),
    ]
    return attempt {
      resolveCall(candidates, arguments, range, name.text, expected: nil, at: name.range)
    }
  }

  /// `array += sequence`
  func appendContents(
    _ place: TypedExpression, _ right: Expression, _ range: SourceRange
  ) -> TypedExpression {
    let type = deep(place.type)
    let value = check(right, expecting: type)
    if let same = conversion(of: value, to: type) {
      return compound(.concatenate, place, same, range)
    }
    return appendContents(of: value, to: place, range)
  }

  func appendContents(
    of value: TypedExpression, to place: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let name = Name(base: "append", labels: nil, range: range)
    let argument = Argument(label: "contentsOf", value: hidden(value))
    return callMember(name, of: place, [argument], range, nil)
  }

  /// `place op= value` as one operation; notes what a loop adds to.
  func compound(
    _ operation: Operation, _ place: TypedExpression, _ value: TypedExpression,
    _ range: SourceRange
  ) -> TypedExpression {
    if operation == .concatenate, case .variable(let symbol) = place.kind,
      scope.targets.contains(where: \.isLoop)
    {
      symbol.growsInLoop = true
    }
    return TypedExpression(.compound(operation, place, value), .void, range)
  }
}
