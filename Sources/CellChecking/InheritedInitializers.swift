internal import CellSyntax

/// The initialisers that a class has, of its own and of those above it.
///
/// A class inherits designated initialisers where it declares none, and convenience initialisers where it
/// has all designated ones of the class above: its own, overridden, or inherited (The Swift Programming
/// Language, "Automatic Initializer Inheritance").
func inheritedInitializers(_ found: [FoundMember]) -> [FoundMember] {
  let top = found.filter(\.isOfClass).map(\.rank).max() ?? 0
  // By how far above they are declared.
  let declared = (0...top).map { rank in
    Set(found.filter { $0.rank == rank && $0.isOfClass && !$0.isConvenience }.map(\.fullName))
  }
  func designated(_ rank: Int) -> Set<String> {
    declared[rank...].first { !$0.isEmpty } ?? []
  }
  return found.filter { member in
    guard member.isOfClass else { return true }
    let below = declared[..<member.rank]
    guard member.isConvenience else { return below.allSatisfy(\.isEmpty) }
    return below.enumerated().allSatisfy { rank, own in
      own.isEmpty || designated(rank + 1).isSubset(of: own) && !own.contains(member.fullName)
    }
  }
}

extension FoundMember {
  fileprivate var isConvenience: Bool {
    guard case .function(let symbol) = member else { return false }
    return symbol.declaration.modifiers.contains(.isConvenience)
  }

  fileprivate var fullName: String { member.fullName ?? "" }
}
