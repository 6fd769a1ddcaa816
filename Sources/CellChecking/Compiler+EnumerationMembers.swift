internal import CellSyntax

extension Compiler {
  /// Adds `rawValue`, `init(rawValue:)` and `allCases` to an enumeration that does not declare them.
  func synthesize(for nominal: Nominal, into table: inout MemberTable) {
    guard nominal.kind == .enumeration, let declaration = nominal.declaration,
      let outer = nominal.context
    else { return }
    let members = EnumerationMembers(
      nominal: nominal,
      context: LexicalContext(.type(nominal, extension: nil), parent: outer, source: outer.source),
      cases: table.cases, range: declaration.range)
    if declaration.inheritance.contains(where: { $0.spelledName == "CaseIterable" }),
      table.members["allCases"] == nil
    {
      table.members["allCases"] = [.property(members.allCases())]
    }
    guard let raw = declaration.rawType, !table.cases.isEmpty, table.members["rawValue"] == nil
    else { return }
    let values = members.cases.rawValues(of: raw, at: declaration.range)
    table.members["rawValue"] = [.property(members.rawValue(raw, values))]
    table.members["init", default: []].append(.function(members.initializer(raw, values)))
  }

  /// Reports raw values that two cases of an enumeration have.
  func checkRawValues(of nominal: Nominal, _ declaration: TypeDeclaration) {
    guard let raw = declaration.rawType, let source = nominal.context?.source else { return }
    let cases = memberTable(of: nominal).cases
    var seen: Set<String> = []
    for (value, symbol) in zip(cases.rawValues(of: raw, at: declaration.range), cases)
    where !seen.insert("\(value.kind)").inserted {
      report(
        "raw value for enum case is not unique",
        at: symbol.declaration.rawValue?.range ?? symbol.declaration.range, in: source)
    }
  }
}

/// Makes the members that the language adds to an enumeration, as if they were written in it.
private struct EnumerationMembers {
  package let nominal: Nominal
  package let context: LexicalContext
  package let cases: [EnumCaseSymbol]
  /// Where the enumeration is declared.
  package let range: SourceRange

  /// `static var allCases: [Self] { [.first, .second] }`
  package func allCases() -> PropertySymbol {
    let all = Expression(.array(cases.map(named)), range)
    return property(
      "allCases", isStatic: true, TypeNode(.array(TypeNode(.name("Self", []), range)), range),
      Statement(.returning(all), range))
  }

  /// `var rawValue: Raw { switch self { case .first: return 1 … } }`
  package func rawValue(_ raw: TypeNode, _ values: [Expression]) -> PropertySymbol {
    let returning = zip(cases, values).map { symbol, value in
      SwitchStatement.Case(
        patterns: [(Pattern(.enumCase(nil, symbol.name, nil), range), nil)], isDefault: false,
        body: [Statement(.returning(value), range)], range: range)
    }
    return property("rawValue", isStatic: false, raw, choice(of: "self", returning))
  }

  /// `init?(rawValue: Raw) { switch rawValue { case 1: self = .first … default: return nil } }`
  package func initializer(_ raw: TypeNode, _ values: [Expression]) -> FunctionSymbol {
    var assigning = zip(cases, values).map { symbol, value in
      let assignment = Expression(.assignment(name("self"), named(symbol)), range)
      return SwitchStatement.Case(
        patterns: [(Pattern(.expression(value), range), nil)], isDefault: false,
        body: [Statement(.expression(assignment), range)], range: range)
    }
    assigning.append(
      .init(
        patterns: [], isDefault: true,
        body: [Statement(.returning(Expression(.nilLiteral, range)), range)], range: range))
    let parameter = ParameterNode(
      label: "rawValue", name: "rawValue", type: raw, defaultValue: nil, isVariadic: false,
      isInout: false, isAutoclosure: false, range: range)
    let node = FunctionDeclaration(
      kind: .initializer(isFailable: true), name: "init", parameters: [parameter],
      body: [choice(of: "rawValue", assigning)], range: range)
    return FunctionSymbol("init", node, context: context, owner: nominal)
  }

  private func name(_ text: String) -> Expression {
    Expression.named(text, at: range)
  }

  private func named(_ symbol: EnumCaseSymbol) -> Expression {
    Expression.member(symbol.name, of: nil, at: range)
  }

  private func choice(of subject: String, _ cases: [SwitchStatement.Case]) -> Statement {
    Statement(
      .choice(SwitchStatement(label: nil, subject: name(subject), cases: cases, range: range)),
      range)
  }

  private func property(
    _ name: String, isStatic: Bool, _ type: TypeNode, _ body: Statement
  ) -> PropertySymbol {
    let getter = FunctionDeclaration(
      kind: .getter, name: "get", result: type, body: [body], range: range)
    let binding = VariableDeclaration.Binding(
      pattern: Pattern(.binding(name, isVariable: true), range), type: type, initializer: nil,
      accessors: Accessors(getter: getter))
    let node = VariableDeclaration(
      isLet: false, modifiers: isStatic ? .isStatic : [], bindings: [binding], documentation: "",
      range: range)
    return PropertySymbol(
      name, isLet: false, isStatic: isStatic, owner: nominal, context: context,
      declaration: node, binding: 0,
      getter: FunctionSymbol(name, getter, context: context, owner: nominal, isStatic: isStatic),
      setter: nil)
  }
}

extension TypeDeclaration {
  /// The type that an enumeration's raw values are of; `nil` when it has none.
  fileprivate var rawType: TypeNode? {
    guard let node = inheritance.first, let name = node.spelledName else { return nil }
    let isRaw =
      ["String", "Character", "Double", "Float"].contains(name)
      || Nominal.standard[name]?.integerWidth != nil
    return isRaw ? node : nil
  }
}

extension [EnumCaseSymbol] {
  /// The raw values of the cases: those written, the names of the cases, or numbers in their order.
  fileprivate func rawValues(of type: TypeNode, at range: SourceRange) -> [Expression] {
    var next: UInt64 = 0
    return map { symbol in
      if let value = symbol.declaration.rawValue {
        if case .integer(let number?) = value.kind { next = number &+ 1 }
        return value
      }
      if type.spelledName == "String" { return Expression(.string([.text(symbol.name)]), range) }
      defer { next += 1 }
      return Expression(.integer(next), range)
    }
  }
}
