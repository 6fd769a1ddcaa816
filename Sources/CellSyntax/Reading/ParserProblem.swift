internal import SwiftDiagnostics
internal import SwiftSyntax

extension SyntaxReader.Problem {
  /// What the parser found wrong, where and as the compiler says it.
  init(_ diagnostic: Diagnostic) {
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
      isError: diagnostic.diagMessage.severity == .error)
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
