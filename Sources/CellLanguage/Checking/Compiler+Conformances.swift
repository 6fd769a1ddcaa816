internal import CellSyntax

extension Compiler {
  /// A protocol that a type says it conforms to, or a class that it inherits from.
  struct Inherited: Sendable {
    var type: Type
    var requirements: [Requirement]
  }

  /// What a type's declaration and extensions inherit from, in terms of its parameters.
  func inherited(by nominal: Nominal) -> [Inherited] {
    if let known = environment.conformances.inherited[nominal] { return known }
    guard inheritedInProgress.insert(nominal).inserted else { return [] }
    defer { inheritedInProgress.remove(nominal) }
    var result: [Inherited] = []
    if let constrained = nominal.constrained {
      result.append(Inherited(type: .existential([constrained.base]), requirements: []))
    }
    if let declaration = nominal.declaration, let context = nominal.context {
      let scope = TypeScope(
        context: LexicalContext(
          .type(nominal, extension: nil), parent: context, source: context.source))
      for node in declaration.inheritance {
        result += parts(resolve(node, in: scope)).map { Inherited(type: $0, requirements: []) }
      }
    }
    for (declaration, context) in extensions(of: nominal) where !declaration.inheritance.isEmpty {
      let scope = TypeScope(
        context: LexicalContext(
          .type(nominal, extension: declaration), parent: context, source: context.source))
      let requirements = self.requirements(declaration.generics, in: scope)
      for node in declaration.inheritance {
        result += parts(resolve(node, in: scope)).map {
          Inherited(type: $0, requirements: requirements)
        }
      }
    }
    environment.conformances.inherited[nominal] = result
    return result
  }

  private func parts(_ type: Type) -> [Type] {
    guard case .existential(let parts) = type else { return [type] }
    return parts.map { $0.kind == .class ? .nominal($0, []) : .existential([$0]) }
  }

  /// The class above a class, or that of `Class & Protocol`.
  func superclass(of type: Type) -> Type? {
    if case .existential(let parts) = type {
      return parts.first { $0.kind == .class }.map { .nominal($0, []) }
    }
    guard case .nominal(let nominal, _) = type, nominal.kind == .class,
      !inheritsFromItself(nominal)
    else { return nil }
    for entry in inherited(by: nominal) {
      if let parent = entry.type.nominal, parent.kind == .class {
        return substitute(entry.type, substitution(for: type))
      }
    }
    return nil
  }

  /// Whether a class is, by mistake, among the classes above it: then it has none.
  private func inheritsFromItself(_ nominal: Nominal) -> Bool {
    if let known = environment.conformances.circularClasses[nominal] { return known }
    var seen: Set<Nominal> = []
    var next: Nominal? = nominal
    while let current = next {
      guard seen.insert(current).inserted else { break }
      next = inherited(by: current).lazy.compactMap { $0.type.nominal }.first { $0.kind == .class }
    }
    let isCircular = next == nominal
    if isCircular, let declaration = nominal.declaration, let context = nominal.context {
      report("'\(nominal.name)' inherits from itself", at: declaration.range, in: context.source)
    }
    if inheritedInProgress.isEmpty {
      environment.conformances.circularClasses[nominal] = next != nil
    }
    return next != nil
  }

  /// The type of the raw values of an enumeration.
  func rawType(of nominal: Nominal) -> Type? {
    guard nominal.kind == .enumeration else { return nil }
    return inherited(by: nominal).first { entry in
      if case .nominal = entry.type { true } else { false }
    }?.type
  }

  /// Whether a class is another or inherits from it.
  func isSubclass(_ type: Type, of other: Type) -> Bool {
    var next: Type? = type
    while let current = next {
      if current == other { return true }
      next = superclass(of: current)
    }
    return false
  }

  /// All protocols that a type conforms to, nearest first.
  func protocols(of type: Type) -> [Nominal] {
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
      let substitution = substitution(for: type)
      for entry in inherited(by: nominal) {
        guard case .existential(let protocols) = entry.type,
          entry.requirements.allSatisfy({ isSatisfied($0, substitution) })
        else { continue }
        protocols.forEach(visit)
      }
      if let parent = superclass(of: type) { self.protocols(of: parent).forEach(visit) }
      if nominal.kind == .enumeration, isPlainEnumeration(nominal) {
        for name in ["Equatable", "Hashable"] { standardProtocol(name).map(visit) }
      }
      if nominal.kind == .enumeration, rawType(of: nominal) != nil {
        standardProtocol("RawRepresentable").map(visit)
      }
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
  func conforms(_ type: Type, to wanted: Nominal) -> Bool {
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
  func conforms(_ type: Type, to name: String) -> Bool {
    standardProtocol(name).map { conforms(type, to: $0) } ?? false
  }

  /// Whether a requirement holds once its parameters are replaced.
  func isSatisfied(_ requirement: Requirement, _ substitution: Substitution) -> Bool {
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
  func requirements(_ clause: GenericClause, in scope: TypeScope) -> [Requirement] {
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
  func requirements(_ type: Type, _ constraint: TypeNode, in scope: TypeScope) -> [Requirement] {
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
