internal import CellSyntax

/// Types with what stands for their parameters.
extension Compiler {
  /// The type with parameters replaced and associated types looked up.
  package func substitute(_ type: Type, _ substitution: Substitution) -> Type {
    guard !substitution.isEmpty || type.isGeneric else { return type }
    return type.mapLeaves { leaf in
      switch leaf {
      case .parameter(let parameter): return substitution[parameter]
      case .member(let base, let name):
        let owner = substitute(base, substitution)
        return memberType(name, of: owner) ?? .member(owner, name)
      default: return nil
      }
    }
  }

  /// The type inside its own declaration: with its parameters, or what they stand for.
  package func selfType(of nominal: Nominal, _ substitution: Substitution) -> Type {
    if nominal.kind == .protocol {
      guard let parameter = nominal.parameters.first else { return .existential([nominal]) }
      return substitution[parameter] ?? .parameter(parameter)
    }
    return .nominal(
      nominal, nominal.parameters.map { substitution[$0] ?? .parameter($0) })
  }

  /// `Self`: in a static member of a class that was called on a class below, that class.
  func staticSelf(of nominal: Nominal, _ substitution: Substitution) -> Type {
    nominal.dynamicSelf.flatMap { substitution[$0] } ?? selfType(of: nominal, substitution)
  }

  /// The substitution of a static member of a class that is called on a type.
  func withSelf(
    _ type: Type, of symbol: FunctionSymbol, _ substitution: Substitution
  ) -> Substitution {
    guard symbol.isStatic, let owner = symbol.owner, let parameter = owner.dynamicSelf,
      type.nominal?.kind == .class, type.nominal != owner, symbol.declaration.body != nil
    else { return substitution }
    var result = substitution
    result[parameter] = type
    return result
  }

  /// What an alias stands for with the given arguments, seen from a type that it may belong to.
  func expand(_ alias: AliasSymbol, _ arguments: [Type], in scope: TypeScope) -> Type {
    var inner = TypeScope(context: alias.context, substitution: scope.substitution)
    if !alias.parameters.isEmpty {
      let names = Dictionary(
        alias.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      inner.context = LexicalContext(
        .generics(names), parent: alias.context, source: alias.context.source)
      for (index, parameter) in alias.parameters.enumerated() {
        inner.substitution[parameter] =
          index < arguments.count ? arguments[index] : .variable(TypeVariable())
      }
    }
    guard aliasesInProgress.insert(ObjectIdentifier(alias)).inserted else {
      report(
        "type alias '\(alias.declaration.name)' references itself", at: alias.declaration.range,
        in: alias.context.source)
      return .error
    }
    defer { aliasesInProgress.remove(ObjectIdentifier(alias)) }
    return resolve(alias.declaration.type, in: inner)
  }
}
