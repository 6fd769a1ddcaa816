internal import CellSyntax

/// What is told of operators whose operands do not fit.
extension BodyChecker {
  func reportOperands(
    _ name: OperatorUse, _ a: TypedExpression, _ b: TypedExpression, _ range: SourceRange
  ) -> TypedExpression {
    let x = final(a.type)
    let y = final(b.type)
    let isComparison = Operation.binary[name.text]?.isComparison ?? false
    for (value, type) in [(a, x), (b, y)] {
      guard let wrapped = type.optionalWrapped else { continue }
      report(
        "value of optional type '\(type)' must be unwrapped to a value of type '\(wrapped)'",
        at: value.range,
        notes: [
          (
            "coalesce using '??' to provide a default when the optional value contains 'nil'",
            value.range
          ),
          (
            "force-unwrap using '!' to abort execution if the optional value contains 'nil'",
            value.range
          ),
        ])
      return TypedExpression(.error, isComparison ? .bool : .error, range)
    }
    if x == y {
      let isEquality = name.text == "==" || name.text == "!="
      if isEquality, x.nominal != nil {
        report(
          "referencing operator function '\(name.text)' on 'Equatable' requires that '\(x)' conform to 'Equatable'",
          at: name.range)
      } else {
        report(wrongOperands(name, x, y), at: name.range)
      }
    } else {
      var notes: [(message: String, range: SourceRange)] = []
      if x.scalarKind == .integer, y.scalarKind == .floating {
        notes.append(("'\(y)(\(source.text(in: a.range)))' converts it", a.range))
      } else if y.scalarKind == .integer, x.scalarKind == .floating {
        notes.append(("'\(x)(\(source.text(in: b.range)))' converts it", b.range))
      } else if x.nominal === Nominal.string, name.text == "+" {
        notes.append(
          ("write \"\\(\(source.text(in: b.range)))\" to put it into a string", b.range))
      }
      report(wrongOperands(name, x, y), at: name.range, notes: notes)
    }
    return TypedExpression(.error, isComparison ? .bool : .error, range)
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
    if let wrapped = type.optionalWrapped {
      return fail(
        "value of optional type '\(type)' must be unwrapped to a value of type '\(wrapped)'",
        at: value.range)
    }
    return fail(
      "unary operator '\(name.text)' cannot be applied to an operand of type '\(type)'",
      at: name.range)
  }

  func reportCompound(
    _ name: OperatorUse, _ place: TypedExpression, _ value: TypedExpression
  ) -> TypedExpression {
    let x = final(place.type)
    let y = final(value.type)
    if x.isOptional, let wrapped = x.optionalWrapped {
      return fail(
        "value of optional type '\(x)' must be unwrapped to a value of type '\(wrapped)'",
        at: place.range)
    }
    return fail(wrongOperands(name, x, y), at: name.range)
  }

  private func wrongOperands(_ name: OperatorUse, _ left: Type, _ right: Type) -> String {
    let operands =
      left == right ? "two '\(left)' operands" : "operands of type '\(left)' and '\(right)'"
    return "binary operator '\(name.text)' cannot be applied to \(operands)"
  }
}
