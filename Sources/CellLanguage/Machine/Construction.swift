internal import CellChecking
internal import CellSyntax

/// A value that register code makes of others.
final class Construction: @unchecked Sendable {
  // Never changed after it is made.

  enum Kind {
    case tuple
    case structure(TypeObject)
    /// A case by its number.
    case enumeration(TypeObject, Int)
    case array(ArrayStorage)
    /// With the part that each stored property begins with; `nil` for those that an initialiser sets.
    case instance(TypeObject, [Int?])
    /// Keys and values in turn
    case dictionary(Site)
    case set
    /// A range, from its bounds.
    case range(TypeObject, IntegerWidth?, Site)
    /// A function with what it captures.
    case closure(CompiledFunction)
  }

  private let kind: Kind
  private let parts: [Operand]

  init(_ kind: Kind, _ parts: [Operand]) {
    self.kind = kind
    self.parts = parts
  }

  func make(
    _ machine: Machine, _ registers: Registers, _ slots: Slots, _ cursor: Cursor
  ) throws -> Datum {
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
    case .dictionary(let site): try dictionary(boxed(registers, slots, cursor), machine, site)
    case .set: try set(boxed(registers, slots, cursor), machine)
    case .range(let type, let width, let site):
      try range(type, width, site, boxed(registers, slots, cursor))
    case .closure(let function):
      .closure(ClosureObject(function, boxed(registers, slots, cursor)))
    }
  }

  private func dictionary(_ parts: [Datum], _ machine: Machine, _ site: Site) throws -> Datum {
    let table = DictionaryObject()
    for index in stride(from: 0, to: parts.count, by: 2) {
      guard try machine.store(parts[index + 1], for: parts[index], in: table) else {
        throw Fault("Fatal error: Dictionary literal contains duplicate keys", at: site)
      }
    }
    return .dictionary(table)
  }

  private func set(_ parts: [Datum], _ machine: Machine) throws -> Datum {
    let table = DictionaryObject()
    for part in parts { try machine.store(.void, for: part, in: table) }
    return .set(table)
  }

  private func range(
    _ type: TypeObject, _ width: IntegerWidth?, _ site: Site, _ bounds: [Datum]
  ) throws -> Datum {
    let isReversed =
      if width?.bits == 64, width?.isSigned == false, let x = bounds[0].integer,
        let y = bounds[1].integer
      {
        UInt(bitPattern: x) > UInt(bitPattern: y)
      } else {
        (bounds[0].compare(bounds[1]) ?? 0) > 0
      }
    if isReversed {
      throw Fault("Fatal error: Range requires lowerBound <= upperBound", at: site)
    }
    return .structure(StructObject(type, bounds))
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
  ) throws {
    slots[Int(slot)] = try unsafe construction._withUnsafeGuaranteedRef {
      try $0.make(self, registers, slots, cursor)
    }
  }
}

extension Construction: CustomStringConvertible {
  var description: String {
    let name =
      switch kind {
      case .tuple: "tuple"
      case .structure(let type), .enumeration(let type, _), .instance(let type, _),
        .range(let type, _, _):
        "\(type.type)"
      case .array: "array"
      case .dictionary: "dictionary"
      case .set: "set"
      case .closure(let function): function.name
      }
    return "\(name)(\(parts.map(\.description).joined(separator: ", ")))"
  }
}
