internal import CellChecking

extension CellRunner {
  /// The ways to complete a source text at `offset` (in UTF-8), which may be unfinished or wrong.
  ///
  ///     ps[0].|                 the members of an element
  ///     train(network, st|      the label `steps:`
  ///     loadImages("da|         the content of the literal, and what it is an argument of
  ///
  /// Nothing runs; the text is checked as it would be before running. Where nothing is typed yet only
  /// one's own names are offered.
  public func completions(
    in source: String, at offset: Int, from state: CellState
  ) -> CompletionList {
    onLargeStack { _ in completed(Array(source.utf8), at: offset, from: state) }
  }

  private func completed(
    _ bytes: [UInt8], at offset: Int, from state: CellState
  ) -> CompletionList {
    let cursorOffset = min(max(offset, 0), bytes.count)
    guard let cursor = CursorText(bytes, at: cursorOffset) else {
      return CompletionList(replacing: cursorOffset..<cursorOffset)
    }
    var place = CursorPlace(cursor)
    if place == .literal {
      guard let whole = cursor.replacingLiteral(of: bytes) else {
        return CompletionList(replacing: cursor.replacing)
      }
      let search = CompletionSearch(whole, .literal, compiler(state))
      return CompletionList(replacing: whole.replacing, literal: search.literal)
    }
    guard place != .nothing else { return CompletionList(replacing: cursor.replacing) }
    var search = CompletionSearch(cursor, place, compiler(state))
    if search.inquiry.finding == nil, cursorOffset < bytes.count {
      // What comes after the cursor may keep what is before it from being understood.
      if let short = CursorText(Array(bytes[..<cursorOffset]), at: cursorOffset) {
        place = CursorPlace(short)
        let other = CompletionSearch(short, place, compiler(state))
        if other.inquiry.finding != nil { search = other }
      }
    }
    return CompletionList(replacing: cursor.replacing, candidates: search.candidates)
  }

  /// How the call that the cursor is in can be made, the likeliest first; empty where it is in none.
  ///
  /// - Parameter offset: where the cursor is, in UTF-8.
  public func signature(
    in source: String, at offset: Int, from state: CellState
  ) -> [CallHint] {
    onLargeStack { _ in
      let bytes = Array(source.utf8)
      let cursorOffset = min(max(offset, 0), bytes.count)
      guard var cursor = CursorText(bytes, at: cursorOffset) else { return [] }
      if !cursor.isInCode {
        guard let whole = cursor.replacingLiteral(of: bytes) else { return [] }
        cursor = whole
      }
      var search = CompletionSearch(cursor, .nothing, compiler(state))
      if search.inquiry.call == nil, cursorOffset < bytes.count,
        let short = CursorText(Array(bytes[..<cursorOffset]), at: cursorOffset), short.isInCode
      {
        search = CompletionSearch(short, .nothing, compiler(state))
      }
      return search.hints
    }
  }

  func compiler(_ state: CellState) -> Compiler {
    Compiler(state.environment, library: declarations)
  }
}

extension CompletionSearch {
  /// How the call around the cursor can be made, those first that what is written fits.
  var hints: [CallHint] {
    guard let call = inquiry.call else { return [] }
    let hints = call.options.map { option in
      let text = option.text(call.name, compiler)
      let documentation =
        if case .function(let symbol) = option.candidate.target {
          compiler.documentation(of: symbol)
        } else { "" }
      return CallHint(
        text: text.text, parameters: text.parameters, active: option.activeParameter(call),
        documentation: documentation)
    }
    var seen: Set<String> = []
    return (hints.filter { $0.active != nil } + hints.filter { $0.active == nil })
      .filter { seen.insert($0.text).inserted }
  }
}
