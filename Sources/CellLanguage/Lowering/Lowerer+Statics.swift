/// The numbers of what all functions share.
extension Lowerer {
  /// A static property's place among the variables of the cells, and what fills it.
  func staticSlot(_ property: PropertySymbol, _ owner: Type) -> StaticSlot {
    let key = StaticKey(property: property, type: owner)
    let index: Int
    if let known = compiler.environment.staticSlots[key] {
      index = known
    } else {
      index = compiler.newGlobal(.staticProperty(key))
      compiler.environment.staticSlots[key] = index
      let type = compiler.substitute(
        compiler.propertyType(property), compiler.substitution(for: owner))
      compiler.environment.mayHoldReferences[index] = compiler.mayHoldReferences(type)
    }
    guard property.node.initializer != nil else { return StaticSlot(index: index) }
    let function = compiler.function(
      for: FunctionReference(
        symbol: compiler.initialValueFunction(of: property),
        substitution: compiler.substitution(for: owner)))
    return StaticSlot(index: index, initial: function)
  }
}

extension Compiler {
  /// The number of a call that finds its function by the type of a value.
  func newDispatch() -> Int {
    environment.dispatchCount += 1
    return environment.dispatchCount - 1
  }

  /// A place for a variable of the cells.
  func newGlobal(_ owner: GlobalOwner) -> Int {
    environment.owners.append(owner)
    environment.valueCount += 1
    environment.mayHoldReferences.append(true)
    return environment.valueCount - 1
  }
}
