internal import CellSyntax

/// What a name in an expression stands for.
enum Meaning {
  case variable(VariableSymbol)
  case functions([FunctionSymbol])
  /// Members of `self`, or static members of the type around.
  case members([FoundMember], owner: Type, receiver: TypedExpression?)
  case type(Type)
  case constant(ConstantSymbol)
}

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

  private func lookUpOutside(_ name: String, at range: SourceRange) -> Meaning? {
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
      case .local(let names):
        if let symbol = names[name], let meaning = meaning(of: [symbol]) { return meaning }
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

  private func library(_ name: String) -> [FunctionSymbol] {
    compiler.library.symbols(named: name).compactMap {
      if case .function(let symbol) = $0 { symbol } else { nil }
    }
  }

  /// A variable of this cell is visible at the top level only after its declaration.
  private func isVisible(_ symbol: Symbol) -> Bool {
    guard case .variable(let variable) = symbol, scope.outermost.isCellBody else { return true }
    return variable.isDeclared
  }

  /// What the declarations of one name amount to: the latest, with the overloads of a function.
  private func meaning(of symbols: [Symbol]) -> Meaning? {
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

  private func memberMeaning(
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

  /// The method around, through its closures.
  var selfScope: FunctionScope? {
    var next: FunctionScope? = scope
    while let current = next {
      if current.selfSymbol != nil || current.parent == nil { return current }
      next = current.parent
    }
    return nil
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

  // MARK: - Names as values

  func name(
    _ name: Name, _ arguments: [TypeNode], _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression {
    if name.base == "self" { return selfValue(range) }
    if let inquiry = inquiry(at: name.base) {
      noteName(inquiry, expected)
      return wrong(range)
    }
    if name.base.first == "$", let value = substituted[name.base] { return value }
    if name.base == "super" {
      return fail("expected '.', '[' or '(' after 'super'", at: range)
    }
    guard let meaning = lookUp(name.base, at: range) else { return unknown(name.base, range) }
    switch meaning {
    case .variable(let symbol): return variable(symbol, range)
    case .functions(let symbols):
      let candidates = symbols.enumerated().map {
        Candidate(target: .function($1), rank: $0)
      }
      return functionValue(candidates, name, range, expected)
    case .members(let found, let owner, let receiver):
      return memberValue(found, name, owner, receiver, range, expected)
    case .type(let type):
      _ = type
      let node = TypeNode(.name(name.base, arguments), range)
      let resolved = resolve(node)
      return TypedExpression(.metatype(resolved), .metatype(resolved), range)
    case .constant(let symbol):
      let type = compiler.resolve(symbol.type, in: TypeScope(context: symbol.context))
      return TypedExpression(.constant(symbol.constant.value.datum), type, range)
    }
  }

  func variable(_ symbol: VariableSymbol, _ range: SourceRange) -> TypedExpression {
    symbol.isRead = true
    if symbol.isLost {
      return fail(
        "'\(symbol.name)' has no value: the statement that declares it did not finish", at: range)
    }
    if case .global(let index) = symbol.storage, compiler.environment.unset[index] === symbol,
      !scope.isCellBody
    {
      return fail("variable '\(symbol.name)' used before being initialized", at: range)
    }
    compiler.uses.note(symbol)
    if let name = symbol.localGetter { return localComputed(symbol, name, range) }
    if let getter = symbol.getter {
      let use = AccessorUse(
        getter: .function(FunctionReference(symbol: getter, substitution: [:])),
        setter: symbol.setter.map { .function(FunctionReference(symbol: $0, substitution: [:])) },
        receiver: nil, isReference: true)
      return TypedExpression(.computed(use, []), symbol.type, range)
    }
    let value = TypedExpression(.variable(symbol), symbol.type, range)
    value.isImplicit = symbol.isImplicit
    return symbol.isWeak ? TypedExpression(.strengthen(value), symbol.type, range) : value
  }

  /// A computed variable of a function: its getter, called.
  private func localComputed(
    _ symbol: VariableSymbol, _ name: String, _ range: SourceRange
  ) -> TypedExpression {
    func function(_ name: String) -> TypedExpression? {
      guard case .variable(let function)? = lookUp(name) else { return nil }
      return TypedExpression(.variable(function), function.type, range)
    }
    guard let getter = function(name) else { return wrong(range) }
    let use = AccessorUse(
      getter: .value(getter), setter: symbol.localSetter.flatMap(function).map { .value($0) },
      receiver: nil, isReference: true)
    return TypedExpression(.computed(use, []), symbol.type, range)
  }

  func selfValue(_ range: SourceRange) -> TypedExpression {
    // `guard let self` makes a variable of that name.
    var next: FunctionScope? = scope
    while let current = next {
      if case .variable(let symbol)? = current.lookUp("self") {
        capture(symbol, from: current)
        return variable(symbol, range)
      }
      next = current.parent
    }
    guard let method = selfScope, let symbol = method.selfSymbol else {
      if let nominal = scope.types.context.nominal, scope.outermost.isStaticContext {
        let type = compiler.staticSelf(of: nominal, scope.types.substitution)
        return TypedExpression(.metatype(type), .metatype(type), range)
      }
      return fail(
        "cannot find 'self' in scope; did you mean to use it in a type or extension context?",
        at: range)
    }
    capture(symbol, from: method)
    return TypedExpression(.variable(symbol), symbol.type, range)
  }

  private func unknown(_ name: String, _ range: SourceRange) -> TypedExpression {
    if name.hasPrefix("$"), Int(name.dropFirst()) != nil {
      return fail("anonymous closure argument not contained in a closure", at: range)
    }
    if BodyChecker.leftOut.contains(name) {
      return fail("'\(name)' is not part of the cell language", at: range)
    }
    if scope.isUpcoming(name) {
      return fail("use of local variable '\(name)' before its declaration", at: range)
    }
    let suggestion = compiler.suggestion(for: name, among: visibleNames)
    return fail("cannot find '\(name)' in scope\(suggestion)", at: range)
  }

  /// What people know from Swift and its libraries, and will look for here in vain.
  private static let leftOut: Set = [
    "Task", "TaskGroup", "MainActor", "DispatchQueue", "DispatchGroup", "DispatchSemaphore",
    "Thread",
    "Process", "NSRegularExpression", "FileManager",
    "URLSession", "NotificationCenter", "Timer", "RunLoop",
    "withTaskGroup", "withCheckedContinuation", "withUnsafePointer", "withUnsafeMutablePointer",
    "withUnsafeBytes", "withUnsafeMutableBytes", "unsafeBitCast", "unsafeDowncast",
  ]

  /// Every name that could be used here.
  var visibleNames: [String] {
    var names: Set<String> = []
    var next: FunctionScope? = scope
    while let current = next {
      for block in current.blocks { names.formUnion(block.keys) }
      next = current.parent
    }
    if let nominal = scope.types.context.nominal {
      let type = compiler.selfType(of: nominal, scope.types.substitution)
      names.formUnion(compiler.memberNames(of: type, isStatic: false))
    }
    names.formUnion(scope.types.context.file?.names.keys ?? [:].keys)
    names.formUnion(compiler.library.names)
    names.formUnion(Nominal.standard.keys)
    return names.filter { !$0.hasPrefix("$") }
  }
}
