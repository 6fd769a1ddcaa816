internal import CellSyntax
internal import SwiftParser
internal import SwiftSyntax

extension CellRunner {
  /// The parts of a source text that have a meaning of their own, in its order; none overlaps another,
  /// and what is between them (blanks, punctuation, names of values) has no colour.
  ///
  /// The text may be wrong or unfinished. One that is nested too deeply to be parsed has no parts.
  public static func tokens(of source: String) -> [SourceToken] {
    guard BracketChain.tooDeep(in: source) == nil else { return [] }
    var colouring = Colouring()
    for token in Parser.parse(source: source).tokens(viewMode: .sourceAccurate) {
      colouring.add(token)
    }
    return colouring.result
  }
}

/// The tokens of a text while they are collected.
private struct Colouring {
  private(set) var result: [SourceToken] = []

  mutating func add(_ token: TokenSyntax) {
    let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = token.endPositionBeforeTrailingTrivia.utf8Offset
    addComments(token.leadingTrivia, at: token.position.utf8Offset)
    if start < end, let kind = token.colour { add(kind, start..<end) }
    addComments(token.trailingTrivia, at: end)
  }

  private mutating func addComments(_ trivia: Trivia, at start: Int) {
    var offset = start
    for piece in trivia {
      let end = offset + piece.sourceLength.utf8Length
      switch piece {
      case .lineComment, .blockComment, .docLineComment, .docBlockComment:
        add(.comment, offset..<end)
      default: break
      }
      offset = end
    }
  }

  private mutating func add(_ kind: SourceToken.Kind, _ range: Range<Int>) {
    // A text is one stretch, with its marks.
    if kind == .text, let last = result.last, last.kind == .text,
      last.range.upperBound == range.lowerBound
    {
      result[result.count - 1] = SourceToken(
        kind: .text, range: last.range.lowerBound..<range.upperBound)
    } else {
      result.append(SourceToken(kind: kind, range: range))
    }
  }
}

extension TokenSyntax {
  /// What a reader takes the token for; `nil` for names of values and punctuation.
  fileprivate var colour: SourceToken.Kind? {
    switch tokenKind {
    case .keyword(.`self`), .keyword(.Self), .keyword(.Any): .keyword
    case .keyword: isName ? nameColour : .keyword
    case .atSign, .pound, .poundIf, .poundElse, .poundElseif, .poundEndif, .poundAvailable,
      .poundUnavailable, .poundSourceLocation:
      .keyword
    case .integerLiteral, .floatLiteral: .number
    case .stringQuote, .singleQuote, .multilineStringQuote, .stringSegment,
      .rawStringPoundDelimiter,
      .regexSlash, .regexLiteralPattern, .regexPoundDelimiter:
      .text
    case .leftParen, .rightParen, .leftBrace, .rightBrace, .leftSquare, .rightSquare: .bracket
    case .leftAngle, .rightAngle: .bracket
    case .binaryOperator, .prefixOperator, .postfixOperator, .equal, .arrow, .infixQuestionMark,
      .postfixQuestionMark, .exclamationMark, .prefixAmpersand:
      .operator
    case .identifier: nameColour
    case .dollarIdentifier: nil
    default: nil
    }
  }

  /// Whether a word of the language stands where it is only a name: a label, a member.
  private var isName: Bool {
    guard let parent else { return false }
    switch parent.kind {
    case .labeledExpr, .functionParameter, .declReferenceExpr, .enumCaseElement,
      .functionDecl, .identifierPattern:
      // `self` and `init` are words of the language where they are used, too.
      switch tokenKind {
      case .keyword(.`init`), .keyword(.super): return false
      case .keyword(.func), .keyword(.inout): return false
      default: return parent.kind != .functionDecl || keyPathInParent == \FunctionDeclSyntax.name
      }
    default: return false
    }
  }

  /// What a name stands for, as far as its place and its first letter tell.
  private var nameColour: SourceToken.Kind? {
    guard let parent else { return nil }
    switch parent.kind {
    case .attribute: return .keyword
    case .macroExpansionExpr, .macroExpansionDecl: return .keyword
    case .identifierType:
      return parent.parent?.kind == .attribute ? .keyword : .type
    case .memberType, .structDecl, .classDecl, .enumDecl, .protocolDecl, .typeAliasDecl,
      .associatedTypeDecl, .genericParameter, .actorDecl:
      return .type
    case .functionDecl: return .function
    case .declReferenceExpr:
      if text.first?.isUppercase == true { return .type }
      return isCalled(parent) ? .function : nil
    default: return nil
    }
  }

  private func isCalled(_ reference: Syntax) -> Bool {
    var callee = reference
    // The name of a member is called with all that it is a member of.
    if let outer = callee.parent, outer.kind == .memberAccessExpr,
      callee.keyPathInParent == \MemberAccessExprSyntax.declName
    {
      callee = outer
    }
    return callee.parent?.kind == .functionCallExpr
      && callee.keyPathInParent == \FunctionCallExprSyntax.calledExpression
  }
}
