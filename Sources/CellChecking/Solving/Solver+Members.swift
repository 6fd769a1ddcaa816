internal import CellSyntax

extension Solver {
  func member(_ base: Expression?, _ name: Name, _ expression: Expression) throws -> Type {
    let type = variable()
    guard let base else {
      return startingChain { owner in
        add(.implicitMember(base: owner, name, type))
        return type
      }
    }
    if checker.isModule(base) { throw Unsupported() }
    if let owner = checker.typeExpression(base) {
      let opened = checker.openArguments(owner)
      if name.base == "self" { return .metatype(opened) }
      return try staticValue(name, of: opened)
    }
    return try chained {
      add(.member(try self.type(of: base), name, type))
      return type
    }
  }

  /// A member of a type that is read.
  private func staticValue(_ name: Name, of owner: Type) throws -> Type {
    if name.base == "init" { return reference(checker.initializers(of: owner), name) }
    let found = compiler.members(name.base, of: owner, isStatic: true)
    guard found.isEmpty else { return try value(of: found, name, owner, receiver: nil) }
    // A method that is handed its receiver first: `String.uppercased`.
    let methods = checker.candidates(
      from: compiler.members(name.base, of: checker.deep(owner), isStatic: false), owner: owner,
      receiver: stand(owner))
    guard !methods.isEmpty else { throw Unsupported() }
    return .function(
      FunctionType(parameters: [.init(type: owner)], result: reference(methods, name)))
  }

  // MARK: - Chains that begin with an implicit member

  /// Runs `body` for a link of a chain whose first link may be an implicit member.
  func chained(_ body: () throws -> Type) rethrows -> Type {
    depthOfChain += 1
    defer { depthOfChain -= 1 }
    let type = try body()
    if depthOfChain == 1, let base = implicitBase {
      implicitBase = nil
      add(.implicitBase(end: type, base: base))
    }
    return type
  }

  /// Runs `body` for the first link, an implicit member of the type that it is handed.
  func startingChain(_ body: (Type) throws -> Type) rethrows -> Type {
    let base = variable()
    if depthOfChain > 0 {
      implicitBase = base
      return try body(base)
    }
    let type = try body(base)
    add(.implicitBase(end: type, base: base))
    return type
  }

  /// Runs `body` for what is no link of the chain around: an argument, an operand.
  func outsideOfChain<T>(_ body: () throws -> T) rethrows -> T {
    let outer = (depthOfChain, implicitBase)
    (depthOfChain, implicitBase) = (0, nil)
    defer { (depthOfChain, implicitBase) = outer }
    return try body()
  }

  // MARK: - Simplifying

  /// A member that is read of a type whose head is known; nil where it must wait.
  func simplifyMember(_ base: Type, _ name: Name, _ type: Type) -> Bool? {
    let owner = shallow(base)
    guard isKnown(owner) else { return nil }
    if case .error = owner { return true }
    if name.base == "self" { return unify(type, owner) }
    if case .tuple(let elements) = owner {
      guard let index = checker.tupleIndex(name.base, elements) else { return false }
      return unify(type, elements[index].type)
    }
    let concrete = checker.deep(owner)
    let result: Type?
    if case .metatype(let instance) = concrete {
      result = try? staticValue(name, of: instance)
    } else {
      let found = compiler.members(name.base, of: concrete, isStatic: false)
      // What a match has follows from the expression that it is of.
      if found.isEmpty, concrete.hasVariables { return nil }
      result =
        found.isEmpty
        ? dynamicMember(name, concrete)
        : try? value(of: found, name, concrete, receiver: stand(concrete))
    }
    guard let result else { return false }
    return unify(type, result)
  }

  /// A member of a match that is one of its output.
  private func dynamicMember(_ name: Name, _ owner: Type) -> Type? {
    checker.tentatively {
      let errors = compiler.errorCount
      let value = checker.dynamicMember(
        name, of: stand(owner), owner, name.range, nil)
      return compiler.errorCount == errors ? value.map { checker.deep($0.type) } : nil
    }
  }

  /// `.name` of a type that is known; nil where it must wait.
  func simplifyImplicitMember(_ base: Type, _ name: Name, _ type: Type) -> Bool? {
    guard isKnown(base) else { return nil }
    guard let owner = implicitOwner(base, name.base),
      let value = try? staticValue(name, of: owner)
    else { return false }
    return unify(type, value)
  }

  /// The type whose static member `.name` is: what is wanted, or what that wraps.
  func implicitOwner(_ base: Type, _ name: String) -> Type? {
    var type = shallow(base)
    while let wrapped = type.optionalWrapped {
      if name == "none" || name == "some" { return checker.deep(type) }
      if name != "init", !compiler.members(name, of: checker.deep(type), isStatic: true).isEmpty {
        return checker.deep(type)
      }
      guard isKnown(wrapped) else { return nil }
      type = shallow(wrapped)
    }
    if case .function = type { return nil }
    return checker.deep(type)
  }
}
