internal import CellChecking
internal import CellSyntax

/// Values of scalars in registers, field by field.
extension RegisterBuilder {
  func layout(_ expression: TypedExpression) -> RegisterLayout? {
    lowerer.layout(of: type(expression))
  }

  /// Adds an instruction that ends with a layout.
  func emit(
    _ opcode: Opcode, _ a: Int, _ b: Int? = nil, layout: RegisterLayout, site: SourceRange? = nil
  ) {
    let number = parts.layouts.count
    parts.layouts.append(layout)
    emit(opcode, a, b ?? number, b == nil ? 0 : number, site: site)
  }

  /// Moves registers in a row.
  func move(_ first: Int, to target: Int, count: Int) {
    guard first != target else { return }
    for index in 0..<count { emit(.move, target + index, first + index) }
  }

  /// Code that computes a record into registers from a number on, which the expression does not read.
  func record(_ expression: TypedExpression, _ layout: RegisterLayout, into first: Int) {
    scoped { compute(expression, layout, into: first) }
  }

  private func compute(_ expression: TypedExpression, _ layout: RegisterLayout, into first: Int) {
    if let home = lowerer.record(of: expression) {
      return move(home.first, to: first, count: layout.width)
    }
    switch expression.kind {
    case .structure(let values), .tuple(let values):
      for (index, value) in values.enumerated() {
        field(value, layout.parts[index], into: first + layout.offsets[index])
      }
    case .reinterpret(let value): record(value, layout, into: first)
    case .call(let callee, let arguments):
      call(callee, arguments, expression, .record(first, layout))
    case .computed(let use, let arguments):
      get(use, arguments, expression, .record(first, layout))
    case .variable, .element, .field, .instanceField, .tupleElement:
      read(expression, layout, into: first)
    default:
      if choose(expression, .record(first, layout)) { return }
      withSlot { slot in
        boxed(expression, into: slot)
        read(slot, layout, into: first)
      }
    }
  }

  private func field(_ value: TypedExpression, _ part: RegisterLayout.Part, into first: Int) {
    switch part {
    // A property that the initialiser is still to set is 0 until then.
    case .scalar:
      if case .unit = value.kind { load(0, into: first) } else { scalar(value, into: first) }
    case .record(let layout):
      guard case .unit = value.kind else { return record(value, layout, into: first) }
      for index in 0..<layout.width { load(0, into: first + index) }
    }
  }

  /// Reads the record at a place.
  private func read(_ expression: TypedExpression, _ layout: RegisterLayout, into first: Int) {
    let settled = settle(expression, for: .reading)
    scoped { readSettled(settled.place, layout, into: first) }
    finish(settled)
  }

  private func readSettled(_ place: TypedExpression, _ layout: RegisterLayout, into first: Int) {
    if let home = lowerer.record(of: place) {
      return move(home.first, to: first, count: layout.width)
    }
    go(place, unique: false)
    emit(.unpack, first, layout: layout, site: place.range)
  }

  /// Reads the record in a slot.
  func read(_ slot: Int, _ layout: RegisterLayout, into first: Int) {
    emit(.cursorSlot, slot)
    emit(.unpack, first, layout: layout)
  }

  /// Reads an element of the array in a slot.
  func readElement(
    _ index: Int, of array: Int, _ layout: RegisterLayout, into first: Int, _ range: SourceRange
  ) {
    emit(.cursorSlotElement, array, index, site: range)
    emit(.unpack, first, layout: layout, site: range)
  }

  /// Assigns a value to a variable that is a record, or to a part of one.
  func assign(_ value: TypedExpression, to home: Lowerer.RecordHome) {
    // All of it is computed before any of it is changed.
    let first = lowerer.temporaryRegisters(home.layout.width)
    record(value, home.layout, into: first)
    move(first, to: home.first, count: home.layout.width)
  }

  /// Returns a record.
  func returning(_ value: TypedExpression, _ layout: RegisterLayout) {
    guard returnsAtOnce else {
      record(value, layout, into: returnedRecord)
      return leave(Exit(kind: .returnRecord, depth: 0))
    }
    if let home = lowerer.record(of: value) {
      return emit(.returnRecord, home.first, layout.width)
    }
    let first = lowerer.temporaryRegisters(layout.width)
    record(value, layout, into: first)
    emit(.returnRecord, first, layout.width)
  }

  // MARK: - Parameters

  /// Boxes the parameters that come in registers and are wanted boxed.
  func packParameters(_ convention: CallConvention) {
    for (index, parameter) in lowerer.function.parameters.enumerated() {
      if let layout = convention.parameters[index].layout, lowerer.record(of: parameter) == nil {
        emit(.pack, index, convention.places[index], layout: layout)
      }
    }
  }
}
