extension BodyChecker {
  /// Checks an expression that is no part of another; what fails is checked once more with what a solver
  /// finds about all of it.
  func whole(
    _ expression: Expression, as wanted: Type?, _ check: () -> TypedExpression
  ) -> TypedExpression {
    guard isWhole, !isSolving, compiler.inquiry == nil else { return check() }
    isWhole = false
    let outer = decisions
    decisions = nil
    defer {
      isWhole = true
      decisions = outer
    }
    let start = mark
    let closures = scope.outermost.closureCount
    let first = check()
    guard compiler.errorCount > start.errors else { return first }
    restore(start)
    scope.outermost.closureCount = closures
    if let solution = solution(of: expression, as: wanted) {
      decisions = solution
      let second = check()
      if compiler.errorCount > start.errors { debugPrint("SECOND", source.text(in: expression.range), compiler.diagnostics[start.diagnostics...].map(\.message), solution.trace, solution.score) }
      decisions = nil
      if compiler.errorCount == start.errors { return second }
      restore(start)
      scope.outermost.closureCount = closures
    }
    return check()
  }

  /// The solution for a whole expression.
  private func solution(of expression: Expression, as wanted: Type?) -> Solution? {
    isSolving = true
    defer { isSolving = false }
    let s = Solver(self)
    let r = s.solve(expression, as: wanted)
    if r == nil { debugPrint("UNSOLVED", source.text(in: expression.range), s.effort, s.trace) }
    return r
  }

  /// The type that is expected of an expression: what was decided of it, or else what its surroundings
  /// would like.
  func decided(_ expression: Expression, _ expected: Type?) -> Type? {
    guard let type = decisions?.types[ObjectIdentifier(expression)] else { return expected }
    guard case .closure = expression.kind, case .function(var function) = type else { return type }
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
      var candidate = candidates.first(where: choice.isOf)
    else { return nil }
    candidate.nameRange = nameRange
    let signature = signature(of: candidate)
    guard case .success(let match) = signature.match(arguments) else { return nil }
    return apply(
      candidate, signature, match, arguments, range, expected, given: choice.substitution)
  }
}
