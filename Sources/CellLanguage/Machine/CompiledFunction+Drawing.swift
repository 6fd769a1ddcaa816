extension CompiledFunction {
  /// The same function, whose random numbers follow from the notebook's seed and its last argument, a
  /// number: so what it returns for a number is the same whoever calls it, when and on which thread.
  ///
  /// A protocol that inherits from `_DrawsByNumber` asks for such functions.
  func drawingByNumber(_ site: Site) -> CompiledFunction {
    CompiledFunction(
      name: name, source: source, slotCount: slotCount,
      convention: CallConvention(convention.parameters.map { _ in nil }, result: nil)
    ) { frame in
      let machine = frame.machine
      let arguments = self.convention.parameters.indices.map { frame.slots[$0] }
      guard case .int(let number)? = arguments.last else {
        throw Fault("value used before it was set", at: site)
      }
      let drawn = machine.random
      machine.random = CellRandom(seed: machine.seed).part(number)
      defer { machine.random = drawn }
      frame.result = try machine.call(self, arguments, at: nil)
      return .returned
    }
  }
}
