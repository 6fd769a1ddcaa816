/// What is decided about the nodes of an expression.
struct Solution {
  /// The types of expressions, by their nodes.
  var types: [ObjectIdentifier: Type] = [:]
  /// What calls and operators mean, by their nodes.
  var choices: [ObjectIdentifier: Choice] = [:]
}

/// The declaration that a call means, and the types that its generic parameters stand for.
struct Choice {
  let candidate: Candidate
  let substitution: Substitution

  /// Whether a candidate is what was chosen.
  func isOf(_ other: Candidate) -> Bool {
    switch (candidate.target, other.target) {
    case (.function(let a), .function(let b)): a === b
    case (.enumCase(let a), .enumCase(let b)): a === b
    case (.memberwise, .memberwise): true
    default: false
    }
  }
}
