internal import CellChecking
internal import CellSyntax

/// Expressions that choose what is computed, whatever kind of value that is.
extension RegisterBuilder {
  /// Code that computes a value for a destination.
  func evaluate(_ expression: TypedExpression, to destination: Destination) {
    switch destination {
    case .register(let register): scalar(expression, into: register)
    case .record(let first, let layout): record(expression, layout, into: first)
    case .slot(let slot): datum(expression, into: slot)
    case .nowhere: effect(expression)
    }
  }

  /// Moves a value out of a slot.
  func move(_ slot: Int, to destination: Destination, _ expression: TypedExpression) {
    switch destination {
    case .register(let register):
      if let kind = kind(expression) { read(slot, kind, into: register, expression.range) }
    case .record(let first, let layout): read(slot, layout, into: first)
    case .slot(let place):
      emit(.cursorSlot, place)
      emit(.writeDatum, slot)
    case .nowhere: break
    }
  }

  /// Code for an expression that chooses; `false` when it is another.
  func choose(_ expression: TypedExpression, _ destination: Destination) -> Bool {
    switch expression.kind {
    case .ternary(let test, let a, let b): ternary(test, a, b, destination)
    case .conditional(let node): branch(destination) { conditional(node) }
    case .choice(let node): branch(destination) { choice(node, expression.range) }
    case .sequence(let statements, let result):
      inScope {
        for item in statements { statement(item) }
        evaluate(result, to: destination)
      }
    case .coalesce(let value, let other):
      let (none, end) = (newLabel(), newLabel())
      unwrap(value, expression, destination, orTo: none)
      jump(.jump, to: end)
      place(none)
      evaluate(other, to: destination)
      place(end)
    case .coalesceOptional(let value, let other):
      withSlot { slot in
        let end = newLabel()
        datum(value, into: slot)
        jump(.jumpIfSome, slot, to: end)
        datum(other, into: slot)
        place(end)
        move(slot, to: destination, expression)
      }
    case .force(let value): force(value, expression, destination)
    case .forceOrFail(let value): forceOrFail(value, expression, destination)
    case .unwrapInChain(let value):
      if let end = chainEnds.last { unwrap(value, expression, destination, orTo: end) }
    case .chain(let value, let wraps): chain(value, wraps, destination)
    case .attemptOptional(let value, let wraps): attempt(value, wraps, destination)
    case .attemptForced(let value): attemptForced(value, expression, destination)
    case .staticField, .lazyField: stored(expression, destination)
    default: return false
    }
    return true
  }

  private func ternary(
    _ test: TypedExpression, _ a: TypedExpression, _ b: TypedExpression,
    _ destination: Destination
  ) {
    let (other, end) = (newLabel(), newLabel())
    jump(unless: test, to: other)
    evaluate(a, to: destination)
    jump(.jump, to: end)
    place(other)
    evaluate(b, to: destination)
    place(end)
  }

  /// A statement whose branches leave a value.
  private func branch(_ destination: Destination, _ body: () -> Void) {
    let outer = branchDestination
    branchDestination = destination
    body()
    branchDestination = outer
  }

  // MARK: - Optionals

  /// What an optional wraps; jumps when that is nothing.
  private func unwrap(
    _ value: TypedExpression, _ expression: TypedExpression, _ destination: Destination,
    orTo none: Label
  ) {
    withSlot { slot in
      datum(value, into: slot)
      jump(.jumpIfNone, slot, to: none)
      payload(slot, of: value, expression, destination)
    }
  }

  private func payload(
    _ slot: Int, of value: TypedExpression, _ expression: TypedExpression,
    _ destination: Destination
  ) {
    if isNested(value) { emit(.unwrapSome, slot) }
    move(slot, to: destination, expression)
  }

  /// Whether an optional keeps what it wraps in an object: because that is an optional too.
  func isNested(_ value: TypedExpression) -> Bool {
    type(value).optionalWrapped?.isOptional ?? false
  }

  /// `value!`
  private func force(
    _ value: TypedExpression, _ expression: TypedExpression, _ destination: Destination
  ) {
    if isPure(value), isPlace(value), case .register(let register) = destination,
      let kind = kind(expression)
    {
      return read(expression, kind, into: register)
    }
    withSlot { slot in
      datum(value, into: slot)
      emit(.checkSome, slot, expression.isImplicit ? 1 : 0, site: expression.range)
      payload(slot, of: value, expression, destination)
    }
  }

  /// What another initialiser made; this one fails with it.
  private func forceOrFail(
    _ value: TypedExpression, _ expression: TypedExpression, _ destination: Destination
  ) {
    let (none, end) = (newLabel(), newLabel())
    unwrap(value, expression, destination, orTo: none)
    jump(.jump, to: end)
    place(none)
    loadNone(into: returnedSlot)
    leave(Exit(kind: .returnSlot, depth: 0))
    place(end)
  }

  func loadNone(into slot: Int) {
    parts.data.append(.none)
    emit(.loadDatum, slot, parts.data.count - 1)
  }

  private func chain(_ value: TypedExpression, _ wraps: Bool, _ destination: Destination) {
    let (none, end) = (newLabel(), newLabel())
    chainEnds.append(none)
    optional(value, wraps, destination)
    chainEnds.removeLast()
    if case .slot(let slot) = destination {
      jump(.jump, to: end)
      place(none)
      loadNone(into: slot)
      place(end)
    } else {
      place(none)
    }
  }

  /// A value as an optional.
  private func optional(_ value: TypedExpression, _ wraps: Bool, _ destination: Destination) {
    evaluate(value, to: destination)
    if case .slot(let slot) = destination, wraps, type(value).isOptional { emit(.wrapSome, slot) }
  }

  // MARK: - Errors

  /// `try? value`
  private func attempt(_ value: TypedExpression, _ wraps: Bool, _ destination: Destination) {
    let (failed, end) = (newLabel(), newLabel())
    withSlot { error in
      guarded(.attempted, by: failed, slot: error) { optional(value, wraps, destination) }
      jump(.jump, to: end)
      place(failed)
      if case .slot(let slot) = destination { loadNone(into: slot) }
      place(end)
    }
  }

  /// `try! value`
  private func attemptForced(
    _ value: TypedExpression, _ expression: TypedExpression, _ destination: Destination
  ) {
    let (failed, end) = (newLabel(), newLabel())
    withSlot { error in
      guarded(.forced, by: failed, slot: error) { evaluate(value, to: destination) }
      jump(.jump, to: end)
      place(failed)
      emit(.failAttempt, error, site: expression.range)
      place(end)
    }
  }

  // MARK: - Properties with a first value to come

  private func stored(_ expression: TypedExpression, _ destination: Destination) {
    switch expression.kind {
    case .staticField(let property, let owner, _):
      let index = prepare(property, lowerer.final(owner))
      switch destination {
      case .register(let register):
        if let kind = kind(expression) {
          emit(.load(kind), register, index, site: expression.range)
        }
      case .record(let first, let layout):
        emit(.cursorGlobal, index)
        emit(.unpack, first, layout: layout)
      case .slot(let slot):
        emit(.cursorGlobal, index)
        emit(.readDatum, slot)
      case .nowhere: break
      }
    case .lazyField(let place, let initial, let owner):
      let settled = prepare(place, initial, owner, for: .reading)
      evaluate(settled.place, to: destination)
      finish(settled)
    default: break
    }
  }

  /// Has a static property's place filled; answers its number among the variables of the cells.
  func prepare(_ property: PropertySymbol, _ owner: Type) -> Int {
    let slot = lowerer.staticSlot(property, owner)
    parts.statics.append(slot)
    emit(.prepareStatic, 0, parts.statics.count - 1)
    return slot.index
  }

  /// Has a lazy property's place filled; answers that place.
  func prepare(
    _ place: TypedExpression, _ initial: FunctionReference, _ owner: TypedExpression,
    for use: PlaceUse
  ) -> Settled {
    let end = newLabel()
    var temporaries: [Int] = []
    let lasting = PlaceUse(changes: use.changes, isSteady: true)
    var settled = open(fix(place, for: lasting, &temporaries), for: lasting)
    settled.temporaries += temporaries
    withSlot { slot in
      scoped {
        go(settled.place, unique: false)
        emit(.readDatum, slot)
      }
      jump(.jumpIfSet, slot, to: end)
      let argument = TypedArgument(value: settled.place.owner ?? owner)
      let value = TypedExpression(
        .call(.function(initial), [argument]), place.type, place.range)
      datum(value, into: slot)
      scoped {
        go(settled.place, unique: true)
        emit(.writeDatum, slot)
      }
      self.place(end)
    }
    return settled
  }
}

extension TypedExpression {
  /// The value whose stored property it is.
  fileprivate var owner: TypedExpression? {
    switch kind {
    case .field(let base, _), .instanceField(let base, _): base
    case .reinterpret(let base): base.owner
    default: nil
    }
  }
}
