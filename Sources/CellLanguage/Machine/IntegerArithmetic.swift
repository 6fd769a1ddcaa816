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
    do {
      // Of all widths, only `UInt64` has values that `Int` has not: those take words without a sign.
      if bits == 64, !isSigned {
        return Int(bitPattern: try apply(operation, UInt(bitPattern: x), UInt(bitPattern: y)))
      }
      return try apply(operation, x, y)
    } catch {
      switch error {
      case .overflow(let name): throw Fault.overflow(name, x, y, type(), site())
      case .division(let message): throw Fault("Fatal error: \(message)", at: site())
      }
    }
  }

  /// Why an operation has no result.
  private enum Failure: Error {
    /// The operator's name.
    case overflow(String)
    case division(String)
  }

  /// The operation on words that hold all values of the width.
  @inline(__always)
  private func apply<Word: FixedWidthInteger>(
    _ operation: Operation, _ x: Word, _ y: Word
  ) throws(Failure) -> Word {
    switch operation {
    case .add: return try checked(x.addingReportingOverflow(y), "+")
    case .subtract: return try checked(x.subtractingReportingOverflow(y), "-")
    case .multiply: return try checked(x.multipliedReportingOverflow(by: y), "*")
    case .divide:
      guard y != 0 else { throw .division("Division by zero") }
      let (quotient, overflow) = x.dividedReportingOverflow(by: y)
      guard !overflow, holds(quotient) else { throw .division("Division results in an overflow") }
      return quotient
    case .remainder:
      guard y != 0 else { throw .division("Division by zero in remainder operation") }
      let (rest, overflow) = x.remainderReportingOverflow(dividingBy: y)
      guard !overflow else {
        throw .division("Division results in an overflow in remainder operation")
      }
      return rest
    case .wrappingAdd: return cut(x &+ y)
    case .wrappingSubtract: return cut(x &- y)
    case .wrappingMultiply: return cut(x &* y)
    case .bitAnd: return x & y
    case .bitOr: return x | y
    case .bitXor: return cut(x ^ y)
    case .shiftLeft: return cut(x << Int(truncatingIfNeeded: y))
    case .shiftRight: return x >> Int(truncatingIfNeeded: y)
    case .wrappingShiftLeft: return cut(x << (Int(truncatingIfNeeded: y) & (bits - 1)))
    case .wrappingShiftRight: return x >> (Int(truncatingIfNeeded: y) & (bits - 1))
    default: return 0
    }
  }

  @inline(__always)
  private func checked<Word: FixedWidthInteger>(
    _ result: (partialValue: Word, overflow: Bool), _ name: String
  ) throws(Failure) -> Word {
    guard !result.overflow, holds(result.partialValue) else { throw .overflow(name) }
    return result.partialValue
  }

  @inline(__always)
  private func holds<Word: FixedWidthInteger>(_ word: Word) -> Bool {
    !Word.isSigned || contains(Int(truncatingIfNeeded: word))
  }

  @inline(__always)
  private func cut<Word: FixedWidthInteger>(_ word: Word) -> Word {
    Word(truncatingIfNeeded: truncate(Int(truncatingIfNeeded: word)))
  }
}
