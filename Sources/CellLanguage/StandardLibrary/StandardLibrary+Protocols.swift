/// The protocols that the language and its library speak of.
///
/// Equality, hashing and order have no requirements here: the machine compares values by their parts, or
/// by the operators that a type declares.
enum ProtocolChunk {
  static let all: [LibraryChunk] = [
    .with("protocols", text) { natives in
      natives.add("_identity(_:)") { call in
        guard case .instance(let object) = call.machine.open(call[0]).value else { return .int(0) }
        return .int(object.identity)
      }
    },
    .with("hashing", hashing) { natives in
      natives.add("_hash(_:)") { call in .int(try call.machine.keyHash(call[0])) }
    },
    LibraryChunk("number protocols", numbers),
    LibraryChunk("literal protocols", literals),
  ]

  private static let text = #"""
    protocol Equatable {}
    protocol Comparable: Equatable {}
    protocol Error {}
    protocol LocalizedError: Error {
      var errorDescription: String? { get }
      var failureReason: String? { get }
      var recoverySuggestion: String? { get }
    }
    protocol CustomStringConvertible { var description: String { get } }
    protocol CustomDebugStringConvertible { var debugDescription: String { get } }
    protocol LosslessStringConvertible: CustomStringConvertible {}
    protocol TextOutputStream { mutating func write(_ string: String) }
    protocol CaseIterable {}
    protocol _ConformsByElements {}
    protocol _DrawsByNumber {}
    protocol RawRepresentable {}
    protocol Sendable {}
    protocol Copyable {}
    protocol Identifiable { var id: ID { get }; associatedtype ID }
    struct ObjectIdentifier: Hashable, Comparable {
      let _number: Int
      init(_ object: AnyObject) { self._number = _identity(object) }
      static func < (a: ObjectIdentifier, b: ObjectIdentifier) -> Bool { a._number < b._number }
    }
    func _identity(_ object: Any) -> Int
    extension Error {
      var localizedDescription: String {
        if let error = self as? LocalizedError, let text = error.errorDescription { return text }
        return _codingProblem(self) ?? String(describing: self)
      }
    }
    extension LocalizedError {
      var errorDescription: String? { nil }
      var failureReason: String? { nil }
      var recoverySuggestion: String? { nil }
    }
    """#

  private static let hashing = #"""
    protocol Hashable: Equatable {}
    extension Hashable { var hashValue: Int { _hash(self) } }
    func _hash<T>(_ value: T) -> Int
    struct Hasher {
      var _state = 17
      init() {}
      mutating func combine<T: Hashable>(_ value: T) { _state = (_state &* 31) &+ _hash(value) }
      func finalize() -> Int { _state }
    }
    """#

  private static let numbers = #"""
    protocol AdditiveArithmetic: Equatable {}
    extension AdditiveArithmetic {
      static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }
      static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }
    }
    extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
      static var zero: Self { 0 }
    }
    protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral { associatedtype Magnitude }
    protocol SignedNumeric: Numeric {}
    extension SignedNumeric {
      static prefix func - (operand: Self) -> Self { 0 - operand }
      mutating func negate() { self = 0 - self }
    }
    protocol Strideable: Comparable {
      associatedtype Stride = Int
      func distance(to other: Self) -> Stride
    }
    extension Strideable {
      static func < (a: Self, b: Self) -> Bool { a.distance(to: b) > 0 }
    }
    protocol _Number: Strideable {}
    protocol BinaryInteger: Numeric, Hashable, _Number, CustomStringConvertible {}
    protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible {}
    protocol SignedInteger: BinaryInteger, SignedNumeric {}
    protocol UnsignedInteger: BinaryInteger {}
    protocol FloatingPoint: SignedNumeric, Hashable, _Number, ExpressibleByFloatLiteral {}
    protocol BinaryFloatingPoint: FloatingPoint, LosslessStringConvertible {}
    """#

  private static let literals = #"""
    protocol ExpressibleByIntegerLiteral {}
    protocol ExpressibleByFloatLiteral {}
    protocol ExpressibleByBooleanLiteral {}
    protocol ExpressibleByStringLiteral {}
    protocol ExpressibleByUnicodeScalarLiteral {}
    protocol ExpressibleByExtendedGraphemeClusterLiteral {}
    protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {}
    protocol StringInterpolationProtocol {}
    struct DefaultStringInterpolation: StringInterpolationProtocol {
      var _text = ""
      init(literalCapacity: Int, interpolationCount: Int) {}
      mutating func appendLiteral(_ literal: String) { _text += literal }
      mutating func appendInterpolation<T>(_ value: T) { _text += String(describing: value) }
      mutating func appendInterpolation<T>(_ value: T?, default text: String) {
        if let value { _text += String(describing: value) } else { _text += text }
      }
    }
    extension String { typealias StringInterpolation = DefaultStringInterpolation }
    protocol ExpressibleByArrayLiteral { associatedtype ArrayLiteralElement }
    protocol ExpressibleByDictionaryLiteral {}
    protocol ExpressibleByNilLiteral {}
    """#
}
