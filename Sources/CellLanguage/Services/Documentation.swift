internal import CellChecking
internal import CellSyntax

extension Compiler {
  /// What is written about a function: in its source, by the host, or in the standard library's own
  /// list.
  func documentation(of symbol: FunctionSymbol) -> String {
    if !symbol.declaration.documentation.isEmpty { return symbol.declaration.documentation }
    if symbol.host != nil,
      let host = symbol.context.file?.host(at: symbol.declaration.range)
    {
      return host.documentation
    }
    return StandardDocumentation.text(of: symbol.name, in: symbol.owner) ?? ""
  }

  /// What is written about a property.
  func documentation(of symbol: PropertySymbol) -> String {
    if !symbol.declaration.documentation.isEmpty { return symbol.declaration.documentation }
    if symbol.getter?.host != nil,
      let host = symbol.context.file?.host(at: symbol.node.pattern.range)
    {
      return host.documentation
    }
    return StandardDocumentation.text(of: symbol.name, in: symbol.owner) ?? ""
  }

  /// What is written about a subscript.
  func documentation(of symbol: SubscriptSymbol) -> String {
    if !symbol.declaration.documentation.isEmpty { return symbol.declaration.documentation }
    if symbol.getter.host != nil,
      let host = symbol.getter.context.file?.host(at: symbol.declaration.range)
    {
      return host.documentation
    }
    return StandardDocumentation.text(of: "subscript", in: symbol.getter.owner) ?? ""
  }
}

extension FunctionSymbol {
  /// The declaration as written, without its body.
  var declarationText: String {
    let text = context.source.text(in: declaration.signature)
    return text.hasSuffix(" ") ? String(text.dropLast()) : text
  }
}
