internal import CellSyntax

extension Nominal {
  package static let int = Nominal("Int", .structure)
  package static let double = Nominal("Double", .structure)
  package static let float = Nominal("Float", .structure)
  package static let bool = Nominal("Bool", .structure)
  package static let string = Nominal("String", .structure)
  package static let character = Nominal("Character", .structure)
  package static let substring = Nominal("Substring", .structure)
  package static let stringIndex = Nominal("Index", .structure, parent: .string)
  package static let never = Nominal("Never", .enumeration)
  package static let array = Nominal("Array", .structure, parameters: [GenericParameter("Element")])
  package static let set = Nominal("Set", .structure, parameters: [GenericParameter("Element")])
  package static let optional = Nominal(
    "Optional", .enumeration, parameters: [GenericParameter("Wrapped")])
  package static let dictionary = Nominal(
    "Dictionary", .structure, parameters: [GenericParameter("Key"), GenericParameter("Value")])
  package static let range = Nominal("Range", .structure, parameters: [GenericParameter("Bound")])
  package static let closedRange = Nominal(
    "ClosedRange", .structure, parameters: [GenericParameter("Bound")])

  /// The integer types with their widths; `Int` first.
  package static let integers: [(nominal: Nominal, bits: Int, isSigned: Bool)] =
    [(int, 64, true), (Nominal("UInt", .structure), 64, false)]
    + [8, 16, 32, 64].flatMap { bits in
      [
        (Nominal("Int\(bits)", .structure), bits, true),
        (Nominal("UInt\(bits)", .structure), bits, false),
      ]
    }

  /// The types that the language itself knows, by name; the library's sources say what they can do.
  package static let standard: [String: Nominal] = {
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
  package var integerWidth: IntegerWidth? {
    self === Nominal.int ? IntegerWidth(bits: 64, isSigned: true) : Nominal.widths[self]
  }
}

/// The size and kind of an integer type.
package struct IntegerWidth: Hashable, Sendable, BitwiseCopyable {
  package var bits: Int
  package var isSigned: Bool

  package init(bits: Int, isSigned: Bool) {
    self.bits = bits
    self.isSigned = isSigned
  }

  var isInt: Bool { bits == 64 && isSigned }
}

/// How a value that fits a scalar register is kept there.
package enum ScalarKind: Sendable {
  /// By its value, sign- or zero-extended to 64 bits.
  case integer
  /// By the bit pattern of a `Double`.
  case floating
  /// 0 or 1.
  case boolean
}

extension Type {
  /// Whether it is the library's `AnyHashable`.
  package var isAnyHashable: Bool {
    guard let nominal else { return false }
    return nominal.name == "AnyHashable" && nominal.context?.source.isLibrary == true
  }

  /// How the type is kept in a scalar register; `nil` when it is not.
  package var scalarKind: ScalarKind? {
    guard case .nominal(let nominal, let arguments) = self, arguments.isEmpty else { return nil }
    if nominal === Nominal.int { return .integer }
    if nominal === Nominal.double || nominal === Nominal.float { return .floating }
    if nominal === Nominal.bool { return .boolean }
    return nominal.kind == .structure && nominal.integerWidth != nil ? .integer : nil
  }

  /// The width of an integer type.
  package var integerWidth: IntegerWidth? { nominal?.integerWidth }
}
