internal import Glibc

let solverFirst = unsafe getenv("SOLVER_FIRST") != nil
let solverTrace = unsafe getenv("SOLVER_TRACE") != nil
let solverLib = unsafe getenv("SOLVER_LIB") != nil
let solverStats = unsafe getenv("SOLVER_STATS") != nil
func solverNote(_ text: String) {
  var text = text + "\n"
  text.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
}
func solverDebug(_ values: Any...) { if solverStats { solverNote(values.map { "\($0)" }.joined(separator: " ")) } }

extension BodyChecker {
  /// Checks an expression that is no part of another; what fails is checked once more with what a solver
  /// finds about all of it.
  func whole(
    _ expression: Expression, _ wanted: Solver.Wanted, _ check: () -> TypedExpression
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
    if solverFirst, !source.isLibrary || solverLib {
      if let solution = solution(of: expression, wanted) {
        decisions = solution
        let second = check()
        decisions = nil
        if compiler.errorCount == start.errors { return second }
        solverNote("DISAGREE \(source.text(in: expression.range).prefix(200)) \(compiler.diagnostics[start.diagnostics...].map(\.message))")
        restore(start)
        scope.outermost.closureCount = closures
      }
    }
    let first = check()
    guard compiler.errorCount > start.errors else { return first }
    restore(start)
    scope.outermost.closureCount = closures
    if let solution = solution(of: expression, wanted) {
      decisions = solution
      let second = check()
      if compiler.errorCount > start.errors { solverDebug("SECOND", source.text(in: expression.range), compiler.diagnostics[start.diagnostics...].map(\.message), solution.types.values.map { "\($0)" }) }
      decisions = nil
      if compiler.errorCount == start.errors { return second }
      restore(start)
      scope.outermost.closureCount = closures
    }
    return check()
  }

  /// The solution for a whole expression.
  private func solution(
    of expression: Expression, _ wanted: Solver.Wanted
  ) -> Solution? {
    isSolving = true
    defer { isSolving = false }
    let s = Solver(self)
    let r = s.solve(expression, wanted)
    if solverStats { solverNote("\(r == nil ? "NO" : "YES") \(s.effort)  \(r == nil ? s.failed : "") \(source.text(in: expression.range).prefix(100).split(separator: "\n").joined(separator: " "))") }
    if solverTrace { solverDebug("UNSOLVED", source.text(in: expression.range), s.effort, s.failed) }
    if r != nil { return r }
    switch wanted {
    case .hint, .pattern: break
    case .anything, .value, .elements: return nil
    }
    return Solver(self).solve(expression, .anything)
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
