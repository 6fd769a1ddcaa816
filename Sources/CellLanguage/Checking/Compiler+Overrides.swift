internal import CellSyntax

extension Compiler {
  /// `super.name`
  private func superMember(_ name: String, _ range: SourceRange) -> Expression {
    let owner = Expression(.name(Name(base: "super", labels: nil, range: range), []), range)
    return Expression(.member(owner, Name(base: name, labels: nil, range: range), []), range)
  }

  /// A getter that reads the property of the class above.
  func superGetter(
    _ name: String, _ type: TypeNode?, _ range: SourceRange
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      kind: .getter, name: "get", result: type,
      body: [Statement(.returning(superMember(name, range)), range)], range: range)
  }

  /// A setter that writes the property of the class above, with the observers around.
  func superSetter(
    _ name: String, _ accessors: Accessors, _ type: TypeNode?, _ range: SourceRange
  ) -> FunctionDeclaration {
    func named(_ text: String) -> Expression {
      Expression(.name(Name(base: text, labels: nil, range: range), []), range)
    }
    func constant(_ text: String, _ value: Expression) -> Statement {
      let binding = VariableDeclaration.Binding(
        pattern: Pattern(.binding(text, isVariable: false), range), type: nil, initializer: value,
        accessors: nil)
      let node = VariableDeclaration(
        isLet: true, modifiers: [], bindings: [binding], documentation: "", range: range)
      return Statement(.declaration(.variable(node)), range)
    }
    var body: [Statement] = []
    if let observer = accessors.willSet {
      let own = observer.parameters.last?.name ?? "newValue"
      body.append(
        Statement(
          .doing(label: nil, [constant(own, named("$new"))] + (observer.body ?? []), []), range))
    }
    let old = accessors.didSet?.parameters.last?.name ?? "oldValue"
    body.append(constant(old, superMember(name, range)))
    body.append(
      Statement(
        .expression(Expression(.assignment(superMember(name, range), named("$new")), range)), range)
    )
    body += accessors.didSet?.body ?? []
    let parameter = ParameterNode(
      label: nil, name: "$new", type: type ?? TypeNode(.inferred, range), defaultValue: nil,
      isVariadic: false, isInout: false, isAutoclosure: false, range: range)
    return FunctionDeclaration(
      kind: .setter, name: "set", modifiers: .isMutating, parameters: [parameter], body: body,
      range: range)
  }
}
