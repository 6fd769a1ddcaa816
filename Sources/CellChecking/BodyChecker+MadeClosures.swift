internal import CellSyntax

/// Closures that no source spells: key paths as functions, methods that are handed their receiver.
extension BodyChecker {
  /// A closure made by the checker: `body` answers its value from those of its parameters.
  func synthesizedClosure(
    _ parameters: [ClosureExpression.Parameter], _ types: [Type], result: Type,
    _ range: SourceRange, body: ([TypedExpression]) -> TypedExpression
  ) -> TypedExpression {
    let function = TypedFunction("closure", range: range, source: source)
    let inner = FunctionScope(
      parent: scope, function: function, types: scope.types, result: result, isThrowing: true)
    inner.isClosure = true
    retained.append(inner)
    var values: [TypedExpression] = []
    for (parameter, type) in zip(parameters, types) {
      let symbol = VariableSymbol(
        parameter.name, type, isLet: !parameter.isInout, range: range, owner: inner)
      symbol.isInout = parameter.isInout
      function.parameters.append(symbol)
      values.append(TypedExpression(.variable(symbol), type, range))
    }
    let outer = scope
    scope = inner
    let value = body(values)
    scope = outer
    function.result = result
    function.body = [TypedStatement(kind: .returning(value), range: range)]
    let type = FunctionType(
      parameters: zip(types, parameters).map { .init(type: $0, isInout: $1.isInout) },
      result: result)
    return TypedExpression(.closure(function), .function(type), range)
  }

  /// `String.uppercased` as a function from a string to a method.
  func unboundMethod(
    _ name: Name, of type: Type, _ range: SourceRange
  ) -> TypedExpression? {
    let found = compiler.members(name.base, of: type, isStatic: false)
    guard let first = found.first, case .function(let symbol) = first.member else { return nil }
    let signature = compiler.signature(of: symbol)
    guard signature.generics.isEmpty, !symbol.isMutating else { return nil }
    var methodType = signature.functionType
    methodType = {
      if case .function(let result) = compiler.substitute(.function(methodType), first.substitution)
      {
        return result
      }
      return methodType
    }()
    let parameter = ClosureExpression.Parameter(name: "$0", type: nil, isInout: false, range: range)
    return synthesizedClosure([parameter], [type], result: .function(methodType), range) { values in
      let candidates = self.candidates(from: [first], owner: type, receiver: values[0])
      return self.functionValue(candidates, name, range, .function(methodType))
    }
  }
}
