internal import CellSyntax

extension Compiler {
  /// What a type has for a requirement, or a class for a method that may be overridden.
  func witness(
    of symbol: FunctionSymbol, for type: Type, _ substitution: Substitution
  ) -> FunctionReference? {
    switch symbol.declaration.kind {
    case .getter, .setter: return accessorWitness(symbol, type)
    default: break
    }
    let wanted = signature(of: symbol)
    var first: FunctionReference?
    var best: (reference: FunctionReference, rank: Int, conditions: Int)?
    for found in members(symbol.name, of: type, isStatic: symbol.isStatic || symbol.isInitializer) {
      guard case .function(let candidate) = found.member,
        candidate.declaration.fullName == symbol.declaration.fullName,
        !candidate.isRequirement, !isBystander(found, symbol, type)
      else { continue }
      let own = signature(of: candidate)
      guard own.parameters.count == wanted.parameters.count else { continue }
      // What is nearer has hidden it.
      if let best, best.rank < found.rank { break }
      var types = found.substitution
      for (a, b) in zip(wanted.generics, own.generics) { types[b] = substitution[a] }
      let reference = FunctionReference(
        symbol: candidate, substitution: withSelf(type, of: candidate, types))
      if candidate == symbol { return reference }
      if takesSame(own, types, wanted, symbol, type, substitution) {
        // Of several in extensions of one protocol, that with the most conditions that hold.
        let conditions = own.requirements.count
        guard own.requirements.allSatisfy({ isSatisfied($0, types) }) else { continue }
        if best.map({ $0.rank == found.rank && conditions > $0.conditions }) ?? true {
          best = (reference, found.rank, conditions)
        }
      }
      first = first ?? reference
    }
    return best?.reference ?? first
  }

  /// Whether two functions of one name take the same: overloads differ in types and in `inout` only.
  private func takesSame(
    _ own: Signature, _ types: Substitution, _ wanted: Signature, _ symbol: FunctionSymbol,
    _ type: Type, _ substitution: Substitution
  ) -> Bool {
    var asked = substitution
    if let owner = symbol.owner, owner.kind == .protocol, let parameter = owner.parameters.first {
      asked[parameter] = type
    }
    return zip(own.parameters, wanted.parameters).allSatisfy { a, b in
      a.isInout == b.isInout && substitute(a.innerType, types) == substitute(b.innerType, asked)
    }
  }

  /// Whether a member only happens to have the name of a requirement: a class below the one that says that
  /// it conforms declares it, and it overrides nothing. What fulfils a requirement is settled where the
  /// conformance is declared.
  private func isBystander(
    _ found: FoundMember, _ symbol: FunctionSymbol, _ type: Type
  ) -> Bool {
    guard let wanted = symbol.owner, wanted.kind == .protocol, found.isOfClass,
      !found.member.isOverride
    else { return false }
    var conformer = type
    while let parent = superclass(of: conformer), protocols(of: parent).contains(wanted) {
      conformer = parent
    }
    return !isSubclass(conformer, of: found.owner)
  }

  private func accessorWitness(_ symbol: FunctionSymbol, _ type: Type) -> FunctionReference? {
    guard let owner = symbol.owner else { return nil }
    let isSetter: Bool = if case .setter = symbol.declaration.kind { true } else { false }
    if let property = environment.accessorsOf[symbol] {
      return propertyWitness(property.name, symbol, type, isSetter: isSetter)
    }
    for (name, members) in memberTable(of: owner).members {
      for member in members {
        switch member {
        case .property(let property) where property.getter == symbol || property.setter == symbol:
          return propertyWitness(name, symbol, type, isSetter: isSetter)
        case .subscript(let subscripted)
        where subscripted.getter == symbol || subscripted.setter == symbol:
          for found in self.members("subscript", of: type, isStatic: false) {
            guard case .subscript(let candidate) = found.member,
              let function = isSetter ? candidate.setter : candidate.getter,
              !function.isRequirement,
              candidate.declaration.parameters.map(\.label)
                == subscripted.declaration.parameters.map(\.label)
            else { continue }
            return FunctionReference(symbol: function, substitution: found.substitution)
          }
        default: continue
        }
      }
    }
    return nil
  }

  private func propertyWitness(
    _ name: String, _ symbol: FunctionSymbol, _ type: Type, isSetter: Bool
  ) -> FunctionReference? {
    for found in members(name, of: type, isStatic: symbol.isStatic) {
      guard case .property(let property) = found.member, !property.isRequirement,
        !isBystander(found, symbol, type)
      else { continue }
      let function: FunctionSymbol?
      if property.isStored {
        let watches = property.willSet != nil || property.didSet != nil
        function =
          isSetter
          ? (watches ? observingSetter(of: property) : storageSetter(of: property))
          : storageGetter(of: property)
      } else {
        function = isSetter ? property.setter : property.getter
      }
      guard let function else { continue }
      return FunctionReference(symbol: function, substitution: found.substitution)
    }
    return nil
  }

  // MARK: - Members that the language adds

  /// `rawValue`, `init(rawValue:)` and `allCases` of enumerations.
  func synthesize(for nominal: Nominal, into table: inout MemberTable) {
    guard nominal.kind == .enumeration, let declaration = nominal.declaration,
      let outer = nominal.context
    else { return }
    let context = LexicalContext(
      .type(nominal, extension: nil), parent: outer, source: outer.source)
    let range = declaration.range
    let ownType = TypeNode(.name("Self", []), range)
    func add(_ name: String, isStatic: Bool, _ type: TypeNode, _ body: [Statement]) {
      let getter = FunctionDeclaration(
        kind: .getter, name: "get", result: type, body: body, range: range)
      let binding = VariableDeclaration.Binding(
        pattern: Pattern(.binding(name, isVariable: true), range), type: type, initializer: nil,
        accessors: Accessors(getter: getter))
      let node = VariableDeclaration(
        isLet: false, modifiers: isStatic ? .isStatic : [], bindings: [binding], documentation: "",
        range: range)
      let symbol = FunctionSymbol(
        name, getter, context: context, owner: nominal, isStatic: isStatic)
      table.members[name, default: []].append(
        .property(
          PropertySymbol(
            name, isLet: false, isStatic: isStatic, owner: nominal, context: context,
            declaration: node, binding: 0, getter: symbol, setter: nil)))
    }
    func caseName(_ symbol: EnumCaseSymbol) -> Expression {
      Expression(.member(nil, Name(base: symbol.name, labels: nil, range: range), []), range)
    }
    if declaration.inheritance.contains(where: { $0.spelledName == "CaseIterable" }),
      table.members["allCases"] == nil
    {
      let all = Expression(.array(table.cases.map(caseName)), range)
      add(
        "allCases", isStatic: true, TypeNode(.array(ownType), range),
        [Statement(.returning(all), range)])
    }
    guard let first = declaration.inheritance.first, let raw = rawTypeNode(first),
      !table.cases.isEmpty, table.members["rawValue"] == nil
    else { return }
    let values = rawValues(table.cases, raw.spelledName ?? "", range)
    let cases = zip(table.cases, values).map { symbol, value in
      SwitchStatement.Case(
        patterns: [(Pattern(.enumCase(nil, symbol.name, nil), range), nil)], isDefault: false,
        body: [Statement(.returning(value), range)], range: range)
    }
    let own = Expression(.name(Name(base: "self", labels: nil, range: range), []), range)
    add(
      "rawValue", isStatic: false, raw,
      [
        Statement(
          .choice(SwitchStatement(label: nil, subject: own, cases: cases, range: range)), range)
      ])
    addRawInitializer(nominal, context, raw, table.cases, values, range, &table)
  }

  private func rawTypeNode(_ node: TypeNode) -> TypeNode? {
    guard let name = node.spelledName else { return nil }
    let isRaw =
      name == "String" || name == "Character" || name == "Double" || name == "Float"
      || Nominal.standard[name]?.integerWidth != nil
    return isRaw ? node : nil
  }

  private func rawValues(
    _ cases: [EnumCaseSymbol], _ type: String, _ range: SourceRange
  ) -> [Expression] {
    var next: UInt64 = 0
    return cases.map { symbol in
      if let value = symbol.declaration.rawValue {
        if case .integer(let number?) = value.kind { next = number &+ 1 }
        return value
      }
      if type == "String" { return Expression(.string([.text(symbol.name)]), range) }
      defer { next += 1 }
      return Expression(.integer(next), range)
    }
  }

  /// Reports raw values that two cases of an enumeration have.
  func checkRawValues(of nominal: Nominal, _ declaration: TypeDeclaration) {
    guard let first = declaration.inheritance.first, let raw = rawTypeNode(first),
      let source = nominal.context?.source
    else { return }
    let cases = memberTable(of: nominal).cases
    let values = rawValues(cases, raw.spelledName ?? "", declaration.range)
    var seen: Set<String> = []
    for (value, symbol) in zip(values, cases) where !seen.insert("\(value.kind)").inserted {
      report(
        "raw value for enum case is not unique",
        at: symbol.declaration.rawValue?.range ?? symbol.declaration.range, in: source)
    }
  }

  private func addRawInitializer(
    _ nominal: Nominal, _ context: LexicalContext, _ raw: TypeNode, _ symbols: [EnumCaseSymbol],
    _ values: [Expression], _ range: SourceRange, _ table: inout MemberTable
  ) {
    func name(_ text: String) -> Expression {
      Expression(.name(Name(base: text, labels: nil, range: range), []), range)
    }
    var cases = zip(symbols, values).map { symbol, value in
      let made = Expression(
        .member(nil, Name(base: symbol.name, labels: nil, range: range), []), range)
      return SwitchStatement.Case(
        patterns: [(Pattern(.expression(value), range), nil)], isDefault: false,
        body: [Statement(.expression(Expression(.assignment(name("self"), made), range)), range)],
        range: range)
    }
    cases.append(
      .init(
        patterns: [], isDefault: true,
        body: [Statement(.returning(Expression(.nilLiteral, range)), range)], range: range))
    let parameter = ParameterNode(
      label: "rawValue", name: "rawValue", type: raw, defaultValue: nil, isVariadic: false,
      isInout: false, isAutoclosure: false, range: range)
    let node = FunctionDeclaration(
      kind: .initializer(isFailable: true), name: "init", parameters: [parameter],
      body: [
        Statement(
          .choice(
            SwitchStatement(label: nil, subject: name("rawValue"), cases: cases, range: range)),
          range)
      ], range: range)
    table.members["init", default: []].append(
      .function(FunctionSymbol("init", node, context: context, owner: nominal)))
  }
}
