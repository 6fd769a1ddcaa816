internal import CellChecking
internal import CellSyntax

/// A block that is left: what must happen on the way out, wherever that leads.
final class Scope {
  /// The slots of what it declares, where it can be seen when their values end.
  var declared: [Int] = []
  /// What a `defer` has run.
  let deferral: Deferral?

  init(_ deferral: Deferral? = nil) { self.deferral = deferral }
}

/// The body of a `defer`: there once, with a number in a register that says where to go on.
final class Deferral {
  let label: RegisterBuilder.Label
  let register: Int
  var exits: [RegisterBuilder.Exit] = []

  init(_ label: RegisterBuilder.Label, _ register: Int) {
    self.label = label
    self.register = register
  }
}

extension RegisterBuilder {
  /// A way out of blocks.
  struct Exit {
    enum Kind {
      case jump(Label)
      /// Returns what waits in the register or slot for that, or nothing.
      case returnScalar, returnRecord, returnSlot, returnVoid
      /// Throws on the error in a slot.
      case rethrow(Int)
    }

    let kind: Kind
    /// How many scopes there are where it leads.
    let depth: Int
  }

  /// A way out to a label, for code that is now in so many scopes.
  func exit(to label: Label) -> Exit { Exit(kind: .jump(label), depth: scopes.count) }

  /// Goes out of scopes: their variables end, and what they defer runs.
  func leave(_ exit: Exit) {
    for scope in scopes[exit.depth...].reversed() {
      clear(scope)
      guard let deferral = scope.deferral else { continue }
      deferral.exits.append(exit)
      load(deferral.exits.count, into: deferral.register)
      return jump(.jump, to: deferral.label)
    }
    if case .jump(let label) = exit.kind { return jump(.jump, to: label) }
    if !returnsAtOnce { emit(.bury) }
    switch exit.kind {
    case .jump: break
    case .returnScalar: emit(.returnScalar, returnedRegister)
    case .returnRecord: emit(.returnRecord, returnedRecord, parts.result.width)
    case .returnSlot: emit(.returnSlot, returnedSlot)
    case .returnVoid: emit(.returnVoid)
    case .rethrow(let slot): emit(.rethrow, slot)
    }
  }

  private func clear(_ scope: Scope) {
    for slot in scope.declared.reversed() { emit(.clearSlot, slot) }
  }

  /// Notes that a variable has its value until the block ends.
  func declared(_ slot: Int) {
    let own = lowerer.function.returnsSelf
    guard lowerer.endsAreSeen, own == nil || slot != own.flatMap({ plainSlot(of: $0) }) else {
      return
    }
    scopes.last?.declared.append(slot)
  }

  /// Code whose variables end with it.
  func inScope(_ body: () -> Void) {
    scopes.append(Scope())
    body()
    clear(scopes.removeLast())
  }

  /// Whether leaving all scopes needs more than a return.
  var returnsAtOnce: Bool {
    scopes.allSatisfy { $0.deferral == nil && $0.declared.isEmpty }
  }

  // MARK: - Blocks

  /// Statements in order, whose variables end with them.
  func block(_ list: [TypedStatement]) {
    inScope { inOrder(list) }
  }

  private func inOrder(_ list: [TypedStatement]) {
    for (index, item) in list.enumerated() {
      guard case .deferring(let body) = item.kind else {
        statement(item)
        continue
      }
      let isTopLevel = list.contains { if case .boundary = $0.kind { true } else { false } }
      return deferring(body, until: Array(list[(index + 1)...]), isTopLevel: isTopLevel)
    }
  }

  /// What follows a `defer`, and then its body, on whatever way.
  private func deferring(
    _ body: [TypedStatement], until rest: [TypedStatement], isTopLevel: Bool
  ) {
    let deferral = Deferral(newLabel(), lowerer.newRegister())
    let (handler, end) = (newLabel(), newLabel())
    let error = takeSlot()
    let inner = Scope()
    scopes += [Scope(deferral), inner]
    guarded(.passing, by: handler, slot: error) { inOrder(rest) }
    clear(inner)
    scopes.removeLast(2)
    load(0, into: deferral.register)
    jump(.jump, to: deferral.label)
    place(handler)
    clear(inner)
    // What the statement that did not finish has done is undone before, and not with what follows.
    if isTopLevel { emit(.undoStatement) }
    deferral.exits.append(Exit(kind: .rethrow(error), depth: 0))
    let failed = deferral.exits.count
    load(failed, into: deferral.register)
    place(deferral.label)
    block(body)
    if isTopLevel {
      let goOn = newLabel()
      jump(.jumpIfNotEqualImmediate, deferral.register, failed, to: goOn)
      emit(.noteVariables)
      place(goOn)
    }
    jump(.jumpIfEqualImmediate, deferral.register, 0, to: end)
    for (number, exit) in deferral.exits.enumerated() {
      let next = newLabel()
      jump(.jumpIfNotEqualImmediate, deferral.register, number + 1, to: next)
      if case .rethrow(let slot) = exit.kind { emit(.rethrow, slot) } else { leave(exit) }
      place(next)
    }
    place(end)
    giveBack(error)
  }
}
