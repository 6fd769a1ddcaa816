extension BodyChecker {
  /// A member of a match that is one of its output: `match.1`, `match.year`; nil for other values.
  func dynamicMember(
    _ name: Name, of value: TypedExpression, _ type: Type, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    let type = deep(type)
    guard case .nominal(let match, let arguments) = type, match.qualifiedName == "Regex.Match",
      match.context?.source.isLibrary == true, let root = arguments.first
    else { return nil }
    let output = member(Name(base: "output", labels: nil, range: name.range), of: value, range)
    if case .tuple(let elements) = root {
      guard tupleIndex(name.base, elements) == nil else {
        return member(name, of: output, range, expected)
      }
    } else if name.base == "0" {
      return output
    } else if !compiler.members(name.base, of: root, isStatic: false).isEmpty {
      return member(name, of: output, range, expected)
    }
    return fail(
      "value of type 'Regex<\(root)>.Match' has no dynamic member '\(name.base)' using key path from root type '\(root)'",
      at: name.range)
  }
}
