extension RegisterBuilder {
  /// Jumps when a condition does not hold, and goes on otherwise.
  func jump(unless expression: TypedExpression, to label: Label) {
    scoped { branch(expression, to: label, when: false) }
  }

  /// Jumps when the condition is `wanted`, and goes on otherwise.
  private func branch(_ expression: TypedExpression, to label: Label, when wanted: Bool) {
    switch expression.kind {
    case .boolean(let value): if value == wanted { jump(.jump, to: label) }
    case .operation(.not, let operands): branch(operands[0], to: label, when: !wanted)
    case .and(let a, let b): both(a, b, to: label, when: wanted, shortcut: false)
    case .or(let a, let b): both(a, b, to: label, when: wanted, shortcut: true)
    case .isNil(let value, let negated):
      let slot = takeSlot()
      datum(value, into: slot)
      jump(wanted != negated ? .jumpIfNone : .jumpIfSome, slot, to: label)
      giveBack(slot)
    case .operation(let operation, let operands)
    where operation.isComparison && operands.count == 2 && canCompare(operands[0]):
      compare(operation, operands[0], operands[1], to: label, when: wanted)
    case .operation(let operation, let operands) where isTextEquality(operation, operands):
      let isEqual = equal(operands[0], operands[1])
      jump(wanted == (operation == .equal) ? .jumpIfTrue : .jumpIfFalse, isEqual, to: label)
    default: jump(wanted ? .jumpIfTrue : .jumpIfFalse, scalar(expression), to: label)
    }
  }

  /// Whether it is `==` or `!=` of texts, characters or places in texts.
  func isTextEquality(_ operation: Operation, _ operands: [TypedExpression]) -> Bool {
    guard operation == .equal || operation == .notEqual, operands.count == 2 else { return false }
    let texts = [Nominal.string, .character, .stringIndex]
    return operands.allSatisfy { operand in texts.contains { type(operand).nominal === $0 } }
  }

  /// Whether two texts are equal, in a register.
  private func equal(_ a: TypedExpression, _ b: TypedExpression) -> Int {
    let register = lowerer.temporaryRegister()
    let (x, isOwn) = slot(of: a, isSteady: isPure(b))
    if let constant = datum(of: b) {
      parts.data.append(constant)
      emit(.equalConstant, register, x, parts.data.count - 1)
    } else {
      let (y, isOwnToo) = slot(of: b, isSteady: true)
      emit(.equal, register, x, y)
      if isOwnToo { giveBack(y) }
    }
    if isOwn { giveBack(x) }
    return register
  }

  /// The slot where a value is, and whether it is one for a value in between.
  func slot(of value: TypedExpression, isSteady: Bool) -> (slot: Int, isOwn: Bool) {
    if isSteady, case .variable(let symbol) = value.kind, let slot = plainSlot(of: symbol) {
      return (slot, false)
    }
    let slot = takeSlot()
    datum(value, into: slot)
    return (slot, true)
  }

  /// `a && b`, which is decided when `a` is false, or `a || b`, which is when `a` is true.
  private func both(
    _ a: TypedExpression, _ b: TypedExpression, to label: Label, when wanted: Bool, shortcut: Bool
  ) {
    guard wanted == shortcut else {
      let end = newLabel()
      branch(a, to: end, when: shortcut)
      branch(b, to: label, when: wanted)
      return place(end)
    }
    branch(a, to: label, when: wanted)
    branch(b, to: label, when: wanted)
  }

  /// Whether there are jumps by comparison for values like this one.
  func canCompare(_ expression: TypedExpression) -> Bool {
    let type = type(expression)
    switch type.scalarKind {
    case .integer: return type.integerWidth.map { $0.isSigned || $0.bits < 64 } ?? false
    case .floating: return true
    case .boolean, nil: return false
    }
  }

  private func compare(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, to label: Label,
    when wanted: Bool
  ) {
    if kind(a) == .floating {
      let (x, y) = pair(a, b)
      let (opcode, isSwapped) = Opcode.doubles(operation, wanted)
      return jump(opcode, isSwapped ? y : x, isSwapped ? x : y, to: label)
    }
    let operation = wanted ? operation : operation.negated
    if let number = smallLiteral(b) {
      return jump(Opcode.compareImmediate(operation), scalar(a), number, to: label)
    }
    let (x, y) = pair(a, b)
    switch operation {
    case .equal: jump(.jumpIfEqual, x, y, to: label)
    case .notEqual: jump(.jumpIfNotEqual, x, y, to: label)
    case .less: jump(.jumpIfLess, x, y, to: label)
    case .lessEqual: jump(.jumpIfLessOrEqual, x, y, to: label)
    case .greater: jump(.jumpIfLess, y, x, to: label)
    default: jump(.jumpIfLessOrEqual, y, x, to: label)
    }
  }

  // MARK: - Ends of rounds

  /// Whether a condition is one that a jump back can test.
  func canLoop(_ expression: TypedExpression) -> Bool {
    guard case .operation(let operation, let operands) = expression.kind, operands.count == 2,
      kind(operands[0]) == .integer, canCompare(operands[0]), isPure(expression)
    else { return false }
    switch operation {
    case .less, .lessEqual, .greater, .greaterEqual: return true
    default: return false
    }
  }

  /// Jumps back when a condition holds that `canLoop`.
  func loop(if expression: TypedExpression, to label: Label, _ range: SourceRange) {
    guard case .operation(let operation, let operands) = expression.kind else { return }
    scoped {
      if let number = smallLiteral(operands[1]) {
        let opcode = Opcode.loopImmediate(operation)
        return jump(opcode, scalar(operands[0]), number, to: label, site: range)
      }
      let (x, y) = pair(operands[0], operands[1])
      switch operation {
      case .less: jump(.loopIfLess, x, y, to: label, site: range)
      case .lessEqual: jump(.loopIfLessOrEqual, x, y, to: label, site: range)
      case .greater: jump(.loopIfLess, y, x, to: label, site: range)
      default: jump(.loopIfLessOrEqual, y, x, to: label, site: range)
      }
    }
  }

  // MARK: - Conditions of statements

  /// Conditions in order: jumps when one does not hold; what they bind is bound when all do.
  func jump(unless conditions: [TypedCondition], to label: Label) {
    for condition in conditions {
      switch condition {
      case .expression(let expression):
        jump(unless: expression, to: label)
        continue
      case .unwrap(.binding(let symbol), let value):
        if unwrap(value, into: symbol, orTo: label) { continue }
      case .unwrap, .match: break
      }
      scoped {
        let register = lowerer.temporaryRegister()
        escape(lowerer.conditions([condition]), into: register)
        jump(.jumpIfFalse, register, to: label)
      }
    }
  }

  /// `if let`: jumps when there is no value; `false` when a closure must do it.
  private func unwrap(
    _ value: TypedExpression, into symbol: VariableSymbol, orTo label: Label
  ) -> Bool {
    // An optional of an optional keeps what it wraps in an object.
    guard let wrapped = type(value).optionalWrapped, !wrapped.isOptional else { return false }
    if let home = lowerer.register(of: symbol) {
      guard home.kind == wrapped.scalarKind else { return false }
      let slot = takeSlot()
      datum(value, into: slot)
      jump(.jumpIfNone, slot, to: label)
      emit(.cursorSlot, slot)
      emit(.read(home.kind), home.index, site: value.range)
      giveBack(slot)
      return true
    }
    guard wrapped.scalarKind == nil, let slot = plainSlot(of: symbol) else { return false }
    datum(value, into: slot)
    jump(.jumpIfNone, slot, to: label)
    return true
  }
}

extension Operation {
  /// The comparison of integers that holds when this one does not.
  fileprivate var negated: Operation {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterEqual
    case .lessEqual: .greater
    case .greater: .lessEqual
    default: .less
    }
  }
}

extension Opcode {
  fileprivate static func compareImmediate(_ operation: Operation) -> Opcode {
    switch operation {
    case .equal: .jumpIfEqualImmediate
    case .notEqual: .jumpIfNotEqualImmediate
    case .less: .jumpIfLessImmediate
    case .lessEqual: .jumpIfLessOrEqualImmediate
    case .greater: .jumpIfGreaterImmediate
    default: .jumpIfGreaterOrEqualImmediate
    }
  }

  fileprivate static func loopImmediate(_ operation: Operation) -> Opcode {
    switch operation {
    case .less: .loopIfLessImmediate
    case .lessEqual: .loopIfLessOrEqualImmediate
    case .greater: .loopIfGreaterImmediate
    default: .loopIfGreaterOrEqualImmediate
    }
  }

  /// The jump for a comparison of floating-point numbers, and whether its operands change places.
  fileprivate static func doubles(_ operation: Operation, _ wanted: Bool) -> (Opcode, Bool) {
    switch operation {
    case .equal: (wanted ? .jumpIfEqualDouble : .jumpUnlessEqualDouble, false)
    case .notEqual: (wanted ? .jumpUnlessEqualDouble : .jumpIfEqualDouble, false)
    case .less: (wanted ? .jumpIfLessDouble : .jumpUnlessLessDouble, false)
    case .lessEqual: (wanted ? .jumpIfLessOrEqualDouble : .jumpUnlessLessOrEqualDouble, false)
    case .greater: (wanted ? .jumpIfLessDouble : .jumpUnlessLessDouble, true)
    default: (wanted ? .jumpIfLessOrEqualDouble : .jumpUnlessLessOrEqualDouble, true)
    }
  }
}
