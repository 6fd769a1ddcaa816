package import CellSyntax

/// Where names in a type are looked up, and what stands for generic parameters there.
package struct TypeScope {
  package var context: LexicalContext
  package var substitution: Substitution = [:]
  /// Local types, innermost first; they come before everything else.
  var lookUpLocal: ((String) -> Symbol?)?

  package init(
    context: LexicalContext, substitution: Substitution = [:],
    lookUpLocal: ((String) -> Symbol?)? = nil
  ) {
    self.context = context
    self.substitution = substitution
    self.lookUpLocal = lookUpLocal
  }
}

extension Compiler {
  /// The type that a node spells; wrong nodes are reported and answer `.error`.
  package func resolve(_ node: TypeNode, in scope: TypeScope) -> Type {
    switch node.kind {
    case .name(let name, let arguments):
      return named(name, arguments, node, in: scope)
    case .member(let base, let name, let arguments):
      // `Swift.Int`
      if case .name("Swift", _) = base.kind, lookUpType("Swift", in: scope) == nil {
        return named(name, arguments, node, in: scope)
      }
      return member(name, arguments, of: resolve(base, in: scope), node, in: scope)
    case .array(let element): return .array(resolve(element, in: scope))
    case .dictionary(let key, let value):
      let keyType = resolve(key, in: scope)
      requireHashable(keyType, node, scope)
      return .dictionary(keyType, resolve(value, in: scope))
    case .optional(let wrapped), .implicit(let wrapped):
      return .optional(resolve(wrapped, in: scope))
    case .tuple(let elements):
      return .tuple(
        elements.map { TupleElement(label: $0.label, type: resolve($0.type, in: scope)) })
    case .function(let parameters, let result, let isThrowing):
      return .function(
        FunctionType(
          parameters: parameters.map {
            .init(type: resolve($0.type, in: scope), isInout: $0.isInout)
          },
          result: resolve(result, in: scope), isThrowing: isThrowing))
    case .concurrent(let type):
      guard case .function(var function) = resolve(type, in: scope) else {
        return resolve(type, in: scope)
      }
      function.isConcurrent = true
      return .function(function)
    case .existential(let type), .opaque(let type): return resolve(type, in: scope)
    case .composition(let types): return composition(types.map { resolve($0, in: scope) })
    case .metatype(let type): return .metatype(resolve(type, in: scope))
    case .inferred: return .variable(TypeVariable())
    case .error: return .error
    }
  }

  /// `First & Second`, the class among them first; a type that cannot be part of one stands for all.
  private func composition(_ types: [Type]) -> Type {
    var all: [Nominal] = []
    for type in types {
      var parts: [Nominal]
      switch type {
      case .existential(let protocols): parts = protocols
      case .nominal(let nominal, let arguments) where nominal.kind == .class && arguments.isEmpty:
        parts = [nominal]
      default: return type
      }
      parts.removeAll(where: all.contains)
      all = parts.filter { $0.kind == .class } + all + parts.filter { $0.kind != .class }
    }
    return all.count == 1 && all[0].kind == .class ? .nominal(all[0], []) : .existential(all)
  }

  private func named(
    _ name: String, _ arguments: [TypeNode], _ node: TypeNode, in scope: TypeScope
  ) -> Type {
    if name == "Any" { return .any }
    if name == "Void" { return .void }
    if name == "AnyObject" { return .any }
    guard let found = lookUpType(name, in: scope) else {
      if name.hasPrefix("Unsafe") || name == "OpaquePointer" {
        report(
          "pointers are not part of the cell language", at: node.range, in: scope.context.source)
        return .error
      }
      let candidates = typeNames(in: scope)
      report(
        "cannot find type '\(name)' in scope\(suggestion(for: name, among: candidates))",
        at: node.range, in: scope.context.source)
      return .error
    }
    return apply(found, to: arguments.map { resolve($0, in: scope) }, node, in: scope)
  }

  /// What a name says in a type.
  enum TypeMeaning {
    case type(Type)
    case nominal(Nominal)
    case alias(AliasSymbol)
  }

  func lookUpType(_ name: String, in scope: TypeScope) -> TypeMeaning? {
    if let symbol = scope.lookUpLocal?(name), let meaning = meaning(of: symbol) { return meaning }
    var next: LexicalContext? = scope.context
    while let context = next {
      switch context.kind {
      case .generics(let parameters):
        if let parameter = parameters[name] {
          return .type(scope.substitution[parameter] ?? .parameter(parameter))
        }
      case .type(let nominal, _):
        if name == "Self" { return .type(staticSelf(of: nominal, scope.substitution)) }
        // A parameter of its own hides one of the type around.
        if let parameter = nominal.parameters.last(where: { $0.name == name }),
          nominal.kind != .protocol
        {
          return .type(scope.substitution[parameter] ?? .parameter(parameter))
        }
        // Generic arguments that are written after a nested type are its own.
        if case .nominal(let nested)? = nestedMeaning(name, in: nominal),
          nested.parameters.count > nested.outerCount
        {
          return .nominal(nested)
        }
        let owner = selfType(of: nominal, scope.substitution)
        if case .parameter = owner {
          if declaresAssociatedType(name, nominal) { return .type(.member(owner, name)) }
        } else if let found = memberType(name, of: owner) {
          return .type(found)
        }
        if let found = nestedMeaning(name, in: nominal) { return found }
      case .local(let local):
        if let symbol = local.names[name], let meaning = meaning(of: symbol) { return meaning }
      case .file(let file):
        for symbol in file.names[name] ?? [] {
          if let meaning = meaning(of: symbol) { return meaning }
        }
      }
      next = context.parent
    }
    if let nominal = Nominal.standard[name] { return .nominal(nominal) }
    return library.symbols(named: name).lazy.compactMap(meaning).first
  }

  /// Whether a protocol, or one that it refines, has an associated type of a name.
  private func declaresAssociatedType(_ name: String, _ nominal: Nominal) -> Bool {
    protocols(of: .existential([nominal])).contains { declaring in
      (memberTable(of: declaring).members[name] ?? []).contains {
        if case .associatedType = $0 { true } else { false }
      }
    }
  }

  private func meaning(of symbol: Symbol) -> TypeMeaning? {
    switch symbol {
    case .type(let nominal): .nominal(nominal)
    case .alias(let alias): .alias(alias)
    case .variable, .function, .constant: nil
    }
  }

  private func nestedMeaning(_ name: String, in nominal: Nominal) -> TypeMeaning? {
    for member in memberTable(of: nominal).members[name] ?? [] {
      switch member {
      case .type(let nested): return .nominal(nested)
      case .alias(let alias): return .alias(alias)
      default: continue
      }
    }
    return nil
  }

  private func apply(
    _ meaning: TypeMeaning, to arguments: [Type], _ node: TypeNode, in scope: TypeScope
  ) -> Type {
    switch meaning {
    case .type(let type): return type
    case .alias(let alias): return expand(alias, arguments, in: scope)
    case .nominal(let nominal):
      if nominal.kind == .protocol { return .existential([constrained(nominal, arguments)]) }
      let outer = nominal.parameters.prefix(nominal.outerCount).map {
        scope.substitution[$0] ?? .parameter($0)
      }
      let ownCount = nominal.parameters.count - outer.count
      if arguments.isEmpty, ownCount > 0 {
        // Inside its own declaration a generic type may be named without arguments.
        if contextNominal(nominal, in: scope.context) {
          return selfType(of: nominal, scope.substitution)
        }
        return .nominal(nominal, outer + (0..<ownCount).map { _ in .variable(TypeVariable()) })
      }
      guard arguments.count == ownCount else {
        report(
          ownCount == 0
            ? "cannot specialize non-generic type '\(nominal.name)'"
            : "generic type '\(nominal.name)' specialized with \(arguments.count < ownCount ? "too few" : "too many") type parameters (got \(arguments.count), but expected \(ownCount))",
          at: node.range, in: scope.context.source)
        return .error
      }
      if nominal == .set || nominal == .dictionary { requireHashable(arguments[0], node, scope) }
      return .nominal(nominal, outer + arguments)
    }
  }

  /// Reports a key or element of a set that cannot be hashed.
  private func requireHashable(_ type: Type, _ node: TypeNode, _ scope: TypeScope) {
    guard let nominal = type.nominal, nominal.declaration != nil, !type.isGeneric,
      !scope.context.source.isLibrary, inheritedInProgress.isEmpty, protocolsInProgress.isEmpty,
      !conforms(type, to: "Hashable")
    else { return }
    report(
      "type '\(type)' does not conform to protocol 'Hashable'", at: node.range,
      in: scope.context.source)
  }

  private func contextNominal(_ nominal: Nominal, in context: LexicalContext) -> Bool {
    var next: LexicalContext? = context
    while let context = next {
      if case .type(nominal, _) = context.kind { return true }
      next = context.parent
    }
    return false
  }

  private func member(
    _ name: String, _ arguments: [TypeNode], of base: Type, _ node: TypeNode, in scope: TypeScope
  ) -> Type {
    if base.isError { return .error }
    if name == "Type" || name == "self" { return name == "Type" ? .metatype(base) : base }
    if let nominal = base.nominal, let meaning = nestedMeaning(name, in: nominal) {
      var inner = scope
      inner.substitution.merge(substitution(for: base)) { _, new in new }
      // What stands for the parameters of the base is not meant by their names in the arguments.
      return apply(meaning, to: arguments.map { resolve($0, in: scope) }, node, in: inner)
    }
    if let type = memberType(name, of: base) { return type }
    report(
      "'\(name)' is not a member type of type '\(base)'", at: node.range, in: scope.context.source)
    return .error
  }

  /// What the parameters of a nominal type stand for.
  package func substitution(for type: Type) -> Substitution {
    guard case .nominal(let nominal, let arguments) = type else { return [:] }
    return Dictionary(
      zip(nominal.parameters, arguments).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of types for a suggestion.
  private func typeNames(in scope: TypeScope) -> [String] {
    var names = Array(Nominal.standard.keys)
    if let file = scope.context.file {
      for (name, symbols) in file.names where symbols.contains(where: { meaning(of: $0) != nil }) {
        names.append(name)
      }
    }
    return names
  }
}
