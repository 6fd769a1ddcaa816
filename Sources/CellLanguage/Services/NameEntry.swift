internal import CellChecking
internal import CellSyntax

/// A name outside of any type, as lists show it.
struct NameEntry {
  let name: String
  let kind: NameSummary.Kind
  /// The type of a value, what a function takes and answers.
  let detail: String
  let declaration: String
  let documentation: String
  var isOwn = false
  /// The type of the value that it is or makes.
  var type: Type?

  var summary: NameSummary {
    NameSummary(
      name: name, kind: kind, declaration: declaration, documentation: documentation, isOwn: isOwn)
  }
}

extension Compiler {
  /// What a name of the top level stands for, as lists show it.
  func entry(_ name: String, _ symbol: Symbol) -> NameEntry {
    switch symbol {
    case .variable(let variable):
      return NameEntry(
        name: name, kind: variable.isLet ? .constant : .variable, detail: "\(variable.type)",
        declaration: "\(variable.isLet ? "let" : "var") \(name): \(variable.type)",
        documentation: variable.documentation, isOwn: true, type: variable.type)
    case .function(let function):
      let signature = signature(of: function)
      let text = CallText("", signature, [:], self, source: function.context.source)
      return NameEntry(
        name: name, kind: .function, detail: text.text, declaration: function.declarationText,
        documentation: documentation(of: function),
        isOwn: !function.context.source.isLibrary, type: signature.result)
    case .type(let nominal):
      let isOwn = nominal.context?.source.isLibrary == false
      let documentation = nominal.declaration?.documentation ?? ""
      let word = nominal.kind == .host ? "struct" : nominal.kind.rawValue
      return NameEntry(
        name: name, kind: .type, detail: word, declaration: "\(word) \(name)\(generics(nominal))",
        documentation: documentation.isEmpty && !isOwn
          ? StandardDocumentation.text(of: name, in: nil) ?? "" : documentation, isOwn: isOwn)
    case .alias(let alias):
      let type = alias.context.source.text(in: alias.declaration.type.range)
      return NameEntry(
        name: name, kind: .type, detail: type, declaration: "typealias \(name) = \(type)",
        documentation: alias.context.source.isLibrary
          ? StandardDocumentation.text(of: name, in: nil) ?? "" : "",
        isOwn: !alias.context.source.isLibrary)
    case .constant(let symbol):
      let type = resolve(symbol.type, in: TypeScope(context: symbol.context))
      return NameEntry(
        name: name, kind: .constant, detail: "\(type)", declaration: symbol.constant.declaration,
        documentation: symbol.constant.documentation, type: type)
    }
  }

  /// `<Key, Value>` of a type that has parameters.
  private func generics(_ nominal: Nominal) -> String {
    guard nominal.kind != .protocol, !nominal.parameters.isEmpty else { return "" }
    return "<\(nominal.parameters.map(\.name).joined(separator: ", "))>"
  }

  /// The names that the cells declare, with what they stand for.
  var ownEntries: [NameEntry] {
    environment.names.compactMap { name, symbols in
      guard name.first?.isLetter == true || name.first == "_", name != Inquiry.marker else {
        return nil
      }
      let usable = symbols.first { symbol in
        if case .variable(let variable) = symbol { variable.isDeclared } else { true }
      }
      return usable.map { entry(name, $0) }
    }.sorted { $0.name < $1.name }
  }
}
