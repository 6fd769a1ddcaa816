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

  /// The word that keeps a literal; `nil` for other expressions.
  func constant(_ expression: TypedExpression) -> Int? {
    let type = type(expression)
    switch expression.kind {
    case .integer(let magnitude, let isNegative):
      if let value = type.integerWidth?.value(magnitude, isNegative: isNegative) { return value }
      guard type.scalarKind == .floating else { return nil }
      return Int(bits: isNegative ? -Double(magnitude) : Double(magnitude))
    case .floating(let value) where type.scalarKind == .floating:
      return Int(bits: type == .float ? Double(Float(value)) : value)
    case .boolean(let value): return value ? 1 : 0
    case .computed: return lowerer.limit(expression)
    default: return nil
    }
  }

  private func compute(_ expression: TypedExpression, into register: Int) {
    if let constant = constant(expression) { return load(constant, into: register) }
    let type = type(expression)
    switch expression.kind {
    case .reinterpret(let value) where kind(value) == type.scalarKind:
      scalar(value, into: register)
      return
    case .ternary(let test, let a, let b):
      return choose(test, into: register) { $0 ? a : b }
    case .and, .or, .isNil, .operation(.not, _): return truth(expression, into: register)
    case .operation(let operation, let operands):
      if operation.isComparison, operands.count == 2,
        canCompare(operands[0]) || isTextEquality(operation, operands)
      {
        return truth(expression, into: register)
      }
      if self.operation(operation, operands, type, expression, into: register) { return }
    case .variable(let symbol):
      if case .global(let index) = symbol.storage, index < 1 << 16, let kind = type.scalarKind {
        return emit(.load(kind), register, index, site: expression.range)
      }
      if read(expression, into: register) { return }
    case .element, .field, .instanceField, .tupleElement:
      if read(expression, into: register) { return }
    case .call(let callee, let arguments):
      if call(callee, arguments, expression, .register(register)) { return }
    case .computed(let use, let arguments):
      if get(use, arguments, expression, .register(register)) { return }
    case .dictionaryDefault(let base, let key, let standard):
      if lookUp(key, in: base, orElse: standard, intoRegister: register) { return }
    case .force(let value):
      if force(value, expression, .register(register)) { return }
    case .coalesce(let value, let other):
      if coalesce(value, other, into: register) { return }
    default: break
    }
    compute(byClosure: expression, into: register)
  }

  private func compute(byClosure expression: TypedExpression, into register: Int) {
    switch kind(expression) {
    case .integer:
      parts.integers.append(IntEscape(compute: lowerer.intCode(expression)))
      emit(.evaluateInteger, register, parts.integers.count - 1)
    case .floating:
      parts.doubles.append(DoubleEscape(compute: lowerer.doubleCode(expression)))
      emit(.evaluateDouble, register, parts.doubles.count - 1)
    case .boolean, nil: escape(lowerer.condition(expression), into: register)
    }
  }

  /// Loads a constant.
  func load(_ value: Int, into register: Int) {
    if let small = Int16(exactly: value) { return emit(.immediate, register, 0, Int(small)) }
    parts.constants.append(value)
    emit(.constant, register, parts.constants.count - 1)
  }

  /// One of two scalars, by a condition.
  private func choose(
    _ test: TypedExpression, into register: Int, _ branch: (Bool) -> TypedExpression
  ) {
    let (other, end) = (newLabel(), newLabel())
    jump(unless: test, to: other)
    scalar(branch(true), into: register)
    jump(.jump, to: end)
    place(other)
    scalar(branch(false), into: register)
    place(end)
  }

  /// A truth value by jumps.
  private func truth(_ expression: TypedExpression, into register: Int) {
    let (isFalse, end) = (newLabel(), newLabel())
    jump(unless: expression, to: isFalse)
    load(1, into: register)
    jump(.jump, to: end)
    place(isFalse)
    load(0, into: register)
    place(end)
  }

  // MARK: - Operations

  private func operation(
    _ operation: Operation, _ operands: [TypedExpression], _ type: Type,
    _ expression: TypedExpression, into register: Int
  ) -> Bool {
    if operation == .arrayCount || operation == .textCount {
      return readCount(of: operands[0], into: register)
    }
    switch (type.scalarKind, operands.count) {
    case (.integer, 2) where operation.isArithmetic && kind(operands[0]) == .integer:
      // Literals only: the compiler computes them, and reports those that overflow.
      if operands.allSatisfy(\.isIntegerLiteral) { return false }
      integer(operation, operands[0], operands[1], type, expression.place, into: register)
    case (.floating, 2) where operation.isDoubleArithmetic && kind(operands[0]) == .floating:
      let (x, y) = pair(operands[0], operands[1])
      double(operation, x, y, type, into: register)
    case (.floating, 1) where operation == .negate:
      emit(.negateDouble, register, scalar(operands[0]))
    default: return false
    }
    return true
  }

  /// Two operands, the left one first: its variable must not change while the right one is computed.
  func pair(_ a: TypedExpression, _ b: TypedExpression) -> (Int, Int) {
    var x = scalar(a)
    if lowerer.register(of: a) != nil, !isPure(b) {
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
    if let opcode = Opcode.bits(operation) ?? (type == .int ? Opcode.integers(operation) : nil) {
      return emit(opcode, register, x, y, site: place)
    }
    let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
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

  /// An integer literal that fits an instruction.
  func smallLiteral(_ expression: TypedExpression) -> Int? {
    guard case .integer(let magnitude, let isNegative) = expression.kind,
      let value = type(expression).integerWidth?.value(magnitude, isNegative: isNegative),
      Int16(exactly: value) != nil
    else { return nil }
    return value
  }

  /// Whether computing it changes nothing and calls nothing.
  func isPure(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .floating, .boolean, .string, .variable: true
    case .operation(_, let operands): operands.allSatisfy(isPure)
    case .and(let a, let b), .or(let a, let b), .element(let a, let b): isPure(a) && isPure(b)
    case .field(let base, _), .instanceField(let base, _), .tupleElement(let base, _),
      .reinterpret(let base), .isNil(let base, _):
      isPure(base)
    case .ternary(let a, let b, let c): isPure(a) && isPure(b) && isPure(c)
    default: false
    }
  }
}

extension TypedExpression {
  fileprivate var isIntegerLiteral: Bool { if case .integer = kind { true } else { false } }
}

extension Operation {
  fileprivate var isDoubleArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide: true
    default: false
    }
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
