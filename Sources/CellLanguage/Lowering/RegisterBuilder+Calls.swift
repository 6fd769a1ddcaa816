extension RegisterBuilder {
  /// Where the result of a call goes.
  enum Destination {
    case register(Int)
    case slot(Int)
    case nowhere
  }

  /// What is called, once it is known how.
  private struct Target {
    var opcode: Opcode
    var function: CompiledFunction?
    var method: DispatchedMethod?
    /// The slot of a function value.
    var slot = 0
  }

  /// A call that stays in register code; `false` when a closure must make it.
  func call(
    _ callee: Callee, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) -> Bool {
    if case .register = destination, kind(expression) == nil { return false }
    if case .function(let reference) = callee, let native = lowerer.final(reference).symbol.native {
      if case .register(let register) = destination, arguments.count == 1, !arguments[0].isInout,
        convert(native, arguments[0].value, expression, into: register)
      {
        return true
      }
      return call(native, arguments, expression, destination)
    }
    guard !arguments.contains(where: \.isInout) else { return false }
    guard var target = target(callee, arguments) else { return false }
    guard case .value(let function) = callee else {
      scoped { call(target, arguments, expression, destination) }
      return true
    }
    if case .variable(let symbol) = function.kind, symbol.isLet, symbol.hasInitialValue,
      let slot = plainSlot(of: symbol)
    {
      // Nothing changes it while the arguments are computed.
      target.slot = slot
      scoped { call(target, arguments, expression, destination) }
    } else {
      target.slot = takeSlot()
      datum(function, into: target.slot)
      scoped { call(target, arguments, expression, destination) }
      giveBack(target.slot)
    }
    return true
  }

  private func target(_ callee: Callee, _ arguments: [TypedArgument]) -> Target? {
    switch callee {
    case .function(let reference):
      let final = lowerer.final(reference)
      let symbol = final.symbol
      guard symbol.host == nil, symbol.declaration.body != nil else {
        return nil
      }
      return Target(opcode: .call, function: lowerer.compiler.function(for: final))
    case .value: return Target(opcode: .callClosure)
    case .dynamic(let symbol, let substitution):
      guard let receiver = arguments.first.map({ type($0.value) }), receiver.scalarKind == nil
      else { return nil }
      let method = DispatchedMethod(
        symbol: symbol, substitution: substitution.mapValues(lowerer.checker.final),
        receiver: receiver, number: lowerer.compiler.newDispatch())
      return Target(opcode: .callByType, method: method)
    case .ofType: return nil
    }
  }

  /// Computes the arguments, scalars right into the registers that the function will have, and calls.
  private func call(
    _ target: Target, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) {
    var window: [Int] = []
    if case .register(let register) = destination, register == lowerer.freeRegister - 1,
      !lowerer.isVariable(register)
    {
      // The result shall go to where the window would begin.
      window.append(register)
    }
    while window.count < max(1, arguments.count) { window.append(lowerer.temporaryRegister()) }
    var boxed: [(slot: Int, parameter: Int)] = []
    for (index, argument) in arguments.enumerated() {
      if kind(argument.value) != nil {
        scalar(argument.value, into: window[index])
      } else {
        let slot = takeSlot()
        datum(argument.value, into: slot)
        boxed.append((slot, index))
      }
    }
    let result = kind(expression)
    var resultSlot: Int?
    // `returnVoid` puts nothing into a slot.
    let isVoid = type(expression) == .void
    if case .slot(let slot) = destination, result == nil, !isVoid { resultSlot = slot }
    let call = CallSite(
      function: target.function,
      convention: CallConvention(arguments.map { kind($0.value) }, result: result),
      boxed: boxed, resultSlot: resultSlot, method: target.method,
      site: lowerer.site(expression.range))
    emit(target.opcode, call, window: window[0], slot: target.slot)
    for argument in boxed { giveBack(argument.slot) }
    switch (destination, result) {
    case (.register(let register), _) where register != window[0]:
      emit(.move, register, window[0])
    case (.slot(let slot), let result?): emit(.boxSlot, slot, window[0], Int(result.code))
    case (.slot(let slot), nil) where isVoid: emit(.clearSlot, slot)
    default: break
    }
  }

  /// Conversions between numbers, and the square root.
  private func convert(
    _ native: NativeFunction, _ value: TypedExpression, _ expression: TypedExpression,
    into register: Int
  ) -> Bool {
    let from = self.type(value)
    let type = self.type(expression)
    switch native.name {
    case "BinaryFloatingPoint.init(_:)":
      if from.scalarKind == .integer, from.integerWidth?.isSigned == true {
        emit(.doubleFromInteger, register, scalar(value))
      } else if from.scalarKind == .floating {
        scalar(value, into: register)
      } else {
        return false
      }
      if type == .float { emit(.roundToFloat, register, register) }
    case "FixedWidthInteger.init(_:)" where from == .double && type == .int:
      emit(.integerFromDouble, register, scalar(value), site: expression.range)
    case "FixedWidthInteger.init(_:)":
      guard let width = from.integerWidth, type == .int, width.bits < 64 || width.isSigned else {
        return false
      }
      scalar(value, into: register)
    case "sqrt(_:)", "BinaryFloatingPoint.squareRoot()":
      guard from == .double else { return false }
      emit(.squareRoot, register, scalar(value))
    default: return false
    }
    return true
  }
}
