internal import CellSyntax
internal import SwiftParser
internal import SwiftSyntax

extension CellRunner {
  /// Whether an input can be run as it is, or wants another line.
  ///
  /// A comment says nothing about that, whatever its form and wherever it stands: one that is not
  /// closed wants its end, documentation at the end what it is of, and any other is as if it were not
  /// there.
  public static func completeness(of source: String) -> Completeness {
    guard BracketChain.tooDeep(in: source) == nil else { return .invalid }
    let tree = Parser.parse(source: source)
    if let start = tree.openComment {
      let before = String(decoding: source.utf8.prefix(start), as: UTF8.self)
      return completeness(of: before) == .invalid ? .invalid : .incomplete
    }
    guard tree.hasError else { return source.endsInDocumentation ? .incomplete : .complete }
    let flaws = Flaws(of: tree)
    guard flaws.isMissingAtEnd, !flaws.isWrongEarlier else { return .invalid }
    return .incomplete
  }
}

extension String {
  /// Whether the last line is a comment that documents what comes below it.
  fileprivate var endsInDocumentation: Bool {
    let line = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).last ?? ""
    return line.drop(while: \.isWhitespace).hasPrefix("///")
  }
}

/// What a parsed text lacks, and where.
private struct Flaws {
  /// Whether something is missing that could still come.
  var isMissingAtEnd = false
  /// Whether something is wrong that no further line mends.
  var isWrongEarlier = false
  /// Where the last word ends.
  private let end: Int

  init(of tree: SourceFileSyntax) {
    let last = tree.endOfFileToken.previousToken(viewMode: .sourceAccurate)
    end = last?.endPositionBeforeTrailingTrivia.utf8Offset ?? 0
    visit(Syntax(tree))
  }

  private mutating func visit(_ node: Syntax) {
    guard node.hasError else { return }
    if let token = node.as(TokenSyntax.self) {
      visit(token)
    } else if let conditional = node.as(IfConfigDeclSyntax.self),
      conditional.poundEndif.presence == .missing
    {
      // All up to the end of the text is inside, perhaps half a declaration.
      isMissingAtEnd = true
    } else if node.is(UnexpectedNodesSyntax.self) {
      // An attribute waits for the declaration that it is of.
      if node.children(viewMode: .sourceAccurate).allSatisfy({ $0.isDeclarationBeginning }),
        node.endPositionBeforeTrailingTrivia.utf8Offset >= end
      {
        isMissingAtEnd = true
      } else {
        isWrongEarlier = true
      }
    } else {
      for child in node.children(viewMode: .all) { visit(child) }
    }
  }

  private mutating func visit(_ token: TokenSyntax) {
    guard token.presence == .missing else {
      // Something is wrong with the word itself, like an unknown escape; of a text that has no end yet
      // that cannot be told.
      let literal = token.ancestor(.stringLiteralExpr)?.as(StringLiteralExprSyntax.self)
      if literal?.closingQuote.presence != .missing { isWrongEarlier = true }
      return
    }
    // A text on one line has to end there.
    if token.tokenKind == .stringQuote {
      isWrongEarlier = true
    } else if token.positionAfterSkippingLeadingTrivia.utf8Offset >= end {
      isMissingAtEnd = true
    } else {
      isWrongEarlier = true
    }
  }
}

extension Syntax {
  /// Whether the node is an attribute or a modifier.
  fileprivate var isDeclarationBeginning: Bool {
    self.is(AttributeListSyntax.self) || self.is(AttributeSyntax.self)
      || self.is(DeclModifierListSyntax.self) || self.is(DeclModifierSyntax.self)
  }
}

extension SourceFileSyntax {
  /// Where a comment begins that nothing ends.
  fileprivate var openComment: Int? {
    var position = endOfFileToken.position
    for piece in endOfFileToken.leadingTrivia {
      if piece.isOpenComment { return position.utf8Offset }
      position += piece.sourceLength
    }
    guard let last = endOfFileToken.previousToken(viewMode: .sourceAccurate) else { return nil }
    position = last.endPositionBeforeTrailingTrivia
    for piece in last.trailingTrivia {
      if piece.isOpenComment { return position.utf8Offset }
      position += piece.sourceLength
    }
    return nil
  }
}

extension TriviaPiece {
  /// Whether the piece is a comment between asterisks that has more beginnings than ends.
  fileprivate var isOpenComment: Bool {
    switch self {
    case .blockComment(let text), .docBlockComment(let text):
      var depth = 0
      var rest = text.utf8[...]
      while let byte = rest.popFirst() {
        switch (byte, rest.first) {
        case (UInt8(ascii: "/"), UInt8(ascii: "*")):
          depth += 1
          rest = rest.dropFirst()
        case (UInt8(ascii: "*"), UInt8(ascii: "/")):
          depth -= 1
          rest = rest.dropFirst()
        default: break
        }
      }
      return depth > 0
    default: return false
    }
  }
}
