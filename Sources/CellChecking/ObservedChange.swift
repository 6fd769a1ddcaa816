internal import CellSyntax

/// A change that is watched, as statements of the setter that makes it: what `willSet` says, the change
/// to the setter's parameter `$new`, and what `didSet` says.
struct ObservedChange {
  let willSet: FunctionDeclaration?
  let didSet: FunctionDeclaration?
  let range: SourceRange

  /// - Parameter place: where the value is stored.
  func statements(storing place: Expression) -> [Statement] {
    let new = Expression.named("$new", at: range)
    var body: [Statement] = []
    if let willSet {
      let parameter = willSet.parameters.last?.name ?? "newValue"
      body.append(
        Statement(.doing(label: nil, [constant(parameter, new)] + (willSet.body ?? []), []), range))
    }
    body.append(constant(didSet?.parameters.last?.name ?? "oldValue", place))
    body.append(Statement(.expression(Expression(.assignment(place, new), range)), range))
    return body + (didSet?.body ?? [])
  }

  private func constant(_ name: String, _ value: Expression) -> Statement {
    let binding = VariableDeclaration.Binding(
      pattern: Pattern(.binding(name, isVariable: false), range), type: nil, initializer: value,
      accessors: nil)
    let node = VariableDeclaration(
      isLet: true, modifiers: [], bindings: [binding], documentation: "", range: range)
    return Statement(.declaration(.variable(node)), range)
  }
}
