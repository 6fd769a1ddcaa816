/// Values that are handed on boxed: arguments of native functions, parts of what is made.
extension RegisterBuilder {
  /// Computes values in order, `nil` for one that is lent; afterwards the slots are to be given back.
  func operands(_ values: [TypedExpression?]) -> (operands: [Operand], temporaries: [Int]) {
    var operands: [Operand] = []
    var temporaries: [Int] = []
    for (index, value) in values.enumerated() {
      guard let value else {
        operands.append(.lent)
        continue
      }
      // A variable can be read at the end, unless what is computed before then changes it, or it is what
      // was lent.
      let isSteady =
        !values.contains { $0 == nil }
        && values[(index + 1)...].allSatisfy { $0.map(isPure) ?? true }
      let operand = operand(value, isSteady: isSteady)
      if case .temporary(let slot) = operand { temporaries.append(slot) }
      operands.append(operand)
    }
    return (operands, temporaries)
  }

  /// Computes a value, unless it lies somewhere until it is wanted.
  private func operand(_ value: TypedExpression, isSteady: Bool) -> Operand {
    if let constant = datum(of: value) { return .constant(constant) }
    if let kind = kind(value) {
      if isSteady || lowerer.register(of: value) == nil { return .register(scalar(value), kind) }
      let copy = lowerer.temporaryRegister()
      emit(.move, copy, scalar(value))
      return .register(copy, kind)
    }
    if isSteady, case .variable(let symbol) = value.kind, let slot = plainSlot(of: symbol) {
      return .slot(slot)
    }
    let slot = takeSlot()
    datum(value, into: slot)
    return .temporary(slot)
  }

  /// The value of a literal, or of a case without a payload; `nil` for other expressions.
  func datum(of expression: TypedExpression) -> Datum? {
    // Among others a property that the initialiser is still to set.
    if case .unit = expression.kind { return .void }
    let type = type(expression)
    if let kind = type.scalarKind { return constant(expression).map { Datum(bits: $0, kind) } }
    switch expression.kind {
    case .none: return Datum.none
    case .string(let text) where type == .string: return .string(text)
    case .string(let text) where type.nominal === Nominal.character:
      return text.first.map { .character($0) }
    case .enumeration(let index, let parts) where parts.isEmpty:
      return .enumeration(EnumObject(lowerer.compiler.typeObject(type), index, []))
    case .wrap(let value) where !self.type(value).isOptional: return datum(of: value)
    default: return nil
    }
  }

  /// Makes a value of others; `false` when the expression is something else.
  func construct(_ expression: TypedExpression, into slot: Int) -> Bool {
    let type = type(expression)
    let kind: Construction.Kind
    let values: [TypedExpression]
    switch expression.kind {
    case .tuple(let parts): (kind, values) = (.tuple, parts)
    case .structure(let parts):
      (kind, values) = (.structure(lowerer.compiler.typeObject(type)), parts)
    case .enumeration(let index, let parts):
      (kind, values) = (.enumeration(lowerer.compiler.typeObject(type), index), parts)
    case .array(let parts):
      (kind, values) = (.array((type.arrayElement ?? .any).arrayStorage), parts)
    case .instance(let initial):
      var first = [Int?](repeating: nil, count: lowerer.compiler.storedProperties(of: type).count)
      for (number, item) in initial.enumerated() { first[item.index] = number }
      (kind, values) = (
        .instance(lowerer.compiler.typeObject(type), first), initial.map(\.value)
      )
    default: return false
    }
    scoped {
      // An array passed as one of optionals is cast element by element, after a search for Foundation's
      // types: a hundredth of a start.
      let (operands, temporaries) = operands(values.map { Optional($0) })
      parts.constructions.append(Construction(kind, operands))
      emit(.construct, slot, parts.constructions.count - 1)
      temporaries.forEach(giveBack)
    }
    return true
  }
}
