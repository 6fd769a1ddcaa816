internal import Allowances
internal import CellChecking

/// A Swift type that crosses the border between host code and cells by itself.
///
/// `Int`, `Double`, `Float`, `Bool`, `String`, arrays and optionals of such, and every ``HostValue``
/// conform, so that a host function can take and return plain Swift values.
public protocol CellConvertible: HostParameter {
  /// The name of the corresponding type in cells.
  static var cellTypeName: String { get }

  /// The Swift value, or `nil` when the cell's value is of another type.
  init?(cellValue: Value)

  /// The value as a cell sees it.
  var cellValue: Value { get }
}

extension Value: CellConvertible {
  /// Any type.
  public static var cellTypeName: String { "Any" }
  /// The value itself.
  public init?(cellValue: Value) { self = cellValue }
  /// The value itself.
  public var cellValue: Value { self }
}

extension Int: CellConvertible {
  /// `Int`.
  public static var cellTypeName: String { "Int" }
  /// The integer.
  public init?(cellValue: Value) {
    guard let value = cellValue.int else { return nil }
    self = value
  }
  /// The integer as a value.
  public var cellValue: Value { Value(self) }
}

extension Double: CellConvertible {
  /// `Double`.
  public static var cellTypeName: String { "Double" }
  /// The number; integers are converted.
  public init?(cellValue: Value) {
    guard let value = cellValue.double else { return nil }
    self = value
  }
  /// The number as a value.
  public var cellValue: Value { Value(self) }
}

extension Float: CellConvertible {
  /// `Float`.
  public static var cellTypeName: String { "Float" }
  /// The number, rounded to `Float`.
  public init?(cellValue: Value) {
    guard let value = cellValue.double else { return nil }
    self = Float(value)
  }
  /// The number as a value of type `Float`.
  public var cellValue: Value { Value(.double(Double(self)), .float) }
}

extension Bool: CellConvertible {
  /// `Bool`.
  public static var cellTypeName: String { "Bool" }
  /// The truth value.
  public init?(cellValue: Value) {
    guard let value = cellValue.bool else { return nil }
    self = value
  }
  /// The truth value as a value.
  public var cellValue: Value { Value(self) }
}

extension String: CellConvertible {
  /// `String`.
  public static var cellTypeName: String { "String" }
  /// The text.
  public init?(cellValue: Value) {
    guard let value = cellValue.string else { return nil }
    self = value
  }
  /// The text as a value.
  public var cellValue: Value { Value(self) }
}

extension Array: CellConvertible where Element: CellConvertible {
  /// `[Element]`.
  public static var cellTypeName: String { "[\(Element.cellTypeName)]" }
  /// The elements, when each of them converts.
  public init?(cellValue: Value) {
    if Element.self == Double.self, let doubles = cellValue.doubles as? [Element] {
      self = doubles
    } else if Element.self == Int.self, let ints = cellValue.ints as? [Element] {
      self = ints
    } else if Element.self == Float.self, let doubles = cellValue.doubles,
      let floats = doubles.map(Float.init) as? [Element]
    {
      self = floats
    } else if let elements = cellValue.elements?.allOrNil(Element.init(cellValue:)) {
      self = elements
    } else {
      return nil
    }
  }
  /// The elements as an array value.
  public var cellValue: Value {
    if let doubles = self as? [Double] { return Value(doubles) }
    if let ints = self as? [Int] { return Value(ints) }
    guard Allowance.allows(count * MemoryLayout<Value>.stride) else {
      return .array([], of: Element.cellTypeName)
    }
    if let floats = self as? [Float] {
      return Value(.doubles(floats.map(Double.init)), .array(.float))
    }
    return .array(map(\.cellValue), of: Element.cellTypeName)
  }
}

extension Optional: CellConvertible where Wrapped: CellConvertible {
  /// `Wrapped?`.
  public static var cellTypeName: String { "\(Wrapped.cellTypeName)?" }
  /// The wrapped value, or `nil`.
  public init?(cellValue: Value) {
    guard let inner = cellValue.unwrapped else {
      self = .none
      return
    }
    guard let value = Wrapped(cellValue: inner) else { return nil }
    self = value
  }
  /// The optional as a value.
  public var cellValue: Value { .optional(self?.cellValue, of: Wrapped.cellTypeName) }
}

extension CellConvertible where Self: HostValue {
  /// The host value, when it has this type.
  public init?(cellValue: Value) {
    guard let value = cellValue.host(as: Self.self) else { return nil }
    self = value
  }
  /// The host value as a value.
  public var cellValue: Value { Value(host: self) }
}
