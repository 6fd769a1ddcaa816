internal import CellSyntax

/// Operators as the language has them for numbers, texts, truth values and arrays.
extension Solver {
  func isStandard(_ type: Type) -> Bool {
    let type = shallow(type)
    return type.scalarKind != nil || type.nominal === Nominal.string
      || type.nominal === Nominal.character || type.arrayElement != nil
  }

  /// The operator as the language has it for numbers, texts, truth values and arrays, and for equality
  /// and order of what can be compared.
  func standard(_ call: OperatorCall) -> Bool {
    guard call.types.count == 2 else { return standardPrefix(call) }
    let (a, b) = (call.types[0], call.types[1])
    let isAssigning = call.name.text.isAssigningOperator
    let text = isAssigning ? String(call.name.text.dropLast()) : call.name.text
    guard let operation = Operation.binary[text] else { return false }
    if isAssigning { return standardCompound(operation, a, b, call.result) }
    if operation.isShift {
      return isInteger(a) && isInteger(b) && unify(call.result, a)
    }
    if operation.isComparison {
      let type = variable()
      add(.convert(a, type))
      add(.convert(b, type))
      add(.comparable(type, isEquality: operation == .equal || operation == .notEqual))
      return unify(call.result, .bool)
    }
    if operation == .add, call.types.contains(where: isArray) {
      // The elements of both become what the sum's are: `[Int] + [nil]` as `[Int?]`.
      let element = variable()
      if case .existential? = context(of: call.result)?.arrayElement.map(shallow),
        let wanted = context(of: call.result)?.arrayElement, !unify(element, wanted)
      {
        return false
      }
      for operand in [a, b] { add(.convert(operand, .array(element))) }
      return unify(call.result, .array(element))
    }
    guard unify(a, b), unify(call.result, a) else { return false }
    return allows(operation, a)
  }

  func isArray(_ type: Type) -> Bool { shallow(type).arrayElement != nil }

  func allows(_ operation: Operation, _ type: Type) -> Bool {
    let type = shallow(type)
    switch literal(type) {
    case .integer, .floating: return true
    case .string, .character: return operation == .add
    case nil: break
    }
    switch type.scalarKind {
    case .integer: return true
    case .floating: return !operation.isForIntegersOnly
    case .boolean: return false
    case nil:
      return operation == .add && (type.nominal === Nominal.string || type.arrayElement != nil)
    }
  }

  func standardCompound(
    _ operation: Operation, _ place: Type, _ value: Type, _ result: Type
  ) -> Bool {
    guard unify(result, .void) else { return false }
    // `counts[key, default: 0] += 1`, where it is open what is counted.
    guard isKnown(place) else { return !isOpen(value) && unify(place, value) }
    if operation.isShift { return isInteger(place) && isInteger(value) }
    if let element = shallow(place).arrayElement {
      guard operation == .add else { return false }
      if isKnown(value), shallow(value).arrayElement == nil {
        return unify(.member(value, "Element"), element)
      }
      add(.convert(value, place))
      return true
    }
    guard allows(operation, place) else { return false }
    if shallow(place).nominal === Nominal.string, shallow(value).nominal === Nominal.substring {
      return true
    }
    add(.convert(value, place))
    return true
  }

  func isInteger(_ type: Type) -> Bool {
    literal(type) == .integer || shallow(type).scalarKind == .integer
  }

  func standardPrefix(_ call: OperatorCall) -> Bool {
    let operand = call.types[0]
    if call.name.text == "!" { return unify(operand, .bool) && unify(call.result, .bool) }
    guard ["-", "+", "~"].contains(call.name.text), unify(call.result, operand) else {
      return false
    }
    switch literal(operand) {
    case .integer, .floating: return true
    case .string, .character: return false
    case nil: break
    }
    let kind = shallow(operand).scalarKind
    return kind == .integer || kind == .floating && call.name.text != "~"
  }
}
