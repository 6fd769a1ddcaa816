internal import CellChecking

/// `Double` and `Float`: one set of members, declared for `BinaryFloatingPoint`.
enum FloatingPointChunk {
  static let all: [LibraryChunk] = [
    .with("floating point", text, addNatives),
    LibraryChunk(
      "Double",
      "extension Double: BinaryFloatingPoint, CustomStringConvertible { typealias Stride = Double }"
    ),
    LibraryChunk(
      "Float",
      "extension Float: BinaryFloatingPoint, CustomStringConvertible { typealias Stride = Float }"),
    .with("floating point types", types) { natives in
      natives.add("_scaled(_:_:_:)") { call in
        .double(
          Double(
            sign: call.bool(2) ? .minus : .plus, exponent: call.int(1), significand: call.double(0))
        )
      }
    },
  ]

  private static let types = #"""
    enum FloatingPointRoundingRule {
      case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero
    }
    enum FloatingPointSign: Int { case plus, minus }
    func _scaled(_ value: Double, _ exponent: Int, _ isNegative: Bool) -> Double
    """#

  private static let text = #"""
    extension BinaryFloatingPoint {
      init(_ value: Double)
      init(_ value: Float)
      init<T: BinaryInteger>(_ value: T)
      init?(_ text: String)
      init?(_ text: Substring)
      init?<T: BinaryInteger>(exactly value: T)
      init()
      static var pi: Self { get }
      static var infinity: Self { get }
      static var nan: Self { get }
      static var zero: Self { get }
      static var greatestFiniteMagnitude: Self { get }
      static var leastNormalMagnitude: Self { get }
      static var leastNonzeroMagnitude: Self { get }
      static var ulpOfOne: Self { get }
      static func minimum(_ x: Self, _ y: Self) -> Self { x.isNaN ? y : y.isNaN ? x : x < y ? x : y }
      static func maximum(_ x: Self, _ y: Self) -> Self { x.isNaN ? y : y.isNaN ? x : x > y ? x : y }
      var description: String { get }
      var magnitude: Self { get }
      var isNaN: Bool { get }
      var isInfinite: Bool { get }
      var isFinite: Bool { get }
      var isZero: Bool { self == 0 }
      var isNormal: Bool { get }
      var sign: FloatingPointSign { _isMinus ? .minus : .plus }
      var _isMinus: Bool { get }
      var exponent: Int { get }
      var significand: Self { get }
      var ulp: Self { get }
      var nextUp: Self { get }
      var nextDown: Self { get }
      func rounded() -> Self
      func rounded(_ rule: FloatingPointRoundingRule) -> Self
      mutating func round() { self = self.rounded() }
      mutating func round(_ rule: FloatingPointRoundingRule) { self = self.rounded(rule) }
      func squareRoot() -> Self
      func truncatingRemainder(dividingBy other: Self) -> Self
      func remainder(dividingBy other: Self) -> Self
      func addingProduct(_ a: Self, _ b: Self) -> Self
      func isEqual(to other: Self) -> Bool { self == other }
      func isLess(than other: Self) -> Bool { self < other }
      mutating func negate() { self = -self }
      mutating func formSquareRoot() { self = self.squareRoot() }
      mutating func formTruncatingRemainder(dividingBy other: Self) {
        self = self.truncatingRemainder(dividingBy: other)
      }
      mutating func addProduct(_ a: Self, _ b: Self) { self = self.addingProduct(a, b) }
      var binade: Self { get }
      var isSubnormal: Bool { isFinite && !isNormal && !isZero }
      init(sign: FloatingPointSign, exponent: Int, significand: Self) {
        self = Self(_scaled(Double(significand), exponent, sign == .minus))
      }
      func advanced(by distance: Self) -> Self { self + distance }
      func distance(to other: Self) -> Self { other - self }
    }
    extension Double {
      var bitPattern: UInt64 { get }
      init(bitPattern bits: UInt64)
    }
    extension Float {
      var bitPattern: UInt32 { get }
      init(bitPattern bits: UInt32)
    }
    """#

  private static func addNatives(_ natives: inout NativeTable) {
    let type = "BinaryFloatingPoint."
    natives.add(type + "init(_:)", intrinsic: .toFloating) { call in
      switch call[0] {
      case .double(let value): return .double(call.rounded(value))
      case .int(let value):
        if let width = call.types[0].integerWidth, !width.isSigned {
          return .double(call.rounded(Double(UInt(bitPattern: value))))
        }
        return .double(call.rounded(Double(value)))
      default:
        let text = call.string(0)
        if call.isFloat { return call.optional(Float(text).map { .double(Double($0)) }) }
        return call.optional(Double(text).map { .double($0) })
      }
    }
    natives.add(type + "init(exactly:)") { call in
      call.optional(Double(exactly: call.int(0)).map { .double($0) })
    }
    natives.add("Double.bitPattern") { call in
      .int(Int(bitPattern: UInt(call.double(0).bitPattern)))
    }
    natives.add("Double.init(bitPattern:)") { call in
      .double(Double(bitPattern: UInt64(bitPattern: Int64(call.int(0)))))
    }
    natives.add("Float.bitPattern") { call in .int(Int(Float(call.double(0)).bitPattern)) }
    natives.add("Float.init(bitPattern:)") { call in
      .double(Double(Float(bitPattern: UInt32(truncatingIfNeeded: call.int(0)))))
    }
    natives.add(type + "binade") { call in
      .double(call.isFloat ? Double(Float(call.double(0)).binade) : call.double(0).binade)
    }
    addConstants(&natives)
    addProperties(&natives)
    addFunctions(&natives)
  }

  private static func addConstants(_ natives: inout NativeTable) {
    func add(_ name: String, _ double: Double, _ float: Float) {
      natives.add("BinaryFloatingPoint." + name) { call in
        .double(call.isFloat ? Double(float) : double)
      }
    }
    add("pi", .pi, .pi)
    add("infinity", .infinity, .infinity)
    add("nan", .nan, .nan)
    add("zero", 0, 0)
    add("init()", 0, 0)
    add("greatestFiniteMagnitude", .greatestFiniteMagnitude, .greatestFiniteMagnitude)
    add("leastNormalMagnitude", .leastNormalMagnitude, .leastNormalMagnitude)
    add("leastNonzeroMagnitude", .leastNonzeroMagnitude, .leastNonzeroMagnitude)
    add("ulpOfOne", .ulpOfOne, .ulpOfOne)
  }

  private static func addProperties(_ natives: inout NativeTable) {
    let type = "BinaryFloatingPoint."
    natives.add(type + "description") { call in .string(try call.description(of: 0)) }
    natives.add(type + "magnitude") { call in .double(call.double(0).magnitude) }
    natives.add(type + "isNaN") { call in .bool(call.double(0).isNaN) }
    natives.add(type + "isInfinite") { call in .bool(call.double(0).isInfinite) }
    natives.add(type + "isFinite") { call in .bool(call.double(0).isFinite) }
    natives.add(type + "isNormal") { call in .bool(call.double(0).isNormal) }
    natives.add(type + "_isMinus") { call in .bool(call.double(0).sign == .minus) }
    natives.add(type + "exponent") { call in .int(Int(call.double(0).exponent)) }
    natives.add(type + "significand") { call in .double(call.double(0).significand) }
    natives.add(type + "ulp") { call in
      .double(call.isFloat ? Double(Float(call.double(0)).ulp) : call.double(0).ulp)
    }
    natives.add(type + "nextUp") { call in
      .double(call.isFloat ? Double(Float(call.double(0)).nextUp) : call.double(0).nextUp)
    }
    natives.add(type + "nextDown") { call in
      .double(call.isFloat ? Double(Float(call.double(0)).nextDown) : call.double(0).nextDown)
    }
  }

  private static func addFunctions(_ natives: inout NativeTable) {
    let type = "BinaryFloatingPoint."
    natives.add(type + "rounded()") { call in .double(call.double(0).rounded()) }
    natives.add(type + "rounded(_:)") { call in
      guard case .enumeration(let rule) = call[1] else { return call[0] }
      let value = call.double(0)
      switch rule.index {
      case 1: return .double(value.rounded(.toNearestOrEven))
      case 2: return .double(value.rounded(.up))
      case 3: return .double(value.rounded(.down))
      case 4: return .double(value.rounded(.towardZero))
      case 5: return .double(value.rounded(.awayFromZero))
      default: return .double(value.rounded())
      }
    }
    natives.add(type + "squareRoot()", intrinsic: .squareRoot) { call in
      .double(call.rounded(call.double(0).squareRoot()))
    }
    natives.add(type + "truncatingRemainder(dividingBy:)") { call in
      .double(call.double(0).truncatingRemainder(dividingBy: call.double(1)))
    }
    natives.add(type + "remainder(dividingBy:)") { call in
      .double(call.double(0).remainder(dividingBy: call.double(1)))
    }
    natives.add(type + "addingProduct(_:_:)") { call in
      .double(call.rounded(call.double(0).addingProduct(call.double(1), call.double(2))))
    }
  }
}

extension NativeCall {
  /// Whether the result is a `Float`, or wraps one.
  var isFloat: Bool { (resultType.optionalWrapped ?? resultType) == .float }

  /// The value with the precision of the result.
  func rounded(_ value: Double) -> Double { isFloat ? Double(Float(value)) : value }
}
