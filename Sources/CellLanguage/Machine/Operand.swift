internal import CellChecking

/// Where a value is that register code hands on boxed. Those of one use are in order, and all computed.
enum Operand {
  /// The slot of a variable, which keeps its value.
  case slot(Int)
  /// A slot whose value is wanted only here and moves out.
  case temporary(Int)
  case register(Int, ScalarKind)
  case constant(Datum)
  /// What is at the cursor, or in a slot, moved out for the time of a call.
  case lent
  case lentSlot(Int)

  @inline(__always)
  func take(_ registers: Registers, _ slots: Slots, _ cursor: Cursor) -> Datum {
    switch self {
    case .slot(let slot): slots[slot]
    case .temporary(let slot): slots.cursor(slot).take()
    case .register(let register, let kind): registers.datum(register, kind)
    case .constant(let value): value
    case .lent: cursor.take()
    case .lentSlot(let slot): slots.cursor(slot).take()
    }
  }
}

extension Operand: CustomStringConvertible {
  var description: String {
    switch self {
    case .slot(let slot), .temporary(let slot): "s\(slot)"
    case .register(let register, _): "r\(register)"
    case .constant(let value): value.listing
    case .lent: "&"
    case .lentSlot(let slot): "&s\(slot)"
    }
  }
}
