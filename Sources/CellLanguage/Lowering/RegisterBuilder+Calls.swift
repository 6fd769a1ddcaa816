internal import CellChecking
internal import CellSyntax

/// Calls, in one way for each kind of callee.
extension RegisterBuilder {
  /// What is called, once it is known how.
  private struct Target {
    var opcode = Opcode.call
    var function: CompiledFunction?
    var method: DispatchedMethod?
    /// The slot of a function value, or of a type.
    var slot = 0
  }

  /// A call, whose result goes to a destination.
  func call(
    _ callee: Callee, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) {
    var destination = destination
    // What never comes back has no scalar.
    if case .register = destination, kind(expression) == nil { destination = .nowhere }
    if case .record = destination, layout(expression) == nil { destination = .nowhere }
    scoped {
      switch callee {
      case .function(let reference):
        call(lowerer.final(reference), arguments, expression, destination)
      case .value(let function):
        let (slot, isOwn) = functionSlot(function)
        call(Target(opcode: .callClosure, slot: slot), arguments, expression, destination)
        if isOwn { giveBack(slot) }
      case .dynamic(let symbol, let substitution):
        dynamic(symbol, substitution, arguments, expression, destination)
      case .ofType(let symbol, let substitution, let metatype):
        let slot = takeSlot()
        datum(metatype, into: slot)
        let method = method(symbol, substitution, .any)
        call(
          Target(opcode: .callOfType, method: method, slot: slot), arguments, expression,
          destination)
        giveBack(slot)
      }
    }
  }

  private func call(
    _ reference: FunctionReference, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) {
    let symbol = reference.symbol
    if let native = symbol.nativeFunction {
      if case .register(let register) = destination, arguments.count == 1, !arguments[0].isInout,
        let intrinsic = native.intrinsic,
        convert(intrinsic, arguments[0].value, expression, into: register)
      {
        return
      }
      return call(native, arguments, expression, destination)
    }
    if let host = symbol.hostBody {
      return call(
        native(host, symbol, arguments.map(\.isInout)), arguments, expression, destination)
    }
    if symbol.declaration.body == nil, !symbol.isInitializer || symbol.owner?.kind != .class {
      if symbol.isRequirement {
        return dynamic(symbol, reference.substitution, arguments, expression, destination)
      }
      if !lowerer.compiler.isSynthesized(symbol) {
        report(
          "'\(symbol.declaration.fullName)' has no implementation", expression,
          at: expression.range)
      }
    }
    call(
      Target(function: lowerer.program.function(for: reference)), arguments, expression,
      destination)
  }

  /// The slot of a function value, and whether it is one for a value in between: nothing changes a
  /// constant while the arguments are computed.
  private func functionSlot(_ function: TypedExpression) -> (slot: Int, isOwn: Bool) {
    if case .variable(let symbol) = function.kind, symbol.isLet, symbol.hasInitialValue,
      let slot = plainSlot(of: symbol)
    {
      return (slot, false)
    }
    let slot = takeSlot()
    datum(function, into: slot)
    return (slot, true)
  }

  // MARK: - By type

  private func method(
    _ symbol: FunctionSymbol, _ substitution: Substitution, _ receiver: Type
  ) -> DispatchedMethod {
    DispatchedMethod(
      symbol, substitution.mapValues { lowerer.final($0) }, receiver: receiver,
      number: lowerer.program.newDispatch())
  }

  private func dynamic(
    _ symbol: FunctionSymbol, _ substitution: Substitution, _ arguments: [TypedArgument],
    _ expression: TypedExpression, _ destination: Destination
  ) {
    guard let receiver = arguments.first else {
      return fault("no value to find '\(symbol.name)' by", site: expression.range)
    }
    let type = type(receiver.value)
    if let known = lowerer.witness(of: symbol, for: type, substitution) {
      return call(known, arguments, expression, destination)
    }
    call(
      Target(opcode: .callByType, method: method(symbol, substitution, type)), arguments,
      expression, destination)
  }

  // MARK: - Arguments

  /// Computes the arguments, scalars right into the registers that the function will have, and calls.
  private func call(
    _ target: Target, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) {
    var arguments = arguments
    let temporaries = prepare(&arguments)
    // A type is asked of a boxed value.
    let passings = arguments.enumerated().map { index, argument -> Passing in
      let isAsked = index == 0 && target.opcode == .callByType
      return argument.isInout || isAsked ? .boxed : lowerer.passing(type(argument.value))
    }
    let convention = CallConvention(passings, result: lowerer.passing(type(expression)))
    let window = window(convention.window, destination)
    var boxed = pass(arguments, convention, window)
    let lent = lend(arguments)
    let places = lent.keys.sorted().compactMap { lent[$0] }
    for (index, place) in lent { boxed.append((place.slot, index)) }
    boxed.sort { $0.parameter < $1.parameter }
    let erased = erasedType(target, arguments, lent[0])
    var resultSlot: Int?
    // `returnVoid` puts nothing into a slot.
    let isVoid = type(expression) == .void
    if case .slot(let slot) = destination, convention.result.isBoxed, !isVoid { resultSlot = slot }
    let call = CallSite(
      function: target.function, convention: convention, boxed: boxed,
      lent: boxed.filter { lent[$0.parameter] != nil }, resultSlot: resultSlot,
      method: target.method, site: lowerer.site(expression.range))
    lending(places, erasing: erased) {
      emit(target.opcode, call, window: window, slot: target.slot)
    }
    if let erased { giveBack(erased) }
    for argument in boxed where lent[argument.parameter] == nil {
      giveBack(argument.slot, isEmpty: true)
    }
    temporaries.forEach { giveBack($0) }
    switch (destination, convention.result) {
    case (.register(let register), _) where register != window: emit(.move, register, window)
    case (.record(let first, let layout), _): move(window, to: first, count: layout.width)
    case (.slot(let slot), .scalar(let result)):
      emit(.boxSlot, slot, window, Int(result.code))
    case (.slot(let slot), .record(let layout)): emit(.pack, slot, window, layout: layout)
    case (.slot(let slot), .boxed) where isVoid: emit(.clearSlot, slot)
    default: break
    }
  }

  /// Computes arguments that are not lent, into registers and slots; answers the slots.
  private func pass(
    _ arguments: [TypedArgument], _ convention: CallConvention, _ window: Int
  ) -> [(slot: Int, parameter: Int)] {
    var boxed: [(slot: Int, parameter: Int)] = []
    for (index, argument) in arguments.enumerated() where !argument.isInout {
      let place = window + convention.places[index]
      switch convention.parameters[index] {
      case .scalar: scalar(argument.value, into: place)
      case .record(let layout): record(argument.value, layout, into: place)
      case .boxed:
        let slot = takeSlot()
        datum(argument.value, into: slot)
        boxed.append((slot, index))
      }
    }
    return boxed
  }

  /// Registers in a row for the arguments and the result, where those of the function begin.
  private func window(_ count: Int, _ destination: Destination) -> Int {
    let (result, width): (Int, Int) =
      switch destination {
      case .register(let register): (register, 1)
      case .record(let first, let layout): (first, layout.width)
      case .slot, .nowhere: (lowerer.freeRegister, 0)
      }
    guard result == lowerer.freeRegister - width, !lowerer.isVariable(result) else {
      return lowerer.temporaryRegisters(count)
    }
    // The result shall go to where the window would begin.
    _ = lowerer.temporaryRegisters(count - width)
    return result
  }

  /// Keeps the type of an existential receiver that the call changes: afterwards it is one again.
  private func erasedType(
    _ target: Target, _ arguments: [TypedArgument], _ receiver: Lent?
  ) -> Int? {
    guard target.opcode == .callByType, let receiver, let first = arguments.first,
      case .existential = type(first.value)
    else { return nil }
    let slot = takeSlot()
    emit(.copySlot, slot, receiver.slot)
    emit(.dynamicType, slot, type: type(first.value))
    return slot
  }

  /// Calls the getter of a property or subscript.
  func get(
    _ use: AccessorUse, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) {
    let receiver = use.receiver.map { [TypedArgument(value: $0, isInout: use.isMutatingGetter)] }
    call(use.getter, (receiver ?? []) + arguments, expression, destination)
  }
}
