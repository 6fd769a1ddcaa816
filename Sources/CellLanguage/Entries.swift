internal import CellSyntax
internal import SwiftParser
internal import SwiftSyntax

extension CellRunner {
  /// Cuts a text into the parts that can be run one after the other as the whole would be: statements
  /// with the comments above them, in lines counted from 0.
  ///
  ///     let x = [1, 2]
  ///       .map { $0 + 1 }      // belongs to the line before
  ///     x                      // a part of its own: its value is shown
  ///
  /// Functions and types can be used above their declaration, so no part ends between the two.
  public static func entries(of source: String) -> [Range<Int>] {
    guard BracketChain.tooDeep(in: source) == nil else {
      return [0..<source.utf8.count { $0 == 10 } + 1]
    }
    let tree = Parser.parse(source: source)
    let lines = SourceLocationConverter(fileName: "", tree: tree)
    var pieces = tree.statements.map { Syntax($0) }
    if let rest = tree.unexpectedBetweenStatementsAndEndOfFileToken { pieces.append(Syntax(rest)) }
    let blocked = blockedBoundaries(pieces)
    var entries: [Range<Int>] = []
    for (index, piece) in pieces.enumerated() {
      let first = lines.location(for: piece.positionOfFirstWord).line - 1
      let last = lines.location(for: piece.endPositionBeforeTrailingTrivia).line - 1
      // What shares a line, or needs what comes later, is run together.
      if let before = entries.last, blocked.contains(index - 1) || first < before.upperBound {
        entries[entries.count - 1] = before.lowerBound..<max(before.upperBound, last + 1)
      } else {
        entries.append(first..<max(first, last) + 1)
      }
    }
    return entries
  }

  /// The places between statements, by the statement before them, that lie between a use of a name
  /// and its declaration.
  private static func blockedBoundaries(_ pieces: [Syntax]) -> Set<Int> {
    var firstUse: [String: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      for token in piece.tokens(viewMode: .sourceAccurate) {
        guard case .identifier(let name) = token.tokenKind, firstUse[name] == nil else { continue }
        firstUse[name] = index
      }
    }
    var blocked: Set<Int> = []
    var end = pieces.count
    for index in pieces.indices.reversed() {
      let uses = pieces[index].hoistedNames.compactMap { firstUse[$0] }
      // From `end` on, up to a declaration further below, all are blocked.
      guard let use = uses.min(), use < min(index, end) else { continue }
      for place in use..<min(index, end) { blocked.insert(place) }
      end = use
    }
    return blocked
  }
}

extension Syntax {
  /// Where the first comment or word of the statement is.
  fileprivate var positionOfFirstWord: AbsolutePosition {
    var position = position
    for piece in leadingTrivia {
      if piece.isComment { return position }
      position += piece.sourceLength
    }
    return positionAfterSkippingLeadingTrivia
  }

  /// The names that a declaration makes known above itself too: functions, types and their members.
  fileprivate var hoistedNames: [String] {
    guard let item = self.as(CodeBlockItemSyntax.self) else { return [] }
    let declaration = Syntax(item.item)
    if declaration.is(VariableDeclSyntax.self) { return [] }
    return declaration.declaredNames
  }

  private var declaredNames: [String] {
    let own: String? =
      if let function = self.as(FunctionDeclSyntax.self) {
        function.name.text
      } else if let named = asProtocol((any NamedDeclSyntax).self) {
        named.name.text
      } else if let pattern = self.as(IdentifierPatternSyntax.self) {
        pattern.identifier.text
      } else if let part = self.as(ExtensionDeclSyntax.self) {
        part.extendedType.trimmedDescription
      } else { nil }
    // What is declared inside a body is nobody else's.
    let isBody = self.is(CodeBlockSyntax.self) || self.is(AccessorBlockSyntax.self)
    let isDeclaration = asProtocol((any DeclSyntaxProtocol).self) != nil
    let isList =
      self.is(MemberBlockSyntax.self) || self.is(MemberBlockItemListSyntax.self)
      || self.is(MemberBlockItemSyntax.self) || self.is(PatternBindingListSyntax.self)
      || self.is(PatternBindingSyntax.self) || self.is(EnumCaseElementListSyntax.self)
    guard !isBody, isDeclaration || isList else { return own.map { [$0] } ?? [] }
    return (own.map { [$0] } ?? [])
      + children(viewMode: .sourceAccurate).flatMap(\.declaredNames)
  }
}

extension TriviaPiece {
  fileprivate var isComment: Bool {
    switch self {
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: true
    default: false
    }
  }
}
