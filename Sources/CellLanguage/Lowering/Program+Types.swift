internal import CellChecking

/// Types at run time.
extension Program {
  /// The type at run time.
  func typeObject(_ type: Type) -> TypeObject {
    if let known = compiled.typeObjects[type] { return known }
    let object = TypeObject(type)
    compiled.typeObjects[type] = object
    if isRunning { compiled.additions.append(.type(type)) }
    fill(object)
    return object
  }

  /// Gives a type at run time the names and types that showing it takes.
  private func fill(_ object: TypeObject) {
    guard case .nominal(let nominal, _) = object.type else { return }
    switch nominal.kind {
    case .structure, .class:
      let stored = compiler.storedProperties(of: object.type)
      object.fieldNames = stored.map(\.property.name)
      object.fieldTypes = stored.map(\.type)
      if let parent = compiler.superclass(of: object.type) {
        object.superclass = typeObject(parent)
      }
      for found in compiler.members("deinit", of: object.type, isStatic: false) {
        guard case .function(let symbol) = found.member else { continue }
        object.deinitializers.append(
          function(for: FunctionReference(symbol: symbol, substitution: found.substitution)))
      }
    case .enumeration:
      let substitution = compiler.substitution(for: object.type)
      object.cases = compiler.memberTable(of: nominal).cases.map { symbol in
        let payload = compiler.payload(of: symbol)
        return EnumCaseLayout(
          name: symbol.name, labels: payload.map(\.label),
          types: payload.map { compiler.substitute($0.type, substitution) })
      }
    case .protocol, .host: break
    }
    object.hasOwnEquality = compiler.ownOperator("==", of: object.type) != nil
    object.hasOwnHash = compiler.members("hash", of: object.type, isStatic: false).contains {
      !$0.member.isRequirement && $0.member.fullName == "hash(into:)"
    }
    object.isDescribed = compiler.conforms(object.type, to: "CustomStringConvertible")
    object.isDebugDescribed = compiler.conforms(object.type, to: "CustomDebugStringConvertible")
  }

  /// Has types made anew that an extension may add a conformance or an operator to.
  func forgetTypeObjects(of nominal: Nominal) {
    let affected = compiled.typeObjects.keys.filter { type in
      type.nominal === nominal
        || nominal.kind == .class && type.nominal?.kind == .class
          && compiler.isSubclass(type, of: .nominal(nominal, type.arguments))
    }
    guard !affected.isEmpty else { return }
    for type in affected { compiled.typeObjects[type] = nil }
    compiled.hasOutdatedTypes = true
  }
}
