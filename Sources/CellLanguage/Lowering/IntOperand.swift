/// Where an integer operand comes from: what is known when code is made saves a call at run time.
enum IntOperand {
  case constant(Int)
  /// A variable of the function; the place is for messages.
  case slot(Int, Site)
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
    if let slot = plainSlot(of: expression) { return .slot(slot, site(expression.range)) }
    return .code(intCode(expression))
  }

  /// The slot of a variable that lies in the frame as it is.
  func plainSlot(of expression: TypedExpression) -> Int? {
    guard case .variable(let symbol) = expression.kind, !symbol.isBoxed,
      symbol !== function.selfReference
    else { return nil }
    if case .global = symbol.storage { return nil }
    let key = ObjectIdentifier(symbol)
    if captures[key] != nil, slots[key] == nil { return nil }
    return slot(of: symbol)
  }

  /// Code over two integers, made for where they come from.
  @inline(__always)
  func fused<R>(
    _ a: IntOperand, _ b: IntOperand, _ combine: @escaping (Int, Int) throws -> R
  ) -> (Frame) throws -> R {
    switch (a, b) {
    case (.slot(let x, let site), .constant(let y)):
      return { frame in
        guard let x = frame.slots.int(x) else { throw Fault.unset(site) }
        return try combine(x, y)
      }
    case (.slot(let x, let site), .slot(let y, _)):
      return { frame in
        guard let x = frame.slots.int(x), let y = frame.slots.int(y) else {
          throw Fault.unset(site)
        }
        return try combine(x, y)
      }
    case (.code(let x), .constant(let y)): return { try combine(try x($0), y) }
    case (.code(let x), .slot(let y, let site)):
      return { frame in
        let x = try x(frame)
        guard let y = frame.slots.int(y) else { throw Fault.unset(site) }
        return try combine(x, y)
      }
    case (.slot(let x, let site), .code(let y)):
      return { frame in
        guard let x = frame.slots.int(x) else { throw Fault.unset(site) }
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
    case .slot(let slot, let site):
      return { frame in
        guard let value = frame.slots.int(slot) else { throw Fault.unset(site) }
        return value
      }
    case .code(let code): return code
    }
  }
}

extension Fault {
  /// A variable is read that has no value yet.
  static func unset(_ site: Site) -> Fault { Fault("value used before it was set", at: site) }
}
