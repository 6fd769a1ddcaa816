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
    let isUnsigned64 = bits == 64 && !isSigned
    func checked(_ value: Int, _ overflow: Bool, _ name: String) throws -> Int {
      if overflow || !(isUnsigned64 || contains(value)) {
        throw Fault.overflow(name, x, y, type(), site())
      }
      return value
    }
    let u = UInt(bitPattern: x)
    let v = UInt(bitPattern: y)
    switch operation {
    case .add:
      if isUnsigned64 {
        let r = u.addingReportingOverflow(v);
        return try checked(Int(bitPattern: r.0), r.overflow, "+")
      }
      let r = x.addingReportingOverflow(y)
      return try checked(r.partialValue, r.overflow, "+")
    case .subtract:
      if isUnsigned64 {
        let r = u.subtractingReportingOverflow(v);
        return try checked(Int(bitPattern: r.0), r.overflow, "-")
      }
      let r = x.subtractingReportingOverflow(y)
      return try checked(r.partialValue, r.overflow, "-")
    case .multiply:
      if isUnsigned64 {
        let r = u.multipliedReportingOverflow(by: v);
        return try checked(Int(bitPattern: r.0), r.overflow, "*")
      }
      let r = x.multipliedReportingOverflow(by: y)
      return try checked(r.partialValue, r.overflow, "*")
    case .divide:
      guard y != 0 else { throw Fault("Fatal error: Division by zero", at: site()) }
      if isUnsigned64 { return Int(bitPattern: u / v) }
      let r = x.dividedReportingOverflow(by: y)
      guard !r.overflow, contains(r.partialValue) else {
        throw Fault("Fatal error: Division results in an overflow", at: site())
      }
      return r.partialValue
    case .remainder:
      guard y != 0 else {
        throw Fault("Fatal error: Division by zero in remainder operation", at: site())
      }
      if isUnsigned64 { return Int(bitPattern: u % v) }
      let r = x.remainderReportingOverflow(dividingBy: y)
      guard !r.overflow else {
        throw Fault(
          "Fatal error: Division results in an overflow in remainder operation", at: site())
      }
      return r.partialValue
    case .wrappingAdd: return truncate(x &+ y)
    case .wrappingSubtract: return truncate(x &- y)
    case .wrappingMultiply: return truncate(x &* y)
    case .bitAnd: return x & y
    case .bitOr: return x | y
    case .bitXor: return truncate(x ^ y)
    case .shiftLeft: return truncate(x << y)
    case .shiftRight: return isUnsigned64 ? Int(bitPattern: u >> y) : x >> y
    case .wrappingShiftLeft: return truncate(x << (y & (bits - 1)))
    case .wrappingShiftRight:
      let count = y & (bits - 1)
      return isUnsigned64 ? Int(bitPattern: u >> UInt(count)) : x >> count
    default: return 0
    }
  }
}
