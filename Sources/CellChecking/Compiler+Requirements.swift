internal import CellSyntax

extension Compiler {
  /// Reports requirements that a type does not fulfil.
  func checkConformances(of type: Type, _ declaration: TypeDeclaration, _ nominal: Nominal) {
    for declaring in protocols(of: type) {
      guard declaring.declaration != nil, let context = nominal.context else { continue }
      // What the language adds to types fulfils those of its own library.
      let isStandard =
        declaring.context?.source.isLibrary == true && !library.isHost(declaring.name)
      guard !isStandard else { continue }
      let isHost = library.isHost(declaring.name)
      for (name, members) in memberTable(of: declaring).members.sorted(by: { $0.key < $1.key }) {
        for member in members where member.isRequirement {
          guard !isFulfilled(member, name, by: type, exactly: isHost) else { continue }
          report(
            "type '\(type)' does not conform to protocol '\(declaring.name)'",
            at: declaration.range, in: context.source,
            notes: isHost ? requirementNote(member, declaration.range) : [])
          return
        }
      }
    }
  }

  /// Whether a type has something for a requirement; exactly, when it is of the types asked for.
  private func isFulfilled(
    _ member: Member, _ name: String, by type: Type, exactly isExact: Bool
  ) -> Bool {
    switch member {
    case .function(let symbol):
      if symbol.isInitializer || name == "==" || name == "hash" || name == "<" { return true }
      return isExact ? hasExact(symbol, type) : witness(of: symbol, for: type, [:]) != nil
    case .property(let wanted):
      return members(name, of: type, isStatic: member.isStatic).contains { found in
        guard !found.member.isRequirement else { return false }
        guard isExact, case .property(let own) = found.member else { return true }
        return propertyType(own) == propertyType(wanted)
      }
    default: return true
    }
  }

  /// Whether a type has a function of the name, labels and types of a requirement.
  private func hasExact(_ symbol: FunctionSymbol, _ type: Type) -> Bool {
    let wanted = signature(of: symbol)
    return members(symbol.name, of: type, isStatic: symbol.isStatic).contains { found in
      guard case .function(let candidate) = found.member, !candidate.isRequirement,
        candidate.declaration.fullName == symbol.declaration.fullName
      else { return false }
      let own = signature(of: candidate)
      return own.functionType == wanted.functionType && (wanted.isThrowing || !own.isThrowing)
    }
  }

  private func requirementNote(
    _ member: Member, _ range: SourceRange
  ) -> [(message: String, range: SourceRange)] {
    switch member {
    case .function(let symbol):
      let type = signature(of: symbol).functionType
      return [
        ("protocol requires function '\(symbol.declaration.fullName)' with type '\(type)'", range)
      ]
    case .property(let symbol):
      return [
        ("protocol requires property '\(symbol.name)' with type '\(propertyType(symbol))'", range)
      ]
    default: return []
    }
  }
}
