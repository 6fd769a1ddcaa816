internal import CellSyntax

extension Compiler {
  /// What a type has for a requirement, or a class for a method that may be overridden.
  package func witness(
    of symbol: FunctionSymbol, for type: Type, _ substitution: Substitution
  ) -> FunctionReference? {
    switch symbol.declaration.kind {
    case .getter, .setter: return accessorWitness(symbol, type)
    default: break
    }
    let wanted = signature(of: symbol)
    var first: FunctionReference?
    var best: (reference: FunctionReference, rank: Int, conditions: Int)?
    for found in members(symbol.name, of: type, isStatic: symbol.isStatic || symbol.isInitializer) {
      guard case .function(let candidate) = found.member,
        candidate.declaration.fullName == symbol.declaration.fullName,
        !candidate.isRequirement, !isBystander(found, symbol, type)
      else { continue }
      let own = signature(of: candidate)
      guard own.parameters.count == wanted.parameters.count else { continue }
      // What is nearer has hidden it.
      if let best, best.rank < found.rank { break }
      var types = found.substitution
      for (a, b) in zip(wanted.generics, own.generics) { types[b] = substitution[a] }
      let reference = FunctionReference(
        symbol: candidate, substitution: withSelf(type, of: candidate, types))
      if candidate == symbol { return reference }
      if takesSame(own, types, wanted, symbol, type, substitution) {
        // Of several in extensions of one protocol, that with the most conditions that hold.
        let conditions = own.requirements.count
        guard own.requirements.allSatisfy({ isSatisfied($0, types) }) else { continue }
        if best.map({ $0.rank == found.rank && conditions > $0.conditions }) ?? true {
          best = (reference, found.rank, conditions)
        }
      }
      first = first ?? reference
    }
    return best?.reference ?? first
  }

  /// Whether two functions of one name take the same: overloads differ in types and in `inout` only.
  private func takesSame(
    _ own: Signature, _ types: Substitution, _ wanted: Signature, _ symbol: FunctionSymbol,
    _ type: Type, _ substitution: Substitution
  ) -> Bool {
    var asked = substitution
    if let owner = symbol.owner, owner.kind == .protocol, let parameter = owner.parameters.first {
      asked[parameter] = type
    }
    return zip(own.parameters, wanted.parameters).allSatisfy { a, b in
      a.isInout == b.isInout && substitute(a.innerType, types) == substitute(b.innerType, asked)
    }
  }

  /// Whether a member only happens to have the name of a requirement: a class below the one that says that
  /// it conforms declares it, and it overrides nothing. What fulfils a requirement is settled where the
  /// conformance is declared.
  private func isBystander(
    _ found: FoundMember, _ symbol: FunctionSymbol, _ type: Type
  ) -> Bool {
    guard let wanted = symbol.owner, wanted.kind == .protocol, found.isOfClass,
      !found.member.isOverride
    else { return false }
    var conformer = type
    while let parent = superclass(of: conformer), protocols(of: parent).contains(wanted) {
      conformer = parent
    }
    return !isSubclass(conformer, of: found.owner)
  }

  private func accessorWitness(_ symbol: FunctionSymbol, _ type: Type) -> FunctionReference? {
    guard let owner = symbol.owner else { return nil }
    let isSetter: Bool = if case .setter = symbol.declaration.kind { true } else { false }
    if let property = environment.accessorsOf[symbol] {
      return propertyWitness(property.name, symbol, type, isSetter: isSetter)
    }
    for (name, members) in memberTable(of: owner).members {
      for member in members {
        switch member {
        case .property(let property) where property.getter == symbol || property.setter == symbol:
          return propertyWitness(name, symbol, type, isSetter: isSetter)
        case .subscript(let subscripted)
        where subscripted.getter == symbol || subscripted.setter == symbol:
          for found in self.members("subscript", of: type, isStatic: false) {
            guard case .subscript(let candidate) = found.member,
              let function = isSetter ? candidate.setter : candidate.getter,
              !function.isRequirement,
              candidate.declaration.parameters.map(\.label)
                == subscripted.declaration.parameters.map(\.label)
            else { continue }
            return FunctionReference(symbol: function, substitution: found.substitution)
          }
        default: continue
        }
      }
    }
    return nil
  }

  private func propertyWitness(
    _ name: String, _ symbol: FunctionSymbol, _ type: Type, isSetter: Bool
  ) -> FunctionReference? {
    for found in members(name, of: type, isStatic: symbol.isStatic) {
      guard case .property(let property) = found.member, !property.isRequirement,
        !isBystander(found, symbol, type)
      else { continue }
      let function: FunctionSymbol?
      if property.isStored {
        let watches = property.willSet != nil || property.didSet != nil
        function =
          isSetter
          ? (watches ? observingSetter(of: property) : storageSetter(of: property))
          : storageGetter(of: property)
      } else {
        function = isSetter ? property.setter : property.getter
      }
      guard let function else { continue }
      return FunctionReference(symbol: function, substitution: found.substitution)
    }
    return nil
  }
}
