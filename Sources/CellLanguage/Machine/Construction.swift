/// A value that register code makes of others.
final class Construction: Sendable {
  enum Kind {
    case tuple
    case structure(TypeObject)
    /// A case by its number.
    case enumeration(TypeObject, Int)
    case array(ArrayStorage)
    /// With the part that each stored property begins with; `nil` for those that an initialiser sets.
    case instance(TypeObject, [Int?])
  }

  private let kind: Kind
  private let parts: [Operand]

  init(_ kind: Kind, _ parts: [Operand]) {
    self.kind = kind
    self.parts = parts
  }

  func make(_ machine: Machine, _ registers: Registers, _ slots: Slots, _ cursor: Cursor) -> Datum {
    switch kind {
    case .tuple: .tuple(TupleObject(boxed(registers, slots, cursor)))
    case .structure(let type): .structure(StructObject(type, boxed(registers, slots, cursor)))
    case .enumeration(let type, let index):
      .enumeration(EnumObject(type, index, boxed(registers, slots, cursor)))
    case .array(.ints): Int.array(of: elements(registers, slots, cursor))
    case .array(.doubles): Double.array(of: elements(registers, slots, cursor))
    case .array(.bools): Bool.array(of: elements(registers, slots, cursor))
    case .array(.values): .values(boxed(registers, slots, cursor))
    case .instance(let type, let initial):
      .instance(
        InstanceObject(
          type, fields(initial, registers, slots, cursor), machine.graveyard(for: type)))
    }
  }

  private func fields(
    _ initial: [Int?], _ registers: Registers, _ slots: Slots, _ cursor: Cursor
  ) -> [Datum] {
    var values: [Datum] = []
    values.reserveCapacity(initial.count)
    for part in initial {
      values.append(part.map { parts[$0].take(registers, slots, cursor) } ?? .void)
    }
    return values
  }

  private func boxed(_ registers: Registers, _ slots: Slots, _ cursor: Cursor) -> [Datum] {
    var values: [Datum] = []
    values.reserveCapacity(parts.count)
    for part in parts { values.append(part.take(registers, slots, cursor)) }
    return values
  }

  private func elements<Element: ArrayElement>(
    _ registers: Registers, _ slots: Slots, _ cursor: Cursor
  ) -> [Element] {
    var values: [Element] = []
    values.reserveCapacity(parts.count)
    for part in parts { values.append(Element(boxed: part.take(registers, slots, cursor))) }
    return values
  }
}

extension Machine {
  /// Makes a value in a slot.
  @inline(never)
  func construct(
    _ construction: Unmanaged<Construction>, in slot: UInt16, _ registers: Registers,
    _ slots: Slots, _ cursor: Cursor
  ) {
    slots[Int(slot)] = unsafe construction._withUnsafeGuaranteedRef {
      $0.make(self, registers, slots, cursor)
    }
  }
}
