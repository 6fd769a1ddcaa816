internal import CellChecking
internal import CellSyntax

/// The numbers of what all functions share.
extension Lowerer {
  /// A static property's place among the variables of the cells, and what fills it.
  func staticSlot(_ property: PropertySymbol, _ owner: Type) -> StaticSlot {
    let key = StaticKey(property: property, type: owner)
    let index: Int
    if let known = program.compiled.staticSlots[key] {
      index = known
    } else {
      index = program.newGlobal(.staticProperty(key))
      program.compiled.staticSlots[key] = index
      let type = compiler.substitute(
        compiler.propertyType(property), compiler.substitution(for: owner))
      program.compiled.mayHoldReferences[index] = program.mayHoldReferences(type)
    }
    guard property.node.initializer != nil else { return StaticSlot(index: index) }
    let function = program.function(
      for: FunctionReference(
        symbol: compiler.initialValueFunction(of: property),
        substitution: compiler.substitution(for: owner)))
    return StaticSlot(index: index, initial: function)
  }
}

extension Lowerer {
  /// The function that a requirement is for a type whose values tell no other; `nil` where only the
  /// value knows, or the machine is to say what is missing.
  func witness(
    of symbol: FunctionSymbol, for type: Type, _ substitution: Substitution
  ) -> FunctionReference? {
    guard symbol.isRequirement, let kind = type.nominal?.kind,
      kind == .structure || kind == .enumeration
    else { return nil }
    let found = compiler.witness(of: symbol, for: type, substitution.mapValues { final($0) })
    return found.flatMap { $0.symbol.isRequirement ? nil : $0 }
  }
}

extension Program {
  /// The number of a call that finds its function by the type of a value.
  func newDispatch() -> Int {
    compiled.dispatchCount += 1
    return compiled.dispatchCount - 1
  }

  /// A place for a variable of the cells.
  func newGlobal(_ owner: GlobalOwner) -> Int {
    compiled.owners.append(owner)
    compiled.valueCount += 1
    compiled.mayHoldReferences.append(true)
    return compiled.valueCount - 1
  }
}
