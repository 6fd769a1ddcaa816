extension CellRunner {
  /// The names that a cell run from this state can use, in alphabetical order.
  public func names(in state: CellState) -> [NameSummary] {
    var result: [String: NameSummary] = [:]
    for name in declarations.names where name.first?.isLetter == true {
      result[name] = NameSummary(
        name: name, kind: name.first?.isUppercase == true ? .type : .function, declaration: name,
        documentation: "")
    }
    for (name, symbols) in state.environment.names {
      guard let symbol = symbols.first else { continue }
      result[name] = summary(name, symbol, state)
    }
    return result.values.sorted { $0.name < $1.name }
  }

  private func summary(_ name: String, _ symbol: Symbol, _ state: CellState) -> NameSummary {
    switch symbol {
    case .variable(let variable):
      return NameSummary(
        name: name, kind: variable.isLet ? .constant : .variable,
        declaration: "\(variable.isLet ? "let" : "var") \(name): \(variable.type)",
        documentation: "")
    case .function(let function):
      return NameSummary(
        name: name, kind: .function, declaration: function.declarationText,
        documentation: function.declaration.documentation)
    case .type(let nominal):
      return NameSummary(
        name: name, kind: .type, declaration: "\(nominal.kind.rawValue) \(name)",
        documentation: nominal.declaration?.documentation ?? "")
    case .alias:
      return NameSummary(
        name: name, kind: .type, declaration: "typealias \(name)", documentation: "")
    case .constant(let constant):
      return NameSummary(
        name: name, kind: .constant, declaration: constant.constant.declaration,
        documentation: constant.constant.documentation)
    }
  }

  /// What is known about a name or a member (`plot`, `Tensor`, `Tensor.sum`): declarations and
  /// documentation, one for each overload.
  public func help(for name: String, in state: CellState) -> [NameSummary] {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first else { return [] }
    if parts.count == 2 {
      return library.types.filter { $0.name == first }.flatMap(\.members)
        .filter { $0.name == parts[1] }.map(\.summary)
    }
    var result = library.functions.filter { $0.name == first }.map(\.summary)
    for type in library.types where type.name == first {
      result.append(
        NameSummary(name: first, kind: .type, declaration: first, documentation: type.documentation)
      )
      result += type.members.map(\.summary)
    }
    for constant in library.constants where constant.name == first {
      result.append(
        NameSummary(
          name: first, kind: .constant, declaration: constant.declaration,
          documentation: constant.documentation))
    }
    result += (state.environment.names[first] ?? []).prefix(1).map { summary(first, $0, state) }
    if result.isEmpty {
      result += declarations.symbols(named: first).map { summary(first, $0, state) }
    }
    return result
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

  var summary: NameSummary {
    NameSummary(name: name, kind: .function, declaration: declaration, documentation: documentation)
  }
}
