internal import CellSyntax

/// Structs and enumerations that would have themselves in them, so that no value could ever be made.
extension Compiler {
  /// Reports a type that contains itself, and those declared within it.
  func checkContainment(of nominal: Nominal) {
    guard let declaration = nominal.declaration, let source = nominal.context?.source else {
      return
    }
    let table = memberTable(of: nominal)
    switch nominal.kind {
    case .structure:
      for property in table.stored {
        guard let inner = innerType(of: nominal, in: [propertyType(property)]) else {
          continue
        }
        if inner == selfType(of: nominal, [:]) {
          report(
            "value type '\(inner)' cannot have a stored property that recursively contains it",
            at: property.node.pattern.range, in: source)
        } else {
          report(
            "value type '\(selfType(of: nominal, [:]))' has infinite size", at: declaration.range,
            in: source)
        }
      }
    case .enumeration where innerType(of: nominal, in: payloadTypes(of: nominal)) != nil:
      report(
        "recursive enum '\(selfType(of: nominal, [:]))' is not marked 'indirect'",
        at: declaration.range, in: source)
    default: break
    }
    for case .type(let nested) in table.members.values.joined() { checkContainment(of: nested) }
  }

  /// The first type of a declaration that values of some types have in them; the declarations that these
  /// are in are not gone into again.
  private func innerType(
    of wanted: Nominal, in types: [Type], within outer: Set<Nominal> = []
  ) -> Type? {
    for type in types {
      if let found = innerType(of: wanted, in: type, within: outer) { return found }
    }
    return nil
  }

  private func innerType(of wanted: Nominal, in type: Type, within outer: Set<Nominal>) -> Type? {
    switch type {
    case .tuple(let elements):
      return innerType(of: wanted, in: elements.map(\.type), within: outer)
    case .nominal(let nominal, _):
      if nominal == wanted { return type }
      guard !outer.contains(nominal) else { return nil }
      let substitution = substitution(for: type)
      return innerType(
        of: wanted, in: partTypes(of: nominal).map { substitute($0, substitution) },
        within: outer.union([nominal]))
    default: return nil
    }
  }

  /// What each value of a declaration has in it.
  private func partTypes(of nominal: Nominal) -> [Type] {
    switch nominal.kind {
    case _ where nominal.keepsPartsElsewhere: []
    case .structure: memberTable(of: nominal).stored.map(propertyType)
    case .enumeration: payloadTypes(of: nominal)
    case .class, .protocol, .host: []
    }
  }

  /// The types of what the cases of an enumeration carry, but for those that are kept elsewhere.
  private func payloadTypes(of nominal: Nominal) -> [Type] {
    if nominal.declaration?.modifiers.contains(.isIndirect) == true { return [] }
    return memberTable(of: nominal).cases.filter { !$0.declaration.isIndirect }
      .flatMap { payload(of: $0).map(\.type) }
  }
}

extension Nominal {
  /// Whether its values refer to what is in them, or are of the library and have nothing of the cells'.
  fileprivate var keepsPartsElsewhere: Bool {
    self == .array || self == .set || self == .dictionary
      || parameters.isEmpty && context?.source.isLibrary != false
  }
}
