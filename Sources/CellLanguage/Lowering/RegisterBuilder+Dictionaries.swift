/// Entries of dictionaries whose keys the program does not compare itself.
extension RegisterBuilder {
  private func isPlainKey(_ key: TypedExpression) -> Bool {
    kind(key) != nil || type(key) == .string || type(key) == .character
  }

  /// `base[key]` into a slot; `false` when a closure must.
  func lookUp(
    _ key: TypedExpression, in base: TypedExpression, _ expression: TypedExpression, into slot: Int
  ) -> Bool {
    // An optional of an optional keeps what it wraps in an object.
    guard let value = type(expression).optionalWrapped, !value.isOptional, isPlainKey(key),
      let route = route(to: base)
    else { return false }
    scoped { find(key, along: route, expression.range, into: slot) }
    return true
  }

  /// `base[key, default: standard]` into a slot; `false` when a closure must.
  func lookUp(
    _ key: TypedExpression, in base: TypedExpression, orElse standard: TypedExpression,
    into slot: Int
  ) -> Bool {
    guard !type(standard).isOptional, isPlainKey(key), let route = route(to: base) else {
      return false
    }
    let (found, end) = (takeSlot(), newLabel())
    scoped { find(key, along: route, base.range, into: found) }
    jump(.jumpIfSome, found, to: end)
    datum(standard, into: found)
    place(end)
    emit(.cursorSlot, slot)
    emit(.writeDatum, found)
    giveBack(found)
    return true
  }

  /// `base[key, default: standard]`, a scalar; `false` when a closure must.
  func lookUp(
    _ key: TypedExpression, in base: TypedExpression, orElse standard: TypedExpression,
    intoRegister register: Int
  ) -> Bool {
    guard let kind = kind(standard), isPlainKey(key), let route = route(to: base) else {
      return false
    }
    let (none, end) = (newLabel(), newLabel())
    let found = takeSlot()
    scoped { find(key, along: route, base.range, into: found) }
    jump(.jumpIfNone, found, to: none)
    emit(.cursorSlot, found)
    emit(.read(kind), register, site: base.range)
    jump(.jump, to: end)
    place(none)
    scalar(standard, into: register)
    place(end)
    giveBack(found)
    return true
  }

  private func find(
    _ key: TypedExpression, along route: Route, _ range: SourceRange, into slot: Int
  ) {
    let (keySlot, isOwn) = self.slot(of: key, isSteady: true)
    go(route, indices(route), butLast: 0, unique: false, range)
    emit(.lookUp, slot, keySlot, site: range)
    if isOwn { giveBack(keySlot) }
  }

  /// `base[key] = value`; `false` when a closure must: a value that may be `nil` takes the entry away.
  func store(
    _ value: TypedExpression, for key: TypedExpression, in base: TypedExpression,
    _ range: SourceRange
  ) -> Bool {
    guard case .wrap(let content) = value.kind, !type(content).isOptional, isPlainKey(key),
      let route = route(to: base), route.isWritable
    else { return false }
    let (keySlot, isOwn) = slot(of: key, isSteady: isPure(content))
    let slot = takeSlot()
    datum(content, into: slot)
    go(route, indices(route), butLast: 0, unique: true, range)
    // What stands there until the value moves in, which is at once.
    emit(.uniqueEntry, keySlot, 0, Int(ScalarKind.boolean.code), site: range)
    emit(.writeDatum, slot)
    giveBack(slot)
    if isOwn { giveBack(keySlot) }
    return true
  }

  /// `base[key, default: standard] op= value` for scalars.
  func entry(
    _ operation: Operation, _ base: TypedExpression, _ key: TypedExpression,
    _ standard: TypedExpression, _ value: TypedExpression, _ range: SourceRange
  ) -> Bool {
    guard let kind = kind(value), kind == self.kind(standard), isPure(standard),
      let route = route(to: base), route.isWritable,
      isPlainKey(key)
    else { return false }
    let slot = takeSlot()
    datum(key, into: slot)
    let operand = scalar(value)
    let initial = scalar(standard)
    let current = lowerer.temporaryRegister()
    go(route, indices(route), butLast: 0, unique: true, range)
    emit(.uniqueEntry, slot, initial, Int(kind.code), site: range)
    emit(.read(kind), current, site: range)
    if kind == .floating {
      double(operation, current, operand, type(value), into: current)
    } else {
      integer(operation, current, operand, type(value), range, into: current)
    }
    emit(.write(kind), current)
    giveBack(slot)
    return true
  }
}
