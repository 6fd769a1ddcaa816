internal import CellChecking
internal import CellSyntax

/// Patterns: tests and bindings.
extension RegisterBuilder {
  /// Where a value is that a pattern is about: a scalar in a register, everything else in a slot.
  enum Subject {
    case register(Int)
    /// A record in registers from a number on.
    case record(Int, RegisterLayout)
    case slot(Int)
  }

  /// Jumps when a pattern does not match a value; binds on the way.
  func test(_ pattern: TypedPattern, _ subject: Subject, _ type: Type, to label: Label) {
    scoped {
      switch pattern {
      case .wildcard, .error: return
      case .binding(let symbol): bind(symbol, subject, type)
      case .test(let symbol, let expression):
        bind(symbol, subject, type)
        jump(unless: expression, to: label)
      case .boolean(let wanted):
        if case .register(let register) = subject {
          jump(wanted ? .jumpIfFalse : .jumpIfTrue, register, to: label)
        }
      case .isType(let wanted, let inner):
        cast(subject, type, to: lowerer.final(wanted), inner ?? .wildcard, orTo: label)
      case .none, .some, .tuple, .enumCase:
        switch subject {
        case .register: break
        case .record(let first, let layout): testParts(pattern, first, layout, type, to: label)
        case .slot(let slot): testParts(pattern, slot, type, to: label)
        }
      }
    }
  }

  private func testParts(_ pattern: TypedPattern, _ slot: Int, _ type: Type, to label: Label) {
    switch pattern {
    case .none: jump(.jumpIfSome, slot, to: label)
    case .some(let inner, let wrapped):
      jump(.jumpIfNone, slot, to: label)
      testPayload(inner, slot, lowerer.final(wrapped), to: label)
    case .tuple(let parts):
      var types = parts.map { _ in Type.any }
      if case .tuple(let elements) = type, elements.count == parts.count {
        types = elements.map(\.type)
      }
      testFields(parts, types, slot, to: label)
    case .enumCase(let index, let parts, let types):
      jump(.jumpUnlessCase, slot, index, to: label)
      testFields(parts, types.map { lowerer.final($0) }, slot, to: label)
    default: break
    }
  }

  /// The elements of a tuple in registers.
  private func testParts(
    _ pattern: TypedPattern, _ first: Int, _ layout: RegisterLayout, _ type: Type, to label: Label
  ) {
    guard case .tuple(let patterns) = pattern, case .tuple(let elements) = type else { return }
    for (index, pattern) in patterns.enumerated() {
      let place = first + layout.offsets[index]
      let subject: Subject =
        switch layout.parts[index] {
        case .scalar: .register(place)
        case .record(let layout): .record(place, layout)
        }
      test(pattern, subject, elements[index].type, to: label)
    }
  }

  /// What the optional in a slot wraps.
  private func testPayload(
    _ pattern: TypedPattern, _ slot: Int, _ wrapped: Type, to label: Label
  ) {
    if case .wildcard = pattern { return }
    if let kind = wrapped.scalarKind {
      let register = ownRegister(pattern, kind) ?? lowerer.temporaryRegister()
      emit(.cursorSlot, slot)
      emit(.read(kind), register)
      return test(pattern, .register(register), wrapped, to: label)
    }
    guard wrapped.isOptional else { return test(pattern, .slot(slot), wrapped, to: label) }
    withSlot { payload in
      emit(.copySlot, payload, slot)
      emit(.unwrapSome, payload)
      test(pattern, .slot(payload), wrapped, to: label)
    }
  }

  /// The elements of the tuple, or the payload of the case, in a slot.
  private func testFields(
    _ patterns: [TypedPattern], _ types: [Type], _ slot: Int, to label: Label
  ) {
    for (index, (pattern, type)) in zip(patterns, types).enumerated() {
      if case .wildcard = pattern { continue }
      if let kind = type.scalarKind {
        let register = ownRegister(pattern, kind) ?? lowerer.temporaryRegister()
        emit(.readSlotField(kind), register, slot, index)
        test(pattern, .register(register), type, to: label)
        continue
      }
      var own: Int?
      if case .binding(let symbol) = pattern { own = plainSlot(of: symbol) }
      let part = own ?? takeSlot()
      emit(.cursorSlot, slot)
      emit(.cursorField, index)
      emit(.readDatum, part)
      if own != nil {
        declared(part)
      } else {
        test(pattern, .slot(part), type, to: label)
        giveBack(part)
      }
    }
  }

  /// The register of the variable that a pattern is.
  private func ownRegister(_ pattern: TypedPattern, _ kind: ScalarKind) -> Int? {
    guard case .binding(let symbol) = pattern, let home = lowerer.register(of: symbol),
      home.kind == kind
    else { return nil }
    return home.index
  }

  private func cast(
    _ subject: Subject, _ type: Type, to wanted: Type, _ pattern: TypedPattern, orTo label: Label
  ) {
    withSlot { slot in
      copy(subject, type, to: slot)
      cast(slot, from: type, to: wanted, orTo: label)
      if let kind = wanted.scalarKind {
        let register = lowerer.temporaryRegister()
        emit(.cursorSlot, slot)
        emit(.read(kind), register)
        test(pattern, .register(register), wanted, to: label)
      } else {
        test(pattern, .slot(slot), wanted, to: label)
      }
    }
  }

  private func copy(_ subject: Subject, _ type: Type, to slot: Int) {
    switch subject {
    case .register(let register):
      emit(.boxSlot, slot, register, Int((type.scalarKind ?? .integer).code))
    case .record(let first, let layout): emit(.pack, slot, first, layout: layout)
    case .slot(let source): emit(.copySlot, slot, source)
    }
  }

  // MARK: - Variables

  /// Gives a variable the value of a pattern's subject.
  private func bind(_ symbol: VariableSymbol, _ subject: Subject, _ type: Type) {
    if let home = lowerer.register(of: symbol) {
      switch subject {
      case .register(let register), .record(let register, _):
        if register != home.index { emit(.move, home.index, register) }
      case .slot(let slot):
        emit(.cursorSlot, slot)
        emit(.read(home.kind), home.index)
      }
    } else if let home = lowerer.record(of: symbol) {
      switch subject {
      case .register(let first), .record(let first, _):
        move(first, to: home.first, count: home.layout.width)
      case .slot(let slot): read(slot, home.layout, into: home.first)
      }
    } else if let slot = plainSlot(of: symbol) {
      copy(subject, type, to: slot)
      declared(slot)
    } else {
      withSlot { slot in
        copy(subject, type, to: slot)
        initialize(symbol, with: slot)
      }
    }
  }

  /// Gives a variable its first value, which moves out of a slot: into a box, or among the cells'.
  func initialize(_ symbol: VariableSymbol, with slot: Int) {
    if case .global(let index) = symbol.storage {
      emit(.cursorGlobal, index)
      emit(.writeDatum, slot)
    } else {
      let own = lowerer.slot(of: symbol)
      emit(symbol.isFunction ? .fillBox : .newBox, own, slot)
      declared(own)
    }
  }

  /// Declares a variable with a value.
  func declare(_ symbol: VariableSymbol, _ value: TypedExpression) {
    if let home = lowerer.register(of: symbol) {
      scalar(value, as: home.kind, into: home.index)
      note(value, of: symbol, home.kind)
    } else if let home = lowerer.record(of: symbol) {
      record(value, home.layout, into: home.first)
    } else if case .global(let index) = symbol.storage,
      let kind = lowerer.final(symbol.type).scalarKind
    {
      emit(.store(kind), scalar(value, as: kind), index)
    } else if let slot = plainSlot(of: symbol) {
      datum(value, into: slot)
      beginTail(of: symbol)
      declared(slot)
    } else {
      withSlot { slot in
        datum(value, into: slot)
        initialize(symbol, with: slot)
      }
    }
  }
}
