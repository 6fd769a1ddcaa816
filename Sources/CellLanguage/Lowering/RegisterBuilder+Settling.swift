internal import CellChecking
internal import CellSyntax

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
  /// Whether something was moved out of its place.
  var movesOut = false

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
    if !use.isSteady, use.changes ? isChangeable(place) : isPlace(place) {
      return open(place, for: use)
    }
    var temporaries: [Int] = []
    let use = PlaceUse(changes: use.changes, isSteady: use.isSteady || use.changes)
    let fixed = fix(place, for: use, &temporaries)
    var settled = open(fixed, for: use)
    settled.temporaries += temporaries
    return settled
  }

  /// Code that lends what lies on the way to a fixed place.
  func open(_ place: TypedExpression, for use: PlaceUse) -> Settled {
    let range = place.range
    func same(_ base: TypedExpression, _ kind: @escaping (TypedExpression) -> TypedExpression.Kind)
      -> Settled
    {
      open(base, for: use).map { TypedExpression(kind($0), place.type, range) }
    }
    switch place.kind {
    case .variable: return Settled(place: place)
    case .field(let base, let index): return same(base) { .field($0, index) }
    case .tupleElement(let base, let index): return same(base) { .tupleElement($0, index) }
    case .reinterpret(let base): return same(base) { .reinterpret($0) }
    case .element(let base, let index): return same(base) { .element($0, index) }
    case .instanceField(let base, let index):
      return open(base, for: .reading).map {
        TypedExpression(.instanceField($0, index), place.type, range)
      }
    case .force(let base), .unwrapInChain(let base): return optional(place, base, for: use)
    case .staticField(let property, let owner, _):
      _ = prepare(property, lowerer.final(owner))
      return Settled(place: place)
    case .lazyField(let stored, let initial, let owner):
      return prepare(stored, initial, owner, for: use)
    case .dictionaryValue(let base, let key) where use.changes:
      return entry(place, base, key, orElse: nil)
    case .dictionaryDefault(let base, let key, let standard) where use.changes:
      if isPure(key), isPlainKey(key) {
        return same(base) { .dictionaryDefault($0, key, standard) }
      }
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

  // MARK: - Optionals

  private func optional(
    _ place: TypedExpression, _ base: TypedExpression, for use: PlaceUse
  ) -> Settled {
    var settled: Settled
    if use.changes, case .dictionaryValue(let table, let key) = base.kind, isPlainKey(key),
      !isNested(base)
    {
      settled = open(table, for: use).map {
        TypedExpression(.dictionaryValue($0, key), base.type, base.range)
      }
    } else {
      settled = open(base, for: use)
    }
    settled = settled.map { place.same(around: $0) }
    if settled.movesOut, case .unwrapInChain = place.kind { handBackAtEnd(of: settled) }
    return settled
  }

  /// What was moved out of its place goes back there too when the chain ends here.
  private func handBackAtEnd(of settled: Settled) {
    guard let end = chainEnds.last else { return }
    let (missing, goOn) = (newLabel(), newLabel())
    chainEnds.append(missing)
    scoped { go(settled.place, unique: false) }
    chainEnds.removeLast()
    jump(.jump, to: goOn)
    place(missing)
    handBack(settled)
    jump(.jump, to: end)
    place(goOn)
  }

  /// What a weak reference refers to, which will refer to something else.
  private func strengthened(_ place: TypedExpression, _ base: TypedExpression) -> Settled {
    var value = temporary(place)
    let settled = open(base, for: .brief)
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
    let settled = open(base, for: .brief)
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
      closings: settled.closings + [closing], callsSetter: settled.callsSetter, movesOut: true)
  }

  /// What a getter answers, which goes to the setter afterwards.
  private func computed(
    _ place: TypedExpression, _ use: AccessorUse, _ subscripts: [TypedArgument]
  ) -> Settled {
    var settled = Settled(place: place)
    var receiver: TypedExpression?
    if let owner = use.receiver {
      settled = open(owner, for: use.isReference ? .reading : .brief)
      receiver = settled.place
    }
    func arguments(isInout: Bool) -> [TypedArgument] {
      (receiver.map { [TypedArgument(value: $0, isInout: isInout)] } ?? []) + subscripts
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
      closings: settled.closings + [closing], callsSetter: true, movesOut: settled.movesOut)
  }
}
