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
  package func superclass(of type: Type) -> Type? {
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
  package func isSubclass(_ type: Type, of other: Type) -> Bool {
    var next: Type? = type
    while let current = next {
      if current == other { return true }
      next = superclass(of: current)
    }
    return false
  }
}
