internal import CellChecking
internal import CellSyntax

/// A function value that library code calls again and again: its frame stays open between the calls, and
/// nothing else runs there meanwhile.
@safe struct PreparedCall {
  // The function holds its layouts, and is held by the closure for as long as the calls go on.

  private let machine: Machine
  private let function: CompiledFunction
  private let code: CodePointer
  private let frame: Frame
  private let state: ExecutionState
  private let site: Site
  /// How both arguments lie in registers, where they are records of one kind.
  private let layout: Unmanaged<RegisterLayout>?
  private let answersTruth: Bool

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
      try body(PreparedCall(machine, object.function, code.pointer, frame, state, site))
    }
  }

  private init(
    _ machine: Machine, _ function: CompiledFunction, _ code: CodePointer, _ frame: Frame,
    _ state: ExecutionState, _ site: Site
  ) {
    self.machine = machine
    self.function = function
    self.code = code
    self.frame = frame
    self.state = state
    self.site = site
    let convention = function.convention
    let layouts = convention.parameters.compactMap(\.layout)
    let areAlike = layouts.count == 2 && layouts[0] === layouts[1]
    unsafe layout = areAlike ? .passUnretained(layouts[0]) : nil
    answersTruth = convention.result.scalar == .boolean
  }

  /// Calls the function with two values; whether its answer is true.
  func holds(_ a: Datum, _ b: Datum) throws -> Bool {
    if let layout = unsafe layout {
      unsafe layout._withUnsafeGuaranteedRef {
        frame.registers.put(a, $0)
        frame.registers.from($0.width).put(b, $0)
      }
    } else {
      frame.pass(a, at: 0, of: function)
      frame.pass(b, at: 1, of: function)
    }
    try run()
    // Each call begins with empty slots.
    defer { frame.empty() }
    return answersTruth ? frame.registers[0] != 0 : frame.result.isTrue
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
