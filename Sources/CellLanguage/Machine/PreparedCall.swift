/// A function value that library code calls again and again: its frame stays open between the calls.
struct PreparedCall {
  private let machine: Machine
  private let function: CompiledFunction
  private let frame: Frame
  private let site: Site

  /// Opens a frame for a function, hands it out for calls, and closes it.
  static func with<R>(
    _ closure: Datum, _ machine: Machine, at site: Site, _ body: (PreparedCall) throws -> R
  ) throws -> R {
    guard case .closure(let object) = closure else {
      throw Fault("call of a function that is not there yet", at: site)
    }
    let frame = machine.open(object.function, object.captures)
    defer { machine.close(frame) }
    return try body(
      PreparedCall(machine: machine, function: object.function, frame: frame, site: site))
  }

  /// Calls the function with two values.
  func callAsFunction(_ a: Datum, _ b: Datum) throws -> Datum {
    // Each call begins with empty slots.
    defer { frame.empty() }
    frame.pass(a, at: 0, of: function)
    frame.pass(b, at: 1, of: function)
    return try machine.run(function, in: frame, at: site)
  }
}
