extension Constraint {
  /// The types that the constraint speaks of.
  var types: [Type] {
    switch self {
    case .equal(let a, let b), .convert(let a, let b), .superclass(let a, let b),
      .optional(let a, let b), .chain(let a, let b), .implicitBase(let a, let b),
      .forcedIfNeeded(let a, let b):
      [a, b]
    case .conforms(let type, _), .comparable(let type, _), .nilLiteral(let type),
      .booleanLiteral(let type), .mayBeWider(let type):
      [type]
    case .coalesce(let a, let b, let c, _), .dictionaryLiteral(let a, let b, let c): [a, b, c]
    case .arrayLiteral(let type, let element): [type, element]
    case .member(let base, _, let type), .implicitMember(let base, _, let type): [base, type]
    case .call(let call): call.types + call.callee.types + [call.result]
    case .operation(let call): call.types + [call.result]
    case .closure(let use): [use.type]
    case .branches(let use): [use.type]
    case .keyPath(let use): [use.type]
    case .operatorFunction(_, let type): [type]
    case .reference(let candidates, let type, _): candidates.flatMap(\.types) + [type]
    }
  }

  /// Whether it is the same constraint, by the node that it is of.
  func isSame(as other: Constraint) -> Bool {
    switch (self, other) {
    case (.call(let a), .call(let b)): a.node === b.node
    case (.operation(let a), .operation(let b)): a.node === b.node
    case (.closure(let a), .closure(let b)): a.node === b.node
    case (.branches(let a), .branches(let b)): a.node === b.node
    case (.reference(_, let a, _), .reference(_, let b, _)): a == b
    default: false
    }
  }
}

extension Call.Callee {
  fileprivate var types: [Type] {
    switch self {
    case .candidates(let fitting): fitting.flatMap(\.candidate.types)
    case .value(let type), .member(let type, _), .implicit(let type, _), .subscript(let type):
      [type]
    }
  }
}

extension Candidate {
  /// The types around the function.
  fileprivate var types: [Type] { [owner] + substitution.values }
}
