internal import CellSyntax

extension Nominal {
  static let int = Nominal("Int", .structure)
  static let double = Nominal("Double", .structure)
  static let float = Nominal("Float", .structure)
  static let bool = Nominal("Bool", .structure)
  static let string = Nominal("String", .structure)
  static let character = Nominal("Character", .structure)
  static let substring = Nominal("Substring", .structure)
  static let stringIndex = Nominal("Index", .structure, parent: .string)
  static let never = Nominal("Never", .enumeration)
  static let array = Nominal("Array", .structure, parameters: [GenericParameter("Element")])
  static let set = Nominal("Set", .structure, parameters: [GenericParameter("Element")])
  static let optional = Nominal("Optional", .enumeration, parameters: [GenericParameter("Wrapped")])
  static let dictionary = Nominal(
    "Dictionary", .structure, parameters: [GenericParameter("Key"), GenericParameter("Value")])
  static let range = Nominal("Range", .structure, parameters: [GenericParameter("Bound")])
  static let closedRange = Nominal(
    "ClosedRange", .structure, parameters: [GenericParameter("Bound")])

  /// The integer types with their widths; `Int` first.
  static let integers: [(nominal: Nominal, bits: Int, isSigned: Bool)] =
    [(int, 64, true), (Nominal("UInt", .structure), 64, false)]
    + [8, 16, 32, 64].flatMap { bits in
      [
        (Nominal("Int\(bits)", .structure), bits, true),
        (Nominal("UInt\(bits)", .structure), bits, false),
      ]
    }

  /// The types that the language itself knows, by name; the library's sources say what they can do.
  static let standard: [String: Nominal] = {
    let all =
      [
        double, float, bool, string, character, substring, never, array, set, optional, dictionary,
        range, closedRange,
      ] + integers.map(\.nominal)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }()

  private static let widths: [Nominal: IntegerWidth] = Dictionary(
    uniqueKeysWithValues: integers.map {
      ($0.nominal, IntegerWidth(bits: $0.bits, isSigned: $0.isSigned))
    })

  /// The width of an integer type; `nil` for other types.
  var integerWidth: IntegerWidth? {
    self === Nominal.int ? IntegerWidth(bits: 64, isSigned: true) : Nominal.widths[self]
  }
}

/// The size and kind of an integer type.
struct IntegerWidth: Hashable, Sendable, BitwiseCopyable {
  var bits: Int
  var isSigned: Bool

  var isInt: Bool { bits == 64 && isSigned }
}

/// How a value that fits a scalar register is kept there.
enum ScalarKind: Sendable {
  /// By its value, sign- or zero-extended to 64 bits.
  case integer
  /// By the bit pattern of a `Double`.
  case floating
  /// 0 or 1.
  case boolean
}

extension Type {
  /// How the type is kept in a scalar register; `nil` when it is not.
  var scalarKind: ScalarKind? {
    guard case .nominal(let nominal, let arguments) = self, arguments.isEmpty else { return nil }
    if nominal === Nominal.int { return .integer }
    if nominal === Nominal.double || nominal === Nominal.float { return .floating }
    if nominal === Nominal.bool { return .boolean }
    return nominal.kind == .structure && nominal.integerWidth != nil ? .integer : nil
  }

  /// The width of an integer type.
  var integerWidth: IntegerWidth? { nominal?.integerWidth }
}
