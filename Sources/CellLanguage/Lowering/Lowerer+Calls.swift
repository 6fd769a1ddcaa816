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
      if arguments.contains(where: \.isInout) {
        // The function first: it may lie in what is lent to it.
        let slot = newSlot()
        let call = calling(arguments, site) { frame, values in
          guard case .closure(let object) = frame.slots[slot] else {
            throw Fault("call of a function that is not there yet", at: site)
          }
          return try Lowerer.enter(object.function, &values, object.captures, frame.machine, site)
        }
        return { frame in
          frame.slots[slot] = try target(frame)
          return try call(frame)
        }
      }
      return calling(arguments, site) { frame, values in
        guard case .closure(let object) = try target(frame) else {
          throw Fault("call of a function that is not there yet", at: site)
        }
        return try Lowerer.enter(object.function, &values, object.captures, frame.machine, site)
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
      let function = compiler.function(for: final)
      if !arguments.contains(where: \.isInout) { return direct(function, arguments, site) }
      return calling(arguments, site) { frame, values in
        try Lowerer.enter(function, &values, [], frame.machine, site)
      }
    case .dynamic(let symbol, let substitution):
      return dynamic(symbol, substitution.mapValues(checker.final), arguments, site)
    case .ofType(let symbol, let substitution, let metatype):
      let type = code(metatype)
      let types = substitution.mapValues(checker.final)
      return calling(arguments, site) { frame, values in
        let machine = frame.machine
        guard case .metatype(let object) = try type(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        let function = try machine.implementation(of: symbol, for: object, types, at: site)
        return try Lowerer.enter(function, &values, [], machine, site)
      }
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
    let frame = machine.open(function, captures)
    let parameters = function.convention.parameters
    for index in values.indices {
      if index < parameters.count, let kind = parameters[index] {
        frame.registers.put(values[index], at: index, kind)
      } else {
        swap(&frame.slots[index], &values[index])
      }
    }
    defer {
      for index in values.indices where index >= parameters.count || parameters[index] == nil {
        swap(&frame.slots[index], &values[index])
      }
      machine.close(frame)
    }
    return try machine.run(function, in: frame, at: site)
  }

  /// The call of a known function: its arguments are computed right into its slots.
  private func direct(
    _ function: CompiledFunction, _ arguments: [TypedArgument], _ site: Site
  ) -> Code {
    let codes = arguments.map { DatumEscape(compute: code($0.value)) }
    let count = codes.count
    if count == 1 {
      let only = codes[0].compute
      return { frame in
        let machine = frame.machine
        let value = try only(frame)
        let inner = machine.open(function)
        defer { machine.close(inner) }
        inner.pass(value, at: 0, of: function)
        return try machine.run(function, in: inner, at: site)
      }
    }
    return { frame in
      let machine = frame.machine
      let inner = machine.open(function)
      defer { machine.close(inner) }
      for index in 0..<count {
        inner.pass(try codes[index].compute(frame), at: index, of: function)
      }
      return try machine.run(function, in: inner, at: site)
    }
  }

  /// Evaluates arguments, hands out the places of `inout` ones, and calls.
  private func calling(
    _ arguments: [TypedArgument], _ site: Site,
    _ body: @escaping (Frame, inout [Datum]) throws -> Datum
  ) -> Code {
    let codes = arguments.map { argument in
      DatumEscape(compute: argument.isInout ? { _ in .void } : code(argument.value))
    }
    let places = arguments.enumerated().compactMap { index, argument in
      argument.isInout ? (index: index, place: place(argument.value)) : nil
    }
    if places.isEmpty {
      return { frame in
        var values: [Datum] = []
        values.reserveCapacity(codes.count)
        for code in codes { values.append(try code.compute(frame)) }
        return try body(frame, &values)
      }
    }
    return { frame in
      var values: [Datum] = []
      for code in codes { values.append(try code.compute(frame)) }
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
    let place = NativeCallSite(arguments.map { type($0.value) }, result: result, site)
    let body = native.body
    return calling(arguments, site) { frame, values in
      let machine = frame.machine
      try machine.poll(site)
      var call = NativeCall(machine, [], place)
      swap(&call.arguments, &values)
      defer { swap(&call.arguments, &values) }
      return try body(&call)
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
      var boxed = zip(values, types).map { Value($0, $1) }
      let receiver = hasReceiver ? boxed.removeFirst() : .void
      let newValue = isSetter ? boxed.removeLast() : .void
      let (value, call) = try machine.call(
        body, boxed, receiver: receiver, newValue: newValue, at: site)
      let offset = hasReceiver ? 1 : 0
      if hasReceiver { values[0] = call.receiver.datum }
      for (index, argument) in call.arguments.enumerated()
      where arguments[index + offset].isInout {
        values[index + offset] = machine.adapt(argument, to: types[index + offset])
      }
      return machine.adapt(value, to: result)
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
    let number = compiler.newDispatch()
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
      let function = try machine.implementation(
        number, of: symbol, for: type, substitution, at: site)
      defer { if isExistential { values[0] = machine.erase(values[0], type.type) } }
      return try Lowerer.enter(function, &values, [], machine, site)
    }
  }

  func functionValue(_ reference: FunctionReference) -> Code {
    let final = final(reference)
    let value = Datum.closure(ClosureObject(compiler.function(for: final), []))
    return { _ in value }
  }

  // MARK: - Static properties

  func staticSlot(_ property: PropertySymbol, _ owner: Type) -> StaticSlot {
    let key = StaticKey(property: property, type: owner)
    let index: Int
    if let known = compiler.environment.staticSlots[key] {
      index = known
    } else {
      index = compiler.newGlobal(.staticProperty(key))
      compiler.environment.staticSlots[key] = index
      let type = compiler.substitute(
        compiler.propertyType(property), compiler.substitution(for: owner))
      compiler.environment.mayHoldReferences[index] = compiler.mayHoldReferences(type)
    }
    guard property.node.initializer != nil else { return StaticSlot(index: index) { _ in } }
    let function = compiler.function(
      for: FunctionReference(
        symbol: compiler.initialValueFunction(of: property),
        substitution: compiler.substitution(for: owner)))
    return StaticSlot(index: index) { frame in
      let machine = frame.machine
      machine.reserveGlobal(index)
      guard case .void = machine.globals[index] else { return }
      machine.globals[index] = try machine.call(function, [], at: nil)
    }
  }
}

extension Compiler {
  /// The number of a call that finds its function by the type of a value.
  func newDispatch() -> Int {
    environment.dispatchCount += 1
    return environment.dispatchCount - 1
  }

  /// A place for a variable of the cells.
  func newGlobal(_ owner: GlobalOwner) -> Int {
    environment.owners.append(owner)
    environment.valueCount += 1
    environment.mayHoldReferences.append(true)
    return environment.valueCount - 1
  }
}
