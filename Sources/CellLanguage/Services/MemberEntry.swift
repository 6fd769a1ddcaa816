internal import CellChecking
internal import CellSyntax

/// A member of a type as lists show it.
struct MemberEntry {
  let name: String
  let kind: NameSummary.Kind
  /// The type of a property, what a method takes and answers.
  let detail: String
  let declaration: String
  let documentation: String
  let isOwn: Bool
  /// How far it is from the type itself.
  let rank: Int
  /// The type of the value that it is or makes.
  let result: Type?
}

extension Compiler {
  /// The members of a type's values, or of the type itself, one for each overload.
  ///
  /// - Parameter context: where they are to be used, which private members can be.
  func memberEntries(
    of type: Type, isStatic: Bool, in context: LexicalContext? = nil
  ) -> [MemberEntry] {
    if case .tuple(let elements) = type { return tupleEntries(elements) }
    let names = memberNames(of: type, isStatic: isStatic)
    return names.filter { $0.first != "_" && $0.first != "$" && $0 != Inquiry.marker }
      .flatMap { name in
        members(name, of: type, isStatic: isStatic)
          .compactMap { entry(name, $0, of: type, in: context) }
      }
  }

  private func tupleEntries(_ elements: [TupleElement]) -> [MemberEntry] {
    elements.enumerated().map { index, element in
      let name = element.label ?? "\(index)"
      return MemberEntry(
        name: name, kind: .property, detail: "\(element.type)",
        declaration: "\(name): \(element.type)", documentation: "", isOwn: false, rank: 0,
        result: element.type)
    }
  }

  /// A member as lists show it; `nil` for what cannot be used there.
  func entry(
    _ name: String, _ found: FoundMember, of type: Type, in context: LexicalContext?
  ) -> MemberEntry? {
    switch found.member {
    case .function(let symbol):
      guard symbol.name.first?.isOperator != true,
        isUsable(symbol.declaration.modifiers, symbol.owner, from: context)
      else { return nil }
      let signature = signature(of: symbol)
      guard holds(signature, found.substitution) else { return nil }
      let text = CallText(
        "", signature, found.substitution, self, source: symbol.context.source)
      return MemberEntry(
        name: name, kind: symbol.isInitializer ? .initializer : .function, detail: text.text,
        declaration: symbol.declarationText, documentation: documentation(of: symbol),
        isOwn: !symbol.context.source.isLibrary, rank: found.rank,
        result: substitute(signature.result, found.substitution))
    case .property(let symbol):
      guard isUsable(symbol.declaration.modifiers, symbol.owner, from: context) else { return nil }
      if let getter = symbol.getter, !holds(signature(of: getter), found.substitution) {
        return nil
      }
      let result = substitute(propertyType(symbol), found.substitution)
      let word = symbol.isLet ? "let" : "var"
      return MemberEntry(
        name: name, kind: .property, detail: "\(result)",
        declaration: "\(symbol.isStatic ? "static " : "")\(word) \(name): \(result)",
        documentation: documentation(of: symbol), isOwn: !symbol.context.source.isLibrary,
        rank: found.rank, result: result)
    case .enumCase(let symbol): return entry(symbol, found, of: type)
    case .type(let nominal):
      return MemberEntry(
        name: name, kind: .type, detail: nominal.kind.rawValue,
        declaration: "\(nominal.kind.rawValue) \(nominal.qualifiedName)",
        documentation: nominal.declaration?.documentation ?? "",
        isOwn: nominal.context?.source.isLibrary == false, rank: found.rank, result: nil)
    case .alias, .associatedType:
      return MemberEntry(
        name: name, kind: .type, detail: "", declaration: "typealias \(name)", documentation: "",
        isOwn: false, rank: found.rank, result: nil)
    case .subscript: return nil
    }
  }

  private func entry(
    _ symbol: EnumCaseSymbol, _ found: FoundMember, of type: Type
  ) -> MemberEntry {
    var signature = Signature()
    signature.parameters = payload(of: symbol)
    let text = CallText("", signature, found.substitution, self, source: symbol.context.source).text
    let payload = signature.parameters.isEmpty ? "" : text
    return MemberEntry(
      name: symbol.name, kind: .enumerationCase, detail: payload.isEmpty ? "\(type)" : payload,
      declaration: "case \(symbol.name)\(payload)",
      documentation: symbol.declaration.documentation.isEmpty
        ? StandardDocumentation.text(of: symbol.name, in: symbol.owner) ?? ""
        : symbol.declaration.documentation,
      isOwn: !symbol.context.source.isLibrary, rank: found.rank, result: type)
  }

  /// Whether a member is private to a type that the place is not in.
  private func isUsable(
    _ modifiers: Modifiers, _ owner: Nominal?, from context: LexicalContext?
  ) -> Bool {
    guard modifiers.contains(.isPrivate), let owner else { return true }
    var next = context
    while let current = next {
      if case .type(owner, _) = current.kind { return true }
      next = current.parent
    }
    return false
  }

  /// Whether what the extension of a member demands of the type is so.
  private func holds(_ signature: Signature, _ substitution: Substitution) -> Bool {
    // Of a type that is not known in all its parts anything may be so.
    if substitution.values.contains(where: \.isGeneric) { return true }
    return signature.requirements.allSatisfy { requirement in
      let types =
        switch requirement {
        case .conformance(let type, _): [type]
        case .same(let a, let b), .superclass(let a, let b): [a, b]
        }
      let speaksOfOwn = types.contains { type in
        type.contains {
          if case .parameter(let parameter) = $0 {
            signature.generics.contains(parameter)
          } else {
            false
          }
        }
      }
      return speaksOfOwn || isSatisfied(requirement, substitution)
    }
  }
}

extension Character {
  /// Whether a name that begins with it is that of an operator.
  fileprivate var isOperator: Bool { !isLetter && self != "_" && self != "$" && self != "`" }
}
