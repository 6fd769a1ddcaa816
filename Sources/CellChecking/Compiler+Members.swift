internal import CellSyntax

/// A member found on a type, with what its owner's generic parameters stand for.
package struct FoundMember {
  package var member: Member
  package var substitution: Substitution
  /// How far it is from the type itself: lower is nearer, and wins where several fit.
  package var rank: Int
  /// The type whose member it is: the type itself, a class above it.
  package var owner: Type

  /// Whether a class declares it, and no protocol.
  package var isOfClass: Bool {
    switch member {
    case .function(let symbol): symbol.owner?.kind == .class
    case .property(let symbol): symbol.owner.kind == .class
    case .subscript(let symbol): symbol.getter.owner?.kind == .class
    default: false
    }
  }
}

extension Compiler {
  /// The members of a type's values, or of the type itself, that have a name.
  package func members(_ name: String, of type: Type, isStatic: Bool) -> [FoundMember] {
    var result: [FoundMember] = []
    func add(_ nominal: Nominal, _ substitution: Substitution, _ owner: Type, rank: Int) {
      for member in byConditions(memberTable(of: nominal).members[name] ?? [])
      where member.isStatic == isStatic {
        result.append(
          FoundMember(
            member: member, substitution: substitution,
            rank: member.isRequirement ? rank + 1000 : rank, owner: owner))
      }
    }
    var rank = 0
    if case .nominal(let nominal, _) = type {
      add(nominal, substitution(for: type), type, rank: 0)
    }
    var parent = superclass(of: type)
    while let current = parent, let nominal = current.nominal {
      rank += 1
      add(nominal, substitution(for: current), current, rank: rank)
      parent = superclass(of: current)
    }
    for declaring in protocols(of: type) {
      guard let selfParameter = declaring.parameters.first else { continue }
      rank += 1
      add(declaring, [selfParameter: type], type, rank: rank)
    }
    // A requirement stands back behind what fulfils it; on `any P` it is what there is.
    if case .existential = type {
      for index in result.indices where result[index].rank >= 1000 { result[index].rank -= 1000 }
      return result.sorted { $0.rank < $1.rank }
    }
    if result.contains(where: { $0.rank < 1000 }) { result.removeAll { $0.rank >= 1000 } }
    return result
  }

  /// Members of one type with those first that stand in extensions with more conditions: where these hold,
  /// they are meant.
  private func byConditions(_ members: [Member]) -> [Member] {
    guard members.count > 1, members.contains(where: { $0.conditionCount > 0 }) else {
      return members
    }
    return members.indices
      .sorted { (-members[$0].conditionCount, $0) < (-members[$1].conditionCount, $1) }
      .map { members[$0] }
  }

  /// The names of all members, for completion and suggestions.
  package func memberNames(of type: Type, isStatic: Bool) -> [String] {
    var names: Set<String> = []
    func add(_ nominal: Nominal) {
      for (name, members) in memberTable(of: nominal).members
      where members.contains(where: { $0.isStatic == isStatic }) {
        names.insert(name)
      }
    }
    var current: Type? = type
    while let type = current, let nominal = type.nominal {
      add(nominal)
      current = superclass(of: type)
    }
    protocols(of: type).forEach(add)
    return names.subtracting(["init", "subscript", "deinit"]).sorted()
  }

  /// Stored properties of a struct or class with all inherited ones first, and where one stands.
  package func storedProperties(of type: Type) -> [(property: PropertySymbol, type: Type)] {
    guard case .nominal(let nominal, _) = type else { return [] }
    let inherited = superclass(of: type).map { storedProperties(of: $0) } ?? []
    let substitution = substitution(for: type)
    return inherited
      + memberTable(of: nominal).stored.map {
        ($0, substitute(propertyType($0), substitution))
      }
  }

  /// The place of a stored property among all of its type.
  func fieldIndex(of property: PropertySymbol, in type: Type) -> Int? {
    var count = 0
    var chain: [Nominal] = []
    var current: Type? = type
    while let type = current, let nominal = type.nominal {
      chain.insert(nominal, at: 0)
      current = superclass(of: type)
    }
    for nominal in chain {
      let stored = memberTable(of: nominal).stored
      if let index = stored.firstIndex(of: property) { return count + index }
      count += stored.count
    }
    return nil
  }

  /// The operator that a type declares for two values of itself.
  package func ownOperator(_ name: String, of type: Type) -> FoundMember? {
    guard let nominal = type.nominal, nominal.kind != .host else { return nil }
    // Classes inherit it with the conformance.
    if let parent = superclass(of: type), let found = ownOperator(name, of: parent) { return found }
    let own = members(name, of: type, isStatic: true).first { found in
      guard case .function(let symbol) = found.member, !symbol.isRequirement else { return false }
      let signature = signature(of: symbol)
      return signature.parameters.count == 2
        && signature.parameters.allSatisfy { substitute($0.type, found.substitution) == type }
    }
    return own ?? globalOperator(name, of: type)
  }

  /// The operator for two values of a type that the cells declare outside of it.
  private func globalOperator(_ name: String, of type: Type) -> FoundMember? {
    for case .function(let symbol) in environment.names[name] ?? [] {
      let signature = signature(of: symbol)
      guard signature.parameters.count == 2, signature.result == .bool,
        let first = matching(signature.parameters[0].type, type, signature.generics),
        substitute(signature.parameters[1].type, first) == type
      else { continue }
      return FoundMember(member: .function(symbol), substitution: first, rank: 0, owner: type)
    }
    return nil
  }

  /// What generic parameters stand for where a type that speaks of them is another; nil where it is not.
  func matching(
    _ pattern: Type, _ type: Type, _ generics: [GenericParameter]
  ) -> Substitution? {
    if case .parameter(let parameter) = pattern, generics.contains(parameter) {
      return [parameter: type]
    }
    guard case .nominal(let a, let x) = pattern, case .nominal(let b, let y) = type, a == b,
      x.count == y.count
    else { return pattern == type ? [:] : nil }
    var result: Substitution = [:]
    for (inner, other) in zip(x, y) {
      guard let found = matching(substitute(inner, result), other, generics) else { return nil }
      result.merge(found) { first, _ in first }
    }
    return result
  }
}
