internal import CellChecking
internal import CellSyntax

/// Loops over what a text consists of, taken from it one after the other.
extension RegisterBuilder {
  /// A walk along the characters of a text; `false` when it is over something else.
  func walkCharacters(
    _ node: TypedFor, _ sequence: TypedExpression, _ range: SourceRange
  ) -> Bool {
    guard case .call(.function(let reference), let arguments) = sequence.kind, arguments.count == 1,
      lowerer.final(reference).symbol.intrinsic == .characters
    else { return false }
    let rest = lowerer.newSlot()
    datum(arguments[0].value, into: rest)
    emit(.beginCharacters, rest)
    take(node, from: rest, range) { slot, end in jump(.takeCharacter, slot, rest, to: end) }
    return true
  }

  /// A walk along `text.split(separator: "c")`; `false` when it is over something else.
  func walkParts(
    _ node: TypedFor, _ sequence: TypedExpression, _ range: SourceRange
  ) -> Bool {
    guard let (text, separator, omitsEmpty) = split(sequence) else { return false }
    let rest = lowerer.newSlot()
    parts.splits.append(TextSplit(rest: rest, separator: separator, omitsEmpty: omitsEmpty))
    let split = parts.splits.count - 1
    datum(text, into: rest)
    emit(.beginParts, rest, split)
    take(node, from: rest, range) { slot, end in jump(.takePart, slot, split, to: end) }
    return true
  }

  /// The rounds of a loop for each of which something is taken, until there is nothing left.
  private func take(
    _ node: TypedFor, from rest: Int, _ range: SourceRange,
    _ next: (_ slot: Int, _ end: Label) -> Void
  ) {
    let (end, top) = (newLabel(), newLabel())
    place(top)
    var own: Int?
    if case .binding(let symbol) = node.pattern { own = plainSlot(of: symbol) }
    let slot = own ?? takeSlot()
    next(slot, end)
    round(node, to: end) { further in
      guard own == nil else { return }
      test(node.pattern, .slot(slot), lowerer.final(node.elementType), to: further)
      giveBack(slot)
    }
    jump(.jumpBack, to: top, site: range)
    place(end)
    emit(.clearSlot, rest)
  }

  /// What a call of `split` splits, by a literal of one byte, and into any number of parts.
  private func split(
    _ call: TypedExpression
  ) -> (text: TypedExpression, separator: UInt8, omitsEmpty: Bool)? {
    guard case .call(.function(let reference), let arguments) = call.kind, arguments.count == 4,
      lowerer.final(reference).symbol.intrinsic == .split,
      case .string(let separator) = arguments[1].value.kind,
      type(arguments[1].value).nominal === Nominal.character,
      separator.utf8.count == 1, let byte = separator.utf8.first, byte.isSimple,
      limit(arguments[2].value) == Int.max,
      case .boolean(let omitsEmpty) = arguments[3].value.kind
    else { return nil }
    return (arguments[0].value, byte, omitsEmpty)
  }
}
