internal import CellChecking
internal import CellSyntax

extension HelpSearch {
  /// The type as its own declaration speaks of it.
  private func selfType(_ nominal: Nominal) -> Type {
    nominal.kind == .protocol
      ? .existential([nominal]) : .nominal(nominal, nominal.parameters.map { .parameter($0) })
  }

  /// Everything that a type of the cells or of the host declares.
  func ownMembers(of nominal: Nominal) -> [NameSummary] {
    let type = selfType(nominal)
    return [true, false].flatMap { isStatic in
      (["init", "subscript"] + compiler.memberNames(of: type, isStatic: isStatic))
        .filter { $0.first != "_" && $0.first != "$" }
        .flatMap { member($0, of: type, isStatic: isStatic, ownOnly: true) }
    }
  }

  /// Those members of a type of the standard library that something is said about.
  func standardMembers(of nominal: Nominal) -> [NameSummary] {
    let type = selfType(nominal)
    return [true, false].flatMap { isStatic in
      (["init", "subscript"] + compiler.memberNames(of: type, isStatic: isStatic)).flatMap { name in
        member(name, of: type, isStatic: isStatic).prefix(1).filter { !$0.documentation.isEmpty }
      }
    }
  }

  private func member(
    _ name: String, of type: Type, isStatic: Bool, ownOnly: Bool = false
  ) -> [NameSummary] {
    var seen: Set<String> = []
    return compiler.members(name, of: type, isStatic: isStatic)
      .filter { !ownOnly || $0.rank == 0 }
      .compactMap { found -> NameSummary? in
        if case .subscript(let symbol) = found.member {
          return NameSummary(
            name: name, kind: .subscript,
            declaration: symbol.getter.context.source.text(in: symbol.declaration.signature),
            documentation: compiler.documentation(of: symbol),
            isOwn: !symbol.getter.context.source.isLibrary)
        }
        guard let entry = compiler.entry(name, found, of: type, in: found.context) else {
          return nil
        }
        return NameSummary(
          name: name, kind: entry.kind, declaration: entry.declaration,
          documentation: entry.documentation, isOwn: entry.isOwn)
      }
      .filter { seen.insert($0.declaration).inserted }
  }

  func members(_ name: String, of base: String) -> [NameSummary] {
    let (type, isType) = baseType(base)
    guard let type else { return [] }
    let statics = isType ? member(name, of: type, isStatic: true) : []
    var found = statics + member(name, of: type, isStatic: false)
    if found.isEmpty, let wrapped = type.optionalWrapped {
      found = member(name, of: wrapped, isStatic: false)
    }
    return found
  }

  /// What a text before a period stands for: a type, or the type of an expression.
  func baseType(_ text: String) -> (type: Type?, isType: Bool) {
    for symbol in symbols(text) {
      if case .type(let nominal) = symbol { return (selfType(nominal), true) }
    }
    if let nominal = Nominal.standard[text] { return (selfType(nominal), true) }
    switch typeOf(text) {
    case .success(let type): return (type, false)
    case .failure:
      // `Outer.Inner`, `[Int]`: a type as it is written.
      if case .success(.metatype(let type)) = typeOf(text + ".self") { return (type, true) }
      return (nil, false)
    }
  }

  /// Members of any type that have a name: `map`, `append`.
  func membersNamed(_ name: String) -> [NameSummary] {
    var result: [NameSummary] = []
    var types = compiler.environment.names.keys.sorted() + library.types.map(\.name)
    types += StandardDocumentation.entries.filter { $0.name == name }.compactMap(\.owner)
    for owner in types {
      guard let nominal = nominal(owner) else { continue }
      let type = selfType(nominal)
      let isStandard = Nominal.standard[owner] != nil
      let found =
        member(name, of: type, isStatic: false, ownOnly: !isStandard && nominal.kind != .protocol)
        + member(name, of: type, isStatic: true, ownOnly: true)
      for summary in found where !result.contains(where: { $0.declaration == summary.declaration })
      {
        result.append(
          NameSummary(
            name: "\(owner).\(name)", kind: summary.kind, declaration: summary.declaration,
            documentation: summary.documentation, isOwn: summary.isOwn))
      }
    }
    return result
  }

  func nominal(_ name: String) -> Nominal? {
    for symbol in symbols(name) {
      if case .type(let nominal) = symbol { return nominal }
    }
    return Nominal.standard[name]
  }
}

extension FoundMember {
  /// Where the member can be used in any case: beside itself.
  fileprivate var context: LexicalContext? {
    switch member {
    case .function(let symbol): symbol.context
    case .property(let symbol): symbol.context
    default: nil
    }
  }
}
