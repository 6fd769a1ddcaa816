extension RegisterBuilder {
  /// Statements in order.
  func statements(_ list: [TypedStatement]) {
    // What follows a `defer` runs inside it, which closures do.
    if list.contains(where: \.isDeferring) { return escape(lowerer.block(list)) }
    for item in list { statement(item) }
  }

  /// One statement.
  func statement(_ statement: TypedStatement) {
    lowerer.notePosition(statement.range)
    scoped { build(statement) }
  }

  private func build(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let expression): effect(expression, statement)
    case .variable(let symbol, let value?): declare(symbol, value, statement)
    case .conditional(let node): conditional(node)
    case .choice(let node): choice(node, statement.range)
    case .whileLoop(let target, let conditions, let body):
      whileLoop(target, conditions, body, statement.range)
    case .repeatLoop(let target, let body, let test):
      repeatLoop(target, body, test, statement.range)
    case .forLoop(let node): forLoop(node, statement.range)
    case .returning(let value): returning(value, statement)
    case .breaking(let target):
      let number = lowerer.number(of: target)
      if let label = breakLabels[number] { jump(.jump, to: label) } else { leave(.broke(number)) }
    case .continuing(let target):
      let number = lowerer.number(of: target)
      if let label = continueLabels[number] {
        jump(.jump, to: label)
      } else {
        leave(.continued(number))
      }
    case .fallingThrough:
      if let fallthroughLabel { jump(.jump, to: fallthroughLabel) } else { leave(.fellThrough) }
    case .block(let target, let body):
      let end = newLabel()
      if let target { breakLabels[lowerer.number(of: target)] = end }
      statements(body)
      place(end)
    case .declarations(let parts): for part in parts { self.statement(part) }
    case .nothing: break
    case .variable, .bind, .throwing, .deferring, .doing, .display, .result, .boundary:
      escape(statement)
    }
  }

  private func declare(
    _ symbol: VariableSymbol, _ value: TypedExpression, _ statement: TypedStatement
  ) {
    if let home = lowerer.register(of: symbol), kind(value) == home.kind {
      scalar(value, into: home.index)
    } else if case .global(let index) = symbol.storage, index < 1 << 16, let kind = kind(value),
      lowerer.final(symbol.type).scalarKind == kind
    {
      emit(.store(kind), scalar(value), index)
    } else if let slot = plainSlot(of: symbol) {
      datum(value, into: slot)
    } else {
      escape(statement)
    }
  }

  private func effect(_ expression: TypedExpression, _ statement: TypedStatement) {
    switch expression.kind {
    case .assignment(let target, let value): if assign(value, to: target) { return }
    case .compound(let operation, let target, let value):
      if compound(operation, target, value, expression.range) { return }
    case .call(let callee, let arguments):
      if call(callee, arguments, expression, .nowhere) { return }
    default: break
    }
    escape(statement)
  }

  /// The end of a function without a value; of an initialiser, which returns `self`.
  func returnNothing() {
    guard let value = lowerer.function.returnsSelf else { return emit(.returnVoid) }
    emit(.returnSlot, lowerer.slot(of: value))
  }

  private func returning(_ value: TypedExpression?, _ statement: TypedStatement) {
    guard isFunction else { return escape(statement) }
    guard let value else { return returnNothing() }
    if let result = parts.result {
      guard kind(value) == result else { return escape(statement) }
      if case .ternary(let test, let a, let b) = value.kind {
        let other = newLabel()
        jump(unless: test, to: other)
        scoped { returning(a, statement) }
        place(other)
        return scoped { returning(b, statement) }
      }
      return emit(.returnScalar, scalar(value))
    }
    let slot = takeSlot()
    datum(value, into: slot)
    emit(.returnSlot, slot)
    giveBack(slot)
  }

  // MARK: - Choices

  private func conditional(_ node: TypedIf) {
    let (other, end) = (newLabel(), newLabel())
    if let target = node.target { breakLabels[lowerer.number(of: target)] = end }
    jump(unless: node.conditions, to: other)
    statements(node.body)
    if let otherwise = node.otherwise {
      jump(.jump, to: end)
      place(other)
      statements(otherwise)
    } else {
      place(other)
    }
    place(end)
  }

  /// `switch`: the tests in order, each with a jump to its body, then the bodies.
  private func choice(_ node: TypedSwitch, _ range: SourceRange) {
    let end = newLabel()
    breakLabels[lowerer.number(of: node.target)] = end
    let subject = lowerer.newSlot()
    let register = kind(node.subject) == nil ? nil : lowerer.newRegister()
    if let register, let kind = kind(node.subject) {
      scalar(node.subject, into: register)
      emit(.boxSlot, subject, register, Int(kind.code))
    } else {
      datum(node.subject, into: subject)
    }
    let bodies = node.cases.map { _ in newLabel() }
    for (item, body) in zip(node.cases, bodies) {
      for pattern in item.patterns {
        scoped {
          let next = newLabel()
          test(pattern.pattern, subject, register, type(node.subject), to: next)
          if let condition = pattern.condition { jump(unless: condition, to: next) }
          jump(.jump, to: body)
          place(next)
        }
      }
    }
    if let standard = node.cases.firstIndex(where: \.isDefault) {
      jump(.jump, to: bodies[standard])
    } else {
      let site = lowerer.site(range)
      escape { _ in throw Fault("no case of this 'switch' matches the value", at: site) }
    }
    let outer = fallthroughLabel
    for (index, item) in node.cases.enumerated() {
      fallthroughLabel = index + 1 < bodies.count ? bodies[index + 1] : nil
      place(bodies[index])
      // Nobody else shall hold what the body may change.
      if register == nil { emit(.clearSlot, subject) }
      statements(item.body)
      jump(.jump, to: end)
    }
    fallthroughLabel = outer
    place(end)
  }

  /// Jumps when a pattern does not match what is in a slot, and in a register when it is a scalar.
  func test(
    _ pattern: TypedPattern, _ subject: Int, _ register: Int?, _ type: Type, to label: Label
  ) {
    switch pattern {
    case .wildcard: return
    case .test(let symbol, let expression):
      if let register, let home = lowerer.register(of: symbol), home.kind == type.scalarKind {
        emit(.move, home.index, register)
        return jump(unless: expression, to: label)
      }
    case .binding(let symbol):
      if let register, let home = lowerer.register(of: symbol), home.kind == type.scalarKind {
        return emit(.move, home.index, register)
      }
      if let slot = plainSlot(of: symbol) { return emit(.copySlot, slot, subject) }
    default: break
    }
    let match = lowerer.match(pattern, type)
    let result = lowerer.temporaryRegister()
    escape({ try match($0, $0.slots[subject]) }, into: result)
    jump(.jumpIfFalse, result, to: label)
  }
}

extension TypedStatement {
  fileprivate var isDeferring: Bool { if case .deferring = kind { true } else { false } }
}
