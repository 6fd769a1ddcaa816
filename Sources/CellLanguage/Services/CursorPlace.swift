internal import SwiftSyntax

/// What kind of thing can stand at the cursor, as far as the words around it tell.
enum CursorPlace: Equatable {
  /// Nothing that has a name yet: a comment, a number, a name being declared.
  case nothing
  /// The content of a text literal.
  case literal
  /// The name of a type.
  case type
  /// The name of a type inside another.
  case memberType
  /// A member, after a period.
  case member
  /// A value; at the start of a statement also the words that begin one.
  case value(isStatement: Bool, isCase: Bool)
  /// Some words of the language and nothing else.
  case words([String])

  init(_ cursor: CursorText) {
    let token = cursor.token
    guard cursor.isInCode else {
      if case .stringSegment = token.tokenKind { self = .literal } else { self = .nothing }
      return
    }
    guard cursor.word.utf8.first.map({ !(48...57).contains($0) }) ?? true, let parent = token.parent
    else {
      self = .nothing
      return
    }
    switch parent.kind {
    case .identifierType:
      self = parent.parent?.kind == .attribute ? .nothing : .type
    case .memberType: self = .memberType
    case .declReferenceExpr: self = CursorPlace(token, reference: parent)
    case .identifierPattern:
      // `if let x` speaks of a name that there is.
      let condition = parent.parent?.as(OptionalBindingConditionSyntax.self)
      self =
        condition.map { $0.initializer == nil } ?? false
        ? .value(isStatement: false, isCase: false) : .nothing
    case .unexpectedNodes: self = CursorPlace(behind: token)
    case .enumCaseElement, .functionDecl, .functionParameter, .enumCaseParameter, .structDecl,
      .classDecl, .enumDecl, .protocolDecl, .typeAliasDecl, .associatedTypeDecl, .genericParameter,
      .macroExpansionDecl:
      self = .nothing
    default: self = token.isMemberOfType ? .words(Keywords.members) : .nothing
    }
  }

  /// What can stand where the parser saw a name.
  private init(_ token: TokenSyntax, reference: Syntax) {
    if let outer = reference.parent {
      if outer.kind == .memberAccessExpr,
        reference.keyPathInParent == \MemberAccessExprSyntax.declName
      {
        self = .member
        return
      }
      if outer.kind == .keyPathPropertyComponent {
        self = .member
        return
      }
    }
    if let before = token.previousToken(viewMode: .sourceAccurate), before.endsOperand,
      !token.isFirstOnLine, token.isFirst(of: .codeBlockItem) || token.isInUnexpected
    {
      self = CursorPlace(behind: token)
      return
    }
    if let loop = token.ancestor(.forStmt)?.as(ForStmtSyntax.self),
      loop.inKeyword.presence == .missing
    {
      self = .words(["in"])
      return
    }
    let isStatement = token.isFirst(of: .codeBlockItem)
    let isCase = isStatement && token.ancestor(.switchCase) != nil
    self = .value(isStatement: isStatement, isCase: isCase)
  }

  /// What can follow what stands before a word on its line.
  private init(behind token: TokenSyntax) {
    guard let before = token.previousToken(viewMode: .sourceAccurate) else {
      self = .value(isStatement: true, isCase: false)
      return
    }
    if before.tokenKind == .leftBrace, before.parent?.kind == .switchExpr {
      self = .words(["case", "default"])
    } else if token.isMemberOfType, token.isFirstOnLine || before.tokenKind == .leftBrace {
      self = .words(Keywords.members)
    } else if before.tokenKind == .rightBrace {
      self = .words(Keywords.behindBlock(before))
    } else if before.endsOperand {
      self = .words(Keywords.behindOperand(before))
    } else {
      self = .value(isStatement: false, isCase: false)
    }
  }
}

extension TokenSyntax {
  /// Whether a value may end with the word.
  var endsOperand: Bool {
    switch tokenKind {
    case .identifier, .dollarIdentifier, .integerLiteral, .floatLiteral, .rightParen, .rightSquare,
      .rightBrace, .stringQuote, .multilineStringQuote, .exclamationMark, .postfixQuestionMark,
      .wildcard, .keyword(.`self`), .keyword(.true), .keyword(.false), .keyword(.nil):
      true
    default: false
    }
  }

  fileprivate var isFirstOnLine: Bool {
    leadingTrivia.contains { $0.isNewline }
      || (previousToken(viewMode: .sourceAccurate)?.trailingTrivia.contains { $0.isNewline } ?? true)
  }

  fileprivate var isInUnexpected: Bool { ancestor(.unexpectedNodes) != nil }

  /// Whether a node of a kind around the word begins with it.
  fileprivate func isFirst(of kind: SyntaxKind) -> Bool {
    ancestor(kind)?.positionAfterSkippingLeadingTrivia == positionAfterSkippingLeadingTrivia
  }

  /// The nearest node of a kind around the word.
  func ancestor(_ kind: SyntaxKind) -> Syntax? {
    var next = parent
    while let node = next {
      if node.kind == kind { return node }
      next = node.parent
    }
    return nil
  }

  /// Whether the word stands among the members of a type, and in none of them.
  fileprivate var isMemberOfType: Bool {
    var next = parent
    while let node = next {
      switch node.kind {
      case .memberBlock: return true
      case .codeBlock, .closureExpr, .accessorBlock, .initializerClause, .functionParameterList:
        return false
      default: next = node.parent
      }
    }
    return false
  }
}
