internal import CellChecking
internal import Synchronization

/// A value of the cell language together with its type, as host code sees it.
///
/// Host functions receive and return these. Inside the machine values are kept unboxed wherever
/// their type is known; `Value` is the self-describing form used at the border only.
///
/// ```swift
/// Value(3)                                   // Int
/// Value([1.0, 2.5])                          // [Double], shared, not copied
/// Value.tuple([("mean", Value(0.5)), (nil, Value("x"))])
/// Value(host: tensor)                        // any HostValue
/// value.int, value.doubles, value.elements, value.host(as: Tensor.self)
/// ```
///
/// Copying is cheap and never aliases.
public struct Value: Sendable {
  let datum: Datum
  let type: Type
  /// What the machine made of it to show it: it knows what the program says about that.
  let shown: ShownValue?

  init(_ datum: Datum, _ type: Type, shown: ShownValue? = nil) {
    self.datum = datum
    self.type = type
    self.shown = shown
  }
}

// MARK: - Making values

extension Value {
  /// The value of a function that returns nothing.
  public static let void = Value(.void, .void)

  /// An integer of type `Int`.
  public init(_ value: Int) { self.init(.int(value), .int) }

  /// A floating-point number of type `Double`.
  public init(_ value: Double) { self.init(.double(value), .double) }

  /// A truth value.
  public init(_ value: Bool) { self.init(.bool(value), .bool) }

  /// A string.
  public init(_ value: String) { self.init(.string(value), .string) }

  /// An array of integers, shared with `value`.
  public init(_ value: [Int]) { self.init(.ints(value), .array(.int)) }

  /// An array of floating-point numbers, shared with `value`.
  public init(_ value: [Double]) { self.init(.doubles(value), .array(.double)) }

  /// An array of strings.
  public init(_ value: [String]) {
    self.init(.values(value.map { .string($0) }), .array(.string))
  }

  /// A value of a host type.
  public init(host value: some HostValue) {
    self.init(.host(HostBox(value)), .host(Swift.type(of: value).cellTypeName))
  }

  /// An array; the elements must all have the same type, which is `elementType` when there are none.
  public static func array(_ elements: [Value], of elementType: String? = nil) -> Value {
    let type = elements.first?.type ?? elementType.map(Type.named) ?? .any
    return Value(.array(elements.map(\.datum), of: type), .array(type))
  }

  /// A tuple with optional labels; no element makes ``void``.
  public static func tuple(_ elements: [(label: String?, value: Value)]) -> Value {
    guard !elements.isEmpty else { return .void }
    return Value(
      .tuple(TupleObject(elements.map(\.value.datum))),
      .tuple(elements.map { TupleElement(label: $0.label, type: $0.value.type) }))
  }

  /// A dictionary in the order given; a later pair replaces an earlier one with the same key.
  public static func dictionary(_ pairs: [(key: Value, value: Value)]) -> Value {
    let key = pairs.first?.key.type ?? .string
    let value = pairs.first?.value.type ?? .any
    let table = DictionaryObject()
    for pair in pairs { table.set(pair.key.datum, to: pair.value.datum) }
    return Value(.dictionary(table), .dictionary(key, value))
  }

  /// An optional: `nil`, of type `typeName?`, when `value` is absent.
  public static func optional(_ value: Value?, of typeName: String) -> Value {
    guard let value else { return Value(.none, .optional(.named(typeName))) }
    return Value(value.datum.wrapped(ifOptional: value.type), .optional(value.type))
  }
}

// MARK: - Remembering

extension Value {
  /// What ``remember(_:as:)`` was given for this very host value under a name.
  public func remembered(_ name: String) -> Value? {
    guard case .host(let box) = datum else { return nil }
    return box.made.withLock { $0[name] }
  }

  /// Keeps something that was made of a host value for as long as that lives: `images.pixels[i]` in a
  /// loop makes its array once.
  public func remember(_ made: Value, as name: String) {
    guard case .host(let box) = datum else { return }
    box.made.withLock { $0[name] = made }
  }
}

// MARK: - Looking inside

extension Value {
  /// Whether this is the value of a function that returns nothing.
  public var isVoid: Bool { type.isVoid }

  /// Whether this is `nil`.
  public var isNil: Bool { if case .none = datum { true } else { false } }

  /// The name of the value's type as Swift writes it: `Int`, `[Double]`, `(Int, String)`.
  public var typeName: String { type.description }

  /// The integer, when this is one (of any width that fits `Int`).
  public var int: Int? { datum.integer }

  /// The number as `Double`, when this is a `Double`, a `Float` or an integer.
  public var double: Double? { datum.number }

  /// The truth value, when this is one.
  public var bool: Bool? { if case .bool(let value) = datum { value } else { nil } }

  /// The text, when this is a string, a substring or a character.
  public var string: String? { datum.text }

  /// The elements as integers, when this is an array of them.
  public var ints: [Int]? {
    if case .ints(let values) = datum { return values }
    return elements?.allOrNil(\.int)
  }

  /// The elements as floating-point numbers, when this is an array of numbers.
  public var doubles: [Double]? {
    if case .doubles(let values) = datum { return values }
    return elements?.allOrNil(\.double)
  }

  /// The elements of an array, a set or a range of integers; of a tuple, its values.
  public var elements: [Value]? { elementsOfDatum }

  /// The labels and values of a tuple.
  public var tupleElements: [(label: String?, value: Value)]? {
    guard case .tuple(let object) = datum, case .tuple(let types) = type else { return nil }
    return zip(types, object.elements).map { ($0.label, Value($1, $0.type)) }
  }

  /// The pairs of a dictionary in its order.
  public var pairs: [(key: Value, value: Value)]? {
    guard case .dictionary(let table) = datum, let types = type.dictionaryTypes else {
      return nil
    }
    return table.pairs.map { (Value($0.key, types.key), Value($0.value, types.value)) }
  }

  /// The value inside an optional; the value itself when it is not optional; `nil` for `nil`.
  public var unwrapped: Value? {
    guard let wrapped = type.optionalWrapped else { return self }
    guard let datum = datum.unwrapped else { return nil }
    return Value(datum, wrapped)
  }

  /// Whether this is a function or a closure, to be called with ``HostContext/call(_:_:)``.
  public var isFunction: Bool { if case .closure = datum { true } else { false } }

  /// The host value, when this is one.
  public var host: (any HostValue)? { if case .host(let box) = datum { box.value } else { nil } }

  /// The host value, when this is one of the given type.
  public func host<T: HostValue>(as type: T.Type) -> T? { host as? T }
}

extension Array {
  /// Every element transformed, or `nil` as soon as one cannot be.
  func allOrNil<T>(_ transform: (Element) -> T?) -> [T]? {
    var result: [T] = []
    result.reserveCapacity(count)
    for element in self {
      guard let value = transform(element) else { return nil }
      result.append(value)
    }
    return result
  }
}

extension Value {
  /// What to show of the value of a cell: what the library, or else the value itself, says; at least
  /// its text, in lines of at most so many columns.
  public func displayBundle(width: Int = 80) throws -> DisplayBundle {
    try shown?.display?(self) ?? host?.displayBundle()
      ?? DisplayBundle(plainText: displayText(width: width))
  }
}

extension Value: CustomStringConvertible {
  /// The value as `print` shows it.
  public var description: String {
    if let text = shown?.description { return text }
    if let host { return host.description }
    if let text = string { return text }
    if let elements { return "[" + elements.map(\.description).joined(separator: ", ") + "]" }
    if isNil { return "nil" }
    switch datum {
    case .int(let value): return String(value)
    case .double(let value): return type == .float ? Float(value).description : value.description
    case .bool(let value): return String(value)
    case .void: return "()"
    default: return typeName
    }
  }
}
