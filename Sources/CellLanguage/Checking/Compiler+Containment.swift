internal import CellSyntax

/// Structs that would have themselves in them, so that no value could ever be made.
extension Compiler {
  /// Reports structs with stored properties that contain them; whether there are any.
  func reportTypesWithinThemselves(_ statements: [Statement], _ context: LexicalContext) -> Bool {
    var isWrong = false
    for case .declaration(.type(let node)) in statements.map(\.kind) where node.kind == .structure {
      for case .type(let nominal) in environment.names[node.name] ?? []
      where nominal.declaration === node {
        for property in memberTable(of: nominal).stored where property.node.isWritten(as: node.name)
        {
          report(
            "value type '\(node.name)' cannot have a stored property that recursively contains it",
            at: property.node.pattern.range, in: context.source)
          isWrong = true
        }
      }
    }
    return isWrong
  }
}

extension VariableDeclaration.Binding {
  /// Whether it is said to be of a type, or of an optional of it, or begins as a call of its name.
  fileprivate func isWritten(as name: String) -> Bool {
    if let type {
      if case .optional(let wrapped) = type.kind { return wrapped.spelledName == name }
      return type.spelledName == name
    }
    guard case .call(let function, _)? = initializer?.kind,
      case .name(let called, _) = function.kind
    else { return false }
    return called.base == name
  }
}
