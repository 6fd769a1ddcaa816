internal import CellChecking
internal import CellSyntax

/// Values that are no scalars, into slots.
extension RegisterBuilder {
  /// Code that puts a value, boxed, into a slot. The slot may be a variable that the expression reads:
  /// it changes when the value is there.
  func datum(_ expression: TypedExpression, into slot: Int) {
    if let kind = kind(expression) {
      return scoped { emit(.boxSlot, slot, scalar(expression), Int(kind.code)) }
    }
    scoped { boxed(expression, into: slot) }
  }

  /// The same for what is no scalar in a register.
  func boxed(_ expression: TypedExpression, into slot: Int) {
    if let constant = datum(of: expression) {
      parts.data.append(constant)
      return emit(.loadDatum, slot, parts.data.count - 1)
    }
    switch expression.kind {
    case .integer, .floating, .string: literal(expression, into: slot)
    case .interpolation(let pieces): interpolation(pieces, into: slot)
    case .tuple, .structure, .enumeration, .array, .instance, .dictionary, .set, .range:
      construct(expression, into: slot)
    case .closure(let function): closure(function, into: slot)
    case .call(let callee, let arguments): call(callee, arguments, expression, .slot(slot))
    case .computed(let use, let arguments): get(use, arguments, expression, .slot(slot))
    case .variable, .element, .field, .instanceField, .tupleElement:
      readDatum(expression, into: slot)
    case .dictionaryValue(let base, let key): lookUp(key, in: base, expression, into: slot)
    case .dictionaryDefault(let base, let key, let standard):
      lookUp(key, in: base, orElse: standard, expression, .slot(slot))
    case .operation(_, let operands): concatenation(operands, into: slot)
    case .cast(let value, let type, let isForced):
      cast(value, lowerer.final(type), isForced, expression, into: slot)
    case .assignment, .compound:
      effect(expression)
      emit(.clearSlot, slot)
    default:
      if convert(expression, into: slot) || choose(expression, .slot(slot)) { return }
      emit(.clearSlot, slot)
    }
  }

  /// A value in another form; `false` when the expression is no such one.
  private func convert(_ expression: TypedExpression, into slot: Int) -> Bool {
    switch expression.kind {
    case .wrap(let value):
      datum(value, into: slot)
      if type(value).isOptional { emit(.wrapSome, slot) }
    case .reinterpret(let value): datum(value, into: slot)
    case .weaken(let value):
      datum(value, into: slot)
      emit(.weaken, slot)
    case .strengthen(let value):
      datum(value, into: slot)
      emit(.strengthen, slot, type(expression).isOptional ? 1 : 0, site: expression.range)
    case .erase(let value):
      datum(value, into: slot)
      if !type(value).tellsItself { emit(.erase, slot, type: type(value)) }
    case .dynamicType(let value):
      datum(value, into: slot)
      emit(.dynamicType, slot, type: type(value))
    case .metatype(let type): emit(.metatype, slot, type: lowerer.final(type))
    case .instanceOfType(let metatype):
      datum(metatype, into: slot)
      emit(.makeInstance, slot, site: expression.range)
    case .convertEach(let value, let function):
      withSlot { closure in
        self.closure(function, into: closure)
        datum(value, into: slot)
        parts.types.append(type(expression))
        emit(.convertEach, slot, closure, parts.types.count - 1, site: expression.range)
      }
    default: return false
    }
    return true
  }

  /// What an expression does, whose value nobody wants.
  func effect(_ expression: TypedExpression) {
    switch expression.kind {
    case .assignment(let target, let value): assign(value, to: target)
    case .compound(let operation, let target, let value):
      compound(operation, target, value, expression.range)
    case .call(let callee, let arguments): call(callee, arguments, expression, .nowhere)
    case .computed(let use, let arguments): get(use, arguments, expression, .nowhere)
    case .reinterpret(let value): effect(value)
    case .unit, .discard, .error: break
    default:
      if choose(expression, .nowhere) { return }
      scoped {
        if kind(expression) != nil {
          scalar(expression)
        } else {
          withSlot { datum(expression, into: $0) }
        }
      }
    }
  }

  // MARK: - Casts

  private func cast(
    _ value: TypedExpression, _ type: Type, _ isForced: Bool, _ expression: TypedExpression,
    into slot: Int
  ) {
    withSlot { part in
      datum(value, into: part)
      if isForced {
        parts.casts.append((self.type(value), type))
        emit(.castForced, part, parts.casts.count - 1, site: expression.range)
      } else {
        let (none, end) = (newLabel(), newLabel())
        cast(part, from: self.type(value), to: type, orTo: none)
        if type.isOptional { emit(.wrapSome, part) }
        jump(.jump, to: end)
        place(none)
        loadNone(into: part)
        place(end)
      }
      emit(.cursorSlot, slot)
      emit(.writeDatum, part)
    }
  }

  /// What is in a slot as another type; jumps when it is not of that.
  func cast(_ slot: Int, from: Type, to: Type, orTo label: Label) {
    parts.casts.append((from, to))
    jump(.castOrJump, slot, parts.casts.count - 1, to: label)
  }

  /// `value is type`
  func isType(_ value: TypedExpression, _ type: Type, into register: Int) {
    withSlot { slot in
      datum(value, into: slot)
      truth(into: register) { cast(slot, from: self.type(value), to: type, orTo: $0) }
    }
  }

  // MARK: - Closures

  /// A closure over the variables that it uses.
  private func closure(_ inner: TypedFunction, into slot: Int) {
    let function = lowerer.closure(inner)
    var captures: [Operand] = []
    var temporaries: [Int] = []
    for symbol in inner.captures {
      let operand = captured(symbol)
      if case .temporary(let slot) = operand { temporaries.append(slot) }
      captures.append(operand)
    }
    construct(.closure(function), captures, into: slot)
    for temporary in temporaries { giveBack(temporary, isEmpty: true) }
  }

  /// What a closure takes with it of a variable: its box, or its value.
  private func captured(_ symbol: VariableSymbol) -> Operand {
    if let home = lowerer.register(of: symbol) { return .register(home.index, home.kind) }
    guard case .local = symbol.storage, lowerer.capture(of: symbol) == nil,
      !lowerer.isOwnName(symbol)
    else { return .temporary(capturedAnew(symbol)) }
    let slot = lowerer.slot(of: symbol)
    if symbol.isBoxed { emit(.ensureBox, slot) }
    return .slot(slot)
  }

  private func capturedAnew(_ symbol: VariableSymbol) -> Int {
    let slot = takeSlot()
    if case .global(let index) = symbol.storage {
      emit(.cursorGlobal, index)
      emit(.readDatum, slot)
    } else if let index = lowerer.capture(of: symbol) {
      emit(.cursorCapture, index, lowerer.captureRegister)
      emit(.readDatum, slot)
    } else {
      emit(.ownClosure, slot)
      if symbol.isBoxed { emit(.newBox, slot, slot) }
    }
    return slot
  }
}
