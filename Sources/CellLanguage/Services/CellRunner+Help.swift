extension CellRunner {
  /// What is known about a name: declarations and documentation, one for each overload; for a type its
  /// members follow.
  ///
  /// - Parameter name: a name (`plot`, `map`, `guard`), a member of a type (`Tensor.sum`, `Array.map`), or
  ///   a member of an expression (`runs[0].history`).
  public func help(for name: String, in state: CellState) -> [NameSummary] {
    onLargeStack { _ in
      HelpSearch(compiler(state), library) { staticType(of: $0, from: state) }.help(for: name)
    }
  }

  /// A name that is known and near to one that is not.
  public func suggestion(for name: String, in state: CellState) -> String? {
    onLargeStack { _ in
      HelpSearch(compiler(state), library) { staticType(of: $0, from: state) }
        .suggestion(for: name)
    }
  }
}

extension HostFunction {
  /// The name that the declaration gives.
  var name: String {
    let skipped: Set = ["static", "mutating", "func", "var", "let"]
    let words = declaration.split(whereSeparator: \.isWhitespace)
    guard let word = words.first(where: { !skipped.contains(String($0)) }) else {
      return declaration
    }
    return String(word.prefix { !"(<:".contains($0) })
  }

  /// Whether it is between the library and its own cells.
  var isHidden: Bool { name.hasPrefix("_") }

  /// The function as lists show it.
  func summary(in owner: String = "") -> NameSummary {
    let isProperty = declaration.hasPrefix("var ") || declaration.hasPrefix("static var ")
    let name = self.name
    return NameSummary(
      name: owner.isEmpty ? name : "\(owner).\(name)",
      kind: isProperty
        ? .property : name == "init" ? .initializer : name == "subscript" ? .subscript : .function,
      declaration: declaration, documentation: documentation, topic: topic)
  }
}
