internal import CellChecking
internal import CellSyntax
internal import Text

/// The search for what is known about a name.
struct HelpSearch {
  let compiler: Compiler
  let library: HostLibrary
  let typeOf: (String) -> Result<Type, CellFailure>

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
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return membersNamed(name)
    }
    let base = String(name[..<dot])
    let found = members(String(name[name.index(after: dot)...]), of: base)
    guard compiler.environment.names[base] == nil,
      let entry = StandardDocumentation.entry(of: name, in: nil),
      !found.contains(where: { $0.documentation == entry.text })
    else { return found }
    // Some of what a type can do is part of the language and declared nowhere, or for others too.
    return [summary(of: entry)] + found
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
      // What a library says nothing of is as another overload is, for more arguments.
      if !result.isEmpty, summary.documentation.isEmpty, case .function(let function) = symbol,
        function.context.source.isLibrary
      {
        continue
      }
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
    var host: (any HostDeclaration)?
    var documentation = summary.documentation
    switch symbol {
    case .function(let function) where function.host != nil:
      host = function.context.file?.host(at: function.declaration.range)
    case .type(let nominal) where nominal.kind == .host:
      let type = library.types.first { $0.name == name }
      documentation = type?.documentation ?? documentation
      summary.topic = type?.topic ?? ""
    case .type(let nominal) where nominal.kind == .protocol && !summary.isOwn:
      guard let type = library.protocols.first(where: { $0.name == name }) else { break }
      documentation = type.documentation
      summary.topic = type.topic
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
    let own = compiler.environment.names.keys.filter { $0.first != "$" }.sorted()
    if let near = nearest(to: name, among: own) { return near }
    let all = Set(compiler.library.names + Keywords.help.keys + Nominal.standard.keys)
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
