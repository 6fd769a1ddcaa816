internal import CellChecking
internal import CellSyntax

extension IntegerWidth {
  /// A literal as a value of this width; `nil` when it does not fit.
  func value(_ magnitude: UInt64, isNegative: Bool) -> Int? {
    if isNegative {
      guard isSigned, magnitude <= UInt64(1) << UInt64(bits - 1) else {
        return magnitude == 0 ? 0 : nil
      }
      return Int(truncatingIfNeeded: 0 &- magnitude)
    }
    let limit =
      isSigned
      ? (UInt64(1) << UInt64(bits - 1)) - 1
      : (bits == 64 ? UInt64.max : (UInt64(1) << UInt64(bits)) - 1)
    guard magnitude <= limit else { return nil }
    return Int(truncatingIfNeeded: magnitude)
  }

  /// Whether a value fits.
  func contains(_ value: Int) -> Bool {
    if bits == 64 { return isSigned || value >= 0 }
    if isSigned { return value >= -(1 << (bits - 1)) && value < 1 << (bits - 1) }
    return value >= 0 && value < 1 << bits
  }

  /// The value cut to this width.
  func truncate(_ value: Int) -> Int {
    if bits == 64 { return value }
    let mask = (1 << bits) - 1
    let low = value & mask
    return isSigned && low >= 1 << (bits - 1) ? low - (1 << bits) : low
  }
}

extension Operation {
  var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .remainder, .wrappingAdd, .wrappingSubtract,
      .wrappingMultiply, .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .wrappingShiftLeft,
      .wrappingShiftRight:
      true
    default: false
    }
  }
}

extension IntegerWidth {
  /// An integer operation of any width; type and place are asked for where it fails only.
  func apply(
    _ operation: Operation, _ x: Int, _ y: Int, _ type: @autoclosure () -> Type,
    _ site: @autoclosure () -> Site?
  ) throws -> Int {
    // Of all widths, only `UInt64` has values that `Int` has not: those take words without a sign.
    let result =
      bits == 64 && !isSigned
      ? apply(operation, UInt(bitPattern: x), UInt(bitPattern: y)).map { Int(bitPattern: $0) }
      : apply(operation, x, y)
    if let result { return result }
    let name: String
    switch operation {
    case .add: name = "+"
    case .subtract: name = "-"
    case .multiply: name = "*"
    default:
      let mistake = y == 0 ? "Division by zero" : "Division results in an overflow"
      let place = operation == .remainder ? " in remainder operation" : ""
      throw Fault("Fatal error: " + mistake + place, at: site())
    }
    throw Fault.overflow(name, x, y, type(), site())
  }

  /// The operation on words that hold all values of the width; `nil` where it has no result.
  @inline(__always)
  private func apply<Word: FixedWidthInteger>(
    _ operation: Operation, _ x: Word, _ y: Word
  ) -> Word? {
    let count = Int(truncatingIfNeeded: y)
    switch operation {
    case .add: return checked(x.addingReportingOverflow(y))
    case .subtract: return checked(x.subtractingReportingOverflow(y))
    case .multiply: return checked(x.multipliedReportingOverflow(by: y))
    case .divide: return y == 0 ? nil : checked(x.dividedReportingOverflow(by: y))
    case .remainder:
      // Where the quotient has no room, there is no remainder either: `Int8.min % -1`.
      let hasRoom = !Word.isSigned || y != ~0 || contains(Int(truncatingIfNeeded: 0 &- x))
      return y == 0 || !hasRoom ? nil : checked(x.remainderReportingOverflow(dividingBy: y))
    case .wrappingAdd: return cut(x &+ y)
    case .wrappingSubtract: return cut(x &- y)
    case .wrappingMultiply: return cut(x &* y)
    case .bitAnd: return x & y
    case .bitOr: return x | y
    case .bitXor: return cut(x ^ y)
    case .shiftLeft:
      // Counts within a word, which nearly all are, are shifted by in one instruction.
      return cut(UInt(bitPattern: count) < 64 ? x &<< y : x << count)
    case .shiftRight: return UInt(bitPattern: count) < 64 ? x &>> y : cut(x >> count)
    case .wrappingShiftLeft: return cut(x &<< Word(truncatingIfNeeded: count & (bits - 1)))
    case .wrappingShiftRight: return x &>> Word(truncatingIfNeeded: count & (bits - 1))
    default: return 0
    }
  }

  @inline(__always)
  private func checked<Word: FixedWidthInteger>(
    _ result: (partialValue: Word, overflow: Bool)
  ) -> Word? {
    let isHeld = !Word.isSigned || contains(Int(truncatingIfNeeded: result.partialValue))
    return result.overflow || !isHeld ? nil : result.partialValue
  }

  @inline(__always)
  private func cut<Word: FixedWidthInteger>(_ word: Word) -> Word {
    Word(truncatingIfNeeded: truncate(Int(truncatingIfNeeded: word)))
  }
}
