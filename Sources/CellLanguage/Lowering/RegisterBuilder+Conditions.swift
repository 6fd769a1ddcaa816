internal import CellChecking
internal import CellSyntax

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
    case .operation(.test(let question), let operands):
      jump(
        wanted ? .jumpIfTest : .jumpUnlessTest, character: operands[0], Int(question.rawValue),
        to: label)
    case .operation(let operation, let operands) where operation.isComparison:
      if let byte = byte(of: operands[1]), operation == .equal || operation == .notEqual {
        jump(
          wanted == (operation == .equal) ? .jumpIfCharacter : .jumpUnlessCharacter,
          character: operands[0], Int(byte), to: label)
      } else if kind(operands[0]) != nil {
        compare(operation, operands[0], operands[1], to: label, when: wanted)
      } else {
        compareValues(operation, operands[0], operands[1], to: label, when: wanted)
      }
    default: jump(wanted ? .jumpIfTrue : .jumpIfFalse, scalar(expression, as: .boolean), to: label)
    }
  }

  // MARK: - Values that are no scalars

  /// Jumps by what is asked about a character.
  private func jump(
    _ opcode: Opcode, character: TypedExpression, _ question: Int, to label: Label
  ) {
    let (slot, isOwn) = slot(of: character, isSteady: true)
    jump(opcode, slot, question, to: label)
    if isOwn { giveBack(slot) }
  }

  /// The byte that a literal of type `Character` is.
  private func byte(of literal: TypedExpression) -> UInt8? {
    guard type(literal).nominal === Nominal.character,
      case .character(let character)? = datum(of: literal)
    else { return nil }
    return character.byte
  }

  private func compareValues(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, to label: Label,
    when wanted: Bool
  ) {
    let result = lowerer.temporaryRegister()
    switch operation {
    case .equal, .notEqual: equal(a, b, into: result)
    case .identical, .notIdentical: compare(.identical, a, b, into: result)
    default:
      compare(.order, a, b, into: result)
      return jump(
        Opcode.compareImmediate(wanted ? operation : operation.negated), result, 0, to: label)
    }
    let isPositive = operation == .equal || operation == .identical
    jump(wanted == isPositive ? .jumpIfTrue : .jumpIfFalse, result, to: label)
  }

  /// Whether two values are equal, in a register.
  private func equal(_ a: TypedExpression, _ b: TypedExpression, into register: Int) {
    let texts = [Nominal.string, .character, .stringIndex]
    guard [a, b].allSatisfy({ value in texts.contains { type(value).nominal === $0 } }) else {
      return compare(.equalValues, a, b, into: register)
    }
    guard let constant = datum(of: b) else { return compare(.equal, a, b, into: register) }
    let (x, isOwn) = slot(of: a, isSteady: true)
    parts.data.append(constant)
    emit(.equalConstant, register, x, parts.data.count - 1)
    if isOwn { giveBack(x) }
  }

  private func compare(
    _ opcode: Opcode, _ a: TypedExpression, _ b: TypedExpression, into register: Int
  ) {
    let (x, isOwn) = slot(of: a, isSteady: isPure(b))
    let (y, isOwnToo) = slot(of: b, isSteady: true)
    emit(opcode, register, x, y)
    if isOwn { giveBack(x) }
    if isOwnToo { giveBack(y) }
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

  /// Whether values like this one are integers that jumps compare as they are.
  private func isSigned(_ expression: TypedExpression) -> Bool {
    type(expression).integerWidth.map { $0.isSigned || $0.bits < 64 } ?? true
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
    let isOrder = operation != .equal && operation != .notEqual
    if isSigned(a) || !isOrder, let number = smallLiteral(b) {
      return jump(Opcode.compareImmediate(operation), scalar(a), number, to: label)
    }
    var (x, y) = pair(a, b)
    if !isSigned(a), isOrder { (x, y) = ordered(x, y) }
    switch operation {
    case .equal: jump(.jumpIfEqual, x, y, to: label)
    case .notEqual: jump(.jumpIfNotEqual, x, y, to: label)
    case .less: jump(.jumpIfLess, x, y, to: label)
    case .lessEqual: jump(.jumpIfLessOrEqual, x, y, to: label)
    case .greater: jump(.jumpIfLess, y, x, to: label)
    default: jump(.jumpIfLessOrEqual, y, x, to: label)
    }
  }

  /// Numbers of 64 bits without a sign as such with one that stand in the same order.
  private func ordered(_ x: Int, _ y: Int) -> (Int, Int) {
    let low = lowerer.temporaryRegister()
    load(Int.min, into: low)
    let moved = (lowerer.temporaryRegister(), lowerer.temporaryRegister())
    emit(.bitXor, moved.0, x, low)
    emit(.bitXor, moved.1, y, low)
    return moved
  }

  // MARK: - Ends of rounds

  /// Whether a condition is one that a jump back can test.
  func canLoop(_ expression: TypedExpression) -> Bool {
    guard case .operation(let operation, let operands) = expression.kind, operands.count == 2,
      kind(operands[0]) == .integer, isSigned(operands[0]), isPure(expression)
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
      scoped {
        switch condition {
        case .expression(let expression): jump(unless: expression, to: label)
        case .unwrap(let pattern, let value): unwrap(value, pattern, orTo: label)
        case .match(let pattern, let value): match(value, pattern, orTo: label)
        }
      }
    }
  }

  /// `if let`: jumps when there is no value.
  private func unwrap(
    _ value: TypedExpression, _ pattern: TypedPattern, orTo label: Label
  ) {
    let wrapped = type(value).optionalWrapped ?? .any
    if case .binding(let symbol) = pattern, wrapped.scalarKind == nil, !wrapped.isOptional,
      let slot = plainSlot(of: symbol)
    {
      datum(value, into: slot)
      jump(.jumpIfNone, slot, to: label)
      return declared(slot)
    }
    let slot = takeSlot()
    datum(value, into: slot)
    test(.some(pattern, wrapped), .slot(slot), type(value), to: label)
    giveBack(slot)
  }

  /// `if case`: jumps when the value does not match.
  private func match(_ value: TypedExpression, _ pattern: TypedPattern, orTo label: Label) {
    if kind(value) != nil {
      return test(pattern, .register(scalar(value)), type(value), to: label)
    }
    let (slot, isOwn) = slot(of: value, isSteady: true)
    test(pattern, .slot(slot), type(value), to: label)
    if isOwn { giveBack(slot) }
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
