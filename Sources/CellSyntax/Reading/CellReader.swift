internal import SwiftDiagnostics
package import SwiftOperators
internal import SwiftParser
internal import SwiftParserDiagnostics
package import SwiftSyntax

/// The tree of a source text, or what is wrong with it.
package struct CellReader {
  package let source: SourceText
  /// How deep its constructs may be nested.
  package let nesting: Int
  /// Its tree, where that has been made ahead.
  package var tree: SourceFileSyntax?

  package init(source: SourceText, nesting: Int, tree: SourceFileSyntax? = nil) {
    self.source = source
    self.nesting = nesting
    self.tree = tree
  }

  /// Our tree; operators that the source declares are added to the table.
  package func read(_ operators: inout OperatorTable) -> (
    statements: [Statement], problems: [SyntaxReader.Problem]
  ) {
    if let offset = BracketChain.tooDeep(in: source.text) {
      let range = SourceRange(start: offset, end: offset + 1)
      return ([], [SyntaxReader.Problem(message: SyntaxReader.tooDeep, range: range)])
    }
    let tree = tree ?? Self.tree(of: source.text, nesting: nesting)
    var problems: [SyntaxReader.Problem] = []
    if tree.hasError {
      problems += ParseDiagnosticsGenerator.diagnostics(for: tree).map(SyntaxReader.Problem.init)
      if problems.contains(where: \.isError) { return ([], problems) }
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
    let reader = SyntaxReader(source, maximumDepth: max(nesting, 400))
    let statements = reader.file(file)
    return (statements, problems + reader.problems)
  }
}

extension CellReader {
  /// The tree of a text whose brackets are not too deep.
  package static func tree(of text: String, nesting: Int) -> SourceFileSyntax {
    var parser = Parser(text, maximumNestingLevel: min(nesting, 256))
    return SourceFileSyntax.parse(from: &parser)
  }
}
