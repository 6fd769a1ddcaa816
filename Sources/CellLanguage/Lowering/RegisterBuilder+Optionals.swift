/// Optionals whose value is wanted, and computed properties.
extension RegisterBuilder {
  /// Calls the getter of a property or subscript; `false` when a closure must.
  func get(
    _ use: AccessorUse, _ arguments: [TypedArgument], _ expression: TypedExpression,
    _ destination: Destination
  ) -> Bool {
    guard !use.isMutatingGetter else { return false }
    let receiver = use.receiver.map { [TypedArgument(value: $0)] } ?? []
    return call(use.getter, receiver + arguments, expression, destination)
  }

  /// `value!`; `false` when a closure must.
  func force(
    _ value: TypedExpression, _ expression: TypedExpression, _ destination: Destination
  ) -> Bool {
    guard isPlainOptional(value) else { return false }
    let optional = takeSlot()
    datum(value, into: optional)
    emit(.checkSome, optional, expression.isImplicit ? 1 : 0, site: expression.range)
    switch destination {
    case .register(let register):
      read(optional, kind(expression) ?? .integer, into: register, value.range)
    case .slot(let slot):
      emit(.cursorSlot, slot)
      emit(.writeDatum, optional)
    case .nowhere: break
    }
    giveBack(optional)
    return true
  }

  /// `value ?? other`, a scalar.
  func coalesce(_ value: TypedExpression, _ other: TypedExpression, into register: Int) -> Bool {
    guard let kind = kind(other), isPlainOptional(value) else { return false }
    let (none, end) = (newLabel(), newLabel())
    let slot = takeSlot()
    datum(value, into: slot)
    jump(.jumpIfNone, slot, to: none)
    read(slot, kind, into: register, value.range)
    jump(.jump, to: end)
    place(none)
    scalar(other, into: register)
    place(end)
    giveBack(slot)
    return true
  }

  /// Whether an optional that has a value is kept as that value, and is computed here.
  private func isPlainOptional(_ value: TypedExpression) -> Bool {
    guard let wrapped = type(value).optionalWrapped, !wrapped.isOptional else { return false }
    return switch value.kind {
    case .call, .computed, .variable, .element, .field, .instanceField, .tupleElement,
      .dictionaryValue:
      true
    default: false
    }
  }

  private func read(_ slot: Int, _ kind: ScalarKind, into register: Int, _ range: SourceRange) {
    emit(.cursorSlot, slot)
    emit(.read(kind), register, site: range)
  }
}
