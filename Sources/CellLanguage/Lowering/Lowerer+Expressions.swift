extension Lowerer {
  /// The code that computes an expression.
  func code(_ expression: TypedExpression) -> Code {
    let range = expression.range
    switch expression.kind {
    case .integer, .floating: return literal(expression)
    case .boolean(let value): return { _ in .bool(value) }
    case .string(let text): return string(text, type(expression), range)
    case .none: return { _ in .none }
    case .unit: return { _ in .void }
    case .interpolation(let parts): return interpolation(parts)
    case .array(let parts): return array(parts, type(expression))
    case .set(let parts):
      let codes = parts.map(code)
      return { frame in
        let table = DictionaryObject()
        for code in codes { try frame.machine.store(.void, for: code(frame), in: table) }
        return .set(table)
      }
    case .dictionary(let pairs): return dictionary(pairs, site(range))
    case .tuple(let parts):
      let codes = parts.map(code)
      return { frame in .tuple(TupleObject(try codes.map { try $0(frame) })) }
    case .variable(let symbol): return read(symbol, at: range)
    case .constant(let datum): return { _ in datum }
    case .closure(let inner): return closure(inner)
    case .function(let reference, _): return functionValue(reference)
    case .call(let callee, let arguments): return call(callee, arguments, type(expression), range)
    case .field, .tupleElement, .instanceField, .staticField, .lazyField, .computed, .element,
      .dictionaryValue, .dictionaryDefault:
      return access(expression)
    case .operation(let operation, let operands):
      return self.operation(operation, operands, type(expression), expression.place)
    case .and, .or, .isNil:
      let test = condition(expression)
      return { .bool(try test($0)) }
    case .coalesce, .coalesceOptional, .ternary, .force, .unwrapInChain, .forceOrFail, .chain,
      .wrap,
      .weaken, .strengthen, .convertEach, .attemptOptional, .attemptForced:
      return optional(expression)
    case .erase(let value):
      let inner = code(value)
      let type = type(value)
      return { frame in frame.machine.erase(try inner(frame), type) }
    case .reinterpret(let value): return code(value)
    case .isType(let value, let wanted):
      let inner = code(value)
      let from = type(value)
      let to = final(wanted)
      return { frame in .bool(try frame.machine.cast(inner(frame), from: from, to: to) != nil) }
    case .cast(let value, let wanted, let forced):
      return cast(value, final(wanted), forced: forced, range)
    case .range(let a, let b, let isClosed):
      return self.range(a, b, isClosed: isClosed, type(expression), range)
    case .assignment(let target, let value): return assignment(target, value)
    case .compound(let operation, let target, let value):
      return compound(operation, target, value, range)
    case .conditional(let node):
      return value { self.conditional(node) }
    case .choice(let node): return value { self.choice(node, range) }
    case .metatype(let type):
      let type = final(type)
      return { .metatype($0.machine.typeObject(type)) }
    case .dynamicType(let value):
      let inner = code(value)
      let type = type(value)
      return { frame in .metatype(frame.machine.dynamicType(try inner(frame), type)) }
    case .structure, .enumeration, .instance, .instanceOfType: return construction(expression)
    case .sequence(let statements, let result):
      return sequence(statements, then: result)
    case .discard, .error: return { _ in .void }
    }
  }

  /// The value that a statement leaves in a slot of its own.
  private func value(_ body: () -> Step) -> Code {
    let outer = resultSlot
    let slot = newSlot()
    resultSlot = slot
    let step = body()
    resultSlot = outer
    return { frame in
      _ = try step(frame)
      return frame.slots[slot]
    }
  }

  // MARK: - Literals

  private func literal(_ expression: TypedExpression) -> Code {
    let type = type(expression)
    switch expression.kind {
    case .integer(let magnitude, let isNegative):
      if type.scalarKind == .floating {
        let value = isNegative ? -Double(magnitude) : Double(magnitude)
        return { _ in .double(value) }
      }
      if let width = type.integerWidth {
        guard let value = width.value(magnitude, isNegative: isNegative) else {
          compiler.report(
            "integer literal '\(isNegative ? "-" : "")\(magnitude)' overflows when stored into '\(type)'",
            at: expression.range, in: source)
          return { _ in .int(0) }
        }
        return { _ in .int(value) }
      }
      let value = Int(truncatingIfNeeded: magnitude)
      let datum: Datum = .int(isNegative ? 0 &- value : value)
      return literalInit(["integerLiteral", "floatLiteral"], type, datum, expression.range)
    case .floating(let value):
      if type == .float { return { _ in .double(Double(Float(value))) } }
      if type.scalarKind == .floating { return { _ in .double(value) } }
      return literalInit(["floatLiteral"], type, .double(value), expression.range)
    default: return { _ in .void }
    }
  }

  private func string(_ text: String, _ type: Type, _ range: SourceRange) -> Code {
    switch type.nominal {
    case .string?: return { _ in .string(text) }
    case .character?:
      let character = text.first ?? " "
      return { _ in .character(character) }
    case .substring?: return { _ in .substring(text[...]) }
    default: return literalInit(["stringLiteral"], type, .string(text), range)
    }
  }

  /// A literal of a type of the program: made by its initialiser.
  private func literalInit(
    _ labels: [String], _ type: Type, _ value: Datum, _ range: SourceRange
  ) -> Code {
    for label in labels {
      for found in compiler.members("init", of: type, isStatic: true) {
        guard case .function(let symbol) = found.member, symbol.declaration.parameters.count == 1,
          symbol.declaration.parameters[0].label == label
        else { continue }
        let signature = compiler.signature(of: symbol)
        var datum = value
        if signature.parameters[0].type.scalarKind == .floating, case .int(let number) = value {
          datum = .double(Double(number))
        }
        let argument = TypedExpression(.constant(datum), signature.parameters[0].type, range)
        let reference = FunctionReference(symbol: symbol, substitution: found.substitution)
        return call(.function(reference), [TypedArgument(value: argument)], type, range)
      }
    }
    compiler.report("type '\(type)' cannot be made from a literal here", at: range, in: source)
    return { _ in value }
  }

  /// One part of an interpolated text.
  private enum Piece {
    case literal(String)
    case register(Int)
    case integer(IntCode)
    case value(Code, Type)

    func add(to text: inout String, _ frame: Frame) throws {
      switch self {
      case .literal(let literal): text += literal
      case .register(let index): text += String(frame.registers[index])
      case .integer(let number): text += String(try number(frame))
      case .value(let code, let type):
        let value = try code(frame)
        if case .string(let piece) = value, type == .string {
          text += piece
        } else {
          text += try frame.machine.describe(value, type)
        }
      }
    }
  }

  func interpolation(_ parts: [TypedExpression]) -> Code {
    let pieces = parts.map(piece)
    return { frame in
      var text = ""
      for piece in pieces { try piece.add(to: &text, frame) }
      return .string(text)
    }
  }

  private func piece(_ part: TypedExpression) -> Piece {
    let type = type(part)
    if case .string(let text) = part.kind, type == .string { return .literal(text) }
    if type == .int {
      return register(of: part).map { .register($0) } ?? .integer(intCode(part))
    }
    return .value(code(part), type)
  }

  private func array(_ parts: [TypedExpression], _ type: Type) -> Code {
    let element = type.arrayElement ?? .any
    switch element.arrayStorage {
    case .ints:
      let codes = parts.map(intCode)
      return { frame in .ints(try codes.map { try $0(frame) }) }
    case .doubles:
      let codes = parts.map(doubleCode)
      return { frame in .doubles(try codes.map { try $0(frame) }) }
    case .bools:
      let codes = parts.map(condition)
      return { frame in .bools(try codes.map { try $0(frame) }) }
    case .values:
      let codes = parts.map(code)
      return { frame in .values(try codes.map { try $0(frame) }) }
    }
  }

  private func dictionary(
    _ pairs: [(key: TypedExpression, value: TypedExpression)], _ site: Site
  ) -> Code {
    let codes = pairs.map { (key: code($0.key), value: code($0.value)) }
    return { frame in
      let table = DictionaryObject()
      for pair in codes {
        let key = try pair.key(frame)
        if try !frame.machine.store(pair.value(frame), for: key, in: table) {
          throw Fault("Fatal error: Dictionary literal contains duplicate keys", at: site)
        }
      }
      return .dictionary(table)
    }
  }

  private func range(
    _ a: TypedExpression, _ b: TypedExpression, isClosed: Bool, _ type: Type, _ range: SourceRange
  ) -> Code {
    let lower = code(a)
    let upper = code(b)
    let site = site(range)
    let width = self.type(a).integerWidth
    let isUnsigned64 = width?.bits == 64 && width?.isSigned == false
    return { frame in
      let low = try lower(frame)
      let high = try upper(frame)
      let isReversed =
        if isUnsigned64, case .int(let x) = low, case .int(let y) = high {
          UInt(bitPattern: x) > UInt(bitPattern: y)
        } else {
          (low.compare(high) ?? 0) > 0
        }
      if isReversed {
        throw Fault("Fatal error: Range requires lowerBound <= upperBound", at: site)
      }
      return .structure(StructObject(frame.machine.typeObject(type), [low, high]))
    }
  }

  private func cast(
    _ value: TypedExpression, _ to: Type, forced: Bool, _ range: SourceRange
  ) -> Code {
    let inner = code(value)
    let from = type(value)
    let site = site(range)
    if forced {
      return { frame in
        let datum = try inner(frame)
        guard let result = try frame.machine.cast(datum, from: from, to: to) else {
          let actual = frame.machine.dynamicType(datum, from).type
          throw Fault(
            "Could not cast value of type '\(actual.reflectedName)' to '\(to.reflectedName)'.",
            at: site)
        }
        return result
      }
    }
    return { frame in
      try frame.machine.cast(inner(frame), from: from, to: to)?.wrapped(ifOptional: to) ?? .none
    }
  }

  private func construction(_ expression: TypedExpression) -> Code {
    let type = type(expression)
    switch expression.kind {
    case .structure(let parts):
      let codes = parts.map(code)
      let object = compiler.typeObject(type)
      return { frame in .structure(StructObject(object, try codes.map { try $0(frame) })) }
    case .enumeration(let index, let parts):
      let object = compiler.typeObject(type)
      if parts.isEmpty {
        let value = Datum.enumeration(EnumObject(object, index, []))
        return { _ in value }
      }
      let codes = parts.map(code)
      return { frame in .enumeration(EnumObject(object, index, try codes.map { try $0(frame) })) }
    case .instance(let values):
      let codes = values.map { (index: $0.index, code: code($0.value)) }
      let object = compiler.typeObject(type)
      let count = compiler.storedProperties(of: type).count
      return { frame in
        var fields = [Datum](repeating: .void, count: count)
        for value in codes { fields[value.index] = try value.code(frame) }
        return .instance(
          InstanceObject(object, fields, frame.machine.graveyard(for: object)))
      }
    case .instanceOfType(let metatype):
      let type = code(metatype)
      let site = site(expression.range)
      return { frame in
        guard case .metatype(let object) = try type(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        return try frame.machine.makeInstance(of: object, at: site)
      }
    default: return { _ in .void }
    }
  }
}

extension IntegerWidth {
  /// A literal as a value of this width; `nil` when it does not fit.
  func value(_ magnitude: UInt64, isNegative: Bool) -> Int? {
    if isNegative {
      guard isSigned, magnitude <= UInt64(1) << UInt64(bits - 1) else {
        return magnitude == 0 ? 0 : nil
      }
      return Int(truncatingIfNeeded: 0 &- magnitude)
    }
    let limit =
      isSigned
      ? (UInt64(1) << UInt64(bits - 1)) - 1
      : (bits == 64 ? UInt64.max : (UInt64(1) << UInt64(bits)) - 1)
    guard magnitude <= limit else { return nil }
    return Int(truncatingIfNeeded: magnitude)
  }

  /// Whether a value fits.
  func contains(_ value: Int) -> Bool {
    if bits == 64 { return isSigned || value >= 0 }
    if isSigned { return value >= -(1 << (bits - 1)) && value < 1 << (bits - 1) }
    return value >= 0 && value < 1 << bits
  }

  /// The value cut to this width.
  func truncate(_ value: Int) -> Int {
    if bits == 64 { return value }
    let mask = (1 << bits) - 1
    let low = value & mask
    return isSigned && low >= 1 << (bits - 1) ? low - (1 << bits) : low
  }
}
