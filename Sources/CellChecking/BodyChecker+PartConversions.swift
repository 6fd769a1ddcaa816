internal import CellSyntax

/// Conversions of what has parts, part by part.
extension BodyChecker {
  func functionConversion(
    _ value: TypedExpression, _ x: FunctionType, _ y: FunctionType, _ wanted: Type
  ) -> TypedExpression? {
    guard x.parameters.count == y.parameters.count, !x.isThrowing || y.isThrowing || x == y else {
      return nil
    }
    let start = trail.count
    if unify(.function(x), .function(y)) { return value }
    undo(to: start)
    // A function to `Any` or an optional: wrapped in one that converts.
    guard !x.parameters.contains(where: \.isInout) else { return nil }
    // One that answers something is none that answers nothing.
    let own = shallow(x.result)
    guard !shallow(y.result).isVoid || own.isVoid || own.isNever else { return nil }
    return wrapping(value, x, y, wanted)
  }

  func tupleConversion(
    _ value: TypedExpression, _ x: [TupleElement], _ y: [TupleElement], _ wanted: Type
  ) -> TypedExpression? {
    guard x.count == y.count else { return nil }
    for (a, b) in zip(x, y) {
      if let p = a.label, let q = b.label, p != q { return nil }
    }
    if case .tuple(let parts) = value.kind {
      var converted: [TypedExpression] = []
      for (part, element) in zip(parts, y) {
        guard let next = conversion(of: part, to: element.type) else { return nil }
        converted.append(next)
      }
      return TypedExpression(.tuple(converted), wanted, value.range)
    }
    guard zip(x, y).allSatisfy({ unify($0.type, $1.type) }) else { return nil }
    return TypedExpression(.reinterpret(value), wanted, value.range)
  }

  /// An array of one type as one of another, element by element.
  func convertedElements(
    _ value: TypedExpression, _ actual: Type, _ wanted: Type
  ) -> TypedExpression? {
    guard let from = actual.arrayElement, let to = wanted.arrayElement else {
      return convertedDictionary(value, actual, wanted)
    }
    guard let function = elementConversion(from: from, to: to, at: value.range) else { return nil }
    return TypedExpression(.convertEach(value, function), wanted, value.range)
  }

  func convertedDictionary(
    _ value: TypedExpression, _ actual: Type, _ wanted: Type
  ) -> TypedExpression? {
    guard let from = actual.dictionaryTypes, let to = wanted.dictionaryTypes,
      unify(from.key, to.key),
      let function = elementConversion(from: from.value, to: to.value, at: value.range)
    else { return nil }
    return TypedExpression(.convertEach(value, function), wanted, value.range)
  }

  /// A function that converts one value; `nil` when there is no conversion.
  func elementConversion(
    from: Type, to: Type, at range: SourceRange
  ) -> TypedFunction? {
    let function = TypedFunction("conversion", range: range, source: source)
    let parameter = VariableSymbol("value", from, isLet: true, range: range, owner: nil)
    let value = TypedExpression(.variable(parameter), from, range)
    guard let converted = conversion(of: value, to: to) else { return nil }
    let inner = FunctionScope(
      parent: scope, function: function, types: scope.types, result: to, isThrowing: false)
    parameter.owner = inner
    retained.append(inner)
    function.parameters = [parameter]
    function.result = to
    function.body = [TypedStatement(kind: .returning(converted), range: range)]
    return function
  }

  /// A closure that calls a function and converts arguments and result.
  func wrapping(
    _ value: TypedExpression, _ x: FunctionType, _ y: FunctionType, _ wanted: Type
  ) -> TypedExpression? {
    let function = TypedFunction("conversion", range: value.range, source: source)
    let inner = FunctionScope(
      parent: scope, function: function, types: scope.types, result: y.result, isThrowing: true)
    retained.append(inner)
    let target = VariableSymbol(
      hiddenName("function"), value.type, isLet: true, range: value.range, owner: scope)
    target.isCaptured = true
    function.captures = [target]
    var arguments: [TypedArgument] = []
    for (from, to) in zip(y.parameters, x.parameters) {
      let parameter = VariableSymbol(
        "value", from.type, isLet: true, range: value.range, owner: inner)
      function.parameters.append(parameter)
      let argument = TypedExpression(.variable(parameter), from.type, value.range)
      guard let converted = conversion(of: argument, to: to.type) else { return nil }
      arguments.append(TypedArgument(value: converted))
    }
    let callee = TypedExpression(.variable(target), value.type, value.range)
    let call = TypedExpression(.call(.value(callee), arguments), x.result, value.range)
    function.result = y.result
    if shallow(y.result).isVoid {
      function.body = [TypedStatement(kind: .expression(call), range: value.range)]
    } else {
      guard let converted = conversion(of: call, to: y.result) else { return nil }
      function.body = [TypedStatement(kind: .returning(converted), range: value.range)]
    }
    let closure = TypedExpression(.closure(function), wanted, value.range)
    return TypedExpression(
      .sequence(
        [TypedStatement(kind: .variable(target, value), range: value.range)], closure), wanted,
      value.range)
  }
}
