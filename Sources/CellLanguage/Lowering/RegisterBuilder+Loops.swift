/// Literals in a loop that get registers of their own, so that each is loaded once and not in each round.
struct Hoisting {
  /// Registers below all that the loop uses for values in between, still free.
  var free: [Int]
  var registers: [Int: Int] = [:]

  /// The register of a constant; `nil` when there is none left.
  mutating func register(of constant: Int) -> Int? {
    if let known = registers[constant] { return known }
    guard let new = free.popLast() else { return nil }
    registers[constant] = new
    return new
  }
}

extension RegisterBuilder {
  /// Builds a loop; the literals that it hoists are loaded before it.
  private func hoisting(_ loop: () -> Void) {
    guard hoisted == nil else { return loop() }
    hoisted = Hoisting(free: literalRegisters)
    let (loads, begin, end) = (newLabel(), newLabel(), newLabel())
    // What is to be loaded is known behind the loop only.
    jump(.jump, to: loads)
    place(begin)
    loop()
    jump(.jump, to: end)
    place(loads)
    for (constant, register) in (hoisted?.registers ?? [:]).sorted(by: { $0.value < $1.value }) {
      load(constant, into: register)
    }
    jump(.jump, to: begin)
    place(end)
    hoisted = nil
  }

  func whileLoop(
    _ target: LoopTarget, _ conditions: [TypedCondition], _ body: [TypedStatement],
    _ range: SourceRange
  ) {
    hoisting { whileRounds(target, conditions, body, range) }
  }

  private func whileRounds(
    _ target: LoopTarget, _ conditions: [TypedCondition], _ body: [TypedStatement],
    _ range: SourceRange
  ) {
    let (further, end) = labels(of: target)
    if conditions.count == 1, case .expression(let test) = conditions[0], canLoop(test) {
      // The test again at the end of each round: one jump less.
      let top = newLabel()
      jump(unless: test, to: end)
      place(top)
      statements(body)
      place(further)
      loop(if: test, to: top, range)
      return place(end)
    }
    let top = newLabel()
    place(top)
    jump(unless: conditions, to: end)
    statements(body)
    // `continue` leads forward: what jumps back looks whether somebody wants to stop.
    place(further)
    jump(.jumpBack, to: top, site: range)
    place(end)
  }

  func repeatLoop(
    _ target: LoopTarget, _ body: [TypedStatement], _ test: TypedExpression, _ range: SourceRange
  ) {
    hoisting { repeatRounds(target, body, test, range) }
  }

  private func repeatRounds(
    _ target: LoopTarget, _ body: [TypedStatement], _ test: TypedExpression, _ range: SourceRange
  ) {
    let (further, end) = labels(of: target)
    let top = newLabel()
    place(top)
    statements(body)
    place(further)
    jump(unless: test, to: end)
    jump(.jumpBack, to: top, site: range)
    place(end)
  }

  func forLoop(_ node: TypedFor, _ range: SourceRange) {
    hoisting {
      switch node.iteration {
      case .range(let first, let last, let isClosed): count(node, first, last, isClosed, range)
      case .array(let sequence):
        if walkParts(node, sequence, range) || walkPairs(node, sequence, range) { return }
        walk(node, sequence, range)
      case .iterator(let symbol, let iterator, let next):
        iterate(node, symbol, iterator, next, range)
      }
    }
  }

  /// Where `continue` and `break` of a loop lead.
  func labels(of target: LoopTarget) -> (further: Label, end: Label) {
    let number = lowerer.number(of: target)
    let labels = (newLabel(), newLabel())
    (continueLabels[number], breakLabels[number]) = labels
    return labels
  }

  // MARK: - Over integers

  private func count(
    _ node: TypedFor, _ first: TypedExpression, _ last: TypedExpression, _ isClosed: Bool,
    _ range: SourceRange
  ) {
    let (further, end) = labels(of: node.target)
    let top = newLabel()
    // A variable that the body cannot change counts itself.
    var own: Int?
    if case .binding(let symbol) = node.pattern, symbol.isLet {
      own = register(of: symbol, lowerer.final(node.elementType))
    }
    let index = own ?? lowerer.newRegister()
    let bound = lowerer.newRegister()
    scalar(first, into: index)
    scalar(last, into: bound)
    emit(.checkRange, index, bound, site: range)
    if !isClosed {
      jump(.jumpIfEqual, index, bound, to: end)
      emit(.subtractImmediate, bound, bound, 1)
    }
    place(top)
    if own == nil { bind(node.pattern, lowerer.final(node.elementType), index, to: further) }
    round(node, further)
    jump(.countUp, index, bound, to: top, site: range)
    place(end)
  }

  /// The register of a variable that takes values of a type.
  func register(of symbol: VariableSymbol, _ type: Type) -> Int? {
    guard let home = lowerer.register(of: symbol), home.kind == type.scalarKind else { return nil }
    return home.index
  }

  /// Binds the pattern of a loop to the scalar in a register.
  func bind(_ pattern: TypedPattern, _ type: Type, _ register: Int, to further: Label) {
    switch pattern {
    case .wildcard: return
    case .binding(let symbol):
      if let home = self.register(of: symbol, type) { return emit(.move, home, register) }
    default: break
    }
    scoped {
      let slot = takeSlot()
      defer { giveBack(slot) }
      emit(.boxSlot, slot, register, Int((type.scalarKind ?? .integer).code))
      test(pattern, slot, nil, type, to: further)
    }
  }

  /// The condition and body of a loop; `continue` leads behind them.
  func round(_ node: TypedFor, _ further: Label) {
    if let condition = node.condition { jump(unless: condition, to: further) }
    statements(node.body)
    place(further)
  }

  // MARK: - By an iterator

  private func iterate(
    _ node: TypedFor, _ symbol: VariableSymbol, _ iterator: TypedExpression,
    _ next: TypedExpression, _ range: SourceRange
  ) {
    let (further, end) = labels(of: node.target)
    let top = newLabel()
    let first = lowerer.code(iterator)
    let store = lowerer.initialize(symbol)
    escape { frame in
      store(frame, try first(frame))
      return .next
    }
    let slot = takeSlot()
    let advance = lowerer.code(next)
    place(top)
    scoped {
      let isThere = lowerer.temporaryRegister()
      escape(
        { frame in
          guard let element = try advance(frame).unwrapped else { return false }
          frame.slots[slot] = element
          return true
        }, into: isThere)
      jump(.jumpIfFalse, isThere, to: end)
      test(node.pattern, slot, nil, lowerer.final(node.elementType), to: further)
    }
    round(node, further)
    jump(.jumpBack, to: top, site: range)
    place(end)
    giveBack(slot)
  }
}

extension Opcode {
  /// Reads an element of an array of scalars.
  static func readElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readElementInteger
    case .floating: .readElementDouble
    case .boolean: .readElementBoolean
    }
  }
}
