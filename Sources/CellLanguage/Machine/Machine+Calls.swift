internal import CellSyntax

/// Calls of functions from outside of register code, and what is told of errors that leave one.
extension Machine {
  /// Runs a function in a frame that holds its arguments.
  func run(_ function: CompiledFunction, in frame: Frame, at site: Site?) throws -> Datum {
    try poll(site)
    try checkDepth(at: site)
    try checkStack(at: site)
    stack.depth += 1
    defer { stack.depth -= 1 }
    do {
      guard let code = function.code else { throw Fault("function was not compiled", at: nil) }
      try execute(code, frame)
    } catch {
      throw leaving(function, error, at: site)
    }
    return frame.result
  }

  /// Runs the top level of a cell.
  func runCell(_ cell: CompiledFunction, in frame: Frame) throws {
    if let code = cell.code { try execute(code, frame) }
  }

  /// Stops a program whose calls are nested too deeply.
  @inline(__always)
  func checkDepth(at site: Site?) throws {
    if stack.isFull(at: stack.top) { throw tooDeep(site) }
  }

  func tooDeep(_ site: Site?) -> Fault {
    Fault("stack overflow: more than \(limits.callDepth) nested calls", at: site, kind: .limit)
  }

  /// What is told of an error when it leaves a function, for the call at a place.
  func leaving(_ function: CompiledFunction, _ error: any Error, at site: Site?) -> any Error {
    // By the type first: casts that fail take long.
    if type(of: error) == Thrown.self, var thrown = error as? Thrown {
      // Told, when nobody catches it, at the call in the cell that let it through.
      guard let site, !site.source.isLibrary else { return error }
      thrown.site = site
      return thrown
    }
    if var fault = error as? Fault {
      if fault.frames.count < 20 {
        if fault.site == nil || fault.site?.source.isLibrary == true { fault.site = site }
        if let frame = frame(of: function, at: site) { fault.frames.append(frame) }
      }
      return fault
    }
    if var failure = error as? HostFailure {
      if let site, failure.site.source.isLibrary { failure.site = site }
      if failure.frames.count < 20, let frame = frame(of: function, at: site) {
        failure.frames.append(frame)
      }
      return failure
    }
    return error
  }

  /// What a call stack says of a call; nil for what a library has called.
  private func frame(of function: CompiledFunction, at site: Site?) -> CellFailure.Frame? {
    guard function.source?.isLibrary != true else { return nil }
    // A place in a library is of no use to whoever wrote the cell.
    let place = site?.source.isLibrary == true ? nil : site?.place
    return CellFailure.Frame(function: function.name, place: place)
  }

  /// A frame for a call of a function; it must be closed before the one that was opened before it.
  @inline(__always)
  func open(_ function: CompiledFunction, _ captures: [Datum] = []) -> Frame {
    let registers = stack.top
    stack.top = registers.from(function.registerCount)
    return unsafe stack.takeFrame(self)._withUnsafeGuaranteedRef { frame in
      frame.open(function.slotCount, registers, captures)
      if !captures.isEmpty {
        registers[function.entry.captureRegister] = captures.placeOfCaptures
      }
      return frame
    }
  }

  /// Ends the call that began last.
  @inline(__always)
  func close(_ frame: Frame) {
    stack.top = frame.registers
    frame.close()
    stack.giveBackFrame()
  }

  /// Runs a function on arguments.
  func call(
    _ function: CompiledFunction, _ arguments: [Datum], captures: [Datum] = [], at site: Site?
  ) throws -> Datum {
    let frame = open(function, captures)
    defer { close(frame) }
    for (index, argument) in arguments.enumerated() {
      frame.pass(argument, at: index, of: function)
    }
    return try run(function, in: frame, at: site)
  }

  /// Runs a function on arguments; `inout` ones come back in `values`.
  func enter(
    _ function: CompiledFunction, _ values: inout [Datum], _ captures: [Datum], at site: Site?
  ) throws -> Datum {
    let frame = open(function, captures)
    let convention = function.convention
    for index in values.indices {
      if !convention.put(values[index], at: index, in: frame.registers) {
        swap(&frame.slots[index], &values[index])
      }
    }
    defer {
      let parameters = convention.parameters
      for index in values.indices where index >= parameters.count || parameters[index].isBoxed {
        values[index] = frame.slots.takeArgument(index)
      }
      close(frame)
    }
    return try run(function, in: frame, at: site)
  }

  /// Calls a function value.
  func call(_ closure: Datum, _ arguments: [Datum], at site: Site?) throws -> Datum {
    guard case .closure(let object) = closure else {
      throw Fault("call of a function that is not there yet", at: site)
    }
    return try call(object.function, arguments, captures: object.captures, at: site)
  }
}
