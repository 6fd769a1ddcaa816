/// A function value that library code calls again and again: its frame stays open between the calls, and
/// nothing else runs there meanwhile.
struct PreparedCall {
  private let machine: Machine
  private let function: CompiledFunction
  private let code: CodePointer
  private let frame: Frame
  private let state: ExecutionState
  private let site: Site

  /// Opens a frame for a function, hands it out for calls, and closes it.
  static func with<R>(
    _ closure: Datum, _ machine: Machine, at site: Site, _ body: (PreparedCall) throws -> R
  ) throws -> R {
    guard case .closure(let object) = closure, let code = object.function.code else {
      throw Fault("call of a function that is not there yet", at: site)
    }
    let frame = machine.open(object.function, object.captures)
    defer { machine.close(frame) }
    try machine.checkDepth(at: site)
    try machine.checkStack(at: site)
    machine.stack.depth += 1
    defer { machine.stack.depth -= 1 }
    return try ExecutionState.with(frame, code.pointer, base: machine.stack.depth) { state in
      try body(
        PreparedCall(
          machine: machine, function: object.function, code: code.pointer, frame: frame,
          state: state, site: site))
    }
  }

  /// Calls the function with two values.
  func callAsFunction(_ a: Datum, _ b: Datum) throws -> Datum {
    frame.pass(a, at: 0, of: function)
    frame.pass(b, at: 1, of: function)
    try run()
    // Each call begins with empty slots.
    defer { frame.empty() }
    return frame.result
  }

  /// Whether it takes two scalars of a kind and answers a truth value, as `holds` wants it.
  func takesTwo(_ kind: ScalarKind) -> Bool {
    let wanted = CallConvention([.scalar(kind), .scalar(kind)], result: .scalar(.boolean))
    return function.convention.key == wanted.key
  }

  /// Calls the function with two scalars; whether its answer is true.
  @inline(__always)
  func holds(_ a: Int, _ b: Int) throws -> Bool {
    frame.registers[0] = a
    frame.registers[1] = b
    try run()
    frame.empty()
    return frame.registers[0] != 0
  }

  @inline(__always)
  private func run() throws {
    try machine.poll(site)
    state.resumption = Resumption(
      code: code, next: code.pointer(to: 0), registers: frame.registers)
    do { try machine.execute(state) } catch {
      throw machine.leaving(function, error, at: site)
    }
  }
}
