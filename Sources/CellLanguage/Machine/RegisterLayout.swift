internal import CellChecking

/// How a value of scalars lies in registers in a row, field by field: a tuple of numbers, a struct of them,
/// a struct of such structs.
///
/// Boxed, the same value is an object of its own; code goes from one form to the other where a value is
/// put into an array, an optional and the like, and taken out of it.
final class RegisterLayout: Sendable {
  /// What lies in the place of one field.
  enum Part {
    case scalar(ScalarKind)
    case record(RegisterLayout)

    var width: Int {
      switch self {
      case .scalar: 1
      case .record(let layout): layout.width
      }
    }
  }

  /// The struct; `nil` for a tuple.
  let type: TypeObject?
  let parts: [Part]
  /// The register of each part, counted from the first.
  let offsets: [Int]
  /// How many registers there are.
  let width: Int
  /// The kinds of all parts, two bits each from the lowest on; `nil` when one of them is a record.
  private let kinds: Int?

  /// Values with more fields than this are always boxed: moving them would cost more than a box does.
  static let widest = 8

  /// `nil` when the parts are too many, or none.
  init?(_ parts: [Part], type: TypeObject?) {
    var offsets: [Int] = []
    var width = 0
    for part in parts {
      offsets.append(width)
      width += part.width
    }
    guard 1...Self.widest ~= width else { return nil }
    self.parts = parts
    self.type = type
    self.offsets = offsets
    self.width = width
    kinds = parts.reversed().reduce(0) { kinds, part in
      guard let kinds, case .scalar(let kind) = part else { return nil }
      return kinds << 2 | Int(kind.code)
    }
  }

  /// The value in registers, boxed.
  func datum(_ registers: Registers) -> Datum {
    var fields: [Datum] = []
    fields.reserveCapacity(parts.count)
    for (part, offset) in zip(parts, offsets) {
      switch part {
      case .scalar(let kind): fields.append(registers.datum(offset, kind))
      case .record(let layout): fields.append(layout.datum(registers.from(offset)))
      }
    }
    return type.map { .structure(StructObject($0, fields)) } ?? .tuple(TupleObject(fields))
  }

  /// Puts the boxed value at a cursor into registers; `false` when none is there.
  func spread(_ cursor: Cursor, into registers: Registers) -> Bool {
    if let kinds {
      guard let first = cursor.field(0) else { return false }
      for index in 0..<width {
        registers[index] = first.next(index).bits(ScalarKind(code: kinds >> (2 * index)))
      }
      return true
    }
    for index in parts.indices {
      guard let field = cursor.field(index) else { return false }
      switch parts[index] {
      case .scalar(let kind): registers[offsets[index]] = field.bits(kind)
      case .record(let layout):
        guard layout.spread(field, into: registers.from(offsets[index])) else { return false }
      }
    }
    return true
  }
}

extension ScalarKind {
  /// The kind by the lowest bits of a number.
  @inline(__always)
  fileprivate init(code: Int) { self.init(code: UInt16(truncatingIfNeeded: code & 3)) }
}

extension Cursor {
  /// The word that keeps the scalar that is here; one that was never set counts as 0.
  @inline(__always)
  fileprivate func bits(_ kind: ScalarKind) -> Int {
    switch kind {
    case .integer: integer() ?? 0
    case .floating: Int(bits: double() ?? 0)
    case .boolean: boolean() == true ? 1 : 0
    }
  }
}
