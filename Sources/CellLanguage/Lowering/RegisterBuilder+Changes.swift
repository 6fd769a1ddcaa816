internal import CellChecking
internal import CellSyntax

/// Changes of what is at a place: `+=` and its kin, `append`.
extension RegisterBuilder {
  /// `target op= value`
  func compound(
    _ operation: Operation, _ target: TypedExpression, _ value: TypedExpression,
    _ range: SourceRange
  ) {
    if isPure(value) || isSimple(target) { return change(target, operation, value, range) }
    withFixed(target) { change($0, operation, value, range) }
  }

  private func change(
    _ target: TypedExpression, _ operation: Operation, _ value: TypedExpression,
    _ range: SourceRange
  ) {
    scoped {
      if operation == .arrayAppend { return append(value, to: target) }
      guard operation != .concatenate, let kind = kind(target) else {
        return concatenate(value, to: target)
      }
      if let register = lowerer.register(of: target) {
        let whole = TypedExpression(.operation(operation, [target, value]), target.type, range)
        scalar(whole, as: kind, into: register)
        return
      }
      if case .dictionaryDefault(let base, let key, let standard) = target.kind,
        entry(operation, base, key, standard, value, range)
      {
        return
      }
      let operand = scalar(value)
      let settled = settle(target, for: .brief)
      let current = lowerer.temporaryRegister()
      func compute() {
        if kind == .floating {
          double(operation, current, operand, type(target), into: current)
        } else {
          integer(operation, current, operand, type(target), range, into: current)
        }
      }
      if isInsideValue(settled.place) {
        // What computes leaves the cursor where it is.
        changeInside(settled.place, operation, operand, target, range) {
          emit(.read(kind), current, site: target.range)
          compute()
          emit(.write(kind), current)
        }
      } else {
        readSettled(settled.place, kind, into: current)
        compute()
        write(current, kind, to: settled.place)
      }
      finish(settled)
    }
  }

  /// Changes the number at a place to which the cursor goes, by one instruction where there is such a one.
  private func changeInside(
    _ place: TypedExpression, _ operation: Operation, _ operand: Int, _ target: TypedExpression,
    _ range: SourceRange, otherwise change: () -> Void
  ) {
    let isAddition = operation == .add && [.int, .double].contains(type(target))
    let isInteger = type(target) == .int
    if isAddition, let route = route(to: place), route.linksToInstance == 0,
      let (slot, field) = route.slotOfElementField
    {
      let opcode = isInteger ? Opcode.addSlotElementFieldInteger : .addSlotElementFieldDouble
      emit(opcode, slot, indices(route)[0], field, site: target.range)
      return emit(opcode, operand, site: range)
    }
    go(place, unique: true)
    guard isAddition else { return change() }
    emit(isInteger ? .addIntegerThere : .addDoubleThere, operand, site: range)
  }

  /// Whether a place is a stored property or in a box, to which the cursor goes.
  private func isInsideValue(_ place: TypedExpression) -> Bool {
    guard let route = route(to: place), route.wholeGlobal == nil else { return false }
    if case .element? = route.links.last?.link { return false }
    return true
  }

  private func append(_ value: TypedExpression, to target: TypedExpression) {
    let element = type(target).arrayElement?.scalarKind
    let operand = element.map { scalar(value, as: $0) } ?? takeSlot()
    if element == nil { datum(value, into: operand) }
    let settled = settle(target, for: .brief)
    go(settled.place, unique: true)
    emit(element.map(Opcode.append) ?? .appendDatum, operand, site: target.range)
    finish(settled)
    if element == nil { giveBack(operand, isEmpty: true) }
  }
}
