internal import CellSyntax

/// What is told of operators whose operands do not fit.
extension BodyChecker {
  func reportOperands(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let x = final(a.type)
    let y = final(b.type)
    let mistake =
      failIfOptional(a, x, withAdvice: true) ?? failIfOptional(b, y, withAdvice: true)
    if mistake == nil {
      let isEquality = name.text == "==" || name.text == "!="
      let message =
        isEquality && x == y && x.nominal != nil
        ? "referencing operator function '\(name.text)' on 'Equatable' requires that '\(x)' conform to 'Equatable'"
        : wrongOperands(name, x, y)
      report(message, at: name.range, notes: conversionNotes(name, (a, x), (b, y)))
    }
    let isComparison = Operation.binary[name.text]?.isComparison ?? false
    return TypedExpression(.error, isComparison ? .bool : .error, range)
  }

  /// How one of two operands of different types becomes something that fits the other.
  private func conversionNotes(
    _ name: OperatorUse, _ left: (value: TypedExpression, type: Type),
    _ right: (value: TypedExpression, type: Type)
  ) -> [(message: String, range: SourceRange)] {
    guard left.type != right.type else { return [] }
    func text(_ operand: TypedExpression) -> String { source.text(in: operand.range) }
    switch (left.type.scalarKind, right.type.scalarKind) {
    case (.integer, .floating):
      return [("'\(right.type)(\(text(left.value)))' converts it", left.value.range)]
    case (.floating, .integer):
      return [("'\(left.type)(\(text(right.value)))' converts it", right.value.range)]
    default:
      guard left.type.nominal === Nominal.string, name.text == "+" else { return [] }
      let message = "write \"\\(\(text(right.value)))\" to put it into a string"
      return [(message, right.value.range)]
    }
  }

  func unary(
    _ name: OperatorUse, _ value: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let type = final(value.type)
    if !["-", "+", "~", "!"].contains(name.text), lookUp(name.text) == nil,
      compiler.members(name.text, of: type, isStatic: true).isEmpty
    {
      let better =
        ["++": "; did you mean '+= 1'?", "--": "; did you mean '-= 1'?"][name.text] ?? ""
      return fail("cannot find operator '\(name.text)' in scope\(better)", at: name.range)
    }
    if let mistake = failIfOptional(value, type) { return mistake }
    return fail(
      "unary operator '\(name.text)' cannot be applied to an operand of type '\(type)'",
      at: name.range)
  }

  func reportCompound(
    _ name: OperatorUse, _ place: TypedExpression, _ value: TypedExpression
  ) -> TypedExpression {
    let x = final(place.type)
    let y = final(value.type)
    return failIfOptional(place, x) ?? fail(wrongOperands(name, x, y), at: name.range)
  }

  private func wrongOperands(_ name: OperatorUse, _ left: Type, _ right: Type) -> String {
    let operands =
      left == right ? "two '\(left)' operands" : "operands of type '\(left)' and '\(right)'"
    return "binary operator '\(name.text)' cannot be applied to \(operands)"
  }
}
