internal import CellSyntax

extension Compiler {
  /// `super.name`
  private func superMember(_ name: String, _ range: SourceRange) -> Expression {
    let owner = Expression.named("super", at: range)
    return Expression.member(name, of: owner, at: range)
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
    let change = ObservedChange(
      willSet: accessors.willSet, didSet: accessors.didSet, range: range)
    let parameter = ParameterNode(
      label: nil, name: "$new", type: type ?? TypeNode(.inferred, range), defaultValue: nil,
      isVariadic: false, isInout: false, isAutoclosure: false, range: range)
    return FunctionDeclaration(
      kind: .setter, name: "set", modifiers: .isMutating, parameters: [parameter],
      body: change.statements(storing: superMember(name, range)), range: range)
  }
}
