internal import CellChecking
internal import CellSyntax

/// Values that are handed on boxed: arguments of native functions, parts of what is made.
extension RegisterBuilder {
  /// Computes values in order, `nil` for one that is lent; afterwards the slots are to be given back.
  func operands(_ values: [TypedExpression?]) -> (operands: [Operand], temporaries: [Int]) {
    var operands: [Operand] = []
    var temporaries: [Int] = []
    // A variable can be read at the end, unless what is computed before then changes it, or it is what
    // was lent.
    let isLent = values.contains { $0 == nil }
    let lastImpure = values.lastIndex { $0.map { !isPure($0) } ?? false } ?? -1
    for (index, value) in values.enumerated() {
      guard let value else {
        operands.append(.lent)
        continue
      }
      let isSteady = !isLent && index >= lastImpure
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

  /// Makes a value of others.
  func construct(_ expression: TypedExpression, into slot: Int) {
    guard let (kind, values) = construction(expression) else { return }
    scoped {
      // An array passed as one of optionals is cast element by element, after a search for Foundation's
      // types: a hundredth of a start.
      let (operands, temporaries) = operands(values.map { Optional($0) })
      construct(kind, operands, into: slot)
      temporaries.forEach { giveBack($0, isEmpty: true) }
    }
  }

  func construct(_ kind: Construction.Kind, _ operands: [Operand], into slot: Int) {
    parts.constructions.append(Construction(kind, operands))
    emit(.construct, slot, parts.constructions.count - 1)
  }

  private func construction(
    _ expression: TypedExpression
  ) -> (Construction.Kind, [TypedExpression])? {
    let program = lowerer.program
    let type = type(expression)
    let site = lowerer.site(expression.range)
    switch expression.kind {
    case .tuple(let parts): return (.tuple, parts)
    case .structure(let parts): return (.structure(program.typeObject(type)), parts)
    case .enumeration(let index, let parts):
      return (.enumeration(program.typeObject(type), index), parts)
    case .array(let parts): return (.array((type.arrayElement ?? .any).arrayStorage), parts)
    case .instance(let initial):
      var first = [Int?](repeating: nil, count: lowerer.compiler.storedProperties(of: type).count)
      for (number, item) in initial.enumerated() { first[item.index] = number }
      return (.instance(program.typeObject(type), first), initial.map(\.value))
    case .dictionary(let pairs):
      return (.dictionary(site), pairs.flatMap { [$0.key, $0.value] })
    case .set(let parts): return (.set, parts)
    case .range(let a, let b, _):
      return (.range(program.typeObject(type), self.type(a).integerWidth, site), [a, b])
    default: return nil
    }
  }
}
