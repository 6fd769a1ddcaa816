internal import CellChecking

/// What an array keeps: scalars as they are, everything else boxed.
protocol ArrayElement {
  /// The element that a value is. The types were checked: a value of another kind is not met.
  init(boxed value: Datum)
  var boxed: Datum { get }

  /// An array of such elements.
  static func array(of elements: [Self]) -> Datum
  /// The elements of an array that keeps them so.
  static func elements(of array: Datum) -> [Self]?
}

extension Int: ArrayElement {
  init(boxed value: Datum) { self = value.integer ?? 0 }
  var boxed: Datum { .int(self) }
  static func array(of elements: [Int]) -> Datum { .ints(elements) }
  static func elements(of array: Datum) -> [Int]? {
    if case .ints(let elements) = array { elements } else { nil }
  }
}

extension Double: ArrayElement {
  init(boxed value: Datum) { self = value.number ?? 0 }
  var boxed: Datum { .double(self) }
  static func array(of elements: [Double]) -> Datum { .doubles(elements) }
  static func elements(of array: Datum) -> [Double]? {
    if case .doubles(let elements) = array { elements } else { nil }
  }
}

extension Bool: ArrayElement {
  init(boxed value: Datum) { self = value.isTrue }
  var boxed: Datum { .bool(self) }
  static func array(of elements: [Bool]) -> Datum { .bools(elements) }
  static func elements(of array: Datum) -> [Bool]? {
    if case .bools(let elements) = array { elements } else { nil }
  }
}

extension Datum: ArrayElement {
  init(boxed value: Datum) { self = value }
  var boxed: Datum { self }
  static func array(of elements: [Datum]) -> Datum { .values(elements) }
  static func elements(of array: Datum) -> [Datum]? {
    if case .values(let elements) = array { elements } else { nil }
  }
}

/// How the elements of an array are kept.
enum ArrayStorage {
  case ints, doubles, bools, values

  /// The bytes of an element.
  var stride: Int {
    switch self {
    case .ints: MemoryLayout<Int>.stride
    case .doubles: MemoryLayout<Double>.stride
    case .bools: MemoryLayout<Bool>.stride
    case .values: MemoryLayout<Datum>.stride
    }
  }
}

extension Type {
  /// How an array of this type keeps its elements.
  var arrayStorage: ArrayStorage {
    switch scalarKind {
    case .integer: .ints
    case .floating: .doubles
    case .boolean: .bools
    case nil: .values
    }
  }
}

extension Datum {
  /// How the elements are kept; `nil` when this is no array.
  var arrayStorage: ArrayStorage? {
    switch self {
    case .ints: .ints
    case .doubles: .doubles
    case .bools: .bools
    case .values: .values
    default: nil
    }
  }

  /// An array in the form that its element type wants.
  static func array(_ elements: [Datum], of element: Type) -> Datum {
    switch element.arrayStorage {
    case .ints: .ints(elements.map(Int.init(boxed:)))
    case .doubles: .doubles(elements.map(Double.init(boxed:)))
    case .bools: .bools(elements.map(Bool.init(boxed:)))
    case .values: .values(elements)
    }
  }

  /// The elements of an array, boxed.
  var arrayElements: [Datum]? {
    switch self {
    case .ints(let values): values.map(\.boxed)
    case .doubles(let values): values.map(\.boxed)
    case .bools(let values): values.map(\.boxed)
    case .values(let values): values
    default: nil
    }
  }

  /// The number of elements of an array; 0 for other values.
  var elementCount: Int {
    switch self {
    case .ints(let values): values.count
    case .doubles(let values): values.count
    case .bools(let values): values.count
    case .values(let values): values.count
    default: 0
    }
  }

  /// An element of an array.
  func element(_ index: Int) -> Datum {
    switch self {
    case .ints(let values): .int(values[index])
    case .doubles(let values): .double(values[index])
    case .bools(let values): .bool(values[index])
    case .values(let values): values[index]
    default: .void
    }
  }
}
