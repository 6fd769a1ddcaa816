internal import CellChecking
internal import CellSyntax
internal import SwiftOperators
internal import SwiftParser
internal import SwiftSyntax

/// A source text with a cursor, made into one that can be parsed: the word at the cursor, or the text
/// literal around it, is the name that stands for the place asked about.
struct CursorText {
  /// The text with the name in it.
  let text: String
  /// Where the name begins.
  let offset: Int
  /// Where the word, or the content of the literal, stands in the text as it was, up to the cursor.
  let replacing: Range<Int>
  /// The word, or the content of the literal, up to the cursor.
  let word: String
  let tree: SourceFileSyntax
  /// What the parser took the name for; where it stands in a comment, the word after that.
  let token: TokenSyntax

  /// A text with a cursor at a place in UTF-8; `nil` where it is nested too deeply to be parsed.
  init?(_ bytes: [UInt8], at cursor: Int) {
    var start = cursor
    while start > 0, bytes[start - 1].isPartOfName { start -= 1 }
    var end = cursor
    while end < bytes.count, bytes[end].isPartOfName { end += 1 }
    self.init(bytes, start..<end, word: bytes[start..<cursor])
  }

  private init?(_ bytes: [UInt8], _ replaced: Range<Int>, word: ArraySlice<UInt8>) {
    let before = String(decoding: bytes[..<replaced.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[replaced.upperBound...], as: UTF8.self)
    text = before + Inquiry.marker + after
    // What is not valid UTF-8 takes more room once it is decoded.
    offset = before.utf8.count
    replacing = word.indices
    self.word = String(decoding: word, as: UTF8.self)
    guard BracketChain.tooDeep(in: text) == nil else { return nil }
    var parser = Parser(text, maximumNestingLevel: 256)
    tree = SourceFileSyntax.parse(from: &parser)
    guard let token = tree.token(at: AbsolutePosition(utf8Offset: offset)) else { return nil }
    self.token = token
  }

  /// Whether the name stands where a name can: not in a comment, nor in a text.
  var isInCode: Bool {
    if case .identifier = token.tokenKind { token.text == Inquiry.marker } else { false }
  }

  /// The same with the whole text literal replaced that the cursor is in; `nil` where it is in none, or
  /// behind something interpolated.
  func replacingLiteral(of bytes: [UInt8]) -> CursorText? {
    guard case .stringSegment = token.tokenKind,
      let literal = token.parent?.parent?.parent?.as(StringLiteralExprSyntax.self),
      literal.segments.first?.id == token.parent?.id
    else { return nil }
    let start = literal.positionAfterSkippingLeadingTrivia.utf8Offset
    let content = literal.openingQuote.endPosition.utf8Offset
    // From here on offsets are those of the text with the name in it, which is longer.
    let end = literal.endPositionBeforeTrailingTrivia.utf8Offset
    let grown = text.utf8.count - bytes.count
    guard start <= content, content <= replacing.upperBound, end - grown >= replacing.upperBound,
      end - grown <= bytes.count
    else { return nil }
    return CursorText(bytes, start..<end - grown, word: bytes[content..<replacing.upperBound])
  }

  /// The tree as the checker reads it; nothing that is wrong with the text keeps it from that.
  func statements(_ source: SourceText, _ operators: inout OperatorTable) -> [Statement] {
    operators.add(tree)
    guard let file = operators.foldAll(tree, errorHandler: { _ in }).as(SourceFileSyntax.self)
    else { return [] }
    return SyntaxReader(source, maximumDepth: 256).file(file)
  }
}

extension UInt8 {
  /// Whether the byte is part of a name: a letter, a digit, a low line, a dollar sign, or part of a
  /// character that is not ASCII.
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
