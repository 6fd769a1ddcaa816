internal import CellSyntax

/// Operators as functions: `reduce(0, +)`.
extension BodyChecker {
  /// An operator as a function: `reduce(0, +)`.
  func operatorFunction(
    _ name: OperatorUse, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    guard case .function(let wanted)? = core(expected) else {
      return fail("cannot infer the type of operator '\(name.text)' used as a function", at: range)
    }
    if wanted.parameters.count == 1, case .tuple(let elements) = shallow(wanted.parameters[0].type),
      elements.count == 2
    {
      return spreadOperator(name, elements, wanted, range)
    }
    let count = wanted.parameters.count
    let parameters = (0..<count).map {
      ClosureExpression.Parameter(name: "$\($0)", type: nil, isInout: false, range: range)
    }
    let types = wanted.parameters.map(\.type)
    if count == 2, wanted.parameters[0].isInout, name.text.isAssigningOperator {
      let place = ClosureExpression.Parameter(name: "$0", type: nil, isInout: true, range: range)
      return synthesizedClosure([place, parameters[1]], types, result: .void, range) { values in
        self.compound(name, values[0], self.hidden(values[1]), range)
      }
    }
    return synthesizedClosure(parameters, types, result: wanted.result, range) { values in
      let result: TypedExpression
      if count == 2 {
        self.likenOperands(values[0].type, values[1].type)
        result = self.apply(name, values[0], values[1], range, wanted.result)
      } else if count == 1 {
        let operand = self.hidden(values[0])
        result = self.prefix(name, operand, range, wanted.result)
      } else {
        return self.fail("operator '\(name.text)' does not take \(count) operands", at: range)
      }
      return self.convert(result, to: wanted.result, .closureResult)
    }
  }

  /// An operator where a function of one pair is expected: `zip(a, b).map(+)`.
  func spreadOperator(
    _ name: OperatorUse, _ elements: [TupleElement], _ wanted: FunctionType, _ range: SourceRange
  ) -> TypedExpression {
    let parameter = ClosureExpression.Parameter(name: "$0", type: nil, isInout: false, range: range)
    return synthesizedClosure(
      [parameter], [wanted.parameters[0].type], result: wanted.result, range
    ) { values in
      let parts = elements.indices.map {
        TypedExpression(.tupleElement(values[0], $0), elements[$0].type, range)
      }
      let result = self.apply(name, parts[0], parts[1], range, wanted.result)
      if case .variable = self.shallow(wanted.result) { _ = self.unify(wanted.result, result.type) }
      return self.convert(result, to: wanted.result, .closureResult)
    }
  }

  /// An operand of which nothing is known is taken to be like the other.
  func likenOperands(_ a: Type, _ b: Type) {
    func isOpen(_ type: Type) -> Bool {
      if case .variable(let variable) = shallow(type) { return variable.literal == nil }
      return false
    }
    if isOpen(a) != isOpen(b) { _ = unify(a, b) }
  }
}
