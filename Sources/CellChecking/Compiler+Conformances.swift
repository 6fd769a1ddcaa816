package import CellSyntax

extension Compiler {
  /// All protocols that a type conforms to, nearest first.
  package func protocols(of type: Type) -> [Nominal] {
    if case .variable(let variable) = type { return variable.binding.map(protocols) ?? [] }
    let key = ConformanceCache.key(type)
    if let known = environment.conformances.protocols[key] { return known }
    var result: [Nominal] = []
    var seen: Set<Nominal> = []
    func visit(_ nominal: Nominal) {
      if nominal.kind == .class { return self.protocols(of: .nominal(nominal, [])).forEach(visit) }
      guard seen.insert(nominal).inserted else { return }
      result.append(nominal)
      for entry in inherited(by: nominal) {
        if case .existential(let protocols) = entry.type { protocols.forEach(visit) }
      }
    }
    switch type {
    case .existential(let protocols):
      protocols.forEach(visit)
      if protocols.count == 1 {
        if inheritedInProgress.isEmpty, protocolsInProgress.isEmpty {
          environment.conformances.protocols[key] = result
        }
        return result
      }
    case .nominal(let nominal, _):
      // The conditions may ask about this type again.
      guard protocolsInProgress.insert(type).inserted else { return [] }
      defer { protocolsInProgress.remove(type) }
      visitProtocols(of: type, nominal, visit)
    case .parameter, .member: inquiry?.constraints[type]?.forEach(visit)
    default: break
    }
    result = refinedFirst(result)
    // What is found while declarations are still being read is not all.
    if inheritedInProgress.isEmpty, protocolsInProgress.count <= 1 {
      environment.conformances.protocols[key] = result
    }
    return result
  }

  /// Visits the protocols that a type's declaration and extensions name, those of the class above, and
  /// those that enumerations conform to without saying it.
  private func visitProtocols(of type: Type, _ nominal: Nominal, _ visit: (Nominal) -> Void) {
    let substitution = substitution(for: type)
    for entry in inherited(by: nominal) {
      guard case .existential(let protocols) = entry.type,
        entry.requirements.allSatisfy({ isSatisfied($0, substitution) })
      else { continue }
      protocols.forEach(visit)
    }
    if let parent = superclass(of: type) { protocols(of: parent).forEach(visit) }
    guard nominal.kind == .enumeration else { return }
    if isPlainEnumeration(nominal) {
      for name in ["Equatable", "Hashable"] { standardProtocol(name).map(visit) }
    }
    if rawType(of: nominal) != nil { standardProtocol("RawRepresentable").map(visit) }
  }

  /// Protocols with each before those that it refines: a member of the former is nearer.
  private func refinedFirst(_ protocols: [Nominal]) -> [Nominal] {
    guard protocols.count > 1 else { return protocols }
    let depths = protocols.map { self.protocols(of: .existential([$0])).count }
    return protocols.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }.map { protocols[$0] }
  }

  /// The types without parameters that cells declare and literals of numbers or texts may be of.
  var ownLiteralTypes: [Type] {
    environment.names.values.joined().compactMap { symbol in
      guard case .type(let nominal) = symbol, nominal.parameters.isEmpty else { return nil }
      let type = Type.nominal(nominal, [])
      let isLiteral = ["Integer", "Float", "String"].contains {
        conforms(type, to: "ExpressibleBy\($0)Literal")
      }
      return isLiteral ? type : nil
    }
  }

  /// A protocol of the standard library.
  func standardProtocol(_ name: String) -> Nominal? {
    if let known = environment.conformances.standard[name] { return known }
    for case .type(let nominal) in library.symbols(named: name) where nominal.kind == .protocol {
      environment.conformances.standard[name] = nominal
      return nominal
    }
    return nil
  }

  /// Whether all cases are without payload.
  func isPlainEnumeration(_ nominal: Nominal) -> Bool {
    guard let declaration = nominal.declaration else { return false }
    return declaration.members.allSatisfy {
      if case .cases(let cases) = $0 { cases.allSatisfy { !$0.hasPayload } } else { true }
    }
  }

  /// Whether a type conforms to a protocol.
  package func conforms(_ type: Type, to wanted: Nominal) -> Bool {
    switch wanted.name {
    case "Sendable", "Copyable", "Escapable", "SendableMetatype", "BitwiseCopyable": return true
    default: break
    }
    if let constrained = wanted.constrained {
      switch type {
      case .nominal: return conforms(type, toConstrained: constrained)
      default: break
      }
    }
    if wanted.kind == .class { return isSubclass(type, of: .nominal(wanted, [])) }
    switch type {
    case .error, .parameter, .member, .unresolved: return true
    case .variable(let variable):
      if let binding = variable.binding { return conforms(binding, to: wanted) }
      switch variable.literal {
      case .integer:
        return conforms(.int, to: wanted) || conforms(.double, to: wanted)
      case .floating: return conforms(.double, to: wanted)
      case .string, .character: return conforms(.string, to: wanted)
      case nil: return true
      }
    case .nominal, .existential: return protocols(of: type).contains(wanted)
    case .tuple(let elements):
      if isConformedToByElements(wanted) {
        return !elements.isEmpty && elements.allSatisfy { conforms($0.type, to: wanted) }
      }
      return ["Equatable", "Comparable", "Hashable"].contains(wanted.name) && elements.isEmpty
    case .function, .metatype: return false
    }
  }

  /// Whether a tuple conforms to a protocol when all of its elements do, as packs of arguments do in
  /// Swift.
  private func isConformedToByElements(_ wanted: Nominal) -> Bool {
    inherited(by: wanted).contains { entry in
      guard case .existential(let protocols) = entry.type else { return false }
      return protocols.contains { $0.name == "_ConformsByElements" }
    }
  }

  /// Whether a type conforms to a protocol of the standard library.
  package func conforms(_ type: Type, to name: String) -> Bool {
    standardProtocol(name).map { conforms(type, to: $0) } ?? false
  }

  /// Whether a requirement holds once its parameters are replaced.
  package func isSatisfied(_ requirement: Requirement, _ substitution: Substitution) -> Bool {
    switch requirement {
    case .conformance(let type, let wanted):
      return conforms(substitute(type, substitution), to: wanted)
    case .superclass(let type, let parent):
      return isSubclass(substitute(type, substitution), of: substitute(parent, substitution))
    case .same(let a, let b):
      let a = substitute(a, substitution)
      let b = substitute(b, substitution)
      return a == b || a.hasVariables || b.hasVariables || a.isGeneric || b.isGeneric
    }
  }

  /// The requirements that a generic clause spells.
  package func requirements(_ clause: GenericClause, in scope: TypeScope) -> [Requirement] {
    var result: [Requirement] = []
    for parameter in clause.parameters {
      guard let constraint = parameter.constraint else { continue }
      let node = TypeNode(.name(parameter.name, []), constraint.range)
      result += requirements(resolve(node, in: scope), constraint, in: scope)
    }
    for requirement in clause.requirements {
      switch requirement {
      case .conformance(let type, let constraint):
        result += requirements(resolve(type, in: scope), constraint, in: scope)
      case .same(let a, let b):
        result.append(.same(resolve(a, in: scope), resolve(b, in: scope)))
      }
    }
    return result
  }

  /// What `type: constraint` requires; `Sequence<Int>` requires the element type too.
  package func requirements(_ type: Type, _ constraint: TypeNode, in scope: TypeScope)
    -> [Requirement]
  {
    var result: [Requirement] = []
    switch constraint.kind {
    case .composition(let parts):
      return parts.flatMap { requirements(type, $0, in: scope) }
    case .existential(let inner), .opaque(let inner):
      return requirements(type, inner, in: scope)
    default: break
    }
    var parent = constraint
    if case .name(let name, let arguments) = constraint.kind, !arguments.isEmpty {
      let bare = TypeNode(.name(name, []), constraint.range)
      if case .existential(let protocols) = resolve(bare, in: scope), let first = protocols.first {
        parent = bare
        result += zip(primaryTypes(of: first), arguments).map {
          .same(.member(type, $0), resolve($1, in: scope))
        }
      }
    }
    switch resolve(parent, in: scope) {
    case .existential(let parts):
      result += parts.map {
        $0.kind == .class ? .superclass(type, .nominal($0, [])) : .conformance(type, $0)
      }
    case .error: break
    case let parent: result.append(.superclass(type, parent))
    }
    return result
  }
}
