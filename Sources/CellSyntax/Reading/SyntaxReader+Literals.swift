internal import SwiftSyntax

extension SyntaxReader {
  /// A literal of any kind.
  func literal(_ node: ExprSyntax) -> Expression {
    let place = range(of: node)
    func make(_ kind: Expression.Kind) -> Expression { Expression(kind, place) }

    switch node.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let node): return make(.integer(integer(node.literal.text)))
    case .floatLiteralExpr(let node):
      return make(.floating(floating(node.literal.text)))
    case .booleanLiteralExpr(let node):
      return make(.boolean(node.literal.tokenKind == .keyword(.true)))
    case .nilLiteralExpr: return make(.nilLiteral)
    case .stringLiteralExpr(let node): return make(.string(segments(node)))
    case .arrayExpr(let node):
      return make(.array(node.elements.map { expression($0.expression) }))
    case .dictionaryExpr(let node):
      guard case .elements(let elements) = node.content else { return make(.dictionary([])) }
      return make(
        .dictionary(
          elements.map { DictionaryPair(key: expression($0.key), value: expression($0.value)) }))
    case .macroExpansionExpr(let node):
      let name = node.macroName.text
      guard ["line", "file", "fileID", "filePath", "function", "column"].contains(name) else {
        unsupported("macros are", node)
        return make(.error)
      }
      return make(.magic(name))
    case .regexLiteralExpr(let node): return regex(node)
    default: return make(.error)
    }
  }

  private func integer(_ text: String) -> UInt64? {
    let digits = text.filter { $0 != "_" }
    if digits.hasPrefix("0x") { return UInt64(digits.dropFirst(2), radix: 16) }
    if digits.hasPrefix("0o") { return UInt64(digits.dropFirst(2), radix: 8) }
    if digits.hasPrefix("0b") { return UInt64(digits.dropFirst(2), radix: 2) }
    return UInt64(digits)
  }

  private func floating(_ text: String) -> Double {
    Double(text.filter { $0 != "_" }) ?? .infinity
  }

  private func segments(_ node: StringLiteralExprSyntax) -> [StringSegment] {
    let pounds = node.openingPounds?.text.count ?? 0
    let isMultiline = node.openingQuote.tokenKind == .multilineStringQuote
    var result: [StringSegment] = []
    for segment in node.segments {
      switch segment {
      case .stringSegment(let segment):
        let text = unescape(segment.content.text, pounds: pounds, isMultiline: isMultiline)
        if !text.isEmpty { result.append(.text(text)) }
      case .expressionSegment(let segment):
        result.append(.interpolation(arguments(segment.expressions)))
      @unknown default: unsupported("this part of a literal is", segment)
      }
    }
    return result
  }

  /// The text that a stretch of a string literal stands for.
  private func unescape(_ raw: String, pounds: Int, isMultiline: Bool) -> String {
    guard raw.contains("\\") || raw.contains("\r") else { return raw }
    var result = String.UnicodeScalarView()
    var rest = raw.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\r" {
        if rest.first == "\n" { rest.removeFirst() }
        result.append("\n")
        continue
      }
      guard scalar == "\\", rest.prefix(pounds).count == pounds,
        rest.prefix(pounds).allSatisfy({ $0 == "#" })
      else {
        result.append(scalar)
        continue
      }
      rest.removeFirst(pounds)
      guard let escape = rest.popFirst() else { break }
      switch escape {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "0": result.append("\0")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        if let value = UInt32(String(Substring(digits)), radix: 16),
          let scalar = Unicode.Scalar(value)
        {
          result.append(scalar)
        }
        rest = rest[digits.endIndex...].dropFirst()
      case " ", "\t", "\n", "\r":
        // A backslash at the end of a line joins it to the next.
        if escape == "\n" { break }
        while let next = rest.popFirst(), next != "\n" {}
      default: result.append(escape)
      }
    }
    return String(result)
  }
}
