/// A place made ready: what computes something on the way has been computed, and the rest is a variable
/// with elements and stored properties, which the cursor reaches as often as is wanted.
struct Settled {
  var place: TypedExpression
  /// Slots of values in between.
  var temporaries: [Int] = []
  /// Code that hands back what was lent on the way: the last first.
  var closings: [() -> Void] = []
  /// Whether handing back calls something of the program.
  var callsSetter = false

  /// The same with the place inside another.
  func map(_ wrap: (TypedExpression) -> TypedExpression) -> Settled {
    var result = self
    result.place = wrap(place)
    return result
  }
}

/// What a place is made ready for.
struct PlaceUse {
  /// Whether it will be changed.
  var changes: Bool
  /// Whether something else runs before it is used the last time.
  var isSteady: Bool

  static let reading = PlaceUse(changes: false, isSteady: false)
  static let brief = PlaceUse(changes: true, isSteady: false)
  static let lasting = PlaceUse(changes: true, isSteady: true)
}

extension RegisterBuilder {
  /// Code that makes a place ready.
  func settle(_ place: TypedExpression, for use: PlaceUse) -> Settled {
    let range = place.range
    let kind = place.kind
    func same(_ base: TypedExpression, _ kind: @escaping (TypedExpression) -> TypedExpression.Kind)
      -> Settled
    {
      settle(base, for: use).map { TypedExpression(kind($0), place.type, range) }
    }
    switch kind {
    case .variable(let symbol):
      return lowerer.isOwnName(symbol) ? temporary(place) : Settled(place: place)
    case .field(let base, let index): return same(base) { .field($0, index) }
    case .tupleElement(let base, let index): return same(base) { .tupleElement($0, index) }
    case .reinterpret(let base): return same(base) { .reinterpret($0) }
    case .instanceField(let base, let index):
      return reference(base, for: use).map {
        TypedExpression(.instanceField($0, index), place.type, range)
      }
    case .element(let base, let index):
      // What computes the index may change a variable of an index before.
      var settled = settle(
        base, for: isPure(index) ? use : PlaceUse(changes: use.changes, isSteady: true))
      let position = part(index, for: use, &settled)
      return settled.map { TypedExpression(.element($0, position), place.type, range) }
    case .force(let base), .unwrapInChain(let base):
      return optional(place, base, for: use)
    case .staticField(let property, let owner, _):
      _ = prepare(property, lowerer.final(owner))
      return Settled(place: place)
    case .lazyField(let stored, let initial, let owner):
      return prepare(stored, initial, owner, for: use)
    case .dictionaryValue(let base, let key) where use.changes:
      return entry(place, base, key, orElse: nil)
    case .dictionaryDefault(let base, let key, let standard) where use.changes:
      return entry(place, base, key, orElse: standard)
    case .computed(let accessors, let arguments) where use.changes && accessors.setter != nil:
      return computed(place, accessors, arguments)
    case .strengthen(let base) where use.changes: return strengthened(place, base)
    default: return temporary(place)
    }
  }

  /// Ends the use of a place.
  func finish(_ settled: Settled) {
    handBack(settled)
    settled.temporaries.forEach { giveBack($0) }
  }

  func handBack(_ settled: Settled) { for closing in settled.closings.reversed() { closing() } }

  // MARK: - Values in between

  /// A value that is nowhere stored: a reference, or one whose change is lost.
  func temporary(_ expression: TypedExpression) -> Settled {
    let symbol = VariableSymbol(
      "value", type(expression), isLet: false, range: expression.range, owner: nil)
    let place = TypedExpression(.variable(symbol), type(expression), expression.range)
    if let kind = kind(expression) {
      let register = lowerer.temporaryRegister()
      scalar(expression, into: register)
      lowerer.keep(symbol, inRegister: register, kind)
      return Settled(place: place)
    }
    let slot = takeSlot()
    datum(expression, into: slot)
    lowerer.keep(symbol, in: slot)
    return Settled(place: place, temporaries: [slot])
  }

  /// An index or a key, computed unless it may be computed later.
  private func part(
    _ expression: TypedExpression, for use: PlaceUse, _ settled: inout Settled
  ) -> TypedExpression {
    if constant(expression) != nil || datum(of: expression) != nil { return expression }
    if isPure(expression), !use.isSteady { return expression }
    let value = temporary(expression)
    settled.temporaries += value.temporaries
    return value.place
  }

  /// The instance whose property is meant.
  private func reference(_ base: TypedExpression, for use: PlaceUse) -> Settled {
    if case .variable(let symbol) = base.kind, symbol.isLet, !lowerer.isOwnName(symbol) {
      return Settled(place: base)
    }
    guard isPlace(base), !use.isSteady else { return temporary(base) }
    return settle(base, for: PlaceUse(changes: false, isSteady: false))
  }

  /// Whether an expression is a variable, or an element or stored property that is found without
  /// computing anything but indices.
  func isPlace(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .variable(let symbol): !lowerer.isOwnName(symbol)
    case .field(let base, _), .tupleElement(let base, _), .instanceField(let base, _),
      .reinterpret(let base), .force(let base), .unwrapInChain(let base):
      isPlace(base)
    case .element(let base, let index): isPlace(base) && isPure(index)
    default: false
    }
  }

  // MARK: - Optionals

  private func optional(
    _ place: TypedExpression, _ base: TypedExpression, for use: PlaceUse
  ) -> Settled {
    var settled: Settled
    if use.changes, case .dictionaryValue(let table, let key) = base.kind, isPlainKey(key),
      !isNested(base)
    {
      settled = settle(
        table, for: isPure(key) ? use : PlaceUse(changes: true, isSteady: true))
      let key = part(key, for: use, &settled)
      settled = settled.map {
        TypedExpression(.dictionaryValue($0, key), base.type, base.range)
      }
    } else {
      settled = settle(base, for: use)
    }
    return settled.map { base in
      var kind = TypedExpression.Kind.force(base)
      if case .unwrapInChain = place.kind { kind = .unwrapInChain(base) }
      let result = TypedExpression(kind, place.type, place.range)
      result.isImplicit = place.isImplicit
      return result
    }
  }

  /// What a weak reference refers to, which will refer to something else.
  private func strengthened(_ place: TypedExpression, _ base: TypedExpression) -> Settled {
    var value = temporary(place)
    let settled = settle(base, for: .lasting)
    value.temporaries += settled.temporaries
    guard let slot = value.temporaries.first else { return value }
    value.closings =
      settled.closings + [
        {
          self.emit(.weaken, slot)
          self.put(slot, to: settled.place)
        }
      ]
    return value
  }

  // MARK: - What is handed back

  /// A variable for a value that is lent.
  private func lentVariable(_ place: TypedExpression) -> (slot: Int, place: TypedExpression) {
    let symbol = VariableSymbol(
      "value", type(place), isLet: false, range: place.range, owner: nil)
    let slot = takeSlot()
    lowerer.keep(symbol, in: slot)
    return (slot, TypedExpression(.variable(symbol), type(place), place.range))
  }

  /// A value of a dictionary, moved out of it for as long as it is changed.
  private func entry(
    _ place: TypedExpression, _ base: TypedExpression, _ key: TypedExpression,
    orElse standard: TypedExpression?
  ) -> Settled {
    let settled = settle(base, for: .lasting)
    let (keySlot, table) = (takeSlot(), takeSlot())
    datum(key, into: keySlot)
    take(settled.place, into: table)
    let (value, variable) = lentVariable(place)
    emit(.takeEntry, keySlot, table, value)
    let end = newLabel()
    let isNested = standard == nil && isNested(place)
    if let standard {
      jump(.jumpIfSet, value, to: end)
      datum(standard, into: value)
    } else {
      let isThere = newLabel()
      jump(.jumpIfSet, value, to: isThere)
      loadNone(into: value)
      jump(.jump, to: end)
      self.place(isThere)
      if isNested { emit(.wrapSome, value) }
    }
    self.place(end)
    let closing = {
      self.store(value, keySlot, table, isOptional: standard == nil, isNested)
      self.put(table, to: settled.place)
    }
    return Settled(
      place: variable, temporaries: settled.temporaries + [keySlot, table, value],
      closings: settled.closings + [closing], callsSetter: settled.callsSetter)
  }

  /// What a getter answers, which goes to the setter afterwards. Arguments are computed once.
  private func computed(
    _ place: TypedExpression, _ use: AccessorUse, _ subscripts: [TypedArgument]
  ) -> Settled {
    var settled = Settled(place: place)
    var receiver: TypedExpression?
    if let owner = use.receiver {
      settled = use.isReference ? reference(owner, for: .lasting) : settle(owner, for: .lasting)
      receiver = settled.place
    }
    let fixed = subscripts.map {
      TypedArgument(value: part($0.value, for: .lasting, &settled), isInout: $0.isInout)
    }
    func arguments(isInout: Bool) -> [TypedArgument] {
      (receiver.map { [TypedArgument(value: $0, isInout: isInout)] } ?? []) + fixed
    }
    let got = TypedExpression(
      .call(use.getter, arguments(isInout: use.isMutatingGetter)), place.type, place.range)
    let value = temporary(got)
    guard let setter = use.setter else { return value }
    let writing =
      arguments(isInout: !use.isReference) + [TypedArgument(value: value.place)]
    let closing = {
      self.call(
        setter, writing, TypedExpression(.unit, .void, place.range), .nowhere)
    }
    return Settled(
      place: value.place, temporaries: settled.temporaries + value.temporaries,
      closings: settled.closings + [closing], callsSetter: true)
  }
}
