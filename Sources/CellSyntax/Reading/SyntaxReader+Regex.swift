internal import SwiftSyntax

extension SyntaxReader {
  /// A literal `/…/`: a call that makes a `Regex` of the type that its groups give it.
  func regex(_ node: RegexLiteralExprSyntax) -> Expression {
    let place = range(of: node)
    var pattern = node.regex.text
    if node.openingPounds != nil, pattern.utf8.first == UInt8(ascii: "\n") {
      // On lines of its own, blanks and comments mean nothing.
      pattern = "(?xx)" + pattern
    }
    do {
      _ = try CompiledRegex.of(pattern)
    } catch {
      report("cannot parse regular expression: \(error.text)", at: range(of: error, in: node))
      return Expression(.error, place)
    }
    let output = type(of: RegexGroup.all(of: pattern), place)
    let name = Name(base: "Regex", labels: nil, range: place)
    let literal = Argument(
      label: "_literal", value: Expression(.string([.text(pattern)]), place))
    return Expression(.call(Expression(.name(name, [output]), place), [literal]), place)
  }

  /// The part of a literal that an error speaks of.
  private func range(of error: RegexError, in node: RegexLiteralExprSyntax) -> SourceRange {
    let whole = range(of: node)
    guard case .refused(_, let part?) = error, node.regex.text.utf8.first != UInt8(ascii: "\n")
    else { return whole }
    let start = range(of: node.regex).start
    return SourceRange(
      start: min(start + Int32(clamping: part.lowerBound), whole.end - 1),
      end: min(start + Int32(clamping: max(part.upperBound, part.lowerBound + 1)), whole.end))
  }

  private func type(of groups: [RegexGroup], _ place: SourceRange) -> TypeNode {
    let substring = TypeNode(.name("Substring", []), place)
    guard !groups.isEmpty else { return substring }
    let elements = groups.map { group in
      TypeNode.Element(
        label: group.name,
        type: group.isOptional ? TypeNode(.optional(substring), place) : substring)
    }
    return TypeNode(.tuple([TypeNode.Element(label: nil, type: substring)] + elements), place)
  }
}
