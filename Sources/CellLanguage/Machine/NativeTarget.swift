internal import CellChecking

/// A call of a native function in register code: what is called, and with what.
final class NativeTarget: Sendable {
  let name: String
  let body: NativeFunction.Body
  let site: NativeCallSite
  let arguments: [Operand]
  /// Whether the first argument is at the cursor, and goes back there.
  let lends: Bool
  /// The arguments that go back to their slots.
  let lentSlots: [(argument: Int, slot: Int)]
  /// How the result is kept in a register; `nil` when it is boxed.
  let result: ScalarKind?
  let isResultWanted: Bool

  init(
    _ function: NativeFunction, _ site: NativeCallSite, _ arguments: [Operand],
    result: ScalarKind?, isResultWanted: Bool
  ) {
    name = function.name
    body = function.body
    self.site = site
    self.arguments = arguments
    lends = arguments.contains { if case .lent = $0 { true } else { false } }
    lentSlots = arguments.enumerated().compactMap { index, operand in
      if case .lentSlot(let slot) = operand { (index, slot) } else { nil }
    }
    self.result = result
    self.isResultWanted = isResultWanted
  }
}

extension Machine {
  /// Calls a native function; the result goes to register or slot `destination`.
  @inline(never)
  func callNative(
    _ target: Unmanaged<NativeTarget>, to destination: UInt16, _ r: Registers, _ slots: Slots,
    _ cursor: Cursor
  ) throws {
    // Not in the interpreter: what a closure there captured would not stay in processor registers.
    try unsafe target._withUnsafeGuaranteedRef {
      try callNative($0, to: Int(destination), r, slots, cursor)
    }
  }

  @inline(__always)
  private func callNative(
    _ target: NativeTarget, to destination: Int, _ r: Registers, _ slots: Slots, _ cursor: Cursor
  ) throws {
    let site = target.site
    try poll(site.site)
    var call = NativeCall(self, stack.takeArguments(), site)
    for argument in target.arguments { call.arguments.append(argument.take(r, slots, cursor)) }
    let result: Datum
    do {
      // Before the result goes anywhere: perhaps to where the receiver was.
      defer {
        if target.lends { cursor.put(call.takeReceiver()) }
        for lent in target.lentSlots { slots[lent.slot] = call.takeArgument(lent.argument) }
        stack.giveBack(&call.arguments)
      }
      result = try target.body(&call)
    }
    guard target.isResultWanted else { return }
    if let kind = target.result {
      r.put(result, at: destination, kind)
    } else {
      slots[destination] = result
    }
  }
}
