internal import CellChecking
internal import CellSyntax

/// Loops over what has a place for each element: arrays, and several in step.
extension RegisterBuilder {
  func walk(_ node: TypedFor, _ sequence: TypedExpression, _ range: SourceRange) {
    let (end, top) = (newLabel(), newLabel())
    let array = lowerer.newSlot()
    let (index, last) = (lowerer.newRegister(), lowerer.newRegister())
    datum(sequence, into: array)
    load(0, into: index)
    emit(.readSlotCount, last, array, site: range)
    jump(.jumpIfEqualImmediate, last, 0, to: end)
    emit(.subtractImmediate, last, last, 1)
    place(top)
    let type = lowerer.final(node.elementType)
    round(node, to: end) { further in
      bind(node.pattern, type, toElement: index, of: array, range, to: further)
    }
    jump(.countUp, index, last, to: top, site: range)
    place(end)
    // Nobody else shall hold the array when it is changed after the loop.
    emit(.clearSlot, array)
  }

  /// Binds a pattern to an element of the array in a slot.
  private func bind(
    _ pattern: TypedPattern, _ type: Type, toElement index: Int, of array: Int,
    _ range: SourceRange, to further: Label
  ) {
    if case .wildcard = pattern { return }
    if let kind = type.scalarKind {
      scoped {
        var own: Int?
        if case .binding(let symbol) = pattern { own = register(of: symbol, type) }
        let register = own ?? lowerer.temporaryRegister()
        emit(.readSlotElement(kind), register, array, index, site: range)
        if own == nil { test(pattern, .register(register), type, to: further) }
      }
      return
    }
    if case .binding(let symbol) = pattern, let home = lowerer.record(of: symbol) {
      return readElement(index, of: array, home.layout, into: home.first, range)
    }
    scoped {
      var own: Int?
      if case .binding(let symbol) = pattern { own = plainSlot(of: symbol) }
      let slot = own ?? takeSlot()
      emit(.takeSlotElement, slot, array, index, site: range)
      if own != nil { return declared(slot) }
      test(pattern, .slot(slot), type, to: further)
      giveBack(slot)
    }
  }

  // MARK: - Over arrays in step

  /// A walk along `array.enumerated()` or `zip(array, array)` whose pairs are taken apart at once, so that
  /// none is made; `false` when it is something else.
  func walkPairs(_ node: TypedFor, _ sequence: TypedExpression, _ range: SourceRange) -> Bool {
    guard case .tuple(let patterns) = node.pattern, patterns.count == 2,
      case .tuple(let elements) = lowerer.final(node.elementType), elements.count == 2,
      case .call(.function(let all), let whole) = sequence.kind, all.symbol.intrinsic == .pairs,
      case .call(.function(let reference), let arguments)? = whole.first?.value.kind,
      arguments.allSatisfy({ type($0.value).arrayElement != nil })
    else { return false }
    switch reference.symbol.intrinsic {
    case .enumerated, .zip: break
    default: return false
    }
    let (end, top) = (newLabel(), newLabel())
    let arrays = arguments.map { argument in
      let slot = lowerer.newSlot()
      datum(argument.value, into: slot)
      return slot
    }
    let (index, last) = (lowerer.newRegister(), lowerer.newRegister())
    load(0, into: index)
    emit(.readSlotCount, last, arrays[0], site: range)
    for other in arrays.dropFirst() { limit(last, toCountOf: other, range) }
    jump(.jumpIfEqualImmediate, last, 0, to: end)
    emit(.subtractImmediate, last, last, 1)
    place(top)
    round(node, to: end) { further in
      if arrays.count == 1 {
        test(patterns[0], .register(index), elements[0].type, to: further)
      }
      for (array, number) in zip(arrays, (2 - arrays.count)...) {
        bind(
          patterns[number], elements[number].type, toElement: index, of: array, range,
          to: further)
      }
    }
    jump(.countUp, index, last, to: top, site: range)
    place(end)
    for array in arrays { emit(.clearSlot, array) }
    return true
  }

  /// Makes a number of elements no larger than that of another array.
  private func limit(_ register: Int, toCountOf array: Int, _ range: SourceRange) {
    scoped {
      let (count, end) = (lowerer.temporaryRegister(), newLabel())
      emit(.readSlotCount, count, array, site: range)
      jump(.jumpIfLessOrEqual, register, count, to: end)
      emit(.move, register, count)
      place(end)
    }
  }
}
