internal import SwiftDiagnostics
internal import SwiftOperators
internal import SwiftParser
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// The tree of a source text, or what is wrong with it.
struct CellReader {
  let source: SourceText
  let limits: Limits
  /// Where its tree may be already.
  var ahead: CellsAhead?

  /// Our tree; operators that the source declares are added to the table.
  func read(_ operators: inout OperatorTable) -> (
    statements: [Statement], problems: [SyntaxReader.Problem]
  ) {
    if let offset = BracketChain.tooDeep(in: source.text) {
      let range = SourceRange(start: offset, end: offset + 1)
      return ([], [SyntaxReader.Problem(message: SyntaxReader.tooDeep, range: range)])
    }
    let tree = ahead?.tree(of: source.text) ?? Self.tree(of: source.text, limits: limits)
    var problems: [SyntaxReader.Problem] = []
    if tree.hasError {
      problems += ParseDiagnosticsGenerator.diagnostics(for: tree).map(SyntaxReader.Problem.init)
      if problems.contains(where: { $0.severity == .error }) { return ([], problems) }
    }
    var table = operators
    table.add(tree)
    var errors: [OperatorError] = []
    let folded = table.foldAll(tree) { errors.append($0) }
    for error in errors {
      let diagnostic = error.asDiagnostic
      let offset = Int32(clamping: diagnostic.position.utf8Offset)
      var message = diagnostic.message
      if case .missingOperator(let name, _) = error {
        message = "cannot find operator '\(name)' in scope"
      }
      problems.append(
        SyntaxReader.Problem(
          message: message, range: SourceRange(start: offset, end: offset + 1)))
    }
    operators = table
    guard let file = folded.as(SourceFileSyntax.self), errors.isEmpty else { return ([], problems) }
    let reader = SyntaxReader(source, maximumDepth: max(limits.nesting, 400))
    let statements = reader.file(file)
    return (statements, problems + reader.problems)
  }
}

extension CellReader {
  /// The tree of a text whose brackets are not too deep.
  static func tree(of text: String, limits: Limits) -> SourceFileSyntax {
    var parser = Parser(text, maximumNestingLevel: min(limits.nesting, 256))
    return SourceFileSyntax.parse(from: &parser)
  }
}

extension LibraryChunk {
  /// Reads one of the declarations.
  func load(_ piece: LibraryDeclaration) -> Library.Loaded {
    var operators = OperatorTable.swiftOperators
    let bytes = text.utf8.dropFirst(piece.bounds.lowerBound).prefix(piece.bounds.count)
    let source = SourceText(
      String(decoding: bytes, as: UTF8.self), named: name, lineOffset: piece.line, isLibrary: true)
    let (statements, problems) = CellReader(source: source, limits: Limits()).read(&operators)
    if let problem = problems.first {
      let place = source.place(of: problem.range)
      preconditionFailure("library \(name):\(place.line):\(place.column): \(problem.message)")
    }
    let file = FileScope(
      natives: natives.functions,
      hosts: hostEnds.map { ($0.end - Int32(clamping: piece.bounds.lowerBound), $0.function) })
    let context = LexicalContext(.file(file), parent: nil, source: source)
    var loaded = Library.Loaded()
    for statement in statements {
      guard case .declaration(let declaration) = statement.kind else { continue }
      switch declaration {
      case .function(let node):
        let symbol = FunctionSymbol(
          node.name, node, context: context,
          native: node.body == nil ? file.natives[node.fullName] : nil,
          host: file.host(at: node.range)?.body)
        loaded.symbols.append(.function(symbol))
      case .type(let node):
        let parameters =
          node.kind == .protocol
          ? [GenericParameter("Self")] : node.generics.parameters.map { GenericParameter($0.name) }
        let nominal = Nominal(
          node.name, kind(of: node), parameters: parameters, declaration: node, context: context)
        loaded.symbols.append(.type(nominal))
      case .alias(let node):
        loaded.symbols.append(.alias(AliasSymbol(node, context: context)))
      case .extension(let node):
        loaded.extensions.append((node.type, node, context))
      case .variable(let node):
        for binding in node.bindings {
          guard let name = binding.pattern.boundNames.first, let type = binding.type,
            let constant = constants.first(where: { $0.name == name })
          else { continue }
          loaded.symbols.append(
            .constant(ConstantSymbol(constant, name: name, type: type, context: context)))
        }
      default: break
      }
    }
    return loaded
  }

  /// Host types are declared as empty structs.
  private func kind(of node: TypeDeclaration) -> Nominal.Kind {
    hostTypes.contains(node.name) ? .host : node.kind
  }
}

extension HostConstant {
  /// The name that the declaration gives.
  var name: String {
    let words = declaration.split(separator: " ")
    return words.count > 1 ? String(words[1].prefix { $0 != ":" }) : declaration
  }
}

extension SyntaxReader.Problem {
  /// What the parser found wrong, where and as the compiler says it.
  fileprivate init(_ diagnostic: Diagnostic) {
    var message = diagnostic.message
    var place = diagnostic.position
    switch message {
    case "expected ':' and expression after '? ...' in ternary expression":
      message = "expected ':' after '? ...' in ternary expression"
      place = diagnostic.node.questionMark ?? place
    case "expected expression after operator":
      // Where something else stands.
      let next = diagnostic.node.lastToken(viewMode: .all)?
        .nextToken(viewMode: .sourceAccurate)
      place = next?.positionAfterSkippingLeadingTrivia ?? place
    default: break
    }
    let offset = Int32(clamping: place.utf8Offset)
    self.init(
      message: message, range: SourceRange(start: offset, end: offset + 1),
      severity: diagnostic.diagMessage.severity == .error ? .error : .warning)
  }
}

extension Syntax {
  /// Where the question mark stands of the ternary expression that this is part of.
  fileprivate var questionMark: AbsolutePosition? {
    if let ternary = self.as(UnresolvedTernaryExprSyntax.self) {
      return ternary.questionMark.positionAfterSkippingLeadingTrivia
    }
    return parent?.questionMark
  }
}
