internal import CellSyntax

extension BodyChecker {
  /// Whether execution can reach the end of a list of statements.
  func canFallOff(_ statements: [Statement]) -> Bool {
    statements.allSatisfy(canFallThrough)
  }

  private func canFallThrough(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .returning, .throwing, .breaking, .continuing, .fallingThrough: return false
    case .expression(let expression): return !isNeverCall(expression)
    case .conditional(let node):
      guard let otherwise = node.otherwise else { return true }
      return canFallOff(node.body) || canFallOff(otherwise)
    case .choice(let node):
      return node.cases.isEmpty
        || node.cases.contains {
          canFallOff($0.body) && !endsInFallthrough($0.body) || containsBreak($0.body)
        }
    case .whileLoop(_, let conditions, let body):
      if conditions.count == 1, case .expression(let test) = conditions[0],
        case .boolean(true) = test.kind
      {
        return containsBreak(body)
      }
      return true
    case .repeatLoop(_, let body, let test):
      if case .boolean(true) = test.kind { return containsBreak(body) }
      return canFallOff(body) || containsBreak(body)
    case .doing(_, let body, let clauses):
      return canFallOff(body) || clauses.contains { canFallOff($0.body) }
    default: return true
    }
  }

  private func endsInFallthrough(_ body: [Statement]) -> Bool {
    if case .fallingThrough? = body.last?.kind { true } else { false }
  }

  /// Whether a `break` leaves the loop or switch that the statements are the body of.
  private func containsBreak(_ statements: [Statement]) -> Bool {
    statements.contains { statement in
      switch statement.kind {
      case .breaking: return true
      case .conditional(let node):
        return containsBreak(node.body) || containsBreak(node.otherwise ?? [])
      case .guarding(_, let body): return containsBreak(body)
      case .doing(_, let body, let clauses):
        return containsBreak(body) || clauses.contains { containsBreak($0.body) }
      case .choice(let node):
        return node.cases.contains { $0.body.contains(where: hasLabelledBreak) }
      case .whileLoop(_, _, let body), .repeatLoop(_, let body, _):
        return body.contains(where: hasLabelledBreak)
      case .forLoop(let node): return node.body.contains(where: hasLabelledBreak)
      default: return false
      }
    }
  }

  private func hasLabelledBreak(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .breaking(let label): return label != nil
    case .conditional(let node):
      return (node.body + (node.otherwise ?? [])).contains(where: hasLabelledBreak)
    case .guarding(_, let body): return body.contains(where: hasLabelledBreak)
    case .choice(let node): return node.cases.contains { $0.body.contains(where: hasLabelledBreak) }
    case .whileLoop(_, _, let body), .repeatLoop(_, let body, _):
      return body.contains(where: hasLabelledBreak)
    case .forLoop(let node): return node.body.contains(where: hasLabelledBreak)
    case .doing(_, let body, let clauses):
      return body.contains(where: hasLabelledBreak)
        || clauses.contains { $0.body.contains(where: hasLabelledBreak) }
    default: return false
    }
  }

  /// Calls that never return, by the type of the function called.
  private func isNeverCall(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .attempt(_, let inner): return isNeverCall(inner)
    case .call(let function, _):
      guard case .name(let name, _) = function.kind else { return false }
      switch lookUp(name.base) {
      case .functions(let symbols)?:
        return symbols.contains { compiler.signature(of: $0).result.isNever }
      case .members(let found, _, _)?:
        return found.contains {
          if case .function(let symbol) = $0.member {
            return compiler.signature(of: symbol).result.isNever
          }
          return false
        }
      default: return false
      }
    default: return false
    }
  }
}
