internal import CellChecking
internal import CellSyntax

/// Entries of dictionaries.
extension RegisterBuilder {
  /// Whether the program does not compare such keys itself.
  func isPlainKey(_ key: TypedExpression) -> Bool {
    kind(key) != nil || type(key) == .string || type(key) == .character
  }

  // MARK: - Reading

  /// `base[key]` into a slot
  func lookUp(
    _ key: TypedExpression, in base: TypedExpression, _ expression: TypedExpression, into slot: Int
  ) {
    let isNested = isNested(expression)
    if isPlainKey(key), !isNested { return find(key, in: base, into: slot) }
    withSlot { found in
      let (none, end) = (newLabel(), newLabel())
      find(key, in: base, into: found, orTo: none)
      if isNested { emit(.wrapSome, found) }
      jump(.jump, to: end)
      place(none)
      loadNone(into: found)
      place(end)
      move(found, to: .slot(slot), expression)
    }
  }

  /// `base[key, default: standard]`
  func lookUp(
    _ key: TypedExpression, in base: TypedExpression, orElse standard: TypedExpression,
    _ expression: TypedExpression, _ destination: Destination
  ) {
    let (none, end) = (newLabel(), newLabel())
    withSlot { found in
      if isPlainKey(key), !type(expression).isOptional {
        find(key, in: base, into: found)
        jump(.jumpIfNone, found, to: none)
      } else {
        find(key, in: base, into: found, orTo: none)
      }
      move(found, to: destination, expression)
    }
    jump(.jump, to: end)
    place(none)
    evaluate(standard, to: destination)
    place(end)
  }

  /// The value for a key, or `nil`, where it is neither an optional nor found by the program.
  private func find(_ key: TypedExpression, in base: TypedExpression, into slot: Int) {
    scoped {
      let settled = settle(
        base, for: isPure(key) ? .reading : PlaceUse(changes: false, isSteady: true))
      let (keySlot, isOwn) = self.slot(of: key, isSteady: true)
      go(settled.place, unique: false)
      emit(.lookUp, slot, keySlot, site: base.range)
      if isOwn { giveBack(keySlot) }
      finish(settled)
    }
  }

  /// The value for a key; jumps when there is none.
  private func find(
    _ key: TypedExpression, in base: TypedExpression, into slot: Int, orTo none: Label
  ) {
    let (keySlot, isOwn) = self.slot(of: key, isSteady: isPure(base))
    datum(base, into: slot)
    jump(.findOrJump, slot, keySlot, to: none)
    if isOwn { giveBack(keySlot) }
  }

  // MARK: - Changing

  /// `base[key] = value`, by a key that the program does not compare.
  func store(
    _ value: TypedExpression, for key: TypedExpression, in base: TypedExpression,
    _ range: SourceRange
  ) {
    guard case .wrap(let content) = value.kind, !type(content).isOptional, isPlainKey(key) else {
      return storeAny(value, for: key, in: base)
    }
    scoped {
      let (keySlot, isOwn) = slot(of: key, isSteady: isPure(content))
      let slot = takeSlot()
      datum(content, into: slot)
      let settled = settle(base, for: .brief)
      go(settled.place, unique: true)
      // What stands there until the value moves in, which is at once.
      emit(.uniqueEntry, keySlot, 0, Int(ScalarKind.boolean.code), site: range)
      emit(.writeDatum, slot)
      finish(settled)
      giveBack(slot, isEmpty: true)
      if isOwn { giveBack(keySlot) }
    }
  }

  /// The same by any key; a value that is `nil` takes the entry away.
  private func storeAny(
    _ value: TypedExpression, for key: TypedExpression, in base: TypedExpression
  ) {
    scoped {
      let (keySlot, slot, table) = (takeSlot(), takeSlot(), takeSlot())
      datum(key, into: keySlot)
      datum(value, into: slot)
      let settled = settle(base, for: .brief)
      take(settled.place, into: table)
      let isSure: Bool = if case .wrap = value.kind { true } else { false }
      store(
        slot, keySlot, table, isOptional: !isSure,
        type(value).optionalWrapped?.isOptional ?? false)
      put(table, to: settled.place)
      finish(settled)
      for slot in [keySlot, slot, table] { giveBack(slot) }
    }
  }

  /// Moves a value into a dictionary; `nil` takes the entry away.
  func store(_ value: Int, _ key: Int, _ table: Int, isOptional: Bool, _ isNested: Bool) {
    let (none, end) = (newLabel(), newLabel())
    if isOptional { jump(.jumpIfNone, value, to: none) }
    if isNested { emit(.unwrapSome, value) }
    emit(.storeEntry, table, key, value)
    if isOptional {
      jump(.jump, to: end)
      place(none)
      emit(.removeEntry, table, key)
      place(end)
    }
  }

  /// `base[key, default: standard] op= value` for scalars; `false` when the key is the program's.
  func entry(
    _ operation: Operation, _ base: TypedExpression, _ key: TypedExpression,
    _ standard: TypedExpression, _ value: TypedExpression, _ range: SourceRange
  ) -> Bool {
    guard let kind = kind(value), kind == self.kind(standard), isPure(standard), isPlainKey(key)
    else { return false }
    let slot = takeSlot()
    datum(key, into: slot)
    let operand = scalar(value)
    let initial = scalar(standard)
    let current = lowerer.temporaryRegister()
    let settled = settle(base, for: .brief)
    go(settled.place, unique: true)
    emit(.uniqueEntry, slot, initial, Int(kind.code), site: range)
    emit(.read(kind), current, site: range)
    if kind == .floating {
      double(operation, current, operand, type(value), into: current)
    } else {
      integer(operation, current, operand, type(value), range, into: current)
    }
    emit(.write(kind), current)
    finish(settled)
    giveBack(slot)
    return true
  }
}
