internal import CellChecking
internal import CellSyntax

extension RegisterBuilder {
  /// Code that computes a scalar; answers the register where it is: `wanted`, when that is given.
  @discardableResult
  func scalar(_ expression: TypedExpression, into wanted: Int? = nil) -> Int {
    if let register = lowerer.register(of: expression) {
      guard let wanted, wanted != register else { return register }
      emit(.move, wanted, register)
      return wanted
    }
    if wanted == nil, let constant = constant(expression),
      let register = hoisted?.register(of: constant)
    {
      return register
    }
    let register = wanted ?? lowerer.temporaryRegister()
    scoped { compute(expression, into: register) }
    return register
  }

  private func compute(_ expression: TypedExpression, into register: Int) {
    if let constant = constant(expression) { return load(constant, into: register) }
    guard let kind = kind(expression) else {
      // What never comes back has no value.
      return withSlot { boxed(expression, into: $0) }
    }
    switch expression.kind {
    case .reinterpret(let value) where self.kind(value) == kind: scalar(value, into: register)
    case .and, .or, .isNil, .operation(.not, _): truth(expression, into: register)
    case .isType(let value, let wanted): isType(value, lowerer.final(wanted), into: register)
    case .operation(let operation, let operands):
      if operation.isComparison {
        truth(expression, into: register)
      } else {
        self.operation(operation, operands, expression, into: register)
      }
    case .variable, .element, .field, .instanceField, .tupleElement:
      read(expression, kind, into: register)
    case .call(let callee, let arguments):
      call(callee, arguments, expression, .register(register))
    case .computed(let use, let arguments): get(use, arguments, expression, .register(register))
    case .dictionaryDefault(let base, let key, let standard):
      lookUp(key, in: base, orElse: standard, expression, .register(register))
    default:
      if choose(expression, .register(register)) { return }
      withSlot { slot in
        boxed(expression, into: slot)
        read(slot, kind, into: register, expression.range)
      }
    }
  }

  /// A scalar for a place of a kind; a value of another kind is converted, or never comes.
  @discardableResult
  func scalar(
    _ expression: TypedExpression, as kind: ScalarKind, into wanted: Int? = nil
  ) -> Int {
    if self.kind(expression) == kind { return scalar(expression, into: wanted) }
    let register = wanted ?? lowerer.temporaryRegister()
    withSlot { slot in
      datum(expression, into: slot)
      read(slot, kind, into: register, expression.range)
    }
    return register
  }

  /// Reads the scalar in a slot.
  func read(_ slot: Int, _ kind: ScalarKind, into register: Int, _ range: SourceRange) {
    emit(.cursorSlot, slot)
    emit(.read(kind), register, site: range)
  }

  /// Loads a constant.
  func load(_ value: Int, into register: Int) {
    if let small = Int16(exactly: value) { return emit(.immediate, register, 0, Int(small)) }
    parts.constants.append(value)
    emit(.constant, register, parts.constants.count - 1)
  }

  /// A truth value by jumps.
  private func truth(_ expression: TypedExpression, into register: Int) {
    truth(into: register) { jump(unless: expression, to: $0) }
  }

  /// Whether code goes on and does not jump to the label it is given.
  func truth(into register: Int, _ test: (_ isFalse: Label) -> Void) {
    let (isFalse, end) = (newLabel(), newLabel())
    test(isFalse)
    load(1, into: register)
    jump(.jump, to: end)
    place(isFalse)
    load(0, into: register)
    place(end)
  }

  // MARK: - Operations

  private func operation(
    _ operation: Operation, _ operands: [TypedExpression], _ expression: TypedExpression,
    into register: Int
  ) {
    let type = type(expression)
    switch operation {
    case .arrayCount, .textCount: readCount(of: operands[0], into: register)
    case .test(let question):
      let (slot, isOwn) = slot(of: operands[0], isSteady: true)
      emit(.testCharacter, register, slot, Int(question.rawValue))
      if isOwn { giveBack(slot) }
    case .negate where type.scalarKind == .floating:
      emit(.negateDouble, register, scalar(operands[0]))
    case .negate:
      let (zero, operand) = (lowerer.temporaryRegister(), scalar(operands[0]))
      load(0, into: zero)
      integer(.subtract, zero, operand, type, expression.place, into: register)
    case .complement:
      let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      let ones = lowerer.temporaryRegister()
      load(width.isSigned || width.bits == 64 ? -1 : 1 << width.bits - 1, into: ones)
      emit(.bitXor, register, scalar(operands[0]), ones)
    case _ where type.scalarKind == .floating:
      let (x, y) = pair(operands[0], operands[1])
      double(operation, x, y, type, into: register)
    default:
      integer(operation, operands[0], operands[1], type, expression.place, into: register)
    }
  }

  /// Two operands, the left one first: its variable must not change while the right one is computed.
  func pair(_ a: TypedExpression, _ b: TypedExpression) -> (Int, Int) {
    var x = scalar(a)
    if lowerer.register(of: a) != nil, !leavesVariables(b) {
      let copy = lowerer.temporaryRegister()
      emit(.move, copy, x)
      x = copy
    }
    return (x, scalar(b))
  }

  private func integer(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, _ type: Type,
    _ place: SourceRange, into register: Int
  ) {
    if let number = smallLiteral(b), type == .int,
      let opcode = Opcode.immediate(operation, number)
    {
      return emit(opcode, register, scalar(a), number, site: place)
    }
    let (x, y) = pair(a, b)
    integer(operation, x, y, type, place, into: register)
  }

  /// An operation on integers in registers.
  func integer(
    _ operation: Operation, _ x: Int, _ y: Int, _ type: Type, _ place: SourceRange,
    into register: Int
  ) {
    let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
    if let opcode = Opcode.bits(operation) ?? (type == .int ? Opcode.integers(operation) : nil)
      ?? (width.bits == 64 ? Opcode.wrapping(operation) : nil)
    {
      return emit(opcode, register, x, y, site: place)
    }
    parts.operations.append(IntegerOperation(operation: operation, width: width))
    parts.operands.append((type, lowerer.site(place)))
    emit(.integer, register, x, y)
    emit(.integer, parts.operations.count - 1)
  }

  /// An operation on floating-point numbers in registers.
  func double(_ operation: Operation, _ x: Int, _ y: Int, _ type: Type, into register: Int) {
    switch operation {
    case .add: emit(.addDouble, register, x, y)
    case .subtract: emit(.subtractDouble, register, x, y)
    case .multiply: emit(.multiplyDouble, register, x, y)
    default: emit(.divideDouble, register, x, y)
    }
    if type == .float { emit(.roundToFloat, register, register) }
  }
}

extension Opcode {
  /// Loads a variable of the cells.
  static func load(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .loadGlobalInteger
    case .floating: .loadGlobalDouble
    case .boolean: .loadGlobalBoolean
    }
  }

  /// Stores into a variable of the cells.
  static func store(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .storeGlobalInteger
    case .floating: .storeGlobalDouble
    case .boolean: .storeGlobalBoolean
    }
  }

  /// An operation with a number in the instruction.
  fileprivate static func immediate(_ operation: Operation, _ number: Int) -> Opcode? {
    switch operation {
    case .add: .addImmediate
    case .subtract: .subtractImmediate
    case .multiply: .multiplyImmediate
    case .divide: number > 0 ? .divideImmediate : nil
    case .remainder: number > 0 ? .remainderImmediate : nil
    default: nil
    }
  }

  /// An operation on `Int`.
  fileprivate static func integers(_ operation: Operation) -> Opcode? {
    switch operation {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    default: nil
    }
  }

  /// An operation on 64 bits that does not look for overflow.
  fileprivate static func wrapping(_ operation: Operation) -> Opcode? {
    switch operation {
    case .wrappingAdd: .wrappingAdd
    case .wrappingSubtract: .wrappingSubtract
    case .wrappingMultiply: .wrappingMultiply
    default: nil
    }
  }

  /// An operation on the bits of integers of any width.
  fileprivate static func bits(_ operation: Operation) -> Opcode? {
    switch operation {
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    default: nil
    }
  }
}
