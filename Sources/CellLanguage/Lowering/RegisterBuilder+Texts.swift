internal import CellChecking
internal import CellSyntax

/// Texts made of pieces, and added to others.
extension RegisterBuilder {
  /// `"…\(piece)…"`, into a slot.
  func interpolation(_ pieces: [TypedExpression], into slot: Int) {
    // A text of its own: the pieces may speak of the variable in the slot.
    let text = takeSlot()
    emit(.emptyText, text)
    scoped {
      var run = TextRun()
      for piece in pieces {
        // What is computed may change variables that are in the run.
        if !isPure(piece) { append(&run, to: text) }
        if add(piece, to: &run) { continue }
        append(&run, to: text)
        let part = takeSlot()
        datum(piece, into: part)
        if type(piece) != .string { emit(.describe, part, type: type(piece)) }
        emit(.cursorSlot, text)
        emit(.concatenate, part)
        giveBack(part)
      }
      append(&run, to: text)
    }
    emit(.cursorSlot, slot)
    emit(.writeDatum, text)
    giveBack(text)
  }

  /// `target += value` for texts and arrays
  func concatenate(_ value: TypedExpression, to target: TypedExpression) {
    let ready = ready(value, besides: target)
    if case .variable(let symbol) = target.kind, let tail = lowerer.tail(of: symbol) {
      let end = TextEnd.tail(tail, of: lowerer.slot(of: symbol))
      if let ready { return append(ready: ready, to: end) }
      let (piece, isOwn) = slot(of: value, isSteady: true)
      emit(end, .growText, .appendText, piece)
      if isOwn { giveBack(piece) }
      return
    }
    if let ready, isPlace(target) {
      // Without a text of its own for what is added.
      let settled = settle(target, for: .brief)
      go(settled.place, unique: true)
      append(ready: ready, to: .cursor)
      return finish(settled)
    }
    let slot = takeSlot()
    datum(value, into: slot)
    let settled = settle(target, for: .brief)
    go(settled.place, unique: true)
    emit(.concatenate, slot)
    finish(settled)
    giveBack(slot, isEmpty: true)
  }

  /// `a + b` for texts and arrays
  func concatenation(_ operands: [TypedExpression], into slot: Int) {
    withSlot { whole in
      datum(operands[0], into: whole)
      let part = takeSlot()
      datum(operands[1], into: part)
      emit(.cursorSlot, whole)
      emit(.concatenate, part)
      giveBack(part, isEmpty: true)
      emit(.cursorSlot, slot)
      emit(.writeDatum, whole)
    }
  }

  // MARK: - What lies ready

  /// The pieces of a text that lie ready, so that nothing can go wrong before they are added; `nil` when
  /// something is to be computed.
  private func ready(
    _ value: TypedExpression, besides target: TypedExpression
  ) -> [TypedExpression]? {
    guard type(target) == .string else { return nil }
    var pieces = [value]
    if case .interpolation(let parts) = value.kind { pieces = parts }
    return pieces.allSatisfy { isReady($0, besides: target) } ? pieces : nil
  }

  /// Whether a piece lies ready, and elsewhere than the text that it is added to.
  private func isReady(_ piece: TypedExpression, besides target: TypedExpression) -> Bool {
    switch piece.kind {
    case .string: return isText(piece)
    case .variable(let symbol):
      if type(piece) == .int { return lowerer.register(of: piece) != nil }
      if case .variable(let other) = target.kind, other === symbol { return false }
      return textSlot(piece) != nil
    default: return false
    }
  }

  /// Whether it is a text in any of its forms.
  private func isText(_ piece: TypedExpression) -> Bool {
    [.string, .character, .substring].contains(type(piece).nominal)
  }

  /// The slot of a variable that is a text.
  private func textSlot(_ piece: TypedExpression) -> Int? {
    guard case .variable = piece.kind, isText(piece) else { return nil }
    return route(to: piece)?.wholeSlot
  }

  /// Adds pieces that lie ready.
  private func append(ready pieces: [TypedExpression], to end: TextEnd) {
    var run = TextRun()
    for piece in pieces {
      if let slot = textSlot(piece) {
        append(&run, to: end)
        emit(end, .growText, .appendText, slot)
      } else {
        _ = add(piece, to: &run)
      }
    }
    append(&run, to: end)
  }

  // MARK: - Tails

  /// Gives a text that a loop adds to a tail in registers.
  func beginTail(of symbol: VariableSymbol) {
    guard symbol.growsInLoop, !symbol.isBoxed, lowerer.final(symbol.type) == .string else { return }
    load(0, into: lowerer.newTail(of: symbol))
  }

  // MARK: - Runs

  /// Adds a literal or an integer to a run; `false` when the piece is something else.
  private func add(_ piece: TypedExpression, to run: inout TextRun) -> Bool {
    if case .string(let literal) = piece.kind, isText(piece) {
      run.add(literal: literal)
    } else if type(piece) == .int {
      run.add(decimalIn: scalar(piece))
    } else {
      return false
    }
    return true
  }

  /// Adds a run to the text in a slot and empties it.
  private func append(_ run: inout TextRun, to text: Int) {
    guard !run.isEmpty else { return }
    emit(.cursorSlot, text)
    append(&run, to: .cursor)
  }

  /// Adds a run and empties it.
  private func append(_ run: inout TextRun, to end: TextEnd) {
    if run.isEmpty { return }
    if let literal = run.onlyLiteral {
      parts.literals.append(literal)
      emit(end, .growLiteral, .appendLiteral, parts.literals.count - 1)
    } else {
      parts.runs.append(run)
      emit(end, .growRun, .appendRun, parts.runs.count - 1)
    }
    run = TextRun()
  }

  /// Adds what has a number, or lies in a slot, to the end of a text.
  private func emit(_ end: TextEnd, _ grow: Opcode, _ append: Opcode, _ piece: Int) {
    switch end {
    case .cursor: emit(append, piece)
    case .tail(let tail, let slot): emit(grow, slot, piece, tail)
    }
  }
}

/// Where a text is added to.
private enum TextEnd {
  /// The text at the cursor.
  case cursor
  /// The tail from a register on of the text in a slot.
  case tail(Int, of: Int)
}
