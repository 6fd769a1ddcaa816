internal import CellSyntax

/// Something that a call may mean.
package struct Candidate {
  package enum Target {
    case function(FunctionSymbol)
    case enumCase(EnumCaseSymbol)
    /// The initialiser that a struct gets from its stored properties.
    case memberwise
    /// A function value.
    case value(TypedExpression, Signature)
  }

  package var target: Target
  /// What the owner's generic parameters stand for.
  package var substitution: Substitution = [:]
  package var receiver: TypedExpression?
  /// The type whose member it is.
  package var owner: Type = .error
  package var rank = 0
  var isSuper = false
  /// Where its name is written.
  var nameRange: SourceRange?
}

extension BodyChecker {
  /// The functions among members as candidates.
  func candidates(
    from found: [FoundMember], owner: Type, receiver: TypedExpression?, isSuper: Bool = false
  ) -> [Candidate] {
    found.compactMap { member in
      let target: Candidate.Target
      switch member.member {
      case .function(let symbol): target = .function(symbol)
      case .enumCase(let symbol): target = .enumCase(symbol)
      default: return nil
      }
      return Candidate(
        target: target, substitution: member.substitution, receiver: receiver, owner: owner,
        rank: member.rank, isSuper: isSuper)
    }
  }

  /// The initialisers of a type.
  func initializers(of type: Type) -> [Candidate] {
    let type = deep(type)
    if case .existential = type { return [] }
    var found = compiler.members("init", of: type, isStatic: true)
    if case .nominal = type {
      // What a protocol asks for is there under its own declaration, or made for all properties.
      found.removeAll {
        if case .function(let symbol) = $0.member { symbol.isRequirement } else { false }
      }
    }
    if type.nominal?.kind == .class { found = inheritedInitializers(found) }
    var result = candidates(from: found, owner: type, receiver: nil)
    if let nominal = type.nominal, hasMemberwiseInitializer(nominal) {
      result.append(
        Candidate(
          target: .memberwise, substitution: compiler.substitution(for: type), owner: type, rank: 5)
      )
    }
    return result
  }

  /// Whether a type gets an initialiser because its declaration has none.
  private func hasMemberwiseInitializer(_ nominal: Nominal) -> Bool {
    guard let declaration = nominal.declaration else { return false }
    let hasOwn = declaration.members.contains {
      if case .function(let node) = $0, case .initializer = node.kind { true } else { false }
    }
    switch nominal.kind {
    case .structure: return !hasOwn
    case .class:
      guard !hasOwn, !compiler.lacksInitializers(nominal) else { return false }
      let parent = compiler.superclass(
        of: .nominal(nominal, nominal.parameters.map { .parameter($0) }))
      return parent?.nominal.map(hasMemberwiseInitializer) ?? true
    default: return false
    }
  }

  /// What callers must know of a candidate.
  func signature(of candidate: Candidate) -> Signature {
    switch candidate.target {
    case .function(let symbol): return compiler.signature(of: symbol)
    case .enumCase(let symbol):
      var signature = Signature()
      signature.parameters = compiler.payload(of: symbol)
      signature.result = compiler.selfType(of: symbol.owner, [:])
      return signature
    case .memberwise: return memberwiseSignature(candidate.owner)
    case .value(_, let signature): return signature
    }
  }

  private func memberwiseSignature(_ type: Type) -> Signature {
    var signature = Signature()
    guard let nominal = type.nominal else { return signature }
    signature.result = compiler.selfType(of: nominal, [:])
    guard nominal.kind == .structure else { return signature }
    for property in compiler.memberTable(of: nominal).stored {
      let node = property.node
      if property.isLet, node.initializer != nil { continue }
      if property.isLazy { continue }
      let type = compiler.propertyType(property)
      // An optional variable starts as nil.
      let isNil = type.isOptional && !property.isLet && node.initializer == nil
      signature.parameters.append(
        .init(
          label: property.name, name: property.name, type: type,
          defaultValue: node.initializer.map { $0.part(property.name, of: node.pattern) ?? $0 }
            ?? (isNil ? Expression(.nilLiteral, node.pattern.range) : nil)))
    }
    return signature
  }

  /// What messages call a candidate's kind of function.
  func kindName(_ candidate: Candidate) -> String {
    switch candidate.target {
    case .function(let symbol):
      if symbol.isInitializer { return "initializer" }
      if symbol.owner == nil { return scope.isLocal(symbol) ? "local function" : "global function" }
      return symbol.isStatic ? "static method" : "instance method"
    case .enumCase: return "enum case"
    case .memberwise: return "initializer"
    case .value: return "local function"
    }
  }

  func fullName(_ candidate: Candidate) -> String {
    switch candidate.target {
    case .function(let symbol): return symbol.declaration.shownName
    case .enumCase(let symbol):
      return
        "\(symbol.name)(\(symbol.declaration.parameters.map { "\($0.label ?? "_"):" }.joined()))"
    case .memberwise:
      return
        "init(\(memberwiseSignature(candidate.owner).parameters.map { "\($0.label ?? "_"):" }.joined()))"
    case .value(let function, _):
      if case .variable(let symbol) = function.kind { return symbol.name }
      return "closure"
    }
  }
}

extension FunctionScope {
  fileprivate func isLocal(_ symbol: FunctionSymbol) -> Bool {
    if case .local = symbol.context.kind { return true }
    return false
  }
}
