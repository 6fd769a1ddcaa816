extension Solver {
  /// The constraints in groups that have no open type in common.
  func parts(of constraints: [Constraint]) -> [[Constraint]] {
    guard constraints.count > 1 else { return [constraints] }
    var groups: [TypeVariable: Int] = [:]
    // Of each group the one that it has become part of.
    var parents: [Int] = []
    func root(_ group: Int) -> Int {
      var group = group
      while parents[group] != group { group = parents[group] }
      return group
    }
    let numbers = constraints.map { constraint in
      var own = parents.count
      parents.append(own)
      for variable in constraint.types.flatMap(variables) {
        guard case .variable(let variable) = variable else { continue }
        if let known = groups[variable] {
          parents[root(own)] = root(known)
          own = root(known)
        } else {
          groups[variable] = own
        }
      }
      return own
    }
    // A closure within another one may speak of what the outer one's parameters are.
    let inner = constraints.indices.filter { constraints[$0].isWithinClosure }
    for (a, b) in zip(inner, inner.dropFirst()) { parents[root(numbers[a])] = root(numbers[b]) }
    var result: [Int: [Constraint]] = [:]
    var order: [Int] = []
    for (constraint, number) in zip(constraints, numbers) {
      let group = root(number)
      if result[group] == nil { order.append(group) }
      result[group, default: []].append(constraint)
    }
    guard inner.isEmpty || order.count == 1 else { return [constraints] }
    return order.map { result[$0] ?? [] }
  }
}

extension Constraint {
  fileprivate var isWithinClosure: Bool {
    switch self {
    case .closure(let use): use.scope.isBeingSolved
    case .branches(let use): use.scope.isBeingSolved
    case .keyPath(let use): use.scope.isBeingSolved
    default: false
    }
  }
}
