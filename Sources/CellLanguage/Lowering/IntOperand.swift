/// Where an integer operand comes from: what is known when code is made saves a call at run time.
enum IntOperand {
  case constant(Int)
  /// A variable of the function.
  case register(Int)
  case code(IntCode)
}

extension Lowerer {
  /// How an integer is read.
  func intOperand(_ expression: TypedExpression) -> IntOperand {
    let type = type(expression)
    if case .integer(let magnitude, let isNegative) = expression.kind,
      let value = type.integerWidth?.value(magnitude, isNegative: isNegative)
    {
      return .constant(value)
    }
    if let register = register(of: expression) { return .register(register) }
    return .code(intCode(expression))
  }

  /// Code over two integers, made for where they come from.
  @inline(__always)
  func fused<R>(
    _ a: IntOperand, _ b: IntOperand, _ combine: @escaping (Int, Int) throws -> R
  ) -> (Frame) throws -> R {
    switch (a, b) {
    case (.register(let x), .constant(let y)): return { try combine($0.registers[x], y) }
    case (.register(let x), .register(let y)):
      return { try combine($0.registers[x], $0.registers[y]) }
    case (.code(let x), .constant(let y)): return { try combine(try x($0), y) }
    case (.code(let x), .register(let y)): return { try combine(try x($0), $0.registers[y]) }
    case (.register(let x), .code(let y)):
      return { frame in
        let x = frame.registers[x]
        return try combine(x, try y(frame))
      }
    default:
      let x = code(of: a)
      let y = code(of: b)
      return { try combine(try x($0), try y($0)) }
    }
  }

  private func code(of operand: IntOperand) -> IntCode {
    switch operand {
    case .constant(let value): return { _ in value }
    case .register(let register): return { $0.registers[register] }
    case .code(let code): return code
    }
  }
}

extension Fault {
  /// A variable is read that has no value yet.
  static func unset(_ site: Site?) -> Fault { Fault("value used before it was set", at: site) }
}
