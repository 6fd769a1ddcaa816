extension Lowerer {
  /// An integer without boxing.
  func intCode(_ expression: TypedExpression) -> IntCode {
    let type = type(expression)
    if let value = folded(expression, type) ?? limit(expression) { return { _ in value } }
    switch expression.kind {
    case .operation(let operation, let operands)
    where operands.count == 2 && !operation.isComparison && type.integerWidth != nil
      && operation.isArithmetic:
      return arithmetic(
        operation, intOperand(operands[0]), intOperand(operands[1]), type, site(expression.place))
    case .integer(let magnitude, let isNegative):
      if let value = type.integerWidth?.value(magnitude, isNegative: isNegative) {
        return { _ in value }
      }
    case .element(let base, let index):
      if self.type(base).arrayElement?.arrayStorage == .ints {
        let array = code(base)
        let position = intCode(index)
        let site = site(expression.range)
        return { frame in
          guard case .ints(let values) = try array(frame) else {
            throw Fault("not an array", at: site)
          }
          let i = try position(frame)
          guard values.indices.contains(i) else {
            throw Fault("Fatal error: Index out of range", at: site)
          }
          return values[i]
        }
      }
    case .variable:
      if let register = register(of: expression) { return { $0.registers[register] } }
    default: break
    }
    let value = code(expression)
    let site = site(expression.range)
    return { frame in
      guard case .int(let number) = try value(frame) else {
        throw Fault("value used before it was set", at: site)
      }
      return number
    }
  }

  /// The value of `Int.max`, `UInt8.min` and the like.
  func limit(_ expression: TypedExpression) -> Int? {
    guard case .computed(let use, _) = expression.kind, case .function(let getter) = use.getter,
      let width = type(expression).integerWidth
    else { return nil }
    return switch getter.symbol.native?.name {
    case "FixedWidthInteger.max": width.largest
    case "FixedWidthInteger.min": width.smallest
    default: nil
    }
  }

  /// The value of an operation on two literals; one that overflows is a mistake in the source.
  private func folded(_ expression: TypedExpression, _ type: Type) -> Int? {
    guard case .operation(let operation, let operands) = expression.kind, operands.count == 2,
      operation.isArithmetic, let width = type.integerWidth,
      case .integer(let a, let isNegative) = operands[0].kind,
      case .integer(let b, let isOtherNegative) = operands[1].kind,
      let x = width.value(a, isNegative: isNegative), self.type(operands[0]) == type,
      let y = width.value(b, isNegative: isOtherNegative), self.type(operands[1]) == type
    else { return nil }
    do {
      return try width.apply(operation, x, y, type, site(expression.place))
    } catch let fault as Fault {
      compiler.report(fault.plainMessage, at: expression.place, in: source)
    } catch {}
    return nil
  }

  /// A floating-point number without boxing.
  func doubleCode(_ expression: TypedExpression) -> DoubleCode {
    if case .operation(let operation, let operands) = expression.kind, operands.count == 2,
      !operation.isComparison, operation.isArithmetic, type(expression).scalarKind == .floating
    {
      return arithmetic(
        operation, doubleCode(operands[0]), doubleCode(operands[1]), type(expression))
    }
    if case .floating(let value) = expression.kind {
      let rounded = type(expression) == .float ? Double(Float(value)) : value
      return { _ in rounded }
    }
    if type(expression).scalarKind == .floating, let register = register(of: expression) {
      return { $0.registers.double(register) }
    }
    let value = code(expression)
    let site = site(expression.range)
    return { frame in
      switch try value(frame) {
      case .double(let number): return number
      case .int(let number): return Double(number)
      default: throw Fault("value used before it was set", at: site)
      }
    }
  }

  /// A truth value without boxing.
  func condition(_ expression: TypedExpression) -> BoolCode {
    switch expression.kind {
    case .and(let a, let b):
      let x = condition(a)
      let y = condition(b)
      return { try x($0) && y($0) }
    case .or(let a, let b):
      let x = condition(a)
      let y = condition(b)
      return { try x($0) || y($0) }
    case .isNil(let value, let negated):
      let inner = code(value)
      return { frame in
        if case .none = try inner(frame) { return !negated }
        return negated
      }
    case .operation(.not, let operands):
      let inner = condition(operands[0])
      return { try !inner($0) }
    case .operation(let operation, let operands)
    where operation.isComparison && operands.count == 2:
      return comparison(operation, operands[0], operands[1], site(expression.place))
    default:
      if let register = register(of: expression) { return { $0.registers[register] != 0 } }
      let value = code(expression)
      let site = site(expression.range)
      return { frame in
        guard case .bool(let result) = try value(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        return result
      }
    }
  }

  private func comparison(
    _ operation: Operation, _ a: TypedExpression, _ b: TypedExpression, _ site: Site
  ) -> BoolCode {
    let type = type(a)
    switch type.scalarKind {
    case .integer:
      if type.integerWidth?.isSigned == false, type.integerWidth?.bits == 64 {
        let x = intCode(a)
        let y = intCode(b)
        return { frame in
          operation.holds(UInt(bitPattern: try x(frame)), UInt(bitPattern: try y(frame)))
        }
      }
      let x = intOperand(a)
      let y = intOperand(b)
      switch operation {
      case .less: return fused(x, y) { $0 < $1 }
      case .lessEqual: return fused(x, y) { $0 <= $1 }
      case .greater: return fused(x, y) { $0 > $1 }
      case .greaterEqual: return fused(x, y) { $0 >= $1 }
      case .equal: return fused(x, y) { $0 == $1 }
      default: return fused(x, y) { $0 != $1 }
      }
    case .floating:
      let x = doubleCode(a)
      let y = doubleCode(b)
      return { operation.holds(try x($0), try y($0)) }
    case .boolean, nil: break
    }
    let x = code(a)
    let y = code(b)
    switch operation {
    case .equal: return { try $0.machine.equal(x($0), y($0)) }
    case .notEqual: return { try !$0.machine.equal(x($0), y($0)) }
    case .identical: return { try x($0).isIdentical(to: y($0)) }
    case .notIdentical: return { try !x($0).isIdentical(to: y($0)) }
    default:
      return { frame in
        let order = try frame.machine.order(x(frame), y(frame))
        return operation.holds(order, 0)
      }
    }
  }

  func operation(
    _ operation: Operation, _ operands: [TypedExpression], _ type: Type, _ range: SourceRange
  ) -> Code {
    let site = site(range)
    switch operation {
    case .not:
      let inner = condition(operands[0])
      return { .bool(try !inner($0)) }
    case .concatenate: return concatenation(operands, type)
    case .arrayCount:
      if let text = textOfBytes(operands[0]) {
        let inner = code(text)
        return { .int(try inner($0).byteCount) }
      }
      let inner = code(operands[0])
      return { .int(try inner($0).elementCount) }
    case .textCount:
      let inner = code(operands[0])
      return { .int(try inner($0).characterCount) }
    case .negate:
      if type.scalarKind == .floating {
        let inner = doubleCode(operands[0])
        return { .double(-(try inner($0))) }
      }
      let inner = intCode(operands[0])
      let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      return { frame in
        let operand = try inner(frame)
        let (value, overflow) = (0).subtractingReportingOverflow(operand)
        guard !overflow, width.contains(value) else {
          throw Fault.overflow("-", 0, operand, type, site)
        }
        return .int(value)
      }
    case .complement:
      let inner = intCode(operands[0])
      let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      return { .int(width.truncate(~(try inner($0)))) }
    default: break
    }
    if operation.isComparison {
      let test = comparison(operation, operands[0], operands[1], site)
      return { .bool(try test($0)) }
    }
    if type.scalarKind == .floating {
      let compute = arithmetic(operation, doubleCode(operands[0]), doubleCode(operands[1]), type)
      return { .double(try compute($0)) }
    }
    let whole = TypedExpression(.operation(operation, operands), type, range)
    if let value = folded(whole, type) { return { _ in .int(value) } }
    let compute = arithmetic(
      operation, intOperand(operands[0]), intOperand(operands[1]), type, site)
    return { .int(try compute($0)) }
  }

  /// The text whose bytes an expression is: they need not be made to be counted.
  private func textOfBytes(_ expression: TypedExpression) -> TypedExpression? {
    guard case .computed(let use, _) = expression.kind, case .function(let getter) = use.getter,
      getter.symbol.native?.name == "StringProtocol.utf8"
    else { return nil }
    return use.receiver
  }

  private func concatenation(_ operands: [TypedExpression], _ type: Type) -> Code {
    let a = code(operands[0])
    let b = code(operands[1])
    return { frame in
      var left = try a(frame)
      try left.append(contentsOf: try b(frame), frame.machine)
      return left
    }
  }

  func arithmetic(
    _ operation: Operation, _ a: IntOperand, _ b: IntOperand, _ type: Type, _ site: Site
  ) -> IntCode {
    let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
    if width.isInt {
      switch operation {
      case .add:
        return fused(a, b) { x, y in
          let (value, overflow) = x.addingReportingOverflow(y)
          if overflow { throw Fault.overflow("+", x, y, type, site) }
          return value
        }
      case .subtract:
        return fused(a, b) { x, y in
          let (value, overflow) = x.subtractingReportingOverflow(y)
          if overflow { throw Fault.overflow("-", x, y, type, site) }
          return value
        }
      case .multiply:
        return fused(a, b) { x, y in
          let (value, overflow) = x.multipliedReportingOverflow(by: y)
          if overflow { throw Fault.overflow("*", x, y, type, site) }
          return value
        }
      case .remainder:
        return fused(a, b) { x, y in
          if y > 0 { return x % y }
          return try width.apply(.remainder, x, y, type, site)
        }
      default: break
      }
    }
    return fused(a, b) { x, y in try width.apply(operation, x, y, type, site) }
  }

  func arithmetic(
    _ operation: Operation, _ a: @escaping DoubleCode, _ b: @escaping DoubleCode, _ type: Type
  ) -> DoubleCode {
    let isFloat = type == .float
    func rounded(_ compute: @escaping DoubleCode) -> DoubleCode {
      isFloat ? { Double(Float(try compute($0))) } : compute
    }
    switch operation {
    case .add: return rounded { try a($0) + b($0) }
    case .subtract: return rounded { try a($0) - b($0) }
    case .multiply: return rounded { try a($0) * b($0) }
    default: return rounded { try a($0) / b($0) }
    }
  }
}

extension Operation {
  var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .remainder, .wrappingAdd, .wrappingSubtract,
      .wrappingMultiply, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .wrappingShiftLeft,
      .wrappingShiftRight:
      true
    default: false
    }
  }

  func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .less: a < b
    case .lessEqual: a <= b
    case .greater: a > b
    case .greaterEqual: a >= b
    case .equal: a == b
    default: a != b
    }
  }
}

extension Fault {
  /// The message without the words of a process that stops.
  var plainMessage: String {
    let prefix = "Fatal error: "
    return message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
  }

  static func overflow(_ name: String, _ x: Int, _ y: Int, _ type: Type, _ site: Site?) -> Fault {
    let isUnsigned = type.integerWidth?.isSigned == false
    func text(_ value: Int) -> String { isUnsigned ? "\(UInt(bitPattern: value))" : "\(value)" }
    return Fault(
      "Fatal error: arithmetic operation '\(text(x)) \(name) \(text(y))' (on type '\(type)') results in an overflow",
      at: site)
  }
}

extension IntegerWidth {
  /// An integer operation of any width; type and place are asked for where it fails only.
  func apply(
    _ operation: Operation, _ x: Int, _ y: Int, _ type: @autoclosure () -> Type,
    _ site: @autoclosure () -> Site?
  ) throws -> Int {
    let isUnsigned64 = bits == 64 && !isSigned
    func checked(_ value: Int, _ overflow: Bool, _ name: String) throws -> Int {
      if overflow || !(isUnsigned64 || contains(value)) {
        throw Fault.overflow(name, x, y, type(), site())
      }
      return value
    }
    let u = UInt(bitPattern: x)
    let v = UInt(bitPattern: y)
    switch operation {
    case .add:
      if isUnsigned64 {
        let r = u.addingReportingOverflow(v);
        return try checked(Int(bitPattern: r.0), r.overflow, "+")
      }
      let r = x.addingReportingOverflow(y)
      return try checked(r.partialValue, r.overflow, "+")
    case .subtract:
      if isUnsigned64 {
        let r = u.subtractingReportingOverflow(v);
        return try checked(Int(bitPattern: r.0), r.overflow, "-")
      }
      let r = x.subtractingReportingOverflow(y)
      return try checked(r.partialValue, r.overflow, "-")
    case .multiply:
      if isUnsigned64 {
        let r = u.multipliedReportingOverflow(by: v);
        return try checked(Int(bitPattern: r.0), r.overflow, "*")
      }
      let r = x.multipliedReportingOverflow(by: y)
      return try checked(r.partialValue, r.overflow, "*")
    case .divide:
      guard y != 0 else { throw Fault("Fatal error: Division by zero", at: site()) }
      if isUnsigned64 { return Int(bitPattern: u / v) }
      let r = x.dividedReportingOverflow(by: y)
      guard !r.overflow, contains(r.partialValue) else {
        throw Fault("Fatal error: Division results in an overflow", at: site())
      }
      return r.partialValue
    case .remainder:
      guard y != 0 else {
        throw Fault("Fatal error: Division by zero in remainder operation", at: site())
      }
      if isUnsigned64 { return Int(bitPattern: u % v) }
      let r = x.remainderReportingOverflow(dividingBy: y)
      guard !r.overflow else {
        throw Fault(
          "Fatal error: Division results in an overflow in remainder operation", at: site())
      }
      return r.partialValue
    case .wrappingAdd: return truncate(x &+ y)
    case .wrappingSubtract: return truncate(x &- y)
    case .wrappingMultiply: return truncate(x &* y)
    case .bitAnd: return x & y
    case .bitOr: return x | y
    case .bitXor: return truncate(x ^ y)
    case .shiftLeft: return truncate(x << y)
    case .shiftRight: return isUnsigned64 ? Int(bitPattern: u >> y) : x >> y
    case .wrappingShiftLeft: return truncate(x << (y & (bits - 1)))
    case .wrappingShiftRight:
      let count = y & (bits - 1)
      return isUnsigned64 ? Int(bitPattern: u >> UInt(count)) : x >> count
    default: return 0
    }
  }
}
