internal import CellSyntax

extension BodyChecker {
  /// Notes that an error may come from a call here: it must be marked, and handled or passed on.
  func requireTry(_ range: SourceRange, throwing type: Type?) {
    guard scope.tryDepth > 0 else {
      let isHandled = !scope.handlers.isEmpty || scope.isThrowing
      report(
        isHandled
          ? "call can throw but is not marked with 'try'"
          : "call can throw, but it is not marked with 'try' and the error is not handled",
        at: range)
      return
    }
    note(.init(range: scope.tryRange ?? range, type: type, isThrow: false))
  }

  /// Notes a `throw` statement.
  func noteThrow(_ range: SourceRange, of type: Type) {
    let type = deep(type)
    let isConcrete: Bool = if case .nominal = type { true } else { false }
    note(.init(range: range, type: isConcrete ? type : nil, isThrow: true))
  }

  private func note(_ site: ErrorHandler.Site) {
    if let handler = scope.handlers.last {
      handler.sites.append(site)
    } else {
      leave(site)
    }
  }

  /// An error leaves the function.
  private func leave(_ site: ErrorHandler.Site, isPartlyCaught: Bool = false) {
    scope.sawThrow = true
    guard !scope.isThrowing else { return }
    switch (site.isThrow, isPartlyCaught) {
    case (true, false):
      report(
        "error is not handled because the enclosing function is not declared 'throws'",
        at: site.range)
    case (false, false): report("errors thrown from here are not handled", at: site.range)
    case (_, true):
      report(
        "errors thrown from here are not handled because the enclosing catch is not exhaustive",
        at: site.range)
    }
  }

  /// Checks what stands under `try?` or `try!`, which take every error.
  func takingErrors<T>(_ body: () -> T) -> T {
    scope.handlers.append(ErrorHandler())
    defer { scope.handlers.removeLast() }
    return body()
  }

  /// Checks an expression under a `try`.
  func trying<T>(_ range: SourceRange, _ body: () -> T) -> T {
    let outer = scope.tryRange
    scope.tryDepth += 1
    scope.tryRange = range
    defer {
      scope.tryDepth -= 1
      scope.tryRange = outer
    }
    return body()
  }

  // MARK: - do

  func doing(
    _ label: String?, _ body: [Statement], _ clauses: [CatchClause]
  ) -> TypedStatement.Kind {
    let target = label.map { LoopTarget(label: $0, isLoop: false) }
    if let target { scope.targets.append(target) }
    defer { if target != nil { scope.targets.removeLast() } }
    guard !clauses.isEmpty else { return .block(target, block(body)) }
    let handler = ErrorHandler()
    scope.handlers.append(handler)
    let typedBody = block(body)
    scope.handlers.removeLast()
    let type = caughtType(handler)
    let typedClauses = clauses.map { catching($0, type) }
    let rows = typedClauses.flatMap(\.patterns).filter { $0.condition == nil }.map { [$0.pattern] }
    if !covers(rows, [deep(type)], depth: 0) { passOn(handler) }
    return .doing(target, typedBody, typedClauses, errorType: type)
  }

  /// The type that all errors of a `do` have: a concrete one when every place agrees.
  private func caughtType(_ handler: ErrorHandler) -> Type {
    guard let first = handler.sites.first?.type,
      handler.sites.allSatisfy({ $0.type == first })
    else { return errorType }
    return first
  }

  /// The errors that no clause catches go to what is around.
  private func passOn(_ handler: ErrorHandler) {
    for var site in handler.sites {
      site.type = nil
      if let outer = scope.handlers.last {
        outer.sites.append(site)
      } else {
        leave(site, isPartlyCaught: true)
      }
    }
  }

  private func catching(_ clause: CatchClause, _ type: Type) -> TypedCatch {
    scope.blocks.append([:])
    defer { scope.blocks.removeLast() }
    if clause.patterns.isEmpty {
      let symbol = VariableSymbol("error", type, isLet: true, range: .none, owner: scope)
      scope.declare("error", .variable(symbol))
      return TypedCatch(patterns: [(.binding(symbol), nil)], body: block(clause.body))
    }
    let patterns = clause.patterns.map { pattern, condition in
      (
        pattern: self.pattern(pattern, type),
        condition: condition.map { check($0, as: .bool, .condition) }
      )
    }
    return TypedCatch(patterns: patterns, body: block(clause.body))
  }
}
