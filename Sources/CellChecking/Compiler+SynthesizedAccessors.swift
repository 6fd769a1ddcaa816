package import CellSyntax

/// Functions that the language adds to properties.
extension Compiler {
  package func isSynthesized(_ symbol: FunctionSymbol) -> Bool {
    environment.accessorsOf[symbol] != nil
  }

  package func accessor(
    _ kind: String, _ property: PropertySymbol, isStatic: Bool? = nil,
    _ make: () -> FunctionDeclaration
  ) -> FunctionSymbol {
    let key = AccessorKey(property: property, kind: kind)
    if let known = environment.accessors[key] { return known }
    let symbol = FunctionSymbol(
      property.name, make(), context: property.context, owner: property.owner,
      isStatic: isStatic ?? property.isStatic)
    environment.accessors[key] = symbol
    environment.accessorsOf[symbol] = property
    return symbol
  }

  package func annotation(of property: PropertySymbol) -> TypeNode? { property.node.type }

  func selfMember(_ property: PropertySymbol) -> Expression {
    let range = property.node.pattern.range
    let owner = Expression.named("self", at: range)
    return Expression.member(property.name, of: owner, at: range)
  }

  /// A function that reads a stored property.
  package func storageGetter(of property: PropertySymbol) -> FunctionSymbol {
    let symbol = accessor("get", property) {
      let range = property.node.pattern.range
      return FunctionDeclaration(
        kind: .getter, name: "get", result: nil,
        body: [Statement(.returning(selfMember(property)), range)], range: range)
    }
    setSignature(symbol, result: propertyType(property), parameter: nil)
    return symbol
  }

  /// A function that writes a stored property.
  package func storageSetter(of property: PropertySymbol) -> FunctionSymbol {
    let symbol = accessor("set", property) {
      let range = property.node.pattern.range
      let value = Expression.named("$new", at: range)
      return FunctionDeclaration(
        kind: .setter, name: "set", modifiers: .isMutating,
        body: [
          Statement(.expression(Expression(.assignment(selfMember(property), value), range)), range)
        ],
        range: range)
    }
    setSignature(symbol, result: .void, parameter: propertyType(property))
    return symbol
  }

  /// A function that writes a stored property and runs its observers.
  package func observingSetter(of property: PropertySymbol) -> FunctionSymbol {
    let symbol = accessor("observe", property) {
      let range = property.node.pattern.range
      let change = ObservedChange(
        willSet: property.willSet?.declaration, didSet: property.didSet?.declaration, range: range)
      return FunctionDeclaration(
        kind: .setter, name: "set", modifiers: .isMutating,
        body: change.statements(storing: selfMember(property)), range: range)
    }
    setSignature(symbol, result: .void, parameter: propertyType(property))
    return symbol
  }

  /// A function that makes the first value of a property: of a lazy one with the instance at hand.
  package func initialValueFunction(of property: PropertySymbol) -> FunctionSymbol {
    let isStatic = property.isStatic || !property.isLazy
    let symbol = accessor("initial", property, isStatic: isStatic) {
      let range = property.node.pattern.range
      let whole = property.node.initializer ?? Expression(.nilLiteral, range)
      let value = whole.part(property.name, of: property.node.pattern) ?? whole
      return FunctionDeclaration(
        kind: .getter, name: "get", body: [Statement(.returning(value), range)], range: range)
    }
    setSignature(symbol, result: propertyType(property), parameter: nil)
    return symbol
  }

  func setSignature(_ symbol: FunctionSymbol, result: Type, parameter: Type?) {
    guard environment.signatures[symbol] == nil else { return }
    var signature = Signature()
    signature.result = result
    signature.context = symbol.context
    if let parameter { signature.parameters = [.init(label: nil, name: "$new", type: parameter)] }
    environment.signatures[symbol] = signature
  }
}
