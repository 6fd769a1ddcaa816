internal import CellChecking

/// Instructions that work on boxed values, or seldom.
///
/// Apart from the interpreter's loop, which is the faster the less is in it.
extension Machine {
  /// Does what an instruction says that does not jump and leaves the cursor where it is.
  @inline(never)
  func perform(
    _ i: Instruction.Fetched, _ code: CodePointer, _ next: InstructionPointer, _ r: Registers,
    _ slots: Slots, _ cursor: Cursor
  ) throws {
    switch i.opcode {
    case .lookUp:
      slots[Int(i.a)] = try there(
        cursor.value(for: slots.cursor(Int(i.b))), cursor, code, next)
    case .appendDatum:
      let value = slots[Int(i.a)]
      slots[Int(i.a)] = .void
      try done(cursor.append(value), cursor, code, next)
    case .loadDatum: slots[Int(i.a)] = code.datum(i.b)
    case .pack:
      slots[Int(i.a)] = unsafe code.layout(i.c)._withUnsafeGuaranteedRef {
        $0.datum(r.from(Int(i.b)))
      }
    case .unpack:
      let isThere = unsafe code.layout(i.b)._withUnsafeGuaranteedRef {
        $0.spread(cursor, into: r.from(Int(i.a)))
      }
      try done(isThere, cursor, code, next)
    case .construct:
      try unsafe construct(code.construction(i.b), in: i.a, r, slots, cursor)
    case .checkSome:
      if slots.isNone(Int(i.a)) {
        throw Fault.foundNil(code.site(before: next), isImplicit: i.b != 0)
      }
    case .integerFromDouble:
      r[i.a] = try integer(from: r.double(i.b), code, next)
    case .callNative:
      try unsafe callNative(code.native(i.b), to: i.a, r, slots, cursor)
    default: break
    }
  }

  /// At the value for a key of a dictionary, which gets one first where there is none.
  @inline(never)
  func entry(
    _ i: Instruction.Fetched, _ code: CodePointer, _ next: InstructionPointer, _ r: Registers,
    _ slots: Slots, _ cursor: Cursor
  ) throws -> Cursor {
    let standard = Datum(bits: r[i.b], ScalarKind(code: i.c))
    return try there(
      cursor.uniqueEntry(slots[Int(i.a)], orPut: standard), cursor, code, next)
  }

  /// An operation on integers that has no instruction of its own.
  @inline(never)
  func compute(
    _ index: UInt16, _ code: CodePointer, _ i: Instruction.Fetched, _ r: Registers
  ) throws {
    let item = code.operation(index)
    r[i.a] = try item.width.apply(
      item.operation, r[i.b], r[i.c], code.operands(of: index).type, code.operands(of: index).site)
  }

  private func integer(
    from value: Double, _ code: CodePointer, _ next: InstructionPointer
  ) throws -> Int {
    if value >= -0x1p63, value < 0x1p63 { return Int(value) }
    throw Fault.unrepresentable(value, .double, as: .int, code.site(before: next))
  }
}
