internal import CellChecking
internal import CellSyntax

extension RegexGroup {
  /// A type as Swift spells it in errors: without the short form of optionals.
  static func spelled(_ type: Type) -> String {
    if let wrapped = type.optionalWrapped { return "Optional<\(spelled(wrapped))>" }
    guard case .tuple(let elements) = type else { return "\(type)" }
    let parts = elements.map { element in
      (element.label.map { "\($0): " } ?? "") + spelled(element.type)
    }
    return "(\(parts.joined(separator: ", ")))"
  }
}
