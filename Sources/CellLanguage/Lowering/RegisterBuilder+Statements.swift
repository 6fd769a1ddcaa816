internal import CellChecking
internal import CellSyntax

extension RegisterBuilder {
  /// One statement.
  func statement(_ statement: TypedStatement) {
    lowerer.notePosition(statement.range)
    let start = parts.instructions.count
    scoped { build(statement) }
    if lowerer.endsAreSeen, touchesSlots(since: start) { emit(.bury, site: statement.range) }
  }

  private func build(_ statement: TypedStatement) {
    let range = statement.range
    switch statement.kind {
    case .expression(let expression): effect(expression)
    case .variable(let symbol, let value?): declare(symbol, value)
    case .variable(let symbol, nil): declareEmpty(symbol)
    case .bind(let pattern, let value): bind(pattern, value)
    case .conditional(let node): conditional(node)
    case .choice(let node): choice(node, range)
    case .whileLoop(let target, let conditions, let body):
      whileLoop(target, conditions, body, range)
    case .repeatLoop(let target, let body, let test): repeatLoop(target, body, test, range)
    case .forLoop(let node): forLoop(node, range)
    case .returning(let value): returning(value)
    case .breaking(let target):
      if let exit = breakLabels[ObjectIdentifier(target)] { leave(exit) }
    case .continuing(let target):
      if let exit = continueLabels[ObjectIdentifier(target)] { leave(exit) }
    case .fallingThrough: if let fallthroughExit { leave(fallthroughExit) }
    case .throwing(let value):
      let slot = takeSlot()
      datum(value, into: slot)
      emit(.throwValue, slot, site: range)
      giveBack(slot)
    case .deferring(let body): block(body)
    case .block(let target, let body):
      labelled(target) { block(body) }
    case .doing(let target, let body, let clauses, let type):
      labelled(target) { doing(body, clauses, lowerer.final(type)) }
    case .declarations(let parts): for part in parts { self.statement(part) }
    case .display(let value):
      withSlot { slot in
        datum(value, into: slot)
        emit(.display, slot, site: range)
      }
    case .result(let value): result(value, range)
    case .boundary(let count):
      parts.constants.append(count)
      emit(.boundary, 0, parts.constants.count - 1, site: range)
    case .nothing: break
    }
  }

  // MARK: - Declarations

  private func declareEmpty(_ symbol: VariableSymbol) {
    if let slot = plainSlot(of: symbol) { return declared(slot) }
    guard symbol.isBoxed else { return }
    withSlot { slot in
      emit(.clearSlot, slot)
      initialize(symbol, with: slot)
    }
  }

  private func bind(_ pattern: TypedPattern, _ value: TypedExpression) {
    // The checker has made sure that it matches.
    let end = newLabel()
    if kind(value) != nil {
      test(pattern, .register(scalar(value)), type(value), to: end)
    } else if isMadeInRegisters(value), let layout = layout(value) {
      let first = lowerer.temporaryRegisters(layout.width)
      record(value, layout, into: first)
      test(pattern, .record(first, layout), type(value), to: end)
    } else {
      withSlot { slot in
        datum(value, into: slot)
        test(pattern, .slot(slot), type(value), to: end)
      }
    }
    place(end)
  }

  /// The value of a cell's last expression, or of a branch of an `if` expression.
  private func result(_ value: TypedExpression, _ range: SourceRange) {
    if let branchDestination { return evaluate(value, to: branchDestination) }
    withSlot { slot in
      datum(value, into: slot)
      emit(.keepResult, slot, type: type(value), site: range)
    }
  }

  /// A statement that `break` leaves by its target.
  private func labelled(_ target: LoopTarget?, _ body: () -> Void) {
    let end = newLabel()
    if let target { breakLabels[ObjectIdentifier(target)] = exit(to: end) }
    body()
    place(end)
  }

  // MARK: - Returns

  /// The end of a function without a value; of an initialiser, which returns `self`.
  func returnNothing() {
    guard let symbol = lowerer.function.returnsSelf else {
      return leave(Exit(kind: .returnVoid, depth: 0))
    }
    returning(
      TypedExpression(.variable(symbol), symbol.type, lowerer.function.range))
  }

  private func returning(_ value: TypedExpression?) {
    guard let value else { return returnNothing() }
    if let layout = parts.result.layout { return returning(value, layout) }
    if let result = parts.result.scalar {
      if returnsAtOnce { return returning(scalar: value, result) }
      scalar(value, as: result, into: returnedRegister)
      return leave(Exit(kind: .returnScalar, depth: 0))
    }
    let slot = returnsAtOnce ? takeSlot() : returnedSlot
    datum(value, into: slot)
    guard returnsAtOnce else { return leave(Exit(kind: .returnSlot, depth: 0)) }
    emit(.returnSlot, slot)
    giveBack(slot, isEmpty: true)
  }

  private func returning(scalar value: TypedExpression, _ kind: ScalarKind) {
    guard case .ternary(let test, let a, let b) = value.kind else {
      return emit(.returnScalar, scalar(value, as: kind))
    }
    let other = newLabel()
    jump(unless: test, to: other)
    scoped { returning(scalar: a, kind) }
    place(other)
    scoped { returning(scalar: b, kind) }
  }

  // MARK: - Choices

  func conditional(_ node: TypedIf) {
    let (other, end) = (newLabel(), newLabel())
    if let target = node.target { breakLabels[ObjectIdentifier(target)] = exit(to: end) }
    guard !node.isGuard else {
      jump(unless: node.conditions, to: other)
      jump(.jump, to: end)
      place(other)
      block(node.otherwise ?? [])
      return place(end)
    }
    scopes.append(Scope())
    jump(unless: node.conditions, to: other)
    block(node.body)
    let bound = scopes.removeLast().declared
    if let otherwise = node.otherwise {
      jump(.jump, to: end)
      place(other)
      block(otherwise)
    } else {
      place(other)
    }
    place(end)
    for slot in bound.reversed() { emit(.clearSlot, slot) }
  }

  /// `switch`: the tests in order, each with a jump to its body, then the bodies.
  func choice(_ node: TypedSwitch, _ range: SourceRange) {
    let end = newLabel()
    breakLabels[ObjectIdentifier(node.target)] = exit(to: end)
    let type = type(node.subject)
    let subject = subject(node.subject)
    var slot: Int?
    if case .slot(let own) = subject { slot = own }
    let bodies = node.cases.map { _ in newLabel() }
    scopes.append(Scope())
    for (item, body) in zip(node.cases, bodies) {
      for pattern in item.patterns {
        let next = newLabel()
        test(pattern.pattern, subject, type, to: next)
        if let condition = pattern.condition { jump(unless: condition, to: next) }
        jump(.jump, to: body)
        place(next)
      }
    }
    if let standard = node.cases.firstIndex(where: \.isDefault) {
      jump(.jump, to: bodies[standard])
    } else {
      fault("no case of this 'switch' matches the value", site: range)
    }
    self.bodies(node, bodies, subject: slot, to: end)
    place(end)
    let bound = scopes.removeLast().declared
    for slot in bound.reversed() { emit(.clearSlot, slot) }
    if let slot { giveBack(slot) }
  }

  /// Computes what a `switch` is about.
  private func subject(_ value: TypedExpression) -> Subject {
    if kind(value) != nil {
      let register = lowerer.newRegister()
      scalar(value, into: register)
      return .register(register)
    }
    if isMadeInRegisters(value), let layout = layout(value) {
      let first = lowerer.newRegisters(layout.width)
      record(value, layout, into: first)
      return .record(first, layout)
    }
    let slot = takeSlot()
    datum(value, into: slot)
    return .slot(slot)
  }

  private func bodies(_ node: TypedSwitch, _ labels: [Label], subject: Int?, to end: Label) {
    let outer = fallthroughExit
    for (index, item) in node.cases.enumerated() {
      fallthroughExit = index + 1 < labels.count ? exit(to: labels[index + 1]) : nil
      place(labels[index])
      // Nobody else shall hold what the body may change.
      if let subject { emit(.clearSlot, subject) }
      block(item.body)
      jump(.jump, to: end)
    }
    fallthroughExit = outer
  }

  // MARK: - Errors

  private func doing(_ body: [TypedStatement], _ clauses: [TypedCatch], _ type: Type) {
    let (handler, end) = (newLabel(), newLabel())
    let error = takeSlot()
    guarded(.caught, by: handler, slot: error) { block(body) }
    jump(.jump, to: end)
    place(handler)
    let value = takeSlot()
    emit(.caughtValue, value, error)
    let out = exit(to: end)
    inScope {
      for clause in clauses { catching(clause, value, error, type, to: out) }
    }
    emit(.rethrow, error)
    place(end)
    giveBack(value)
    giveBack(error)
  }

  private func catching(
    _ clause: TypedCatch, _ value: Int, _ error: Int, _ type: Type, to end: Exit
  ) {
    let (body, other) = (newLabel(), newLabel())
    for pattern in clause.patterns {
      let next = newLabel()
      test(pattern.pattern, .slot(value), type, to: next)
      if let condition = pattern.condition { jump(unless: condition, to: next) }
      jump(.jump, to: body)
      place(next)
    }
    jump(.jump, to: other)
    place(body)
    for slot in [value, error] { emit(.clearSlot, slot) }
    block(clause.body)
    leave(end)
    place(other)
  }
}
