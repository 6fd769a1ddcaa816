internal import CellSyntax

extension BodyChecker {
  /// `lazy var` of a function: a hidden optional, filled by a local function where the name is first used.
  func lazyVariable(
    _ binding: VariableDeclaration.Binding, _ annotation: Type?, _ initializer: Expression
  ) -> TypedStatement.Kind {
    let range = binding.pattern.range
    guard case .binding(let name, _) = binding.pattern.kind else {
      report("'lazy' cannot destructure an initializer", at: range)
      return .nothing
    }
    let type = annotation ?? tentatively { final(check(initializer).type) }
    let storage = VariableSymbol(
      hiddenName("lazy"), .optional(type), isLet: false, range: range, owner: scope)
    scope.declare(storage.name, .variable(storage))
    let symbol = declareComputed(name, type, range)
    let (getter, setter) = lazyAccessors(storage.name, initializer, range)
    var reading = Signature()
    reading.result = type
    var writing = Signature()
    writing.parameters = [.init(label: nil, name: "newValue", type: type)]
    symbol.localGetter = hiddenName("getter")
    symbol.localSetter = hiddenName("setter")
    let empty = TypedExpression(.none, .optional(type), range)
    let statements: [TypedStatement.Kind] = [
      .variable(storage, empty),
      localFunction(getter, name: symbol.localGetter, signature: reading),
      localFunction(setter, name: symbol.localSetter, signature: writing),
    ]
    return .declarations(statements.map { TypedStatement(kind: $0, range: range) })
  }

  /// `if storage == nil { storage = initializer }; return storage!` and `storage = newValue`.
  private func lazyAccessors(
    _ storage: String, _ initializer: Expression, _ range: SourceRange
  ) -> (getter: FunctionDeclaration, setter: FunctionDeclaration) {
    func name(_ text: String) -> Expression {
      Expression.named(text, at: range)
    }
    func assign(_ value: Expression) -> Statement {
      Statement(.expression(Expression(.assignment(name(storage), value), range)), range)
    }
    let isEmpty = Expression(
      .binary(
        OperatorUse(text: "==", range: range), name(storage), Expression(.nilLiteral, range)), range
    )
    let fill = IfStatement(
      label: nil, conditions: [.expression(isEmpty)], body: [assign(initializer)], otherwise: nil,
      range: range)
    let value = Statement(.returning(Expression(.force(name(storage)), range)), range)
    let getter = FunctionDeclaration(
      kind: .getter, name: "get", body: [Statement(.conditional(fill), range), value], range: range)
    let setter = FunctionDeclaration(
      kind: .setter, name: "set", body: [assign(name("newValue"))], range: range)
    return (getter, setter)
  }
}
