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
    var places: [NativeTarget.Argument] = []
    var temporaries: [Int] = []
    for (index, argument) in arguments.enumerated() {
      if argument.isInout {
        places.append(.lent)
        continue
      }
      // A variable can be read when the call is made, unless what is computed before then changes it.
      let isSteady = arguments[(index + 1)...].allSatisfy { isPure($0.value) }
      let place = place(of: argument.value, isSteady: isSteady)
      if case .temporary(let slot) = place { temporaries.append(slot) }
      places.append(place)
    }
    if let lent, let receiver = arguments.first {
      go(lent, indices(lent), butLast: 0, unique: true, receiver.value.range)
    }
    let result = kind(expression)
    let site = NativeCallSite(
      arguments.map { type($0.value) }, result: type(expression), lowerer.site(expression.range))
    let number = parts.natives.count
    func emitCall(_ target: Int, isWanted: Bool = true) {
      parts.natives.append(
        NativeTarget(native, site, places, result: result, isResultWanted: isWanted))
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

  /// Computes an argument, unless it lies somewhere until the call.
  private func place(of value: TypedExpression, isSteady: Bool) -> NativeTarget.Argument {
    if let constant = datum(of: value) { return .constant(constant) }
    if let kind = kind(value) {
      if isSteady || lowerer.register(of: value) == nil { return .register(scalar(value), kind) }
      let copy = lowerer.temporaryRegister()
      emit(.move, copy, scalar(value))
      return .register(copy, kind)
    }
    if isSteady, case .variable(let symbol) = value.kind, let slot = plainSlot(of: symbol) {
      return .slot(slot)
    }
    let slot = takeSlot()
    datum(value, into: slot)
    return .temporary(slot)
  }

  /// The value of a literal; `nil` for other expressions.
  private func datum(of expression: TypedExpression) -> Datum? {
    let type = type(expression)
    if let kind = type.scalarKind { return constant(expression).map { Datum(bits: $0, kind) } }
    guard case .string(let text) = expression.kind else { return nil }
    if type == .string { return .string(text) }
    guard type.nominal === Nominal.character, let character = text.first else { return nil }
    return .character(character)
  }
}
