internal import Text

extension CellRunner {
  /// What is known about a name: declarations and documentation, one for each overload; for a type its
  /// members follow.
  ///
  /// - Parameter name: a name (`plot`, `map`, `guard`), a member of a type (`Tensor.sum`, `Array.map`), or
  ///   a member of an expression (`runs[0].history`).
  public func help(for name: String, in state: CellState) -> [NameSummary] {
    onLargeStack { _ in
      HelpSearch(compiler(state), library) { staticType(of: $0, from: state) }.help(for: name)
    }
  }

  /// A name that is known and near to one that is not.
  public func suggestion(for name: String, in state: CellState) -> String? {
    onLargeStack { _ in
      HelpSearch(compiler(state), library) { staticType(of: $0, from: state) }
        .suggestion(for: name)
    }
  }
}

/// The search for what is known about a name.
struct HelpSearch {
  let compiler: Compiler
  let library: HostLibrary
  private let typeOf: (String) -> Result<Type, CellFailure>

  init(
    _ compiler: Compiler, _ library: HostLibrary,
    typeOf: @escaping (String) -> Result<Type, CellFailure>
  ) {
    self.compiler = compiler
    self.library = library
    self.typeOf = typeOf
  }

  func help(for text: String) -> [NameSummary] {
    let name = Self.trimmed(text)
    if let word = Keywords.summary(of: name) {
      // `init` and the like are words and nothing else.
      return [word]
    }
    let known = topLevel(name)
    if !known.isEmpty { return known }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      let base = String(name[..<dot])
      return members(String(name[name.index(after: dot)...]), of: base)
    }
    return membersNamed(name)
  }

  // MARK: - Names of the top level

  func symbols(_ name: String) -> [Symbol] {
    let own = compiler.environment.names[name] ?? []
    let others = compiler.library.symbols(named: name)
    guard let first = own.first else { return others }
    guard case .function = first else { return [first] }
    return (own + others).filter { if case .function = $0 { true } else { false } }
  }

  private func topLevel(_ name: String) -> [NameSummary] {
    let found = symbols(name)
    guard !found.isEmpty else {
      guard let type = Nominal.standard[name] else { return [] }
      return [summary(of: type)] + standardMembers(of: type)
    }
    var result: [NameSummary] = []
    for symbol in found {
      let summary = summary(name, symbol)
      // Overloads may have been declared again and again.
      guard !result.contains(where: { $0.declaration == summary.declaration }) else { continue }
      result.append(summary)
      if case .type(let nominal) = symbol {
        result +=
          nominal.context?.source.isLibrary == true && nominal.kind != .host
          ? standardMembers(of: nominal) : ownMembers(of: nominal)
      }
    }
    return result
  }

  /// A name as lists show it, with its topic.
  func summary(_ name: String, _ symbol: Symbol) -> NameSummary {
    var summary = compiler.entry(name, symbol).summary
    var host: HostFunction?
    var documentation = summary.documentation
    switch symbol {
    case .function(let function) where function.host != nil:
      host = function.context.file?.host(at: function.declaration.range)
    case .type(let nominal) where nominal.kind == .host:
      let type = library.types.first { $0.name == name }
      documentation = type?.documentation ?? documentation
      summary.topic = type?.topic ?? ""
    default: break
    }
    if let host { summary.topic = host.topic }
    if summary.topic.isEmpty, !summary.isOwn {
      summary.topic = StandardDocumentation.entry(of: name, in: nil)?.topic ?? ""
    }
    var result = NameSummary(
      name: summary.name, kind: summary.kind, declaration: summary.declaration,
      documentation: documentation)
    result.topic = summary.topic
    result.isOwn = summary.isOwn
    return result
  }

  private func summary(of type: Nominal) -> NameSummary {
    let parameters = type.parameters.map(\.name).joined(separator: ", ")
    return NameSummary(
      name: type.name, kind: .type,
      declaration:
        "\(type.kind.rawValue) \(type.name)\(parameters.isEmpty ? "" : "<\(parameters)>")",
      documentation: StandardDocumentation.text(of: type.name, in: nil) ?? "",
      topic: StandardDocumentation.entry(of: type.name, in: nil)?.topic ?? "")
  }

  // MARK: - Members

  /// The type as its own declaration speaks of it.
  private func selfType(_ nominal: Nominal) -> Type {
    nominal.kind == .protocol
      ? .existential([nominal]) : .nominal(nominal, nominal.parameters.map { .parameter($0) })
  }

  /// Everything that a type of the cells or of the host declares.
  private func ownMembers(of nominal: Nominal) -> [NameSummary] {
    let type = selfType(nominal)
    return [true, false].flatMap { isStatic in
      (["init", "subscript"] + compiler.memberNames(of: type, isStatic: isStatic))
        .filter { $0.first != "_" && $0.first != "$" }
        .flatMap { member($0, of: type, isStatic: isStatic, ownOnly: true) }
    }
  }

  /// Those members of a type of the standard library that something is said about.
  private func standardMembers(of nominal: Nominal) -> [NameSummary] {
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

  private func members(_ name: String, of base: String) -> [NameSummary] {
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
  private func baseType(_ text: String) -> (type: Type?, isType: Bool) {
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
  private func membersNamed(_ name: String) -> [NameSummary] {
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

  // MARK: - Near names

  func suggestion(for text: String) -> String? {
    let name = Self.trimmed(text)
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      let base = String(name[..<dot])
      guard let type = baseType(base).type else {
        return suggestion(for: base).map { $0 + name[dot...] }
      }
      let known =
        compiler.memberNames(of: type, isStatic: true)
        + compiler.memberNames(of: type, isStatic: false)
      return nearest(to: String(name[name.index(after: dot)...]), among: known)
        .map { "\(base).\($0)" }
    }
    let names = Array(compiler.environment.names.keys) + compiler.library.names
    let all = Set(names + Keywords.help.keys + Nominal.standard.keys)
      .union(StandardDocumentation.entries.map(\.name))
      .union(library.types.flatMap { $0.members.map(\.name) })
    return nearest(to: name, among: all.filter { $0.first != "_" && $0.first != "$" }.sorted())
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace || last == "`" { text.removeLast() }
    if text.hasSuffix("()") { text.removeLast(2) }
    return String(text.drop { $0 == "`" })
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

extension HostFunction {
  /// The name that the declaration gives.
  var name: String {
    let skipped: Set = ["static", "mutating", "func", "var", "let"]
    let words = declaration.split(whereSeparator: \.isWhitespace)
    guard let word = words.first(where: { !skipped.contains(String($0)) }) else {
      return declaration
    }
    return String(word.prefix { !"(<:".contains($0) })
  }

  /// The function as lists show it.
  func summary(in owner: String = "") -> NameSummary {
    let isProperty = declaration.hasPrefix("var ") || declaration.hasPrefix("static var ")
    let name = self.name
    return NameSummary(
      name: owner.isEmpty ? name : "\(owner).\(name)",
      kind: isProperty
        ? .property : name == "init" ? .initializer : name == "subscript" ? .subscript : .function,
      declaration: declaration, documentation: documentation, topic: topic)
  }
}
