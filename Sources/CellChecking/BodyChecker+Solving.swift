internal import CellSyntax

extension BodyChecker {
  /// Checks an expression that is no part of another, with what a solver finds about all of it.
  ///
  /// Where the solver finds nothing, types flow from the parts and from what is expected alone; that is
  /// what mistakes are told by.
  func whole(
    _ expression: Expression, _ wanted: Solver.Wanted, _ check: () -> TypedExpression
  ) -> TypedExpression {
    guard isWhole, !isSolving, compiler.inquiry == nil, !expression.isPlain,
      !expression.isBranching
    else { return check() }
    isWhole = false
    let outer = decisions
    decisions = nil
    defer {
      isWhole = true
      decisions = outer
    }
    if let solution = solution(of: expression, wanted) {
      decisions = solution
      let closures = scope.outermost.closureCount
      if let value = attempt(check) { return value }
      scope.outermost.closureCount = closures
      decisions = nil
    }
    return check()
  }

  /// Checks statements, whose expressions are no parts of the one around them.
  func eachWhole<T>(_ check: () -> T) -> T {
    let outer = isWhole
    isWhole = true
    defer { isWhole = outer }
    return check()
  }

  /// The solution for a whole expression.
  private func solution(of expression: Expression, _ wanted: Solver.Wanted) -> Solution? {
    isSolving = true
    defer { isSolving = false }
    if let solution = Solver(self).solve(expression, wanted) { return solution }
    switch wanted {
    case .hint, .pattern: return Solver(self).solve(expression, .anything)
    case .anything, .value, .elements: return nil
    }
  }

  /// The type that is expected of an expression: what was decided of it, or else what its surroundings
  /// would like.
  func decided(_ expression: Expression, _ expected: Type?) -> Type? {
    guard let type = decisions?.types[ObjectIdentifier(expression)] else { return expected }
    guard case .function(var function) = type else { return type }
    guard case .closure = expression.kind else {
      // A function that is wanted may be one of a tuple, or convert its arguments.
      if let expected, case .function? = core(expected), !deep(expected).hasVariables {
        return expected
      }
      return type
    }
    // Whether it throws is between the closure and where it goes.
    if case .function(let wanted)? = core(expected) {
      function.isThrowing = wanted.isThrowing
      function.isConcurrent = wanted.isConcurrent
    } else {
      function.isThrowing = true
    }
    return .function(function)
  }

  /// The call of the candidate that was decided on; nil where none was.
  func chosenCall(
    _ candidates: [Candidate], _ arguments: [Argument], _ range: SourceRange, _ expected: Type?,
    _ nameRange: SourceRange?
  ) -> TypedExpression? {
    guard let node, let choice = decisions?.choices[ObjectIdentifier(node)],
      var candidate = candidates.first(where: { choice.isOf($0) && agrees($0, choice) })
        ?? candidates.first(where: choice.isOf)
    else { return nil }
    candidate.nameRange = nameRange
    let signature = signature(of: candidate)
    guard case .success(let match) = signature.match(arguments) else { return nil }
    return apply(
      candidate, signature, match, arguments, range, expected, given: choice.substitution)
  }

  /// Whether the types around a candidate are those that were decided.
  private func agrees(_ candidate: Candidate, _ choice: Choice) -> Bool {
    candidate.substitution.allSatisfy { parameter, type in
      choice.substitution[parameter].map { $0 == deep(type) } ?? true
    }
  }
}

extension Expression {
  /// Whether nothing in it can mean several things: a name, a property, a literal.
  fileprivate var isPlain: Bool {
    switch kind {
    case .name(let name, _): name.labels == nil
    case .member(let base?, let name, _): name.labels == nil && base.isPlain
    case .boolean, .nilLiteral: true
    default: isLiteral
    }
  }
}
