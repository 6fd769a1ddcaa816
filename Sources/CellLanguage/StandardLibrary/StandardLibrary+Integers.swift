internal import CellChecking
internal import CellSyntax

/// The integers of all widths: one set of members, declared for `FixedWidthInteger`.
enum IntegerChunk {
  static let all: [LibraryChunk] =
    [.with("integers", text, addNatives), LibraryChunk("Int", int)]
    + ["UInt", "Int8", "UInt8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"].map {
      LibraryChunk($0, conformance($0))
    }

  private static func conformance(_ name: String) -> String {
    let sign = name.hasPrefix("U") ? "UnsignedInteger" : "SignedInteger"
    return """
      extension \(name): FixedWidthInteger, \(sign) {
        static var bitWidth: Int { \(name.filter(\.isNumber).isEmpty ? "64" : name.filter(\.isNumber)) }
        static var isSigned: Bool { \(!name.hasPrefix("U")) }
        typealias Stride = Int
        typealias Magnitude = \(name.hasPrefix("U") ? name : "U" + name)
      }
      """
  }

  private static let int = #"""
    extension Int: FixedWidthInteger, SignedInteger {
      static var bitWidth: Int { 64 }
      static var isSigned: Bool { true }
      typealias Stride = Int
      typealias Magnitude = UInt
      var magnitude: UInt { UInt(bitPattern: self < 0 ? 0 &- self : self) }
    }
    """#

  private static let text = #"""
    extension FixedWidthInteger {
      init(_ value: Double)
      init(_ value: Float)
      init?(_ text: String)
      init?(_ text: Substring)
      init<T: BinaryInteger>(_ value: T)
      init?(_ text: String, radix: Int)
      init?(_ text: Substring, radix: Int)
      init?(exactly value: Double)
      init?<T: BinaryInteger>(exactly value: T)
      init<T: BinaryInteger>(truncatingIfNeeded value: T)
      init<T: BinaryInteger>(clamping value: T)
      init<T: BinaryInteger>(bitPattern value: T)
      init()
      static var min: Self { get }
      static var max: Self { get }
      static var zero: Self { get }
      var description: String { get }
      var magnitude: Magnitude { get }
      var bitWidth: Int { get }
      var leadingZeroBitCount: Int { get }
      var trailingZeroBitCount: Int { get }
      var nonzeroBitCount: Int { get }
      var byteSwapped: Self { get }
      func signum() -> Self { self > 0 ? 1 : self == 0 ? 0 : self - self - 1 }
      func isMultiple(of other: Self) -> Bool { other == 0 ? self == 0 : self % other == 0 }
      func quotientAndRemainder(dividingBy other: Self) -> (quotient: Self, remainder: Self) {
        (quotient: self / other, remainder: self % other)
      }
      func addingReportingOverflow(_ other: Self) -> (partialValue: Self, overflow: Bool)
      func subtractingReportingOverflow(_ other: Self) -> (partialValue: Self, overflow: Bool)
      func multipliedReportingOverflow(by other: Self) -> (partialValue: Self, overflow: Bool)
      func dividedReportingOverflow(by other: Self) -> (partialValue: Self, overflow: Bool)
      func remainderReportingOverflow(dividingBy other: Self) -> (partialValue: Self, overflow: Bool)
      func multipliedFullWidth(by other: Self) -> (high: Self, low: Magnitude)
      func dividingFullWidth(_ dividend: (high: Self, low: Magnitude)) -> (quotient: Self, remainder: Self)
      var bigEndian: Self { byteSwapped }
      var littleEndian: Self { self }
      init(bigEndian value: Self) { self = value.byteSwapped }
      init(littleEndian value: Self) { self = value }
      mutating func negate() { self = 0 - self }
      func advanced(by distance: Int) -> Self { Self(Int(self) + distance) }
      func distance(to other: Self) -> Int { Int(other) - Int(self) }
    }
    """#

  private static func addNatives(_ natives: inout NativeTable) {
    let type = "FixedWidthInteger."
    natives.add(type + "init(_:)", intrinsic: .toInteger) { call in
      switch call[0] {
      case .double(let value): return .int(try call.integer(from: value))
      case .int(let value):
        let wide = call.widen(value, call.types[0])
        guard let narrow = call.narrow(wide) else {
          throw call.fatal(
            wide < 0 && call.resultWidth.isSigned == false
              ? "Negative value is not representable"
              : "Not enough bits to represent the passed value")
        }
        return .int(narrow)
      default: return call.parsed(call.string(0), radix: 10)
      }
    }
    natives.add(type + "init(_:radix:)") { call in call.parsed(call.string(0), radix: call.int(1)) }
    natives.add(type + "init(exactly:)") { call in
      if case .double(let value) = call[0] {
        guard let wide = Int128(exactly: value), let narrow = call.narrow(wide) else {
          return .none
        }
        return .int(narrow)
      }
      return call.optional(call.narrow(call.widen(call.int(0), call.types[0])).map { .int($0) })
    }
    natives.add([type + "init(truncatingIfNeeded:)", type + "init(bitPattern:)"]) { call in
      .int(call.resultWidth.truncate(call.int(0)))
    }
    natives.add(type + "init(clamping:)") { call in
      let wide = call.widen(call.int(0), call.types[0])
      if let narrow = call.narrow(wide) { return .int(narrow) }
      return .int(wide < 0 ? call.resultWidth.smallest : call.resultWidth.largest)
    }
    natives.add(type + "min", intrinsic: .smallest) { call in .int(call.resultWidth.smallest) }
    natives.add(type + "max", intrinsic: .largest) { call in .int(call.resultWidth.largest) }
    natives.add([type + "zero", type + "init()"]) { _ in .int(0) }
    natives.add(type + "description") { call in .string(try call.describe(0)) }
    natives.add(type + "magnitude") { call in
      let wide = call.widen(call.int(0), call.types[0]).magnitude
      guard let value = call.narrow(Int128(wide)) else {
        throw call.fatal("Not enough bits to represent the passed value")
      }
      return .int(value)
    }
    addBits(&natives)
    addOverflow(&natives)
  }

  private static func addBits(_ natives: inout NativeTable) {
    let type = "FixedWidthInteger."
    natives.add(type + "bitWidth") { call in .int(call.types[0].integerWidth?.bits ?? 64) }
    natives.add(type + "leadingZeroBitCount") { call in
      let width = call.types[0].integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      let bits = call.int(0) & width.mask
      return .int(bits.leadingZeroBitCount - (64 - width.bits))
    }
    natives.add(type + "trailingZeroBitCount") { call in
      let width = call.types[0].integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      return .int(min(call.int(0).trailingZeroBitCount, width.bits))
    }
    natives.add(type + "nonzeroBitCount") { call in
      let width = call.types[0].integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      return .int((call.int(0) & width.mask).nonzeroBitCount)
    }
    natives.add(type + "byteSwapped") { call in
      let width = call.resultWidth
      return .int(width.truncate((call.int(0) & width.mask).byteSwapped >> (64 - width.bits)))
    }
  }

  private static func addOverflow(_ natives: inout NativeTable) {
    func add(_ name: String, _ compute: @escaping @Sendable (Int128, Int128) -> Int128) {
      natives.add("FixedWidthInteger." + name) { call in
        let width = call.types[0].integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
        let wide = compute(
          call.widen(call.int(0), call.types[0]), call.widen(call.int(1), call.types[0]))
        let exact = width.narrow(wide)
        return .tuple(
          .int(exact ?? width.truncate(Int(truncatingIfNeeded: wide))), .bool(exact == nil))
      }
    }
    addFullWidth(&natives)
    add("addingReportingOverflow(_:)") { $0 + $1 }
    add("subtractingReportingOverflow(_:)") { $0 - $1 }
    add("multipliedReportingOverflow(by:)") { $0.multipliedReportingOverflow(by: $1).partialValue }
    add("dividedReportingOverflow(by:)") { $1 == 0 ? Int128.max : $0 / $1 }
    add("remainderReportingOverflow(dividingBy:)") { $1 == 0 ? Int128.max : $0 % $1 }
  }
}

extension IntegerChunk {
  /// Products of twice the width, and their division.
  private static func addFullWidth(_ natives: inout NativeTable) {
    let type = "FixedWidthInteger."
    natives.add(type + "multipliedFullWidth(by:)") { call in
      let width = call.types[0].integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      let unsigned = IntegerWidth(bits: width.bits, isSigned: false)
      let (a, b) = (call.widen(call.int(0), call.types[0]), call.widen(call.int(1), call.types[0]))
      if width.bits == 64, !width.isSigned {
        let (high, low) = UInt64(truncatingIfNeeded: a).multipliedFullWidth(
          by: UInt64(truncatingIfNeeded: b))
        return .tuple(.int(Int(truncatingIfNeeded: high)), .int(Int(truncatingIfNeeded: low)))
      }
      let product = a * b
      return .tuple(
        .int(width.truncate(Int(truncatingIfNeeded: product >> Int128(width.bits)))),
        .int(unsigned.truncate(Int(truncatingIfNeeded: product))))
    }
    natives.add(type + "dividingFullWidth(_:)") { call in
      guard case .tuple(let parts) = call[1], parts.elements.count == 2,
        case .int(let high) = parts.elements[0], case .int(let low) = parts.elements[1]
      else { return .void }
      let width = call.types[0].integerWidth ?? IntegerWidth(bits: 64, isSigned: true)
      let divisor = call.widen(call.int(0), call.types[0])
      guard divisor != 0 else { throw call.fatal("Division by zero") }
      let bits = Int128(UInt(bitPattern: low)) & ((Int128(1) << Int128(width.bits)) - 1)
      if width.bits == 64, !width.isSigned {
        let (high, low) = (UInt64(truncatingIfNeeded: high), UInt64(truncatingIfNeeded: bits))
        guard high < UInt64(truncatingIfNeeded: divisor) else {
          throw call.fatal("Quotient is not representable")
        }
        let (quotient, rest) = UInt64(truncatingIfNeeded: divisor).dividingFullWidth((high, low))
        return .tuple(.int(Int(truncatingIfNeeded: quotient)), .int(Int(truncatingIfNeeded: rest)))
      }
      let dividend = Int128(high) << Int128(width.bits) | bits
      guard let quotient = width.narrow(dividend / divisor),
        let rest = width.narrow(dividend % divisor)
      else { throw call.fatal("Quotient is not representable") }
      return .tuple(.int(quotient), .int(rest))
    }
  }
}

extension IntegerWidth {
  var mask: Int { bits == 64 ? -1 : (1 << bits) - 1 }
  var smallest: Int { isSigned ? (bits == 64 ? .min : -(1 << (bits - 1))) : 0 }
  var largest: Int {
    bits == 64 ? (isSigned ? .max : -1) : (isSigned ? (1 << (bits - 1)) - 1 : (1 << bits) - 1)
  }

  /// The machine's form of a value; `nil` when it does not fit.
  func narrow(_ value: Int128) -> Int? {
    if isSigned {
      guard value >= Int128(smallest), value <= Int128(largest) else { return nil }
    } else {
      guard value >= 0, value <= (bits == 64 ? Int128(UInt64.max) : Int128(largest)) else {
        return nil
      }
    }
    return Int(truncatingIfNeeded: value)
  }
}

extension NativeCall {
  /// The integer type that the result has, or wraps.
  var resultWidth: IntegerWidth {
    (resultType.optionalWrapped ?? resultType).integerWidth
      ?? IntegerWidth(bits: 64, isSigned: true)
  }

  /// The value of an integer in the machine's form.
  func widen(_ value: Int, _ type: Type) -> Int128 {
    if let width = type.integerWidth, !width.isSigned { return Int128(UInt(bitPattern: value)) }
    return Int128(value)
  }

  func narrow(_ value: Int128) -> Int? { resultWidth.narrow(value) }

  fileprivate func parsed(_ text: String, radix: Int) -> Datum {
    guard (2...36).contains(radix) else { return .none }
    return optional(Int128(text, radix: radix).flatMap(narrow).map { .int($0) })
  }

  fileprivate func integer(from value: Double) throws -> Int {
    guard let wide = Int128(exactly: value.rounded(.towardZero)), let result = narrow(wide) else {
      throw Fault.unrepresentable(value, types[0], as: resultType, site)
    }
    return result
  }
}

extension Fault {
  /// What Swift's library says when a floating-point number is no integer of a type.
  static func unrepresentable(
    _ value: Double, _ source: Type, as target: Type, _ site: Site?
  ) -> Fault {
    let name = "Fatal error: \(source) value cannot be converted to \(target)"
    guard value.isFinite else {
      return Fault("\(name) because it is either infinite or NaN", at: site)
    }
    return Fault(
      value < 0
        ? "\(name) because the result would be less than \(target).min"
        : "\(name) because the result would be greater than \(target).max", at: site)
  }
}
