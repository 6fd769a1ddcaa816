internal import CellChecking
internal import CellSyntax

/// Calls of functions that are written in Swift: those of the library and those of hosts.
extension RegisterBuilder {
  /// The call of a native function.
  func call(
    _ native: NativeFunction, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) {
    if let first = arguments.first, first.isInout, lendsAtCursor(native, arguments) {
      let settled = settle(first.value, for: .brief)
      let (operands, temporaries) = operands([nil] + arguments.dropFirst().map(\.value))
      go(settled.place, unique: true)
      emit(native, arguments, operands, expression, destination)
      finish(settled)
      return temporaries.forEach { giveBack($0, isEmpty: true) }
    }
    var arguments = arguments
    let prepared = prepare(&arguments)
    var (operands, temporaries) = operands(arguments.map { $0.isInout ? nil : $0.value })
    let lent = lend(arguments)
    for (index, lent) in lent { operands[index] = .lentSlot(lent.slot) }
    lending(lent.keys.sorted().compactMap { lent[$0] }) {
      emit(native, arguments, operands, expression, destination)
    }
    temporaries.forEach { giveBack($0, isEmpty: true) }
    prepared.forEach { giveBack($0) }
  }

  /// Whether a native function may change its receiver where it is.
  ///
  /// The frame's own variables stay where they are whatever runs meanwhile; everything else may move when
  /// the function calls code of the program.
  private func lendsAtCursor(_ native: NativeFunction, _ arguments: [TypedArgument]) -> Bool {
    let place = arguments[0].value
    guard !arguments.dropFirst().contains(where: \.isInout), kind(place) == nil,
      isChangeable(place), arguments.dropFirst().allSatisfy({ isPure($0.value) }) || isSimple(place)
    else { return false }
    return native.isLeaf || route(to: place)?.wholeSlot != nil
  }

  private func emit(
    _ native: NativeFunction, _ arguments: [TypedArgument], _ operands: [Operand],
    _ expression: TypedExpression, _ destination: Destination
  ) {
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
    case .record(let first, let layout):
      withSlot { slot in
        emitCall(slot)
        read(slot, layout, into: first)
      }
    case .slot(let slot):
      if let result {
        let register = lowerer.temporaryRegister()
        emitCall(register)
        emit(.boxSlot, slot, register, Int(result.code))
      } else {
        emitCall(slot)
      }
    }
  }

  // MARK: - Hosts

  /// A host function in the form of a native one.
  func native(
    _ body: @escaping HostFunction.Body, _ symbol: FunctionSymbol, _ isInout: [Bool]
  ) -> NativeFunction {
    let hasReceiver = symbol.owner != nil && !symbol.isStatic && !symbol.isInitializer
    let isSetter: Bool = if case .setter = symbol.declaration.kind { true } else { false }
    return NativeFunction(symbol.name) { native in
      let (machine, types) = (native.machine, native.types)
      var values = zip(native.arguments, types).map { Value($0, $1) }
      let receiver = hasReceiver ? values.removeFirst() : .void
      let newValue = isSetter ? values.removeLast() : .void
      let (result, call) = try machine.call(
        body, values, receiver: receiver, newValue: newValue, at: native.site)
      if hasReceiver { native[0] = call.receiver.datum }
      let first = hasReceiver ? 1 : 0
      for (index, argument) in call.arguments.enumerated() where isInout[index + first] {
        native[index + first] = machine.adapt(argument, to: types[index + first])
      }
      return machine.adapt(result, to: native.resultType)
    }
  }

  // MARK: - Conversions

  /// Conversions between numbers, and the square root.
  func convert(
    _ intrinsic: Intrinsic, _ value: TypedExpression, _ expression: TypedExpression,
    into register: Int
  ) -> Bool {
    let from = self.type(value)
    let type = self.type(expression)
    switch intrinsic {
    case .toFloating:
      if from.scalarKind == .integer, from.integerWidth?.isSigned == true {
        emit(.doubleFromInteger, register, scalar(value))
      } else if from.scalarKind == .floating {
        scalar(value, into: register)
      } else {
        return false
      }
      if type == .float { emit(.roundToFloat, register, register) }
    case .toInteger where from == .double && type == .int:
      emit(.integerFromDouble, register, scalar(value), site: expression.range)
    case .toInteger:
      guard let width = from.integerWidth, type == .int, width.bits < 64 || width.isSigned else {
        return false
      }
      scalar(value, into: register)
    case .squareRoot:
      guard from == .double else { return false }
      emit(.squareRoot, register, scalar(value))
    default: return false
    }
    return true
  }
}
