extension Lowerer {
  /// The code that reads a property, an element or what a subscript answers.
  func access(_ expression: TypedExpression) -> Code {
    let site = site(expression.range)
    switch expression.kind {
    case .field(let base, let index):
      let inner = code(base)
      return { frame in
        guard case .structure(let object) = try inner(frame) else {
          throw Fault("overlapping access, or a value used before it was set", at: site)
        }
        return object.fields[index]
      }
    case .instanceField(let base, let index):
      let inner = code(base)
      return { frame in
        guard case .instance(let object) = try inner(frame) else {
          throw Fault("overlapping access, or a value used before it was set", at: site)
        }
        return object.fields[index]
      }
    case .tupleElement(let base, let index):
      let inner = code(base)
      return { frame in
        guard case .tuple(let object) = try inner(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        return object.elements[index]
      }
    case .staticField(let property, let owner, _):
      let slot = staticSlot(property, final(owner))
      return { frame in
        try slot.prepare(frame)
        return frame.machine.globals[slot.index]
      }
    case .lazyField(let stored, let initial, let owner):
      let place = place(stored)
      let make = call(
        .function(initial), [TypedArgument(value: owner)], type(stored), expression.range)
      let read = access(stored)
      return { frame in
        let known = try read(frame)
        guard case .void = known else { return known }
        let value = try make(frame)
        try place(frame) { $0 = value }
        return value
      }
    case .computed(let use, let arguments):
      if let value = limit(expression) { return { _ in .int(value) } }
      var all = arguments
      if let receiver = use.receiver {
        all.insert(TypedArgument(value: receiver, isInout: use.isMutatingGetter), at: 0)
      }
      return call(use.getter, all, type(expression), expression.range)
    case .element(let base, let index):
      let array = code(base)
      let position = intCode(index)
      return { frame in
        let values = try array(frame)
        return try values.element(try position(frame), site)
      }
    case .dictionaryValue(let base, let key):
      let table = code(base)
      let index = code(key)
      let wrapped = type(expression).optionalWrapped ?? .any
      return { frame in
        guard case .dictionary(let object) = try table(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        return try frame.machine.value(for: index(frame), in: object)?.wrapped(ifOptional: wrapped)
          ?? .none
      }
    case .dictionaryDefault(let base, let key, let standard):
      let table = code(base)
      let index = code(key)
      let other = code(standard)
      return { frame in
        guard case .dictionary(let object) = try table(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        return try frame.machine.value(for: index(frame), in: object) ?? other(frame)
      }
    default: return { _ in .void }
    }
  }

  /// Where the value of an expression is stored.
  func place(_ expression: TypedExpression) -> Place {
    let site = site(expression.range)
    switch expression.kind {
    case .variable(let symbol):
      if type(expression).nominal?.kind == .class
        || symbol.isLet && symbol.hasInitialValue && !symbol.isInout
      {
        return temporary(code(expression))
      }
      return place(symbol)
    case .field(let base, let index):
      let outer = place(base)
      return { frame, body in
        try outer(frame) { value in
          guard case .structure(var object) = value else {
            throw Fault("overlapping access, or a value used before it was set", at: site)
          }
          value = .void
          if !isKnownUniquelyReferenced(&object) {
            object = StructObject(object.type, object.fields)
          }
          var field = object.fields[index]
          object.fields[index] = .void
          defer {
            object.fields[index] = field
            value = .structure(object)
          }
          try body(&field)
        }
      }
    case .tupleElement(let base, let index):
      let outer = place(base)
      return { frame, body in
        try outer(frame) { value in
          guard case .tuple(var object) = value else {
            throw Fault("value used before it was set", at: site)
          }
          value = .void
          if !isKnownUniquelyReferenced(&object) { object = TupleObject(object.elements) }
          var field = object.elements[index]
          object.elements[index] = .void
          defer {
            object.elements[index] = field
            value = .tuple(object)
          }
          try body(&field)
        }
      }
    case .instanceField(let base, let index):
      let owner = code(base)
      return { frame, body in
        guard case .instance(let object) = try owner(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        var field = object.fields[index]
        object.fields[index] = .void
        defer { object.fields[index] = field }
        try body(&field)
      }
    case .staticField(let property, let owner, _):
      let slot = staticSlot(property, final(owner))
      return { frame, body in
        try slot.prepare(frame)
        let machine = frame.machine
        var value = machine.globals[slot.index]
        machine.globals[slot.index] = .void
        defer { machine.globals[slot.index] = value }
        try body(&value)
      }
    case .lazyField(let stored, _, _):
      let read = access(expression)
      let inner = place(stored)
      return { frame, body in
        _ = try read(frame)
        try inner(frame, body)
      }
    case .computed(let use, let arguments): return computedPlace(expression, use, arguments)
    case .element(let base, let index):
      let outer = place(base)
      let position = intCode(index)
      return { frame, body in
        let i = try position(frame)
        try outer(frame) { try $0.withElement(i, site, body) }
      }
    case .dictionaryValue(let base, let key):
      return dictionaryPlace(base, key, nil, type(expression).optionalWrapped ?? .any, site)
    case .dictionaryDefault(let base, let key, let standard):
      return dictionaryPlace(base, key, code(standard), type(expression), site)
    case .force(let base):
      let outer = place(base)
      let isImplicit = expression.isImplicit
      let isNested = type(base).optionalWrapped?.isOptional ?? false
      return { frame, body in
        try outer(frame) { value in
          guard var inner = value.unwrapped else {
            throw Fault.foundNil(site, isImplicit: isImplicit)
          }
          value = .none
          defer { value = isNested ? .some(SomeObject(inner)) : inner }
          try body(&inner)
        }
      }
    case .unwrapInChain(let base):
      let outer = place(base)
      let isNested = type(base).optionalWrapped?.isOptional ?? false
      return { frame, body in
        try outer(frame) { value in
          guard var inner = value.unwrapped else { throw ChainEnded() }
          value = .none
          defer { value = isNested ? .some(SomeObject(inner)) : inner }
          try body(&inner)
        }
      }
    case .strengthen(let base):
      let outer = place(base)
      let read = code(expression)
      return { frame, body in
        var value = try read(frame)
        try body(&value)
        try outer(frame) { $0 = .weak(WeakObject(value.instanceObject)) }
      }
    case .reinterpret(let base): return place(base)
    case .discard:
      return { _, body in
        var value = Datum.void; try body(&value)
      }
    default: return temporary(code(expression))
    }
  }

  /// A value that is nowhere stored: a reference, or one whose change is lost.
  private func temporary(_ code: @escaping Code) -> Place {
    { frame, body in
      var value = try code(frame)
      try body(&value)
    }
  }

  private func computedPlace(
    _ expression: TypedExpression, _ use: AccessorUse, _ arguments: [TypedArgument]
  ) -> Place {
    guard let setter = use.setter else { return temporary(code(expression)) }
    // Arguments are evaluated once, for the getter and the setter.
    let slots = arguments.map { (slot: newSlot(), code: code($0.value), type: type($0.value)) }
    let fixed = slots.map { slot -> TypedArgument in
      let symbol = VariableSymbol(
        "argument", slot.type, isLet: true, range: expression.range, owner: nil)
      keep(symbol, in: slot.slot)
      return TypedArgument(value: TypedExpression(.variable(symbol), slot.type, expression.range))
    }
    let valueSlot = newSlot()
    let valueType = type(expression)
    let newValue = VariableSymbol(
      "newValue", valueType, isLet: true, range: expression.range, owner: nil)
    keep(newValue, in: valueSlot)
    let value = TypedArgument(
      value: TypedExpression(.variable(newValue), valueType, expression.range))
    var reading = fixed
    var writing = fixed + [value]
    if let receiver = use.receiver {
      reading.insert(TypedArgument(value: receiver), at: 0)
      writing.insert(TypedArgument(value: receiver, isInout: !use.isReference), at: 0)
    }
    let get = call(use.getter, reading, valueType, expression.range)
    let set = call(setter, writing, .void, expression.range)
    return { frame, body in
      for slot in slots { frame.slots[slot.slot] = try slot.code(frame) }
      var current = try get(frame)
      try body(&current)
      frame.slots[valueSlot] = current
      _ = try set(frame)
    }
  }

  private func dictionaryPlace(
    _ base: TypedExpression, _ key: TypedExpression, _ standard: Code?, _ valueType: Type,
    _ site: Site
  ) -> Place {
    let outer = place(base)
    let index = code(key)
    return { frame, body in
      let key = try index(frame)
      try outer(frame) { value in
        guard case .dictionary(var table) = value else {
          throw Fault("value used before it was set", at: site)
        }
        value = .void
        if !isKnownUniquelyReferenced(&table) { table = DictionaryObject(copying: table) }
        defer { value = .dictionary(table) }
        if let position = try frame.machine.position(of: key, in: table).index {
          var current = table.take(at: position)
          if standard == nil { current = current.wrapped(ifOptional: valueType) }
          do {
            try body(&current)
          } catch {
            table.put(standard == nil ? current.unwrapped ?? .void : current, at: position)
            throw error
          }
          if standard != nil {
            table.put(current, at: position)
          } else if let kept = current.unwrapped {
            table.put(kept, at: position)
          } else {
            _ = table.remove(at: position)
          }
        } else {
          var current = try standard?(frame) ?? .none
          try body(&current)
          if standard != nil {
            try frame.machine.store(current, for: key, in: table)
          } else if let kept = current.unwrapped {
            try frame.machine.store(kept, for: key, in: table)
          }
        }
      }
    }
  }

  // MARK: - Writing

  func assignment(_ target: TypedExpression, _ value: TypedExpression) -> Code {
    let make = code(value)
    switch target.kind {
    case .discard:
      return {
        _ = try make($0); return .void
      }
    case .computed(let use, let arguments):
      guard let setter = use.setter else { break }
      var all = arguments + [TypedArgument(value: value)]
      if let receiver = use.receiver {
        all.insert(TypedArgument(value: receiver, isInout: !use.isReference), at: 0)
      }
      return call(setter, all, .void, target.range)
    case .variable(let symbol):
      let store = assigning(symbol)
      return { frame in
        try store(frame, try make(frame))
        return .void
      }
    case .force(let base):
      // `x! = v` stores into the optional.
      let outer = place(base)
      return { frame in
        let new = try make(frame)
        try outer(frame) { $0 = new }
        return .void
      }
    case .lazyField(let stored, _, _):
      return assignment(stored, value)
    case .instanceField(let base, let index):
      let owner = code(base)
      let site = site(target.range)
      return { frame in
        guard case .instance(let object) = try owner(frame) else {
          throw Fault("value used before it was set", at: site)
        }
        object.fields[index] = try make(frame)
        return .void
      }
    default: break
    }
    let place = place(target)
    return { frame in
      let new = try make(frame)
      try place(frame) { $0 = new }
      return .void
    }
  }

  private func assigning(_ symbol: VariableSymbol) -> (Frame, Datum) throws -> Void {
    if case .global(let index) = symbol.storage { return { $0.machine.globals[index] = $1 } }
    let key = ObjectIdentifier(symbol)
    if let index = captures[key], slots[key] == nil {
      return { frame, value in
        if case .box(let box) = frame.captures[index] { box.value = value }
      }
    }
    if let register = register(of: symbol) {
      return { $0.registers.put($1, at: register.index, register.kind) }
    }
    let slot = slot(of: symbol)
    guard symbol.isBoxed else { return { $0.slots[slot] = $1 } }
    let place = place(symbol)
    return { frame, value in try place(frame) { $0 = value } }
  }

  /// Whether something assigned to is a variable.
  private func isVariable(_ target: TypedExpression) -> Bool {
    if case .variable = target.kind { true } else { false }
  }

  func compound(
    _ operation: Operation, _ target: TypedExpression, _ value: TypedExpression,
    _ range: SourceRange
  ) -> Code {
    let make = code(value)
    let site = site(range)
    let type = type(target)
    if operation == .arrayAppend || operation == .concatenate {
      let place = place(target)
      return { frame in
        let new = try make(frame)
        try place(frame) { current in
          if operation == .arrayAppend {
            try current.appendElement(new, site)
          } else {
            try current.append(contentsOf: new, frame.machine)
          }
        }
        return .void
      }
    }
    if type.scalarKind == .floating {
      let operand = doubleCode(value)
      let isFloat = type == .float
      if let register = register(of: target), !isFloat {
        return { frame in
          let y = try operand(frame)
          let x = frame.registers.double(register)
          let result =
            switch operation {
            case .add: x + y
            case .subtract: x - y
            case .multiply: x * y
            default: x / y
            }
          frame.registers[register] = Int(bits: result)
          return .void
        }
      }
      let place = place(target)
      return { frame in
        let y = try operand(frame)
        try place(frame) { current in
          guard case .double(let x) = current else {
            throw Fault("value used before it was set", at: site)
          }
          let result =
            switch operation {
            case .add: x + y
            case .subtract: x - y
            case .multiply: x * y
            default: x / y
            }
          current = .double(isFloat ? Double(Float(result)) : result)
        }
        return .void
      }
    }
    let operand = intCode(value)
    let width = type.integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
    if case .variable(let symbol) = target.kind, case .global(let index) = symbol.storage,
      isVariable(target)
    {
      return { frame in
        let y = try operand(frame)
        guard let x = frame.machine.globals.int(index) else { throw Fault.unset(site) }
        frame.machine.globals[index] = .int(try width.apply(operation, x, y, type, site))
        return .void
      }
    }
    if let register = register(of: target) {
      let compute = arithmetic(operation, .register(register), intOperand(value), type, site)
      return { frame in
        frame.registers[register] = try compute(frame)
        return .void
      }
    }
    let place = place(target)
    return { frame in
      let y = try operand(frame)
      try place(frame) { current in
        guard case .int(let x) = current else {
          throw Fault("value used before it was set", at: site)
        }
        current = .int(try width.apply(operation, x, y, type, site))
      }
      return .void
    }
  }
}

/// A `?` met `nil` while a place was being found.
struct ChainEnded: Error {}

extension Fault {
  static func foundNil(_ site: Site?, isImplicit: Bool = false) -> Fault {
    Fault(
      "Fatal error: Unexpectedly found nil while \(isImplicit ? "implicitly " : "")unwrapping an Optional value",
      at: site)
  }
}
