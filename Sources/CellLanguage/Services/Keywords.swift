internal import SwiftSyntax

/// The words of the language: where each fits, and what it does.
enum Keywords {
  /// Those that begin a statement.
  static let statements = [
    "break", "class", "continue", "defer", "do", "enum", "extension", "fallthrough", "for", "func",
    "guard", "if", "let", "protocol", "repeat", "return", "struct", "switch", "throw", "try",
    "typealias", "var", "while",
  ]

  /// Those that begin a value.
  static let values = ["false", "if", "nil", "self", "super", "switch", "true", "try"]

  /// Those that begin a member of a type.
  static let members = [
    "case", "class", "enum", "func", "init", "lazy", "let", "mutating", "override", "private",
    "static", "struct", "subscript", "typealias", "var",
  ]

  /// Those that may stand where a type does.
  static let types = ["any", "inout", "some"]

  /// Those that may follow the brace that ends a block.
  static func behindBlock(_ brace: TokenSyntax) -> [String] {
    guard let block = brace.parent, let owner = block.parent else { return [] }
    switch owner.kind {
    case .ifExpr: return ["else"]
    case .doStmt, .catchClause: return ["catch"]
    case .repeatStmt: return ["while"]
    default: return []
    }
  }

  /// Those that may follow a value on its line.
  static func behindOperand(_ operand: TokenSyntax) -> [String] {
    var result = ["as", "is"]
    var next: TokenSyntax? = operand
    // A line has a beginning that is not far.
    for _ in 0..<200 {
      guard let token = next else { return result }
      switch token.tokenKind {
      case .keyword(.in): return result + ["where"]
      case .keyword(.for): return ["in"]
      case .keyword(.guard): return result + ["else"]
      case .keyword(.case): return result + ["where"]
      case .leftBrace: return token.parent?.kind == .closureExpr ? ["in"] + result : result
      case .semicolon, .rightBrace: return result
      default: break
      }
      if token.leadingTrivia.contains(where: \.isNewline) { return result }
      next = token.previousToken(viewMode: .sourceAccurate)
    }
    result.sort()
    return result
  }
}
