/// A static property's place, filled when it is first used.
struct StaticSlot {
  var index: Int
  var prepare: (Frame) throws -> Void
}

extension Lowerer {
  func call(
    _ callee: Callee, _ arguments: [TypedArgument], _ result: Type, _ range: SourceRange
  ) -> Code {
    let site = site(range)
    switch callee {
    case .value(let function):
      let target = code(function)
      return calling(arguments, site) { frame, values in
        let closure = try target(frame)
        guard case .closure(let object) = closure else {
          throw Fault("call of a function that is not there yet", at: site)
        }
        let function = frame.machine.compiler.environment.functions[object.function]
        return try Lowerer.enter(function, &values, object.captures, frame.machine, site)
      }
    case .function(let reference):
      let final = final(reference)
      let symbol = final.symbol
      if let native = symbol.native { return self.native(native, arguments, result, site) }
      if let host = symbol.host { return self.host(host, symbol, arguments, result, site) }
      if symbol.declaration.body == nil, !symbol.isInitializer || symbol.owner?.kind != .class {
        if symbol.isRequirement { return dynamic(symbol, final.substitution, arguments, site) }
        if !compiler.isSynthesized(symbol) {
          compiler.report(
            "'\(symbol.declaration.fullName)' has no implementation", at: range, in: source)
        }
      }
      let number = compiler.number(of: final)
      return calling(arguments, site) { frame, values in
        let function = frame.machine.compiler.environment.functions[number]
        return try Lowerer.enter(function, &values, [], frame.machine, site)
      }
    case .dynamic(let symbol, let substitution):
      return dynamic(symbol, substitution.mapValues(checker.final), arguments, site)
    }
  }

  func final(_ reference: FunctionReference) -> FunctionReference {
    FunctionReference(
      symbol: reference.symbol, substitution: reference.substitution.mapValues(checker.final))
  }

  /// Runs a function on arguments; `inout` ones come back in `values`.
  static func enter(
    _ function: CompiledFunction, _ values: inout [Datum], _ captures: [Datum], _ machine: Machine,
    _ site: Site
  ) throws -> Datum {
    let frame = Frame(machine, slotCount: max(function.slotCount, values.count), captures: captures)
    for index in values.indices {
      frame.slots[index] = values[index]
      values[index] = .void
    }
    defer { for index in values.indices { values[index] = frame.slots[index] } }
    return try machine.run(function, in: frame, at: site)
  }

  /// Evaluates arguments, hands out the places of `inout` ones, and calls.
  private func calling(
    _ arguments: [TypedArgument], _ site: Site,
    _ body: @escaping (Frame, inout [Datum]) throws -> Datum
  ) -> Code {
    let codes = arguments.map { $0.isInout ? nil : code($0.value) }
    let places = arguments.enumerated().compactMap { index, argument in
      argument.isInout ? (index: index, place: place(argument.value)) : nil
    }
    if places.isEmpty {
      return { frame in
        var values: [Datum] = []
        values.reserveCapacity(codes.count)
        for code in codes { if let code { values.append(try code(frame)) } }
        return try body(frame, &values)
      }
    }
    return { frame in
      var values: [Datum] = []
      for code in codes { values.append(try code?(frame) ?? .void) }
      var result = Datum.void
      func descend(_ depth: Int) throws {
        guard depth < places.count else {
          result = try body(frame, &values)
          return
        }
        let index = places[depth].index
        try places[depth].place(frame) { datum in
          values[index] = datum
          datum = .void
          defer {
            datum = values[index]
            values[index] = .void
          }
          try descend(depth + 1)
        }
      }
      try descend(0)
      return result
    }
  }

  private func native(
    _ native: NativeFunction, _ arguments: [TypedArgument], _ result: Type, _ site: Site
  ) -> Code {
    let types = arguments.map { type($0.value) }
    let hasInout = arguments.contains(where: \.isInout)
    return calling(arguments, site) { frame, values in
      try frame.machine.poll(site)
      var call = NativeCall(
        machine: frame.machine, arguments: hasInout ? [] : values, types: types, resultType: result,
        site: site)
      if hasInout {
        swap(&call.arguments, &values)
        defer { swap(&call.arguments, &values) }
        return try native.body(&call)
      }
      return try native.body(&call)
    }
  }

  private func host(
    _ body: @escaping HostFunction.Body, _ symbol: FunctionSymbol, _ arguments: [TypedArgument],
    _ result: Type, _ site: Site
  ) -> Code {
    let types = arguments.map { type($0.value) }
    let hasReceiver = symbol.owner != nil && !symbol.isStatic && !symbol.isInitializer
    let isSetter: Bool = if case .setter = symbol.declaration.kind { true } else { false }
    return calling(arguments, site) { frame, values in
      let machine = frame.machine
      try machine.poll(site)
      var boxed = zip(values, types).map { Value($0, $1) }
      let receiver = hasReceiver ? boxed.removeFirst() : .void
      let newValue = isSetter ? boxed.removeLast() : .void
      let flag = machine.interruptFlag
      let context = HostContext(
        console: machine.console, interrupt: { flag.isRaised }, caller: machine)
      var call = HostCall(
        arguments: boxed, receiver: receiver, newValue: newValue, context: context)
      do {
        let value = try body(&call)
        let offset = hasReceiver ? 1 : 0
        if hasReceiver { values[0] = call.receiver.datum }
        for (index, argument) in call.arguments.enumerated() where arguments[index + offset].isInout
        {
          values[index + offset] = machine.adapt(argument, to: types[index + offset])
        }
        return machine.adapt(value, to: result)
      } catch let fault as Fault {
        throw fault
      } catch let thrown as Thrown {
        throw thrown
      } catch {
        if flag.isRaised { throw Fault("interrupted", at: site, kind: .interrupted) }
        throw HostFailure(error: error, site: site)
      }
    }
  }

  private func dynamic(
    _ symbol: FunctionSymbol, _ substitution: Substitution, _ arguments: [TypedArgument],
    _ site: Site
  ) -> Code {
    let types = arguments.map { type($0.value) }
    guard let receiverType = types.first else {
      return { _ in throw Fault("no value to find '\(symbol.name)' by", at: site) }
    }
    let isExistential: Bool = if case .existential = receiverType { true } else { false }
    return calling(arguments, site) { frame, values in
      let machine = frame.machine
      let type: TypeObject
      if isExistential {
        let opened = machine.open(values[0])
        type = opened.type
        values[0] = opened.value
      } else {
        type = machine.dynamicType(values[0], receiverType)
      }
      let number = try machine.implementation(of: symbol, for: type, substitution, at: site)
      let function = machine.compiler.environment.functions[number]
      defer { if isExistential { values[0] = machine.erase(values[0], type.type) } }
      return try Lowerer.enter(function, &values, [], machine, site)
    }
  }

  func functionValue(_ reference: FunctionReference) -> Code {
    let final = final(reference)
    let number = compiler.number(of: final)
    return { _ in .closure(ClosureObject(number, [])) }
  }

  // MARK: - Static properties

  func staticSlot(_ property: PropertySymbol, _ owner: Type) -> StaticSlot {
    let key = StaticKey(property: property, type: owner)
    let index: Int
    if let known = compiler.environment.staticSlots[key] {
      index = known
    } else {
      index = compiler.newGlobal()
      compiler.environment.staticSlots[key] = index
    }
    guard property.node.initializer != nil else { return StaticSlot(index: index) { _ in } }
    let number = compiler.number(
      of: FunctionReference(
        symbol: compiler.initialValueFunction(of: property),
        substitution: compiler.substitution(for: owner)))
    return StaticSlot(index: index) { frame in
      let machine = frame.machine
      machine.reserveGlobals()
      guard case .void = machine.globals[index] else { return }
      let function = machine.compiler.environment.functions[number]
      let inner = Frame(machine, slotCount: function.slotCount)
      machine.globals[index] = try machine.run(function, in: inner, at: nil)
    }
  }
}

extension Machine {
  /// Makes room for variables that were added while compiling.
  func reserveGlobals() {
    while globals.count < compiler.environment.valueCount { globals.append(.void) }
  }
}

extension Compiler {
  /// A place for a variable of the cells.
  func newGlobal() -> Int {
    environment.valueCount += 1
    return environment.valueCount - 1
  }
}
