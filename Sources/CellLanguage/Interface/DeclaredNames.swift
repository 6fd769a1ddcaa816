internal import CellChecking

extension CellRunner {
  /// The names that mean something else in one state than in an earlier one, or nothing in the earlier
  /// one, in alphabetical order: what the entries run in between have declared.
  ///
  /// What was declared at a prompt after a cell is gone when the next cell runs from the state after
  /// that cell: these are the names to tell of.
  public static func names(declaredIn state: CellState, since earlier: CellState) -> [String] {
    state.environment.names.filter { name, symbols in
      guard name.first != "$" else { return false }
      let known = Set((earlier.environment.names[name] ?? []).compactMap(\.identity))
      return symbols.contains { $0.identity.map { !known.contains($0) } ?? false }
    }.keys.sorted()
  }
}

extension Symbol {
  /// The declaration; `nil` for what the library declares.
  fileprivate var identity: ObjectIdentifier? {
    switch self {
    case .variable(let symbol): ObjectIdentifier(symbol)
    case .function(let symbol): ObjectIdentifier(symbol)
    case .type(let nominal): ObjectIdentifier(nominal)
    case .alias(let symbol): ObjectIdentifier(symbol)
    case .constant: nil
    }
  }
}
