internal import Allowances
internal import CellChecking

extension Datum {
  /// The integer, of any width.
  var integer: Int? { if case .int(let value) = self { value } else { nil } }

  /// The number as a `Double`.
  var number: Double? {
    switch self {
    case .double(let value): value
    case .int(let value): Double(value)
    default: nil
    }
  }

  /// The text of a string, substring or character.
  var text: String? {
    switch self {
    case .string(let value): value
    case .character(let value): String(value)
    case .substring(let object, let span): String(object.value(span))
    default: nil
    }
  }

  /// The instance that it refers to.
  var instanceObject: InstanceObject? {
    if case .instance(let object) = self { object } else { nil }
  }

  /// This value as the payload of an optional of its type.
  func wrapped(ifOptional type: Type) -> Datum { type.isOptional ? .some(SomeObject(self)) : self }

  /// The payload of an optional; `nil` when there is none.
  var unwrapped: Datum? {
    switch self {
    case .none: nil
    case .some(let object): object.value
    default: self
    }
  }
}

extension Value {
  var elementsOfDatum: [Value]? {
    switch datum {
    case .ints, .doubles, .bools, .values:
      guard let element = type.arrayElement, let data = datum.arrayElements else { return nil }
      return data.map { Value($0, element) }
    case .set(let table):
      guard let element = type.setElement else { return nil }
      return table.pairs.map { Value($0.key, element) }
    case .tuple: return tupleElements?.map(\.value)
    case .structure:
      guard let range = integerRange,
        Allowance.allows(min(range.count, 1 << 50) * MemoryLayout<Value>.stride)
      else { return nil }
      return range.map { Value($0) }
    default: return nil
    }
  }
}
