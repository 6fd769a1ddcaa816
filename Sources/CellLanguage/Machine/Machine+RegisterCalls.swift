internal import CellChecking

/// Calls between functions that are register code, and from there to others.
extension Machine {
  /// Goes on in a function, in the same loop when it is register code.
  @inline(__always)
  func enter(
    _ reference: Unmanaged<CompiledFunction>, _ i: Instruction.Fetched, _ target: CallTarget,
    _ closure: Unmanaged<ClosureObject>?, _ next: inout InstructionPointer, _ r: inout Registers,
    _ code: inout CodePointer, _ state: ExecutionState
  ) throws {
    let inner = r.from(Int(i.a))
    let depth = stack.depth
    try checkCall(i, depth, inner, code)
    // What a call without a frame does not need is not even read.
    if unsafe reference._withUnsafeGuaranteedRef({ $0.entry.framelessKey }) == target.key,
      let inside = unsafe reference._withUnsafeGuaranteedRef({ $0.entry.code })
    {
      unsafe push(reference, depth, next, r, code)
      if let closure = unsafe closure { unsafe inner.setCaptures(of: closure, reference) }
      r = inner
      code = inside
      next = inside.pointer(to: 0)
      return
    }
    state.resumption = Resumption(code: code, next: next, registers: r)
    try unsafe enterFramed(reference, i, target, closure, state)
    resume(&next, &r, &code, state)
  }

  /// The same for a function that is found by a type.
  @inline(__always)
  func enterByType(
    _ i: Instruction.Fetched, _ next: inout InstructionPointer, _ r: inout Registers,
    _ code: inout CodePointer, _ state: ExecutionState
  ) throws {
    state.resumption = Resumption(code: code, next: next, registers: r)
    try enterByType(i, state)
    resume(&next, &r, &code, state)
  }

  /// Goes on where the state says.
  @inline(__always)
  private func resume(
    _ next: inout InstructionPointer, _ r: inout Registers, _ code: inout CodePointer,
    _ state: ExecutionState
  ) {
    code = state.resumption.code
    next = state.resumption.next
    r = state.resumption.registers
  }

  @inline(never)
  private func enterByType(_ i: Instruction.Fetched, _ state: ExecutionState) throws {
    let caller = state.resumption
    try checkCall(i, stack.depth, caller.registers.from(Int(i.a)), caller.code)
    let function = try method(i, caller.code, state.slots)
    try unsafe enterFramed(.passUnretained(function), i, caller.code.call(i.b), nil, state)
  }

  /// Goes on in a function that has a frame of its own, or is no register code: where, the state says.
  @inline(never)
  private func enterFramed(
    _ reference: Unmanaged<CompiledFunction>, _ i: Instruction.Fetched, _ target: CallTarget,
    _ closure: Unmanaged<ClosureObject>?, _ state: ExecutionState
  ) throws {
    let caller = state.resumption
    let inner = caller.registers.from(Int(i.a))
    let entry = unsafe reference._withUnsafeGuaranteedRef { $0.entry }
    let isBoxed = entry.key != target.key
    guard !isBoxed || entry.boxedReceiverKey == target.key, let inside = entry.code else {
      let site = caller.code.site(of: Int(i.b))
      let captures = unsafe closure?._withUnsafeGuaranteedRef { $0.captures }
      return try unsafe reference._withUnsafeGuaranteedRef {
        try callBoxed($0, captures ?? [], site, state.slots, inner)
      }
    }
    if isBoxed { unsafe spreadReceiver(reference, target, state.slots, inner) }
    state.resumption = Resumption(code: inside, next: inside.pointer(to: 0), registers: inner)
    if isBoxed, entry.framelessKey == entry.key {
      return unsafe push(reference, stack.depth, caller.next, caller.registers, caller.code)
    }
    unsafe open(reference, entry, closure, target, caller, inner, state)
  }

  /// Opens a frame for a call.
  @inline(__always)
  private func open(
    _ reference: Unmanaged<CompiledFunction>, _ entry: CompiledFunction.Entry,
    _ closure: Unmanaged<ClosureObject>?, _ target: CallTarget, _ caller: Resumption,
    _ inner: Registers, _ state: ExecutionState
  ) {
    let depth = stack.depth
    let new = unsafe stack.takeFrame(self)
    unsafe push(reference, depth, caller.next, caller.registers, caller.code)
    unsafe stack[depth].opened = new
    unsafe stack[depth].frame = state.frame.reference
    stack[depth].top = stack.top
    stack.top = inner.from(entry.registerCount)
    unsafe new._withUnsafeGuaranteedRef { unsafe $0.open(entry.slotCount, inner, closure) }
    if let closure = unsafe closure { unsafe inner.setCaptures(of: closure, reference) }
    let outer = state.slots
    state.frame = unsafe FrameReference(new)
    state.slots = state.frame.use(\.slots)
    target.pass(from: outer, to: state.slots)
  }

  /// Puts a receiver that the caller has boxed, because it found the method by its type, into the registers
  /// where the method expects it; the arguments behind make room.
  private func spreadReceiver(
    _ function: Unmanaged<CompiledFunction>, _ target: CallTarget, _ slots: Slots,
    _ inner: Registers
  ) {
    let convention = unsafe function._withUnsafeGuaranteedRef { $0.convention }
    guard let layout = convention.parameters.first?.layout else { return }
    for register in (layout.width..<convention.width).reversed() {
      inner[register] = inner[register - layout.width + 1]
    }
    inner.put(slots.cursor(target.receiverSlot).take(), layout)
  }

  /// Looks before a call whether somebody wants to stop, and whether there is room.
  @inline(__always)
  private func checkCall(
    _ i: Instruction.Fetched, _ depth: Int, _ inner: Registers, _ code: CodePointer
  ) throws {
    // Every fourth depth is often enough: no function calls so many others that it takes long to get
    // there, and the stack has room for three calls more than it admits.
    guard depth & 3 == 0 else { return }
    if isDue { try stopIfWished(code.site(of: Int(i.b)).site) }
    if stack.isFull(at: inner) { throw tooDeep(code.site(of: Int(i.b)).site) }
  }

  /// Notes where a call without a frame returns to.
  @inline(__always)
  private func push(
    _ function: Unmanaged<CompiledFunction>?, _ depth: Int, _ next: InstructionPointer,
    _ r: Registers, _ code: CodePointer
  ) {
    stack[depth].next = next
    stack[depth].registers = r
    stack[depth].code = code
    unsafe stack[depth].function = function
    unsafe stack[depth].opened = nil
    stack.depth = depth &+ 1
  }

  /// Begins anew in the code that is running, for a call of the function by itself: how its arguments
  /// travel and what it needs is known.
  @inline(__always)
  func enterOwn(
    _ i: Instruction.Fetched, _ next: inout InstructionPointer, _ r: inout Registers,
    _ code: CodePointer
  ) throws {
    let inner = r.from(Int(i.a))
    let depth = stack.depth
    try checkCall(i, depth, inner, code)
    unsafe push(nil, depth, next, r, code)
    r = inner
    next = code.pointer(to: 0)
  }

  /// The function value that `callClosure` calls.
  @inline(__always)
  func callee(
    _ i: Instruction.Fetched, _ code: CodePointer, _ slots: Slots
  ) throws -> Unmanaged<ClosureObject> {
    guard let closure = unsafe slots.cursor(Int(i.c)).closure() else {
      throw Fault("call of a function that is not there yet", at: code.site(of: Int(i.b)).site)
    }
    return unsafe closure
  }

  /// The function that `callByType` or `callOfType` calls.
  private func method(
    _ i: Instruction.Fetched, _ code: CodePointer, _ slots: Slots
  ) throws -> CompiledFunction {
    let site = code.site(of: Int(i.b))
    if i.opcode == .callByType { return try findMethod(site, slots) }
    return try findMethod(site, ofType: slots[Int(i.c)])
  }

  /// Goes back to the caller.
  @inline(__always)
  func leaveCall(
    _ next: inout InstructionPointer, _ r: inout Registers, _ code: inout CodePointer,
    _ state: ExecutionState
  ) {
    let depth = stack.depth &- 1
    stack.depth = depth
    if let opened = unsafe stack[depth].opened {
      state.frame = unsafe FrameReference(stack[depth].frame)
      state.slots = state.frame.use(\.slots)
      let target = stack[depth].code.call(stack[depth].call)
      unsafe opened._withUnsafeGuaranteedRef {
        if target.lends { target.takeBack(from: $0.slots, to: state.slots) }
        if target.resultSlot >= 0 { state.slots.cursor(target.resultSlot).put($0.result) }
        $0.close()
      }
      stack.giveBackFrame()
      stack.top = stack[depth].top
    }
    code = stack[depth].code
    next = stack[depth].next
    r = stack[depth].registers
  }

  /// Calls a function that is no register code, or wants its arguments in another way.
  @inline(never)
  func callBoxed(
    _ function: CompiledFunction, _ captures: [Datum], _ site: CallSite, _ slots: Slots,
    _ r: Registers
  ) throws {
    let convention = site.convention
    var values = zip(convention.parameters, convention.places).map { passing, place in
      convention.datum(passing, r, at: place)
    }
    for argument in site.boxed {
      values[argument.parameter] = slots[argument.slot]
      slots[argument.slot] = .void
    }
    // The caller may be without a frame, and its registers past where the last frame's end.
    let top = stack.top
    defer { stack.top = top }
    stack.top = r.from(convention.window)
    defer { for argument in site.lent { slots[argument.slot] = values[argument.parameter] } }
    let result = try enter(function, &values, captures, at: site.site)
    switch convention.result {
    case .scalar(let kind): r.put(result, at: 0, kind)
    case .record(let layout): r.put(result, layout)
    case .boxed: if let slot = site.resultSlot { slots[slot] = result }
    }
  }

  /// The function that a method is for the dynamic type of the receiver, which is the first argument.
  func findMethod(_ site: CallSite, _ slots: Slots) throws -> CompiledFunction {
    guard let method = site.method, let receiver = site.boxed.first?.slot else {
      throw Fault("no value to find the function by", at: site.site)
    }
    let type: TypeObject
    if method.isOfClass, let instance = slots.cursor(receiver).instanceType() {
      type = instance
    } else if case .existential = method.receiver {
      let opened = open(slots[receiver])
      type = opened.type
      slots[receiver] = opened.value
    } else {
      type = dynamicType(slots[receiver], method.receiver)
    }
    return try implementation(
      method.number, of: method.symbol, for: type, method.substitution, at: site.site)
  }
}

extension Machine {
  /// The function that a static requirement or method is for a type.
  private func findMethod(_ site: CallSite, ofType type: Datum) throws -> CompiledFunction {
    guard let method = site.method, case .metatype(let object) = type else {
      throw Fault.unset(site.site)
    }
    return try implementation(
      of: method.symbol, for: object, method.substitution, at: site.site)
  }
}

extension Registers {
  /// Says where a closure that is called finds what it captured. The caller holds the closure.
  @inline(__always)
  fileprivate func setCaptures(
    of closure: Unmanaged<ClosureObject>, _ function: Unmanaged<CompiledFunction>
  ) {
    unsafe closure._withUnsafeGuaranteedRef { closure in
      unsafe function._withUnsafeGuaranteedRef {
        self[$0.entry.captureRegister] = closure.placeOfCaptures
      }
    }
  }
}

/// The frame of running code, without retaining it.
@safe struct FrameReference {
  // Frames belong to the call stack, and are given back when their call ends.

  let reference: Unmanaged<Frame>

  init(_ reference: Unmanaged<Frame>) { unsafe self.reference = reference }
  init(_ frame: Frame) { unsafe reference = .passUnretained(frame) }

  @inline(__always)
  func use<R>(_ body: (Frame) throws -> R) rethrows -> R {
    try unsafe reference._withUnsafeGuaranteedRef { try body($0) }
  }
}
