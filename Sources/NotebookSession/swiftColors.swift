internal import CellLanguage
internal import Text

/// The colours of Swift source, by what its pieces are: the same while it is typed and where it is shown.
package let swiftColors: CodeStyles = { source in
  CellRunner.tokens(of: source).compactMap { token in
    style(of: token.kind).map { (token.range, $0) }
  }
}

private func style(of kind: SourceToken.Kind) -> TextStyle? {
  switch kind {
  case .keyword: .keyword
  case .type: .typeName
  case .function: .functionName
  case .number: .number
  case .text: .literalText
  case .comment: .comment
  case .operator, .bracket: nil
  }
}
