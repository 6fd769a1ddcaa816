internal import CellSyntax

/// `any Sequence<Int>`: a protocol whose values have types that belong to them and are known.
extension Compiler {
  /// A protocol with what its first associated types are, where these are known here.
  func constrained(_ nominal: Nominal, _ arguments: [Type]) -> Nominal {
    guard !arguments.isEmpty else { return nominal }
    if let known = environment.constrained[nominal]?[arguments] { return known }
    let names = primaryTypes(of: nominal)
    guard arguments.count <= names.count,
      arguments.allSatisfy({ !$0.isGeneric && !$0.hasVariables && !$0.hasError })
    else { return nominal }
    let list = arguments.map(\.description).joined(separator: ", ")
    let types = Dictionary(zip(names, arguments), uniquingKeysWith: { first, _ in first })
    let new = Nominal(
      "\(nominal.name)<\(list)>", .protocol, parameters: [GenericParameter("Self")],
      constrained: ConstrainedProtocol(base: nominal, types: types))
    environment.constrained[nominal, default: [:]][arguments] = new
    return new
  }

  /// The associated types of a protocol that may be written behind its name.
  func primaryTypes(of nominal: Nominal) -> [String] {
    if let names = nominal.declaration?.generics.primaryTypes, !names.isEmpty { return names }
    return hasElements(nominal) ? ["Element"] : []
  }

  /// Whether values of a protocol have elements.
  private func hasElements(_ nominal: Nominal) -> Bool {
    ["Sequence", "IteratorProtocol"].contains { name in
      standardProtocol(name).map { protocols(of: .existential([nominal])).contains($0) } ?? false
    }
  }

  /// What an associated type of values of a type `any P<Element>` is.
  func constrainedType(_ name: String, of protocols: [Nominal]) -> Type? {
    protocols.lazy.compactMap { $0.constrained?.types[name] }.first
  }

  /// Whether a type conforms to a protocol and has the types that it asks for.
  package func conforms(_ type: Type, toConstrained wanted: ConstrainedProtocol) -> Bool {
    conforms(type, to: wanted.base)
      && wanted.types.allSatisfy { memberType($0.key, of: type) == $0.value }
  }

  /// Whether calls of a protocol's members on a value are made on what is in it: where what they answer
  /// depends on its type.
  func isOpened(_ type: Type) -> Bool {
    guard case .existential(let protocols) = type else { return false }
    return protocols.contains { $0.constrained != nil && hasElements($0) }
  }

  // MARK: - Opaque results

  /// The type that is behind `some Sequence<Int>` as a result, from what the body answers for what stands
  /// for the generic parameters: with it goes what belongs to values of the protocol. `nil` where the
  /// protocol says all that there is to know, and where the parameters are not known.
  func opaqueResult(of symbol: FunctionSymbol, _ substitution: Substitution) -> Type? {
    guard case .opaque(let constraint)? = symbol.declaration.result?.kind,
      symbol.declaration.body != nil,
      !substitution.values.contains(where: { $0.isGeneric || $0.hasVariables }),
      case .existential(let protocols) = resolve(
        constraint.protocolName, in: TypeScope(context: symbol.context)),
      protocols.contains(where: hasElements)
    else { return nil }
    let reference = FunctionReference(symbol: symbol, substitution: substitution)
    if let known = environment.opaqueResults[reference] { return known }
    // A function that calls itself answers what its other returns do.
    guard opaqueInProgress.insert(reference).inserted else { return nil }
    let found = TypeVariable()
    let count = reported.count
    let inquiry = inquiry
    self.inquiry = nil
    let errors = errorCount
    defer {
      opaqueInProgress.remove(reference)
      forgetDiagnostics(after: count, errors: errors)
      self.inquiry = inquiry
    }
    let checker = checkedBody(of: reference, result: .variable(found))
    let type = checker.final(.variable(found))
    guard errorCount == errors, !type.hasError, !type.isGeneric else { return nil }
    let result = hidden(type, protocols)
    environment.opaqueResults[reference] = result
    return result
  }

  /// A type of which only what a protocol asks for is to be seen: that it is lazy is not.
  private func hidden(_ type: Type, _ protocols: [Nominal]) -> Type {
    guard conforms(type, to: "LazySequenceProtocol") else { return type }
    let isCollection = protocols.contains { conforms(.existential([$0]), to: "Collection") }
    let name = isCollection ? "_OpaqueCollection" : "_OpaqueSequence"
    for case .type(let nominal) in library.symbols(named: name) { return .nominal(nominal, [type]) }
    return type
  }
}

extension TypeNode {
  /// A protocol's name without what its elements are.
  fileprivate var protocolName: TypeNode {
    if case .name(let name, _) = kind { TypeNode(.name(name, []), range) } else { self }
  }
}
