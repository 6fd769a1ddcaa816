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

  /// An array in the form that its element type wants.
  static func array(_ elements: [Datum], of element: Type) -> Datum {
    switch element.arrayStorage {
    case .ints: .ints(elements.map { $0.integer ?? 0 })
    case .doubles: .doubles(elements.map { $0.number ?? 0 })
    case .values: .values(elements)
    }
  }

  /// The elements of an array, boxed.
  var arrayElements: [Datum]? {
    switch self {
    case .values(let values): values
    case .ints(let values): values.map { .int($0) }
    case .doubles(let values): values.map { .double($0) }
    default: nil
    }
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

/// How the elements of an array are kept.
enum ArrayStorage {
  case ints, doubles, values
}

extension Type {
  /// How an array of this type keeps its elements.
  var arrayStorage: ArrayStorage {
    switch scalarKind {
    case .integer: .ints
    case .floating: .doubles
    case .boolean, nil: .values
    }
  }
}

extension Value {
  var elementsOfDatum: [Value]? {
    switch datum {
    case .ints, .doubles, .values:
      guard let element = type.arrayElement, let data = datum.arrayElements else { return nil }
      return data.map { Value($0, element) }
    case .set(let table):
      guard let element = type.setElement else { return nil }
      return table.pairs.map { Value($0.key, element) }
    case .tuple: return tupleElements?.map(\.value)
    case .structure(let object):
      // A range of integers.
      guard type.nominal === Nominal.range || type.nominal === Nominal.closedRange,
        object.fields.count == 2, let lower = object.fields[0].integer,
        let upper = object.fields[1].integer
      else { return nil }
      let end = type.nominal === Nominal.range ? upper : upper + 1
      return (lower..<end).map { Value($0) }
    default: return nil
    }
  }
}
