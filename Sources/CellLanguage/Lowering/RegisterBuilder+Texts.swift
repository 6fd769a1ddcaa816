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
    if case .interpolation(let pieces) = value.kind, isPlace(target),
      pieces.allSatisfy({ isReady($0, besides: target) })
    {
      // Without a text of its own for what is added.
      let settled = settle(target, for: .brief)
      go(settled.place, unique: true)
      append(ready: pieces)
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

  /// Whether a piece lies ready, so that nothing can go wrong before it is added, and elsewhere than the
  /// text that it is added to.
  private func isReady(_ piece: TypedExpression, besides target: TypedExpression) -> Bool {
    switch piece.kind {
    case .string: return type(piece) == .string
    case .variable:
      if type(piece) == .int { return lowerer.register(of: piece) != nil }
      guard let slot = textSlot(piece) else { return false }
      return slot != route(to: target)?.wholeSlot
    default: return false
    }
  }

  /// Adds pieces that lie ready to the text at the cursor.
  private func append(ready pieces: [TypedExpression]) {
    var run = TextRun()
    for piece in pieces {
      if let slot = textSlot(piece) {
        append(&run)
        emit(.appendText, slot)
      } else {
        _ = add(piece, to: &run)
      }
    }
    append(&run)
  }

  /// The slot of a variable that is a text.
  private func textSlot(_ piece: TypedExpression) -> Int? {
    guard case .variable = piece.kind, type(piece) == .string else { return nil }
    return route(to: piece)?.wholeSlot
  }

  // MARK: - Runs

  /// Adds a literal or an integer to a run; `false` when the piece is something else.
  private func add(_ piece: TypedExpression, to run: inout TextRun) -> Bool {
    if case .string(let literal) = piece.kind, type(piece) == .string {
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
    append(&run)
  }

  /// Adds a run to the text at the cursor and empties it.
  private func append(_ run: inout TextRun) {
    if run.isEmpty { return }
    if let literal = run.onlyLiteral {
      parts.literals.append(literal)
      emit(.appendLiteral, parts.literals.count - 1)
    } else {
      parts.runs.append(run)
      emit(.appendRun, parts.runs.count - 1)
    }
    run = TextRun()
  }
}
