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
        escape(lowerer.interpolation([piece]), into: part)
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

  /// `target += value` for texts and arrays; `false` when a closure must.
  func concatenate(_ value: TypedExpression, to target: TypedExpression) -> Bool {
    guard let route = route(to: target), route.isWritable else { return false }
    if case .interpolation(let pieces) = value.kind,
      pieces.allSatisfy({ isReady($0, besides: route) })
    {
      // Without a text of its own for what is added.
      go(route, indices(route), butLast: 0, unique: true, target.range)
      append(ready: pieces)
      return true
    }
    let slot = takeSlot()
    datum(value, into: slot)
    go(route, indices(route), butLast: 0, unique: true, target.range)
    emit(.concatenate, slot)
    giveBack(slot)
    return true
  }

  /// Whether a piece lies ready, so that nothing can go wrong before it is added, and elsewhere than the
  /// text that it is added to.
  private func isReady(_ piece: TypedExpression, besides target: Route) -> Bool {
    switch piece.kind {
    case .string: return type(piece) == .string
    case .variable:
      if type(piece) == .int { return lowerer.register(of: piece) != nil }
      guard let slot = textSlot(piece) else { return false }
      return slot != target.wholeSlot
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
