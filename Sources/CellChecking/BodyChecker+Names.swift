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

  /// The method around, through its closures.
  var selfScope: FunctionScope? {
    var next: FunctionScope? = scope
    while let current = next {
      if current.selfSymbol != nil || current.parent == nil { return current }
      next = current.parent
    }
    return nil
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
      return TypedExpression(.constant(.host(symbol)), type, range)
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
    if symbol.owner == nil { compiler.usedVariables.append(symbol) }
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
