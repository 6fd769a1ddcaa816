internal import CellChecking
internal import CellSyntax

extension CompiledFunction {
  /// The same function, whose random numbers follow from the notebook's seed and its last argument, a
  /// number: so what it returns for a number is the same whoever calls it, when and on which thread.
  ///
  /// A protocol that inherits from `_DrawsByNumber` asks for such functions.
  func drawingByNumber(_ site: Site) -> CompiledFunction {
    let function = NativeFunction("\(name), drawing by number") { call in
      let machine = call.machine
      guard case .int(let number)? = call.arguments.last else { throw Fault.unset(call.site) }
      let drawn = machine.random
      machine.random = CellRandom(seed: machine.seed).part(number)
      defer { machine.random = drawn }
      return try machine.call(self, call.arguments, at: nil)
    }
    let place = convention.parameters.count
    let callSite = NativeCallSite(
      convention.parameters.map { _ in .any }, result: .any, site)
    var parts = RegisterCodeParts()
    parts.natives = [
      NativeTarget(
        function, callSite, convention.parameters.indices.map { .slot($0) }, result: nil,
        isResultWanted: true)
    ]
    parts.instructions = [
      Instruction(opcode: .callNative, a: UInt16(place)),
      Instruction(opcode: .returnSlot, a: UInt16(place)),
    ]
    return CompiledFunction(
      name: name, source: source, slotCount: place + 1, registerCount: 0,
      convention: CallConvention(convention.parameters.map { _ in .boxed }, result: .boxed),
      code: RegisterCode(parts))
  }
}
