internal import CellChecking
internal import CellSyntax

/// Reading and writing places.
extension RegisterBuilder {
  // MARK: - Reading

  /// Reads the scalar at a place.
  func read(_ expression: TypedExpression, _ kind: ScalarKind, into register: Int) {
    let settled = settle(expression, for: .reading)
    scoped { readSettled(settled.place, kind, into: register) }
    finish(settled)
  }

  func readSettled(_ place: TypedExpression, _ kind: ScalarKind, into register: Int) {
    if let source = lowerer.register(of: place) {
      if source != register { emit(.move, register, source) }
      return
    }
    guard let route = route(to: place) else { return }
    let range = place.range
    let indices = indices(route)
    if let index = route.wholeGlobal {
      emit(.load(kind), register, index, site: range)
    } else if let index = route.wholeCapture {
      emit(.readCapture(kind), register, lowerer.captureRegister, index, site: range)
    } else if let slot = route.onlySlot, case .element = route.links[0].link {
      emit(.readSlotElement(kind), register, slot, indices[0], site: range)
    } else if let slot = route.onlySlot, let field = route.links[0].link.field {
      emit(.readSlotField(kind), register, slot, field, site: range)
    } else if let (slot, field) = route.slotOfElementField {
      emit(.readSlotElementField(kind), register, slot, indices[0], site: range)
      // The place is that of the word taken last.
      emit(.readSlotElementField(kind), field, site: range)
    } else if let slot = route.slotOfElements {
      emit(.readSlotElements(kind), register, slot, indices[0], site: range)
      // The place is that of the word taken last.
      emit(.readSlotElements(kind), indices[1], site: range)
    } else if case .element? = route.links.last?.link {
      go(route, indices, butLast: 1, unique: false, range)
      emit(.readElement(kind), register, indices[indices.count - 1], site: range)
    } else {
      go(route, indices, butLast: 0, unique: false, range)
      emit(.read(kind), register, site: range)
    }
  }

  /// Reads the value at a place that is no scalar.
  func readDatum(_ expression: TypedExpression, into slot: Int) {
    if case .variable(let symbol) = expression.kind {
      if lowerer.isOwnName(symbol) { return emit(.ownClosure, slot) }
      if let source = plainSlot(of: symbol) { return emit(.copySlot, slot, source) }
    }
    if let home = lowerer.record(of: expression) {
      return emit(.pack, slot, home.first, layout: home.layout)
    }
    let settled = settle(expression, for: .reading)
    scoped {
      go(settled.place, unique: false)
      emit(.readDatum, slot)
    }
    finish(settled)
  }

  /// Reads the number of elements of the array at a place, or of characters or bytes of the text.
  func readCount(of expression: TypedExpression, into register: Int) {
    if let text = textOfBytes(expression) {
      return withSlot { slot in
        datum(text, into: slot)
        emit(.readSlotByteCount, register, slot)
      }
    }
    let isArray = type(expression).arrayElement != nil
    let settled = settle(expression, for: .reading)
    scoped {
      if let slot = route(to: settled.place)?.wholeSlot {
        emit(
          isArray ? .readSlotCount : .readSlotTextCount, register, slot, site: expression.range)
      } else {
        go(settled.place, unique: false)
        emit(isArray ? .readCount : .readTextCount, register, site: expression.range)
      }
    }
    finish(settled)
  }

  /// The text whose bytes an expression is: they need not be made to be counted.
  private func textOfBytes(_ expression: TypedExpression) -> TypedExpression? {
    guard case .computed(let use, _) = expression.kind, case .function(let getter) = use.getter,
      getter.symbol.intrinsic == .bytes
    else { return nil }
    return use.receiver
  }

  // MARK: - Writing

  /// Writes the scalar in a register to a settled place.
  func write(_ register: Int, _ kind: ScalarKind, to place: TypedExpression) {
    if let target = lowerer.register(of: place) {
      if target != register { emit(.move, target, register) }
      return
    }
    guard let route = route(to: place) else { return }
    if let index = route.wholeGlobal { return emit(.store(kind), register, index) }
    let indices = indices(route)
    if let slot = route.onlySlot, case .element = route.links[0].link {
      emit(.writeSlotElement(kind), register, indices[0], slot, site: place.range)
    } else if case .element? = route.links.last?.link {
      go(route, indices, butLast: 1, unique: true, place.range)
      emit(.writeElement(kind), register, indices[indices.count - 1], site: place.range)
    } else {
      go(route, indices, butLast: 0, unique: true, place.range)
      emit(.write(kind), register)
    }
  }

  /// Moves the value in a slot, boxed, to a settled place.
  func put(_ slot: Int, to place: TypedExpression) {
    scoped {
      if let kind = kind(place) {
        let register = lowerer.temporaryRegister()
        read(slot, kind, into: register, place.range)
        write(register, kind, to: place)
      } else if let home = lowerer.record(of: place) {
        read(slot, home.layout, into: home.first)
      } else {
        go(place, unique: true)
        emit(.writeDatum, slot)
      }
    }
  }

  /// Moves the value at a settled place to a slot, boxed.
  func take(_ place: TypedExpression, into slot: Int) {
    scoped {
      if let kind = kind(place) {
        let register = lowerer.temporaryRegister()
        readSettled(place, kind, into: register)
        emit(.boxSlot, slot, register, Int(kind.code))
      } else if let home = lowerer.record(of: place) {
        emit(.pack, slot, home.first, layout: home.layout)
      } else {
        go(place, unique: true)
        emit(.takeDatum, slot)
      }
    }
  }

  // MARK: - Assignments

  /// Assigns a value to a place. What the place needs is computed first, as it stands first.
  func assign(_ value: TypedExpression, to target: TypedExpression) {
    if isPure(value) || isSimple(target) { return assign(value, toFixed: target) }
    withFixed(target) { assign(value, toFixed: $0) }
  }

  /// Code that computes what a place needs, and jumps to the end of the chain when a `?` in it meets `nil`.
  func withFixed(_ place: TypedExpression, _ body: (TypedExpression) -> Void) {
    scoped {
      var temporaries: [Int] = []
      let fixed = fix(place, for: .lasting, &temporaries)
      body(fixed)
      temporaries.forEach { giveBack($0) }
    }
  }

  private func assign(_ value: TypedExpression, toFixed target: TypedExpression) {
    func through(_ kind: TypedExpression.Kind, to base: TypedExpression) {
      assign(TypedExpression(kind, base.type, value.range), toFixed: base)
    }
    switch target.kind {
    case .discard: effect(value)
    case .computed(let use, let arguments):
      guard let setter = use.setter else { return effect(value) }
      let receiver = use.receiver.map { [TypedArgument(value: $0, isInout: !use.isReference)] }
      call(
        setter, (receiver ?? []) + arguments + [TypedArgument(value: value)],
        TypedExpression(.unit, .void, target.range), .nowhere)
    case .dictionaryValue(let base, let key):
      store(value, for: key, in: base, target.range)
    case .lazyField(let stored, _, _): assign(value, toFixed: stored)
    case .strengthen(let base): through(.weaken(value), to: base)
    case .reinterpret(let base): through(.reinterpret(value), to: base)
    case .force(let base): through(.wrap(value), to: base)
    case .unwrapInChain(let base):
      test(chain: target)
      through(.wrap(value), to: base)
    default: assign(value, toPlace: target)
    }
  }

  private func assign(_ value: TypedExpression, toPlace target: TypedExpression) {
    scoped {
      if let home = lowerer.register(of: target), let kind = kind(target) {
        scalar(value, as: kind, into: home)
        return
      }
      if let home = lowerer.record(of: target) { return assign(value, to: home) }
      if let kind = kind(target) {
        let register = scalar(value, as: kind)
        let settled = settle(target, for: .brief)
        write(register, kind, to: settled.place)
        return finish(settled)
      }
      if case .variable(let symbol) = target.kind, let slot = plainSlot(of: symbol) {
        return datum(value, into: slot)
      }
      let slot = takeSlot()
      datum(value, into: slot)
      let settled = settle(target, for: .brief)
      go(settled.place, unique: true)
      emit(.writeDatum, slot)
      finish(settled)
      giveBack(slot, isEmpty: true)
    }
  }

  /// Jumps to the end of the chain when a `?` in a place meets `nil`, before a value for it is computed.
  func test(chain place: TypedExpression) {
    switch place.kind {
    case .unwrapInChain(let base):
      if isPlace(base) {
        scoped { go(place, unique: false) }
      } else if let end = chainEnds.last, isLookUp(base) {
        withSlot { slot in
          datum(base, into: slot)
          jump(.jumpIfNone, slot, to: end)
        }
      } else {
        test(chain: base)
      }
    case .field(let base, _), .tupleElement(let base, _), .instanceField(let base, _),
      .element(let base, _), .reinterpret(let base):
      test(chain: base)
    default: break
    }
  }

  /// Whether it is the value for a key that costs nothing to look up twice.
  private func isLookUp(_ expression: TypedExpression) -> Bool {
    guard case .dictionaryValue(let base, let key) = expression.kind else { return false }
    return isPlace(base) && isPure(key)
  }
}

extension Route.Link {
  /// The number of a stored property.
  var field: Int? {
    switch self {
    case .field(let field), .instanceField(let field): field
    case .element, .payload, .entry, .entryOrPut: nil
    }
  }
}
