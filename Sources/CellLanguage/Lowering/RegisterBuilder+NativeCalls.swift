/// Calls of native functions from register code.
extension RegisterBuilder {
  /// The call of a native function; `false` when a closure must make it: what it changes is no plain place.
  func call(
    _ native: NativeFunction, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) -> Bool {
    var lent: Route?
    if let first = arguments.first, first.isInout {
      guard let route = route(to: first.value), canLend(route, to: native) else { return false }
      lent = route
    }
    guard !arguments.dropFirst().contains(where: \.isInout) else { return false }
    scoped { call(native, arguments, lending: lent, expression, destination) }
    return true
  }

  /// Whether a native function may change a value where it is.
  ///
  /// The frame's own variables stay where they are whatever runs meanwhile; everything else may move when
  /// the function calls code of the program.
  private func canLend(_ route: Route, to native: NativeFunction) -> Bool {
    guard route.isWritable else { return false }
    return route.wholeSlot != nil || native.isLeaf
  }

  private func call(
    _ native: NativeFunction, _ arguments: [TypedArgument], lending lent: Route?,
    _ expression: TypedExpression, _ destination: Destination
  ) {
    let (operands, temporaries) = operands(
      arguments.map { $0.isInout ? nil : $0.value })
    if let lent, let receiver = arguments.first {
      go(lent, indices(lent), butLast: 0, unique: true, receiver.value.range)
    }
    let result = kind(expression)
    let site = NativeCallSite(
      arguments.map { type($0.value) }, result: type(expression), lowerer.site(expression.range))
    let number = parts.natives.count
    func emitCall(_ target: Int, isWanted: Bool = true) {
      parts.natives.append(
        NativeTarget(native, site, operands, result: result, isResultWanted: isWanted))
      emit(.callNative, target, number)
    }
    switch destination {
    case .nowhere: emitCall(0, isWanted: false)
    case .register(let register): emitCall(register)
    case .slot(let slot):
      if let result {
        let register = lowerer.temporaryRegister()
        emitCall(register)
        emit(.boxSlot, slot, register, Int(result.code))
      } else {
        emitCall(slot)
      }
    }
    temporaries.forEach(giveBack)
  }
}
