/// `any Sequence<Int>`: a protocol whose values have elements of a type that is known.
extension Compiler {
  /// A protocol of sequences with the type of their elements, if there is one that is known here.
  func constrained(_ nominal: Nominal, _ arguments: [Type]) -> Nominal {
    guard let element = arguments.first, arguments.count == 1, !element.isGeneric,
      !element.hasVariables, !element.hasError, hasElements(nominal)
    else { return nominal }
    if let known = environment.constrained[nominal]?[element] { return known }
    let new = Nominal(
      "\(nominal.name)<\(element)>", .protocol, parameters: [GenericParameter("Self")],
      constrained: (nominal, element))
    environment.constrained[nominal, default: [:]][element] = new
    return new
  }

  /// Whether values of a protocol have elements.
  private func hasElements(_ nominal: Nominal) -> Bool {
    ["Sequence", "IteratorProtocol"].contains { name in
      standardProtocol(name).map { protocols(of: .existential([nominal])).contains($0) } ?? false
    }
  }

  /// What the elements of values of a type `any P<Element>` are.
  func constrainedElement(of protocols: [Nominal]) -> Type? {
    protocols.lazy.compactMap { $0.constrained?.element }.first
  }

  /// Whether a type conforms to a protocol and has the elements that it asks for.
  func conforms(_ type: Type, toConstrained wanted: (base: Nominal, element: Type)) -> Bool {
    conforms(type, to: wanted.base) && memberType("Element", of: type) == wanted.element
  }

  /// Whether calls of a protocol's members on a value are made on what is in it: where what they answer
  /// depends on its type.
  func isOpened(_ type: Type) -> Bool {
    guard case .existential(let protocols) = type else { return false }
    return constrainedElement(of: protocols) != nil
  }

  // MARK: - Opaque results

  /// The type that is behind `some Sequence<Int>` as a result, from what the body answers: with it goes
  /// what belongs to values of the protocol. `nil` where the protocol says all that there is to know.
  func underlyingResult(of symbol: FunctionSymbol, _ signature: Signature) -> Type? {
    guard case .opaque? = symbol.declaration.result?.kind, symbol.declaration.body != nil,
      signature.generics.isEmpty, symbol.owner.map({ $0.parameters.isEmpty }) ?? true,
      case .existential(let protocols) = signature.result,
      protocols.contains(where: hasElements) || protocols.contains(where: { $0.constrained != nil })
    else { return nil }
    let found = TypeVariable()
    let count = diagnostics.count
    let inquiry = inquiry
    self.inquiry = nil
    let errors = errorCount
    defer {
      forgetDiagnostics(after: count, errors: errors)
      self.inquiry = inquiry
    }
    let checker = checkedBody(of: symbol, result: .variable(found))
    let type = checker.final(.variable(found))
    return errorCount > errors || type.hasError || type.isGeneric ? nil : type
  }
}
