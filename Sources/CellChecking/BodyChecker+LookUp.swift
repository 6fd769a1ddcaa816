internal import CellSyntax

/// What a name means where it stands.
extension BodyChecker {
  /// What a name stands for here: in the blocks around, in the type around, in the cell, in the library.
  func lookUp(_ name: String, at range: SourceRange = .none) -> Meaning? {
    var next: FunctionScope? = scope
    while let current = next {
      if let local = current.lookUp(name) {
        switch local {
        case .variable(let symbol):
          capture(symbol, from: current)
          return .variable(symbol)
        case .functions(let symbols): return .functions(symbols)
        case .symbol(let symbol):
          if let meaning = meaning(of: [symbol]) { return meaning }
        }
      }
      next = current.parent
    }
    return lookUpOutside(name, at: range)
  }

  func lookUpOutside(_ name: String, at range: SourceRange) -> Meaning? {
    var context: LexicalContext? = scope.types.context
    var isOutermostType = true
    while let current = context {
      switch current.kind {
      case .generics(let parameters):
        if let parameter = parameters[name] {
          return .type(scope.types.substitution[parameter] ?? .parameter(parameter))
        }
      case .type(let nominal, _):
        if let found = memberMeaning(name, nominal, isInnermost: isOutermostType, range) {
          return found
        }
        isOutermostType = false
      case .local(let local):
        if let symbol = local.names[name], let meaning = meaning(of: [symbol]) { return meaning }
      case .file(let file):
        let candidates = (file.names[name] ?? []).filter(isVisible)
        let found = meaning(of: candidates)
        if case .functions(let own)? = found {
          // A cell's function and the library's of the same name are overloads of each other.
          let others = library(name)
          return .functions(own + others.filter { !own.contains($0) })
        }
        if let found { return found }
      }
      context = current.parent
    }
    if name == "Self", let nominal = scope.types.context.nominal {
      return .type(compiler.staticSelf(of: nominal, scope.types.substitution))
    }
    if let nominal = Nominal.standard[name] { return .type(.nominal(nominal, [])) }
    if name == "Void" { return .type(.void) }
    if name == "Any" { return .type(.any) }
    return meaning(of: compiler.library.symbols(named: name))
  }

  /// The functions of a name that belong to no type: of the cells and the library.
  func functionsOutside(_ name: String) -> [FunctionSymbol] {
    var context: LexicalContext? = scope.types.context
    while let current = context {
      if case .file(let file) = current.kind,
        case .functions(let own)? = meaning(of: file.names[name] ?? [])
      {
        return own + library(name).filter { !own.contains($0) }
      }
      context = current.parent
    }
    return library(name)
  }

  /// The functions of a library that are spelled with its name: `Swift.max`; nil where a base is none.
  func moduleFunctions(_ name: String, of base: Expression) -> [FunctionSymbol]? {
    guard isModule(base) else { return nil }
    let functions = library(name)
    return functions.isEmpty ? nil : functions
  }

  /// Whether an expression is the name of a library that cells have.
  func isModule(_ base: Expression) -> Bool {
    guard case .name(let name, _) = base.kind,
      ["Swift", "Foundation", "Glibc"].contains(name.base)
    else { return false }
    return lookUp(name.base) == nil
  }

  func library(_ name: String) -> [FunctionSymbol] {
    compiler.library.symbols(named: name).compactMap {
      if case .function(let symbol) = $0 { symbol } else { nil }
    }
  }

  /// A variable of this cell is visible at the top level only after its declaration.
  func isVisible(_ symbol: Symbol) -> Bool {
    guard case .variable(let variable) = symbol, scope.outermost.isCellBody else { return true }
    return variable.isDeclared
  }

  /// What the declarations of one name amount to: the latest, with the overloads of a function.
  func meaning(of symbols: [Symbol]) -> Meaning? {
    guard let first = symbols.first else { return nil }
    switch first {
    case .variable(let symbol): return .variable(symbol)
    case .type(let nominal):
      if nominal.kind == .protocol { return .type(.existential([nominal])) }
      return .type(.nominal(nominal, []))
    case .alias(let alias):
      return .type(compiler.expand(alias, [], in: TypeScope(context: alias.context)))
    case .constant(let symbol): return .constant(symbol)
    case .function:
      return .functions(
        symbols.compactMap { if case .function(let symbol) = $0 { symbol } else { nil } })
    }
  }

  func memberMeaning(
    _ name: String, _ nominal: Nominal, isInnermost: Bool, _ range: SourceRange
  ) -> Meaning? {
    let owner = compiler.staticSelf(of: nominal, scope.types.substitution)
    if nominal.kind != .protocol,
      let parameter = nominal.parameters.last(where: { $0.name == name })
    {
      return .type(scope.types.substitution[parameter] ?? .parameter(parameter))
    }
    let selfScope = selfScope
    if isInnermost, let selfScope, let symbol = selfScope.selfSymbol {
      let found = compiler.members(name, of: owner, isStatic: false)
      if !found.isEmpty {
        capture(symbol, from: selfScope)
        let receiver = selfValue(range)
        return .members(found, owner: owner, receiver: receiver)
      }
    }
    let found = compiler.members(name, of: owner, isStatic: true)
    for member in found {
      switch member.member {
      case .type(let nested):
        if nested.parameters.isEmpty || nested.kind == .protocol {
          return .type(nested.kind == .protocol ? .existential([nested]) : .nominal(nested, []))
        }
        return .type(.nominal(nested, []))
      case .alias, .associatedType:
        if let type = compiler.memberType(name, of: owner) { return .type(type) }
      default: break
      }
    }
    let usable = found.filter {
      // A case or a static member needs its type's name in an instance method; `init` is not a name.
      if case .function(let symbol) = $0.member { return !symbol.isInitializer }
      return true
    }
    guard !usable.isEmpty else { return nil }
    if selfScope?.selfSymbol != nil, isInnermost { return nil }
    return .members(usable, owner: owner, receiver: nil)
  }

  /// Notes that closures between here and the declaring function take a variable with them.
  func capture(_ symbol: VariableSymbol, from owner: FunctionScope) {
    var next: FunctionScope? = scope
    while let current = next, current !== owner {
      symbol.isCaptured = true
      if current.function.selfReference === symbol { return }
      if !current.function.captures.contains(where: { $0 === symbol }) {
        current.function.captures.append(symbol)
      }
      next = current.parent
    }
  }
}
