internal import CellSyntax

extension BodyChecker {
  /// A property of a value, or of a type when there is no receiver.
  func property(
    _ symbol: PropertySymbol, _ found: FoundMember, _ receiver: TypedExpression?, _ owner: Type,
    _ range: SourceRange, isSuper: Bool = false
  ) -> TypedExpression {
    let value = plainProperty(symbol, found, receiver, owner, range, isSuper: isSuper)
    value.isImplicit = symbol.node.type?.isImplicit ?? false
    return value
  }

  private func plainProperty(
    _ symbol: PropertySymbol, _ found: FoundMember, _ receiver: TypedExpression?, _ owner: Type,
    _ range: SourceRange, isSuper: Bool
  ) -> TypedExpression {
    let type =
      symbol.getter.flatMap { compiler.opaqueResult(of: $0, found.substitution.mapValues(deep)) }
      ?? compiler.substitute(compiler.propertyType(symbol), found.substitution)
    if symbol.isStatic { return staticProperty(symbol, found, type, range) }
    guard let receiver else {
      return fail(
        "instance member '\(symbol.name)' cannot be used on type '\(deep(owner))'", at: range)
    }
    if symbol.isStored {
      guard let index = compiler.fieldIndex(of: symbol, in: deep(found.owner)) else {
        return fail("value of type '\(deep(owner))' has no member '\(symbol.name)'", at: range)
      }
      let kind: TypedExpression.Kind =
        symbol.owner.kind == .class ? .instanceField(receiver, index) : .field(receiver, index)
      let stored = TypedExpression(kind, type, range)
      if symbol.isWeak { return TypedExpression(.strengthen(stored), type, range) }
      if symbol.isLazy { return lazyProperty(symbol, stored, receiver, type, range) }
      if !isSuper, symbol.owner.kind == .class, !isInsideAccessors(of: symbol),
        compiler.environment.overriddenProperties.contains(symbol.name)
      {
        return overridable(symbol, found, receiver, type, range)
      }
      if symbol.willSet != nil || symbol.didSet != nil, !isInsideAccessors(of: symbol) {
        return observed(symbol, found, receiver, type, range)
      }
      return stored
    }
    guard let getter = symbol.getter else { return wrong(range) }
    if let operation = getter.native?.operation {
      return TypedExpression(.operation(operation, [receiver]), type, range)
    }
    let isReference = receiver.isReference(shallow(receiver.type))
    let use = AccessorUse(
      getter: callee(getter, found.substitution, owner: deep(owner), isSuper: isSuper),
      setter: symbol.setter.map {
        callee($0, found.substitution, owner: deep(owner), isSuper: isSuper)
      },
      receiver: receiver, isReference: isReference, isMutatingGetter: getter.isMutating)
    return TypedExpression(.computed(use, []), type, range)
  }

  private func staticProperty(
    _ symbol: PropertySymbol, _ found: FoundMember, _ type: Type, _ range: SourceRange
  ) -> TypedExpression {
    let owner = deep(found.owner)
    guard let getter = symbol.getter else {
      if symbol.willSet != nil || symbol.didSet != nil, !isInsideAccessors(of: symbol) {
        return observed(symbol, found, nil, type, range)
      }
      return TypedExpression(.staticField(symbol, owner, initial: nil), type, range)
    }
    let use = AccessorUse(
      getter: callee(getter, found.substitution, owner: owner, isSuper: false),
      setter: symbol.setter.map {
        callee($0, found.substitution, owner: owner, isSuper: false)
      },
      receiver: nil, isReference: true)
    return TypedExpression(.computed(use, []), type, range)
  }

  /// How a member function is called: directly where the type decides, by the value's type otherwise.
  func callee(
    _ symbol: FunctionSymbol, _ substitution: Substitution, owner: Type, isSuper: Bool
  ) -> Callee {
    if !symbol.isStatic, !isSuper {
      if symbol.isRequirement { return .dynamic(symbol, substitution) }
      if symbol.owner?.kind == .class, !symbol.declaration.modifiers.contains(.isFinal),
        !symbol.declaration.modifiers.contains(.isPrivate), symbol.native == nil,
        !symbol.isInitializer
      {
        return .dynamic(symbol, substitution)
      }
    }
    if !symbol.isStatic, symbol.owner?.kind == .protocol, compiler.isOpened(owner) {
      return .dynamic(symbol, substitution)
    }
    if symbol.isRequirement, symbol.isStatic, !owner.isError {
      return witness(symbol, for: owner, substitution)
    }
    return .function(
      FunctionReference(
        symbol: symbol, substitution: compiler.withSelf(owner, of: symbol, substitution)))
  }

  /// What a type has for a static requirement.
  private func witness(
    _ symbol: FunctionSymbol, for owner: Type, _ substitution: Substitution
  ) -> Callee {
    let found = compiler.members(symbol.name, of: owner, isStatic: true)
    for member in found where !member.member.isRequirement {
      if case .function(let candidate) = member.member,
        candidate.declaration.fullName == symbol.declaration.fullName
      {
        return .function(FunctionReference(symbol: candidate, substitution: member.substitution))
      }
    }
    return .function(FunctionReference(symbol: symbol, substitution: substitution))
  }

  /// Whether this is inside the observers or an initialiser of the type, where assignments do not
  /// observe.
  private func isInsideAccessors(of symbol: PropertySymbol) -> Bool {
    let outer = scope.outermost
    if outer.observed === symbol { return true }
    return outer.isInitializer && scope.types.context.nominal == symbol.owner
  }

  /// A stored property that a class below overrides: read and written through the value's type.
  private func overridable(
    _ symbol: PropertySymbol, _ found: FoundMember, _ receiver: TypedExpression, _ type: Type,
    _ range: SourceRange
  ) -> TypedExpression {
    let isWatched = symbol.willSet != nil || symbol.didSet != nil
    let setter =
      isWatched ? compiler.observingSetter(of: symbol) : compiler.storageSetter(of: symbol)
    let use = AccessorUse(
      getter: .dynamic(compiler.storageGetter(of: symbol), found.substitution),
      setter: symbol.isLet ? nil : .dynamic(setter, found.substitution),
      receiver: receiver, isReference: true)
    return TypedExpression(.computed(use, []), type, range)
  }

  /// A stored property with `willSet` or `didSet`: read directly, written through a function.
  private func observed(
    _ symbol: PropertySymbol, _ found: FoundMember, _ receiver: TypedExpression?, _ type: Type,
    _ range: SourceRange
  ) -> TypedExpression {
    let getter = compiler.storageGetter(of: symbol)
    let setter = compiler.observingSetter(of: symbol)
    let use = AccessorUse(
      getter: .function(FunctionReference(symbol: getter, substitution: found.substitution)),
      setter: .function(FunctionReference(symbol: setter, substitution: found.substitution)),
      receiver: receiver, isReference: symbol.owner.kind == .class || symbol.isStatic)
    return TypedExpression(.computed(use, []), type, range)
  }

  private func lazyProperty(
    _ symbol: PropertySymbol, _ stored: TypedExpression, _ receiver: TypedExpression,
    _ type: Type, _ range: SourceRange
  ) -> TypedExpression {
    let initial = compiler.initialValueFunction(of: symbol)
    let substitution = compiler.substitution(for: deep(receiver.type))
    return TypedExpression(
      .lazyField(stored, FunctionReference(symbol: initial, substitution: substitution), receiver),
      type, range)
  }
}

extension TypedExpression {
  /// Whether values of a type are references, so that changing a property changes no place.
  package func isReference(_ type: Type) -> Bool {
    if let nominal = type.nominal { return nominal.kind == .class }
    if case .existential(let protocols) = type {
      return protocols.contains { $0.isClassBound }
    }
    return false
  }
}

extension Nominal {
  /// Whether only classes can conform: `protocol P: AnyObject`.
  var isClassBound: Bool {
    kind == .class || declaration?.inheritance.contains { $0.spelledName == "AnyObject" } ?? false
  }
}
