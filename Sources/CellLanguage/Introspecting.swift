internal import SwiftParser
internal import SwiftSyntax

extension CellRunner {
  /// Whether an input can be run as it is, or wants another line.
  public static func completeness(of source: String) -> Completeness {
    guard BracketChain.tooDeep(in: source) == nil else { return .invalid }
    let tree = Parser.parse(source: source)
    guard tree.hasError else { return .complete }
    // A comment at the end is no end.
    let words = tree.tokens(viewMode: .sourceAccurate).filter { $0.tokenKind != .endOfFile }
    let end = words.last?.endPositionBeforeTrailingTrivia.utf8Offset ?? 0
    var isMissingAtEnd = false
    var isMissingEarlier = false
    for token in tree.tokens(viewMode: .all) where token.presence == .missing {
      // A text on one line has to end there.
      if token.tokenKind == .stringQuote { return .invalid }
      if token.positionAfterSkippingLeadingTrivia.utf8Offset >= end {
        isMissingAtEnd = true
      } else {
        isMissingEarlier = true
      }
    }
    if source.contains("/*"), !source.contains("*/") { return .incomplete }
    func hasUnexpected(_ node: Syntax) -> Bool {
      if node.is(UnexpectedNodesSyntax.self) { return true }
      return node.children(viewMode: .all).contains(where: hasUnexpected)
    }
    guard isMissingAtEnd, !isMissingEarlier, !hasUnexpected(Syntax(tree)) else { return .invalid }
    return .incomplete
  }

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

  /// The ways to complete the text before `offset` (in UTF-8): names, or members after a period.
  public func completions(
    in source: String, at offset: Int, from state: CellState
  ) -> (replacing: Range<Int>, candidates: [NameSummary]) {
    let before = Array(source.utf8.prefix(offset))
    let word = before.reversed().prefix {
      $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
    }.count
    let start = before.count - word
    let prefix = String(decoding: before[start...], as: UTF8.self)
    let range = start..<before.count
    if start > 0, before[start - 1] == UInt8(ascii: ".") {
      return (range, members(before: Array(before[..<(start - 1)]), prefix, state))
    }
    return (range, names(in: state).filter { $0.name.hasPrefix(prefix) })
  }

  private func members(
    before: [UInt8], _ prefix: String, _ state: CellState
  ) -> [NameSummary] {
    let word = before.reversed().prefix {
      $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
    }.count
    let name = String(decoding: before.suffix(word), as: UTF8.self)
    let compiler = Compiler(state.environment, library: declarations, limits: limits)
    let symbols = (state.environment.names[name] ?? []) + declarations.symbols(named: name)
    guard let first = symbols.first else { return [] }
    var type = Type.error
    var isStatic = false
    switch first {
    case .variable(let variable): type = variable.type
    case .type(let nominal):
      type = .nominal(nominal, nominal.parameters.map { .parameter($0) })
      isStatic = true
    default: return []
    }
    return compiler.memberNames(of: type, isStatic: isStatic).filter {
      $0.hasPrefix(prefix) && $0.first?.isLetter == true
    }.map { name in
      NameSummary(name: name, kind: .property, declaration: name, documentation: "")
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

extension FunctionSymbol {
  /// The declaration as written, without its body.
  var declarationText: String { context.source.text(in: declaration.signature) }
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
