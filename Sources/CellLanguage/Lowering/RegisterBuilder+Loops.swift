internal import CellChecking
internal import CellSyntax

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
    let end = newLabel()
    let further = newLabel()
    name(target, further, end)
    if conditions.count == 1, case .expression(let test) = conditions[0], canLoop(test) {
      // The test again at the end of each round: one jump less.
      let top = newLabel()
      jump(unless: test, to: end)
      place(top)
      block(body)
      place(further)
      loop(if: test, to: top, range)
      return place(end)
    }
    let top = newLabel()
    place(top)
    scopes.append(Scope())
    jump(unless: conditions, to: end)
    block(body)
    let bound = scopes.removeLast().declared
    // `continue` leads forward: what jumps back looks whether somebody wants to stop.
    place(further)
    for slot in bound.reversed() { emit(.clearSlot, slot) }
    jump(.jumpBack, to: top, site: range)
    place(end)
    for slot in bound.reversed() { emit(.clearSlot, slot) }
  }

  func repeatLoop(
    _ target: LoopTarget, _ body: [TypedStatement], _ test: TypedExpression, _ range: SourceRange
  ) {
    hoisting { repeatRounds(target, body, test, range) }
  }

  private func repeatRounds(
    _ target: LoopTarget, _ body: [TypedStatement], _ test: TypedExpression, _ range: SourceRange
  ) {
    let (further, end, top) = (newLabel(), newLabel(), newLabel())
    name(target, further, end)
    place(top)
    block(body)
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
        if walkCharacters(node, sequence, range) || walkParts(node, sequence, range)
          || walkPairs(node, sequence, range)
        {
          return
        }
        walk(node, sequence, range)
      case .iterator(let symbol, let iterator, let next):
        iterate(node, symbol, iterator, next, range)
      }
    }
  }

  /// Says where `continue` and `break` of a loop lead.
  private func name(_ target: LoopTarget, _ further: Label, _ end: Label) {
    continueLabels[ObjectIdentifier(target)] = exit(to: further)
    breakLabels[ObjectIdentifier(target)] = exit(to: end)
  }

  // MARK: - Over integers

  private func count(
    _ node: TypedFor, _ first: TypedExpression, _ last: TypedExpression, _ isClosed: Bool,
    _ range: SourceRange
  ) {
    let (end, top) = (newLabel(), newLabel())
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
    round(node, to: end) { further in
      guard own == nil else { return }
      test(node.pattern, .register(index), lowerer.final(node.elementType), to: further)
    }
    jump(.countUp, index, bound, to: top, site: range)
    place(end)
  }

  /// The register of a variable that takes values of a type.
  func register(of symbol: VariableSymbol, _ type: Type) -> Int? {
    guard let home = lowerer.register(of: symbol), home.kind == type.scalarKind else { return nil }
    return home.index
  }

  /// One round of a loop: binds the pattern, and goes on to the next where it or the condition does not
  /// hold.
  func round(_ node: TypedFor, to end: Label, _ bind: (_ further: Label) -> Void) {
    let further = newLabel()
    breakLabels[ObjectIdentifier(node.target)] = exit(to: end)
    inScope {
      continueLabels[ObjectIdentifier(node.target)] = exit(to: further)
      bind(further)
      if let condition = node.condition { jump(unless: condition, to: further) }
      block(node.body)
      place(further)
    }
  }

  // MARK: - By an iterator

  private func iterate(
    _ node: TypedFor, _ symbol: VariableSymbol, _ iterator: TypedExpression,
    _ next: TypedExpression, _ range: SourceRange
  ) {
    let (end, top) = (newLabel(), newLabel())
    inScope {
      declare(symbol, iterator)
      let slot = takeSlot()
      place(top)
      scoped { datum(next, into: slot) }
      jump(.jumpIfNone, slot, to: end)
      let type = lowerer.final(node.elementType)
      round(node, to: end) { further in
        test(.some(node.pattern, type), .slot(slot), .optional(type), to: further)
        // Nobody else shall hold what the body may change.
        if type.scalarKind == nil { emit(.clearSlot, slot) }
      }
      jump(.jumpBack, to: top, site: range)
      place(end)
      giveBack(slot)
    }
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
