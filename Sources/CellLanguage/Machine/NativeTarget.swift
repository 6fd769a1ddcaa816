/// A call of a native function in register code: what is called, and where its arguments are.
final class NativeTarget: Sendable {
  /// Where an argument is. Arguments are in order, and have all been computed.
  enum Argument {
    /// The slot of a variable, which keeps its value.
    case slot(Int)
    /// A slot whose value is wanted only here and moves out.
    case temporary(Int)
    case register(Int, ScalarKind)
    case constant(Datum)
    /// What is at the cursor: it moves out for the call and back in afterwards.
    case lent
  }

  let body: NativeFunction.Body
  let site: NativeCallSite
  let arguments: [Argument]
  let lends: Bool
  /// How the result is kept in a register; `nil` when it is boxed.
  let result: ScalarKind?
  let isResultWanted: Bool

  init(
    _ function: NativeFunction, _ site: NativeCallSite, _ arguments: [Argument],
    result: ScalarKind?, isResultWanted: Bool
  ) {
    body = function.body
    self.site = site
    self.arguments = arguments
    lends = arguments.contains { if case .lent = $0 { true } else { false } }
    self.result = result
    self.isResultWanted = isResultWanted
  }
}

extension Machine {
  /// Calls a native function; the result goes to register or slot `destination`.
  @inline(never)
  func callNative(
    _ target: NativeTarget, to destination: Int, _ r: Registers, _ slots: Slots, _ cursor: Cursor
  ) throws {
    let site = target.site
    try poll(site.site)
    var call = NativeCall(self, stack.takeArguments(), site)
    for argument in target.arguments {
      switch argument {
      case .slot(let slot): call.arguments.append(slots[slot])
      case .temporary(let slot):
        call.arguments.append(slots.cursor(slot).take())
      case .register(let register, let kind): call.arguments.append(r.datum(register, kind))
      case .constant(let value): call.arguments.append(value)
      case .lent:
        call.arguments.append(cursor.take())
      }
    }
    defer {
      if target.lends { cursor.put(call.takeReceiver()) }
      stack.giveBack(&call.arguments)
    }
    let result = try target.body(&call)
    guard target.isResultWanted else { return }
    if let kind = target.result {
      r.put(result, at: destination, kind)
    } else {
      slots[destination] = result
    }
  }
}
