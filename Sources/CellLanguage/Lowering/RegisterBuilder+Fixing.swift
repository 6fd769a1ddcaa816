internal import CellChecking

/// Places whose keys, indices and instances have been computed, so that they may be found again and again.
extension RegisterBuilder {
  /// Code that computes what a place needs that is not pure, or must not change; answers the place with
  /// the values in its place. Nothing is lent yet.
  func fix(
    _ place: TypedExpression, for use: PlaceUse, _ temporaries: inout [Int]
  ) -> TypedExpression {
    switch place.kind {
    case .variable(let symbol) where !lowerer.isOwnName(symbol): return place
    case .staticField, .discard: return place
    case .field(let base, _), .tupleElement(let base, _), .reinterpret(let base),
      .force(let base):
      return place.same(around: fix(base, for: use, &temporaries))
    case .unwrapInChain(let base):
      let fixed = place.same(around: fix(base, for: use, &temporaries))
      // What follows is not computed when the chain ends here.
      if use.isSteady { test(chain: fixed) }
      return fixed
    case .strengthen(let base) where use.changes:
      return place.same(around: fix(base, for: use, &temporaries))
    case .instanceField(let base, _):
      return place.same(around: reference(base, for: use, &temporaries))
    case .element(let base, let index):
      let (base, index) = pair(base, index, for: use, &temporaries)
      return TypedExpression(.element(base, index), place.type, place.range)
    case .dictionaryValue(let base, let key) where use.changes:
      let (base, key) = pair(base, key, for: use, &temporaries)
      return TypedExpression(.dictionaryValue(base, key), place.type, place.range)
    case .dictionaryDefault(let base, let key, let standard) where use.changes:
      let (base, key) = pair(base, key, for: use, &temporaries)
      return TypedExpression(.dictionaryDefault(base, key, standard), place.type, place.range)
    case .lazyField(let stored, let initial, let owner):
      let stored = fix(stored, for: use, &temporaries)
      return TypedExpression(.lazyField(stored, initial, owner), place.type, place.range)
    case .computed(let accessors, let arguments) where use.changes && accessors.setter != nil:
      return computed(place, accessors, arguments, for: use, &temporaries)
    default: return value(place, &temporaries)
    }
  }

  /// A place, and an index or key in what is there: computing that may change a variable of an index
  /// before.
  private func pair(
    _ base: TypedExpression, _ index: TypedExpression, for use: PlaceUse,
    _ temporaries: inout [Int]
  ) -> (TypedExpression, TypedExpression) {
    let baseUse = isPure(index) ? use : PlaceUse(changes: use.changes, isSteady: true)
    let base = fix(base, for: baseUse, &temporaries)
    return (base, part(index, for: use, &temporaries))
  }

  /// An index or a key, computed unless it may be computed later.
  private func part(
    _ expression: TypedExpression, for use: PlaceUse, _ temporaries: inout [Int]
  ) -> TypedExpression {
    if constant(expression) != nil || datum(of: expression) != nil { return expression }
    if isPure(expression), !use.isSteady { return expression }
    return value(expression, &temporaries)
  }

  /// The instance whose property is meant.
  private func reference(
    _ base: TypedExpression, for use: PlaceUse, _ temporaries: inout [Int]
  ) -> TypedExpression {
    if case .variable(let symbol) = base.kind, symbol.isLet, !lowerer.isOwnName(symbol) {
      return base
    }
    return isPlace(base) && !use.isSteady ? base : value(base, &temporaries)
  }

  private func computed(
    _ place: TypedExpression, _ accessors: AccessorUse, _ arguments: [TypedArgument],
    for use: PlaceUse, _ temporaries: inout [Int]
  ) -> TypedExpression {
    var accessors = accessors
    if let receiver = accessors.receiver {
      accessors.receiver =
        accessors.isReference
        ? reference(receiver, for: use, &temporaries) : fix(receiver, for: use, &temporaries)
    }
    let fixed = arguments.map {
      TypedArgument(value: part($0.value, for: use, &temporaries), isInout: $0.isInout)
    }
    return TypedExpression(.computed(accessors, fixed), place.type, place.range)
  }

  // MARK: - Values in between

  /// A value that is nowhere stored, as a variable: a reference, or one whose change is lost.
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
    if isMadeInRegisters(expression), let layout = layout(expression) {
      let first = lowerer.temporaryRegisters(layout.width)
      record(expression, layout, into: first)
      lowerer.keep(symbol, in: Lowerer.RecordHome(first: first, layout: layout))
      return Settled(place: place)
    }
    let slot = takeSlot()
    datum(expression, into: slot)
    lowerer.keep(symbol, in: slot)
    return Settled(place: place, temporaries: [slot])
  }

  /// Whether a record comes in registers from where it is made.
  func isMadeInRegisters(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .structure, .tuple: true
    case .variable: lowerer.record(of: expression) != nil
    case .call(.function(let reference), _): reference.symbol.native == nil
    case .call(.value, _): true
    case .computed(let use, _):
      if case .function(let getter) = use.getter { getter.symbol.native == nil } else { false }
    default: false
    }
  }

  private func value(
    _ expression: TypedExpression, _ temporaries: inout [Int]
  ) -> TypedExpression {
    let value = temporary(expression)
    temporaries += value.temporaries
    return value.place
  }

  // MARK: - Kinds of places

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

  /// Whether it is a variable or a property of one: nothing that is computed meanwhile
  /// changes which.
  func isSimple(_ place: TypedExpression) -> Bool {
    switch place.kind {
    case .variable, .discard, .staticField: true
    case .field(let base, _), .tupleElement(let base, _): isSimple(base)
    case .instanceField(let base, _):
      if case .variable(let symbol) = base.kind { symbol.isLet } else { false }
    default: false
    }
  }

  /// Whether the cursor goes to a place to be changed without anything being lent on the way.
  func isChangeable(_ place: TypedExpression) -> Bool {
    switch place.kind {
    case .force(let base), .unwrapInChain(let base):
      if case .dictionaryValue(let table, let key) = base.kind {
        isChangeable(table) && isPure(key) && isPlainKey(key) && !isNested(base)
      } else {
        isChangeable(base)
      }
    case .field(let base, _), .tupleElement(let base, _), .reinterpret(let base),
      .instanceField(let base, _), .lazyField(let base, _, _):
      isChangeable(base)
    case .element(let base, let index): isChangeable(base) && isPure(index)
    case .dictionaryDefault(let base, let key, _):
      isChangeable(base) && isPure(key) && isPlainKey(key)
    case .staticField: true
    default: isPlace(place)
    }
  }
}

extension TypedExpression {
  /// The same part of another value.
  func same(around base: TypedExpression) -> TypedExpression {
    let kind: Kind =
      switch self.kind {
      case .field(_, let index): .field(base, index)
      case .tupleElement(_, let index): .tupleElement(base, index)
      case .instanceField(_, let index): .instanceField(base, index)
      case .force: .force(base)
      case .unwrapInChain: .unwrapInChain(base)
      case .strengthen: .strengthen(base)
      default: .reinterpret(base)
      }
    let result = TypedExpression(kind, type, range)
    result.isImplicit = isImplicit
    return result
  }
}
