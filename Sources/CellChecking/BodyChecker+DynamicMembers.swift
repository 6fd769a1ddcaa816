internal import CellSyntax

extension BodyChecker {
  /// A member of a match that is one of its output: `match.1`, `match.year`; nil for other values.
  func dynamicMember(
    _ name: Name, of value: TypedExpression, _ type: Type, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    let type = deep(type)
    if let found = lookedUpMember(name, of: value, type, range, expected) { return found }
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

  /// A member of a value whose type has `subscript(dynamicMember:)`, by its name or as a key path.
  private func lookedUpMember(
    _ name: Name, of value: TypedExpression, _ type: Type, _ range: SourceRange, _ expected: Type?
  ) -> TypedExpression? {
    for found in compiler.members("subscript", of: type, isStatic: false) {
      guard case .subscript(let symbol) = found.member,
        let parameter = symbol.declaration.parameters.first, parameter.label == "dynamicMember",
        symbol.declaration.parameters.count == 1
      else { continue }
      let kind = compiler.substitute(
        compiler.signature(of: symbol.getter).parameters[0].type, found.substitution)
      let isPath = kind.nominal?.name.hasSuffix("KeyPath") ?? false
      if isPath, let root = kind.arguments.first, !hasMember(name.base, root) { continue }
      let argument =
        isPath
        ? Expression(.keyPath(nil, [.property(name.base, name.range)]), name.range)
        : Expression(.string([.text(name.base)]), name.range)
      return callSubscript(
        [found], value, type, [Argument(label: "dynamicMember", value: argument)], range, expected)
    }
    return nil
  }

  private func hasMember(_ name: String, _ type: Type) -> Bool {
    !compiler.members(name, of: type, isStatic: false).isEmpty
  }

  /// A call of a value whose type has `dynamicallyCall`: with labels if one is written and that takes
  /// them, else as an array.
  func dynamicCall(
    _ function: TypedExpression, _ type: Type, _ arguments: [Argument], _ range: SourceRange,
    _ expected: Type?
  ) -> TypedExpression? {
    guard let label = dynamicLabel(of: type, arguments) else { return nil }
    let all =
      label != "withArguments"
      ? Expression(
        .dictionary(
          arguments.map {
            DictionaryPair(
              key: Expression(.string([.text($0.label ?? "")]), range), value: $0.value)
          }), range)
      : Expression(.array(arguments.map(\.value)), range)
    return callMember(
      Name(base: "dynamicallyCall", labels: nil, range: range), of: function,
      [Argument(label: label, value: all)], range, expected)
  }

  /// The label of the parameter that takes all arguments of a call of a value of a type; nil where the type
  /// has no `dynamicallyCall`.
  func dynamicLabel(of type: Type, _ arguments: [Argument]) -> String? {
    let labels = compiler.members("dynamicallyCall", of: type, isStatic: false)
      .compactMap { found -> String? in
        guard case .function(let symbol) = found.member else { return nil }
        return symbol.declaration.parameters.first?.label
      }
    guard !labels.isEmpty else { return nil }
    let isLabelled = arguments.contains { $0.label != nil } || !labels.contains("withArguments")
    return isLabelled ? "withKeywordArguments" : "withArguments"
  }
}
