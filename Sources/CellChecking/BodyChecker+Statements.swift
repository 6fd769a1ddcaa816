package import CellSyntax

extension BodyChecker {
  /// The statements of a block with a scope of their own.
  func block(_ statements: [Statement]) -> [TypedStatement] {
    scope.blocks.append([:])
    defer { scope.blocks.removeLast() }
    return self.statements(statements)
  }

  /// Statements in the current scope.
  func statements(_ list: [Statement]) -> [TypedStatement] {
    eachWhole { wholeStatements(list) }
  }

  private func wholeStatements(_ list: [Statement]) -> [TypedStatement] {
    hoist(list)
    scope.upcoming.append(Set(list.flatMap(\.declaredNames)))
    defer { scope.upcoming.removeLast() }
    var result: [TypedStatement] = []
    for statement in list {
      if !isCellLevel { scope.tryDepth = 0 }
      result.append(self.statement(statement))
    }
    return hoistedFunctions(result)
  }

  /// Whether declarations here are those of the cell.
  var isCellLevel: Bool { scope.isCellBody && scope.blocks.count == 1 }

  package func statement(_ node: Statement) -> TypedStatement {
    TypedStatement(kind: kind(node), range: node.range)
  }

  private func kind(_ node: Statement) -> TypedStatement.Kind {
    switch node.kind {
    case .expression(let expression): return expressionStatement(expression)
    case .declaration(let declaration): return self.declaration(declaration, node.range)
    case .conditional(let statement): return .conditional(conditional(statement, value: nil))
    case .choice(let statement): return .choice(choice(statement, value: nil))
    case .guarding(let conditions, let body): return guarding(conditions, body, node.range)
    case .whileLoop(let label, let conditions, let body):
      let target = LoopTarget(label: label, isLoop: true)
      scope.blocks.append([:])
      defer { scope.blocks.removeLast() }
      let typed = conditions.map(condition)
      scope.targets.append(target)
      defer { scope.targets.removeLast() }
      return .whileLoop(target, typed, block(body))
    case .repeatLoop(let label, let body, let test):
      let target = LoopTarget(label: label, isLoop: true)
      scope.targets.append(target)
      let typed = block(body)
      scope.targets.removeLast()
      return .repeatLoop(target, typed, check(test, as: .bool, .condition))
    case .forLoop(let statement): return loop(statement, node.range)
    case .returning(let value): return returning(value, node.range)
    case .breaking(let label): return leaving(label, node.range, isBreak: true)
    case .continuing(let label): return leaving(label, node.range, isBreak: false)
    case .fallingThrough: return .fallingThrough
    case .throwing(let value):
      let thrown = check(value, expecting: scope.thrown)
      noteThrow(node.range, of: thrown.type)
      return .throwing(convert(thrown, to: errorType, .throwing))
    case .deferring(let body): return .deferring(block(body))
    case .doing(let label, let body, let clauses): return doing(label, body, clauses)
    case .error: return .nothing
    }
  }

  /// `any Error`
  var errorType: Type {
    compiler.standardProtocol("Error").map { .existential([$0]) } ?? .any
  }

  private func expressionStatement(_ expression: Expression) -> TypedStatement.Kind {
    if case .attempt(.propagate, let inner) = expression.kind {
      return trying(expression.range) { expressionStatement(inner) }
    }
    let value = check(expression)
    if case .metatype(let type) = value.kind, case .name = expression.kind {
      report("expected member name or initializer call after type name", at: expression.range)
      _ = type
    }
    if case .function = value.kind, !isCellLevel {
      report("function is unused", at: expression.range)
    }
    if isHostFigure(value) {
      if !source.isLibrary { compiler.shown[expression.range] = false }
      return .display(value)
    }
    return .expression(value)
  }

  /// Whether a value is of a host type, which may want to be shown wherever it is made.
  private func isHostFigure(_ value: TypedExpression) -> Bool {
    deep(value.type).nominal?.kind == .host
  }

  private func returning(_ value: Expression?, _ range: SourceRange) -> TypedStatement.Kind {
    scope.hasReturn = true
    if scope.isCellBody {
      if compiler.inquiry != nil, let value { _ = check(value) }
      report("return invalid outside of a func", at: range)
      return .nothing
    }
    guard let value else {
      if case .variable = shallow(scope.result) { _ = unify(scope.result, .void) }
      if !shallow(scope.result).isVoid, !scope.isInitializer, !shallow(scope.result).isError {
        report("non-void function should return a value", at: range)
      }
      return .returning(nil)
    }
    if scope.isInitializer {
      guard case .nilLiteral = value.kind else {
        report("'nil' is the only return value permitted in an initializer", at: value.range)
        return .nothing
      }
      return .returning(TypedExpression(.none, .optional(scope.result), value.range))
    }
    if shallow(scope.result).isVoid {
      let typed = check(value)
      let type = shallow(typed.type)
      if !type.isVoid, !type.isError, !type.isNever {
        report("unexpected non-void return value in void function", at: typed.place)
      }
      return .returning(typed)
    }
    let typed = check(value, as: scope.result, scope.isClosure ? .closureResult : .returning)
    return .returning(typed)
  }

  private func leaving(
    _ label: String?, _ range: SourceRange, isBreak: Bool
  ) -> TypedStatement.Kind {
    let targets = scope.targets.reversed()
    if let label {
      guard let target = targets.first(where: { $0.label == label }) else {
        report(
          "cannot find label '\(label)' in scope",
          at: SourceRange(start: range.end - Int32(label.utf8.count), end: range.end))
        return .nothing
      }
      if !isBreak, !target.isLoop {
        report("'continue' cannot be used with non-loop statements", at: range)
        return .nothing
      }
      return isBreak ? .breaking(target) : .continuing(target)
    }
    let found = targets.first { isBreak ? $0.isLoop || $0.label == nil : $0.isLoop }
    guard let target = found else {
      report(
        isBreak
          ? (scope.plainBlocks > 0
            ? "unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an if or do"
            : "'break' is only allowed inside a loop, if, do, or switch")
          : "'continue' is only allowed inside a loop", at: range)
      return .nothing
    }
    return isBreak ? .breaking(target) : .continuing(target)
  }

  // MARK: - if, guard, conditions

  func conditional(_ node: IfStatement, value: Type?) -> TypedIf {
    let result = TypedIf()
    if let label = node.label { result.target = LoopTarget(label: label, isLoop: false) }
    if let target = result.target { scope.targets.append(target) }
    scope.plainBlocks += 1
    defer { scope.plainBlocks -= 1 }
    scope.blocks.append([:])
    result.conditions = node.conditions.map(condition)
    result.body = value.map { valueBlock(node.body, $0) } ?? block(node.body)
    scope.blocks.removeLast()
    if let otherwise = node.otherwise {
      result.otherwise = value.map { valueBlock(otherwise, $0) } ?? block(otherwise)
    }
    if result.target != nil { scope.targets.removeLast() }
    return result
  }

  private func guarding(
    _ conditions: [Condition], _ body: [Statement], _ range: SourceRange
  ) -> TypedStatement.Kind {
    let result = TypedIf()
    result.isGuard = true
    // The names are bound for what follows, not for the block.
    let before = scope.blocks[scope.blocks.count - 1]
    result.conditions = conditions.map(condition)
    let bound = scope.blocks[scope.blocks.count - 1]
    scope.blocks[scope.blocks.count - 1] = before
    result.otherwise = block(body)
    scope.blocks[scope.blocks.count - 1] = bound
    if canFallOff(body) {
      report(
        "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope",
        at: SourceRange(start: max(range.start, range.end - 1), end: range.end))
    }
    return .conditional(result)
  }

  func condition(_ node: Condition) -> TypedCondition {
    switch node {
    case .expression(let expression):
      if case .assignment(let target, let value) = expression.kind {
        report(
          "use of '=' in a boolean context, did you mean '=='?",
          at: source.range(of: "=", between: target.range.end, and: value.range.start))
        return .expression(wrong(expression.range))
      }
      let value = forcedIfImplicit(check(expression, expecting: .bool))
      let type = settled(value.type)
      if type.isOptional, !type.isError {
        report(
          "optional type '\(deep(type))' cannot be used as a boolean; test for '!= nil' instead",
          at: expression.range)
        return .expression(wrong(expression.range))
      }
      return .expression(convert(value, to: .bool, .condition))
    case .unwrap(let pattern, let annotation, let expression, let range):
      let hint = annotation.map { Type.optional(resolve($0)) }
      let value = check(expression, expecting: hint)
      let type = settled(value.type)
      guard let wrapped = type.optionalWrapped else {
        if !type.isError {
          report(
            "initializer for conditional binding must have Optional type, not '\(deep(type))'",
            at: range)
        }
        _ = self.pattern(pattern, .error)
        return .expression(wrong(expression.range))
      }
      if let annotation {
        let wanted = resolve(annotation)
        let converted = convert(value, to: .optional(wanted), .initialization)
        return .unwrap(self.pattern(pattern, wanted), converted)
      }
      return .unwrap(self.pattern(pattern, wrapped), value)
    case .match(let pattern, let expression):
      let value = check(expression)
      return .match(self.pattern(pattern, settled(value.type)), value)
    }
  }
}

extension Statement {
  /// The names of the variables that the statement declares.
  package var declaredNames: [String] {
    guard case .declaration(.variable(let node)) = kind else { return [] }
    return node.bindings.flatMap(\.pattern.boundNames)
  }
}

extension SourceText {
  /// Where a piece of text stands between two places; the first of them where it does not.
  package func range(of piece: String, between start: Int32, and end: Int32) -> SourceRange {
    let between = text(in: SourceRange(start: start, end: end))
    guard let found = between.firstRange(of: piece) else {
      return SourceRange(start: start, end: start + 1)
    }
    let offset =
      start + Int32(between.utf8.distance(from: between.startIndex, to: found.lowerBound))
    return SourceRange(start: offset, end: offset + Int32(piece.utf8.count))
  }
}
