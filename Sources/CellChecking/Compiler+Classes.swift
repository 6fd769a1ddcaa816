internal import CellSyntax

extension Compiler {
  /// Reports what is wrong with a class: nothing sets its properties, or `override` is missing or idle.
  func checkClass(_ type: Type, _ declaration: TypeDeclaration, _ nominal: Nominal) {
    guard let context = nominal.context else { return }
    if lacksInitializers(nominal) {
      report(
        "class '\(nominal.name)' has no initializers", at: declaration.range, in: context.source)
    }
    for member in declaration.members {
      switch member {
      case .function(let node):
        if case .function = node.kind { checkOverride(node, type, context.source) }
      case .variable(let node): checkOverride(node, type, context.source)
      default: break
      }
    }
  }

  /// Whether a class has no initialiser and properties that would need one.
  func lacksInitializers(_ nominal: Nominal) -> Bool {
    guard nominal.kind == .class, let declaration = nominal.declaration,
      !declaration.members.contains(where: {
        if case .function(let node) = $0, case .initializer = node.kind { true } else { false }
      })
    else { return false }
    return memberTable(of: nominal).stored.contains { property in
      if property.node.initializer != nil || property.isLazy { return false }
      if property.declaration.modifiers.contains(.isOverride) { return false }
      return property.isLet || !propertyType(property).isOptional
    }
  }

  private func checkOverride(_ node: FunctionDeclaration, _ type: Type, _ source: SourceText) {
    let isStatic = node.modifiers.contains(.isStatic)
    let own = members(node.name, of: type, isStatic: isStatic).first {
      if case .function(let symbol) = $0.member { symbol.declaration === node } else { false }
    }
    guard let own, case .function(let symbol) = own.member else { return }
    let types = signature(of: symbol).parameters.map(\.type)
    let overridden = superclass(of: type).map { parent in
      members(node.name, of: parent, isStatic: isStatic).contains { found in
        guard case .function(let other) = found.member, other.owner?.kind == .class,
          other.declaration.fullName == node.fullName,
          !other.declaration.modifiers.contains(.isPrivate)
        else { return false }
        let signature = signature(of: other)
        return !signature.generics.isEmpty
          || signature.parameters.map { substitute($0.type, found.substitution) } == types
      }
    }
    switch (node.modifiers.contains(.isOverride), overridden ?? false) {
    case (true, false):
      report("method does not override any method from its superclass", at: node.range, in: source)
    case (false, true):
      report("overriding declaration requires an 'override' keyword", at: node.range, in: source)
    default: break
    }
  }

  private func checkOverride(_ node: VariableDeclaration, _ type: Type, _ source: SourceText) {
    let isStatic = node.modifiers.contains(.isStatic)
    for (name, range) in node.bindings.flatMap(\.pattern.bindings) {
      let overridden = superclass(of: type).map { parent in
        members(name, of: parent, isStatic: isStatic).contains { found in
          guard case .property(let other) = found.member, other.owner.kind == .class else {
            return false
          }
          return !other.declaration.modifiers.contains(.isPrivate)
        }
      }
      switch (node.modifiers.contains(.isOverride), overridden ?? false) {
      case (true, false):
        report(
          "property does not override any property from its superclass", at: range, in: source)
      case (false, true):
        report("overriding declaration requires an 'override' keyword", at: range, in: source)
      default: break
      }
    }
  }
}
