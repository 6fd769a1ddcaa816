internal import CellChecking
internal import CellSyntax

/// An `inout` argument: in a slot of its own for the time of a call, unless it is a variable in a slot.
struct Lent {
  let settled: Settled
  let slot: Int
  /// Whether the value moves there and back.
  let moves: Bool
}

extension RegisterBuilder {
  /// Computes what the places of `inout` arguments need, in order; what stands before one whose way
  /// computes something is computed first. Answers the slots that this took.
  func prepare(_ arguments: inout [TypedArgument]) -> [Int] {
    guard let last = arguments.lastIndex(where: \.isInout) else { return [] }
    var temporaries: [Int] = []
    let isOrdered = arguments[...last].contains { $0.isInout && !isPlace($0.value) }
    for index in 0...last {
      let value = arguments[index].value
      if arguments[index].isInout {
        arguments[index].value = fix(value, for: .lasting, &temporaries)
      } else if isOrdered, !isPure(value) {
        let value = temporary(value)
        temporaries += value.temporaries
        arguments[index].value = value.place
      }
    }
    return temporaries
  }

  /// Moves the values of `inout` arguments to where a call finds them; answers them by their numbers.
  func lend(_ arguments: [TypedArgument]) -> [Int: Lent] {
    var lent: [Int: Lent] = [:]
    for (index, argument) in arguments.enumerated() where argument.isInout {
      let place = lend(argument.value)
      if place.moves { take(place.settled.place, into: place.slot) }
      lent[index] = place
    }
    return lent
  }

  private func lend(_ place: TypedExpression) -> Lent {
    if case .variable(let symbol) = place.kind, isConstant(symbol) || type(place).isClass {
      // The change is lost: that of a reference, or of what its initialiser has yet to set.
      return lend(temporary(place))
    }
    return lend(open(place, for: .brief))
  }

  private func isConstant(_ symbol: VariableSymbol) -> Bool {
    symbol.isLet && symbol.hasInitialValue && !symbol.isInout
  }

  private func lend(_ settled: Settled) -> Lent {
    if case .variable(let symbol) = settled.place.kind, let slot = plainSlot(of: symbol) {
      return Lent(settled: settled, slot: slot, moves: false)
    }
    return Lent(settled: settled, slot: takeSlot(), moves: true)
  }

  private func end(_ lent: Lent) {
    if lent.moves { put(lent.slot, to: lent.settled.place) }
    handBack(lent.settled)
  }

  /// A call to which values are lent: they come back whether it fails or not.
  ///
  /// - Parameter erased: the slot of the type in whose form the first one comes back.
  func lending(_ lent: [Lent], erasing erased: Int? = nil, _ call: () -> Void) {
    guard lent.contains(where: { $0.moves || !$0.settled.closings.isEmpty }) || erased != nil else {
      call()
      return lent.forEach(giveBack)
    }
    let (failed, after) = (newLabel(), newLabel())
    func comeBack() {
      if let erased { emit(.eraseAs, lent[0].slot, erased) }
      lent.reversed().forEach(end)
    }
    withSlot { error in
      let callsSetter = lent.contains { $0.settled.callsSetter }
      guarded(callsSetter ? .passing : .all, by: failed, slot: error, call)
      comeBack()
      jump(.jump, to: after)
      place(failed)
      comeBack()
      emit(.rethrow, error)
      place(after)
    }
    lent.forEach(giveBack)
  }

  private func giveBack(_ lent: Lent) {
    lent.settled.temporaries.forEach { giveBack($0) }
    if lent.moves { giveBack(lent.slot, isEmpty: true) }
  }
}

extension Type {
  /// Whether it is a class.
  var isClass: Bool { nominal?.kind == .class }
}
