internal import CellSyntax

extension Compiler {
  /// A type that belongs to another: a generic argument, a nested type, an alias or an associated type.
  /// `nil` when there is none, or the owner is not known yet.
  package func memberType(_ name: String, of type: Type) -> Type? {
    switch type {
    case .variable(let variable): return variable.binding.flatMap { memberType(name, of: $0) }
    case .parameter: return isAssociated(name) ? .member(type, name) : nil
    case .member(_, _): return .member(type, name)
    case .existential(let protocols): return constrainedType(name, of: protocols)
    case .nominal(let nominal, let arguments):
      if let index = nominal.parameters.lastIndex(where: { $0.name == name }) {
        return arguments[index]
      }
      let key = MemberTypeKey(type: type, name: name)
      if let known = environment.conformances.memberTypes[key] { return known }
      if environment.conformances.noMemberTypes.contains(key) { return nil }
      guard memberTypesInProgress.insert(key).inserted else { return nil }
      defer { memberTypesInProgress.remove(key) }
      let found = findMemberType(name, of: type, nominal)
      guard !type.hasVariables else { return found }
      if let found {
        environment.conformances.memberTypes[key] = found
      } else if isSettled, memberTypesInProgress.count == 1 {
        environment.conformances.noMemberTypes.insert(key)
      }
      return found
    default: return nil
    }
  }

  /// Whether nothing is being read that could still say more of any type.
  private var isSettled: Bool {
    tablesInProgress == 0 && inheritedInProgress.isEmpty && protocolsInProgress.isEmpty
  }

  private func isAssociated(_ name: String) -> Bool { name.first?.isUppercase ?? false }

  private func findMemberType(_ name: String, of type: Type, _ nominal: Nominal) -> Type? {
    let substitution = substitution(for: type)
    for member in memberTable(of: nominal).members[name] ?? [] {
      switch member {
      case .type(let nested):
        return substitute(.nominal(nested, nested.parameters.map { .parameter($0) }), substitution)
      case .alias(let alias) where alias.parameters.isEmpty:
        return substitute(
          resolve(
            alias.declaration.type,
            in: TypeScope(context: alias.context, substitution: substitution)), substitution)
      default: continue
      }
    }
    if let parent = superclass(of: type), let found = memberType(name, of: parent) { return found }
    guard nominal.kind != .protocol else { return nil }
    return inferAssociatedType(name, of: type)
  }

  /// What a type uses for an associated type, from how it fulfils the requirements.
  private func inferAssociatedType(_ name: String, of type: Type) -> Type? {
    let protocols = protocols(of: type)
    var fallback: (TypeNode, TypeScope)?
    for declaring in protocols {
      guard let selfParameter = declaring.parameters.first else { continue }
      let table = memberTable(of: declaring)
      for case .associatedType(let node) in table.members[name] ?? [] {
        if let found = witnessType(name, declaring, selfParameter, type) { return found }
        if fallback == nil, let context = declaring.context, let node = node.defaultType {
          fallback = (
            node,
            TypeScope(
              context: LexicalContext(
                .type(declaring, extension: nil), parent: context, source: context.source),
              substitution: [selfParameter: type])
          )
        }
      }
    }
    switch name {
    case "Iterator" where conforms(type, to: "IteratorProtocol"): return type
    case "Element":
      if let element = elementOfOpaqueIterator(of: type) { return element }
      if let iterator = memberType("Iterator", of: type), iterator != type,
        let element = memberType("Element", of: iterator)
      {
        return element
      }
    case "RawValue": if let nominal = type.nominal, let raw = rawType(of: nominal) { return raw }
    default: break
    }
    if let (node, scope) = fallback { return resolve(node, in: scope) }
    // An alias in an extension of a protocol.
    for declaring in protocols {
      guard let selfParameter = declaring.parameters.first else { continue }
      for case .alias(let alias) in memberTable(of: declaring).members[name] ?? [] {
        return resolve(
          alias.declaration.type,
          in: TypeScope(context: alias.context, substitution: [selfParameter: type]))
      }
    }
    return nil
  }

  /// What a sequence has whose iterator is only said to be `some IteratorProtocol<Element>`.
  private func elementOfOpaqueIterator(of type: Type) -> Type? {
    guard let nominal = type.nominal else { return nil }
    for case .function(let symbol) in memberTable(of: nominal).members["makeIterator"] ?? [] {
      guard case .opaque(let constraint)? = symbol.declaration.result?.kind,
        case .name("IteratorProtocol", let arguments) = constraint.kind, arguments.count == 1
      else { continue }
      let scope = TypeScope(context: symbol.context, substitution: substitution(for: type))
      return substitute(resolve(arguments[0], in: scope), substitution(for: type))
    }
    return nil
  }

  /// The associated type that follows from comparing the requirements of a protocol with the members
  /// of a type that have the same names.
  private func witnessType(
    _ name: String, _ declaring: Nominal, _ selfParameter: GenericParameter, _ type: Type
  ) -> Type? {
    guard let nominal = type.nominal else { return nil }
    let own = memberTable(of: nominal).members
    for (memberName, requirements) in memberTable(of: declaring).members {
      for requirement in requirements {
        guard let pattern = memberSignature(requirement), requirement.isRequirement,
          pattern.mentions(.member(.parameter(selfParameter), name))
        else { continue }
        for candidate in own[memberName] ?? [] {
          guard let witness = memberSignature(candidate), !candidate.isRequirement,
            witness.labels == pattern.labels
          else { continue }
          for (wanted, given) in zip(pattern.types, witness.types) {
            if let found = match(
              wanted, substitute(given, substitution(for: type)), name, selfParameter)
            {
              return found
            }
          }
        }
      }
    }
    return nil
  }

  private struct MemberSignature {
    package var labels: [String?]
    package var types: [Type]

    func mentions(_ type: Type) -> Bool { types.contains { $0.contains { $0 == type } } }
  }

  private func memberSignature(_ member: Member) -> MemberSignature? {
    switch member {
    case .function(let symbol):
      let signature = signature(of: symbol)
      return MemberSignature(
        labels: signature.parameters.map(\.label),
        types: signature.parameters.map(\.innerType) + [signature.result])
    case .property(let symbol):
      return MemberSignature(labels: [], types: [propertyType(symbol)])
    case .subscript(let symbol):
      let signature = signature(of: symbol.getter)
      return MemberSignature(
        labels: signature.parameters.map(\.label),
        types: signature.parameters.map(\.innerType) + [signature.result])
    default: return nil
    }
  }

  /// What stands at the place of `Self.name` when a pattern is laid over a type.
  private func match(
    _ pattern: Type, _ type: Type, _ name: String, _ selfParameter: GenericParameter
  ) -> Type? {
    if pattern == .member(.parameter(selfParameter), name) { return type }
    switch (pattern, type) {
    case (.nominal(let a, let x), .nominal(let b, let y)) where a == b:
      return zip(x, y).lazy.compactMap { self.match($0, $1, name, selfParameter) }.first
    case (.tuple(let x), .tuple(let y)) where x.count == y.count:
      return zip(x, y).lazy.compactMap { self.match($0.type, $1.type, name, selfParameter) }.first
    case (.function(let x), .function(let y)) where x.parameters.count == y.parameters.count:
      return zip(x.parameters, y.parameters).lazy
        .compactMap { self.match($0.type, $1.type, name, selfParameter) }.first
        ?? match(x.result, y.result, name, selfParameter)
    default: return nil
    }
  }
}

/// A type and the name of a type that belongs to it.
package struct MemberTypeKey: Hashable {
  package var type: Type
  package var name: String
}

extension Member {
  /// The name of a function with its labels.
  package var fullName: String? {
    if case .function(let symbol) = self { symbol.declaration.fullName } else { nil }
  }

  /// How many conditions the extension has that it stands in.
  var conditionCount: Int {
    let context: LexicalContext? =
      switch self {
      case .function(let symbol): symbol.context
      case .property(let symbol): symbol.context
      case .subscript(let symbol): symbol.getter.context
      case .enumCase, .type, .alias, .associatedType: nil
      }
    if case .type(_, let node?)? = context?.kind { return node.generics.requirements.count }
    return 0
  }

  /// Whether it is declared to override one of a class above.
  var isOverride: Bool {
    switch self {
    case .function(let symbol): symbol.declaration.modifiers.contains(.isOverride)
    case .property(let symbol): symbol.declaration.modifiers.contains(.isOverride)
    case .subscript(let symbol): symbol.declaration.modifiers.contains(.isOverride)
    case .enumCase, .type, .alias, .associatedType: false
    }
  }

  /// Whether it is a requirement of a protocol.
  package var isRequirement: Bool {
    switch self {
    case .function(let symbol): symbol.isRequirement
    case .property(let symbol): symbol.isRequirement
    case .subscript(let symbol): symbol.getter.isRequirement
    case .associatedType: true
    case .enumCase, .type, .alias: false
    }
  }
}
