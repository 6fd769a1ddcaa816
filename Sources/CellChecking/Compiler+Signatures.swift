package import CellSyntax

extension Compiler {
  /// What callers must know of a function.
  package func signature(of symbol: FunctionSymbol) -> Signature {
    if let known = environment.signatures[symbol] { return known }
    let isShared =
      symbol.context.source.isLibrary && symbol.owner.map(library.declares) != false
      && !isSynthesized(symbol)
    let result =
      isShared ? library.signature(of: symbol) { written(symbol) } : lastingly { written(symbol) }
    environment.signatures[symbol] = result
    return result
  }

  /// What the declaration of a function says.
  private func written(_ symbol: FunctionSymbol) -> Signature {
    let declaration = symbol.declaration
    var result = Signature()
    result.generics = declaration.generics.parameters.map { GenericParameter($0.name) }
    result.isThrowing = declaration.isThrowing
    let context = genericContext(of: symbol, result.generics)
    let scope = TypeScope(context: context)
    result.context = context
    for node in declaration.parameters {
      result.parameters.append(parameter(node, in: scope, adding: &result))
    }
    switch declaration.kind {
    case .initializer(let isFailable):
      let type = symbol.owner.map { selfType(of: $0, [:]) } ?? .error
      result.result = isFailable ? .optional(type) : type
    default: result.result = declaration.result.map { resolve($0, in: scope) } ?? .void
    }
    if let thrown = declaration.thrown.map({ resolve($0, in: scope) }) {
      // `throws(any Error)` says no more than `throws`.
      if case .existential = thrown {} else { result.thrown = thrown }
    }
    result.requirements += requirements(declaration.generics, in: scope)
    if case .type(_, let ext?) = symbol.context.kind {
      result.requirements += requirements(ext.generics, in: TypeScope(context: symbol.context))
    } else if let owner = symbol.owner, let node = owner.declaration, symbol.isInitializer {
      result.requirements += requirements(node.generics, in: TypeScope(context: symbol.context))
    }
    return result
  }

  /// The context in which the types of a function and its body are looked up.
  private func genericContext(
    of symbol: FunctionSymbol, _ generics: [GenericParameter]
  ) -> LexicalContext {
    guard !generics.isEmpty else { return symbol.context }
    let names = Dictionary(generics.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return LexicalContext(.generics(names), parent: symbol.context, source: symbol.context.source)
  }

  private func parameter(
    _ node: ParameterNode, in scope: TypeScope, adding signature: inout Signature
  ) -> Signature.Parameter {
    var type: Type
    if case .opaque(let constraint) = node.type.kind {
      // `some P` is a generic parameter without a name.
      let generic = GenericParameter("some \(constraint.spelledName ?? "P")")
      signature.generics.append(generic)
      signature.requirements += requirements(.parameter(generic), constraint, in: scope)
      type = .parameter(generic)
    } else {
      type = resolve(node.type, in: scope)
    }
    var isThrowing = false
    if node.isAutoclosure, case .function(let function) = type {
      type = function.result
      isThrowing = function.isThrowing
    }
    return Signature.Parameter(
      label: node.label, name: node.name, type: type, defaultValue: node.defaultValue,
      isVariadic: node.isVariadic, isInout: node.isInout, isAutoclosure: node.isAutoclosure,
      isThrowing: isThrowing)
  }

  /// The type of a property, in terms of its owner's parameters.
  package func propertyType(_ symbol: PropertySymbol) -> Type {
    if let known = propertyTypes[symbol] { return known }
    return lastingly {
      let type = declaredType(symbol)
      // What refers to itself is known when that is found.
      if !propertiesInProgress.contains(symbol) { propertyTypes[symbol] = type }
      return type
    }
  }

  private func declaredType(_ symbol: PropertySymbol) -> Type {
    let node = symbol.node
    if let annotation = node.type {
      let resolved = resolve(annotation, in: TypeScope(context: symbol.context))
      return resolved.hasVariables
        ? completed(resolved, by: symbol)
        : resolved.part(symbol.name, of: node.pattern) ?? resolved
    }
    guard node.initializer != nil else {
      report(
        "type annotation missing in pattern", at: node.pattern.range, in: symbol.context.source)
      return .error
    }
    guard propertiesInProgress.insert(symbol).inserted else {
      report("circular reference", at: symbol.declaration.range, in: symbol.context.source)
      return .error
    }
    defer { propertiesInProgress.remove(symbol) }
    return inferredType(of: symbol)
  }

  /// `Set` written without arguments takes them from the initial value.
  private func completed(_ type: Type, by symbol: PropertySymbol) -> Type {
    symbol.node.initializer == nil ? type : inferredType(of: symbol)
  }

  /// What the parameters of a case stand for, in terms of the enumeration's parameters.
  package func payload(of symbol: EnumCaseSymbol) -> [Signature.Parameter] {
    if let known = payloads[ObjectIdentifier(symbol)] { return known }
    let scope = TypeScope(context: symbol.context)
    let result = lastingly {
      symbol.declaration.parameters.map { node in
        Signature.Parameter(
          label: node.label, name: node.name, type: resolve(node.type, in: scope),
          defaultValue: node.defaultValue)
      }
    }
    payloads[ObjectIdentifier(symbol)] = result
    return result
  }
}

extension Type {
  /// The type of what a name stands for in a pattern that values of this type are laid over.
  package func part(_ name: String, of pattern: Pattern) -> Type? {
    switch pattern.kind {
    case .binding(name, _): return self
    case .typed(let inner, _): return part(name, of: inner)
    case .tuple(let patterns):
      guard case .tuple(let types) = self, types.count == patterns.count else { return nil }
      return zip(types, patterns).lazy.compactMap { $0.type.part(name, of: $1.pattern) }.first
    default: return nil
    }
  }
}

extension Expression {
  /// What a name stands for in a pattern that this value is taken apart by: `(1, 2).0`.
  package func part(_ name: String, of pattern: Pattern) -> Expression? {
    switch pattern.kind {
    case .binding(name, _): return self
    case .typed(let inner, _): return part(name, of: inner)
    case .tuple(let patterns):
      for (index, inner) in patterns.enumerated() {
        let element = Expression.member(String(index), of: self, at: range)
        if let found = element.part(name, of: inner.pattern) { return found }
      }
      return nil
    default: return nil
    }
  }
}
