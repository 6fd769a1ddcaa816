/// Instructions on texts and characters.
extension Machine {
  @inline(never)
  func performOnText(
    _ i: Instruction.Fetched, _ code: CodePointer, _ r: Registers, _ slots: Slots,
    _ cursor: Cursor
  ) throws {
    switch i.opcode {
    case .testCharacter: r[i.a] = slots.cursor(Int(i.b)).holds(i.c) ? 1 : 0
    case .equal:
      r[i.a] = slots.cursor(Int(i.b)).isEqual(to: slots.cursor(Int(i.c))) ? 1 : 0
    case .equalConstant:
      r[i.a] = slots.cursor(Int(i.b)).isEqual(to: code.cursor(toDatum: i.c)) ? 1 : 0
    case .growLiteral:
      code.add(literal: i.b, to: TextTail(r.from(Int(i.c))), of: slots.cursor(Int(i.a)))
    case .growRun:
      code.add(run: i.b, r, to: TextTail(r.from(Int(i.c))), of: slots.cursor(Int(i.a)))
    case .endGrowth: TextTail(r.from(Int(i.b))).move(to: slots.cursor(Int(i.a)))
    case .concatenate:
      let value = slots[Int(i.a)]
      slots[Int(i.a)] = .void
      try cursor.append(contentsOf: value, self)
    case .emptyText: slots[Int(i.a)] = .string("")
    case .appendLiteral: code.append(literal: i.a, to: cursor)
    case .appendRun: code.append(run: i.a, r, to: cursor)
    case .appendText: try cursor.append(contentsOf: slots[Int(i.a)], self)
    case .beginParts: slots.cursor(Int(i.a)).beginParts(code.split(i.b))
    case .beginCharacters: slots.cursor(Int(i.a)).beginCharacters()
    case .readTextCount: r[i.a] = cursor.textCount()
    case .readSlotTextCount: r[i.a] = slots.cursor(Int(i.b)).textCount()
    case .readSlotByteCount: r[i.a] = slots[Int(i.b)].byteCount
    default: break
    }
  }
}
