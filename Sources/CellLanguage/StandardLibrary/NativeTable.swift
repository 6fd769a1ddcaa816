internal import CellChecking

/// The natives of one chunk, while they are collected.
struct NativeTable {
  private(set) var functions: [String: any NativeDeclaration] = [:]

  /// Adds a native under the name of its declaration.
  mutating func add(
    _ name: String, intrinsic: Intrinsic? = nil, isLeaf: Bool = false,
    _ body: @escaping NativeFunction.Body
  ) {
    functions[name] = NativeFunction(name, intrinsic: intrinsic, isLeaf: isLeaf, body)
  }

  /// Adds one native under several names.
  mutating func add(_ names: [String], _ body: @escaping NativeFunction.Body) {
    for name in names { add(name, body) }
  }
}

extension LibraryChunk {
  /// A chunk whose natives are added to a table.
  static func with(
    _ name: String, _ text: String, _ fill: @escaping @Sendable (inout NativeTable) -> Void
  ) -> LibraryChunk {
    LibraryChunk(name, text) {
      var table = NativeTable()
      fill(&table)
      return table.functions
    }
  }
}

extension NativeCall {
  /// A value as the result of a native that answers an optional.
  func optional(_ value: Datum?) -> Datum {
    guard let value else { return .none }
    return value.wrapped(ifOptional: resultType.optionalWrapped ?? .int)
  }

  /// An array as the result, in the form that its type wants.
  func arrayResult(_ elements: [Datum]) -> Datum {
    .array(elements, of: resultType.arrayElement ?? .any)
  }

  /// A fault in the words of Swift's library.
  func fatal(_ message: String) -> Fault { fault("Fatal error: " + message) }

  /// The bounds of a range argument.
  func bounds(_ index: Int) -> (lower: Datum, upper: Datum) {
    guard case .structure(let object) = arguments[index], object.fields.count == 2 else {
      return (.int(0), .int(0))
    }
    return (object.fields[0], object.fields[1])
  }

  /// A string, substring or character argument without copying its text.
  func view(_ index: Int) -> Substring { arguments[index].view }

  /// An index of a string.
  func stringIndex(_ index: Int) -> String.Index? {
    if case .stringIndex(let value) = arguments[index] { return value }
    return nil
  }

  /// The table of a dictionary or set.
  func table(_ index: Int) -> DictionaryObject {
    switch arguments[index] {
    case .dictionary(let table), .set(let table): return table
    default: return DictionaryObject()
    }
  }

  /// Changes the receiver's table, which is copied first where somebody else holds it.
  mutating func changeTable<R>(_ body: (DictionaryObject) throws -> R) rethrows -> R {
    var table: DictionaryObject
    var isSet = false
    do {
      switch arguments[0] {
      case .dictionary(let object): table = object
      case .set(let object):
        table = object
        isSet = true
      default: table = DictionaryObject()
      }
    }
    arguments[0] = .void
    if !isKnownUniquelyReferenced(&table) { table = DictionaryObject(copying: table) }
    defer { arguments[0] = isSet ? .set(table) : .dictionary(table) }
    return try body(table)
  }
}

extension NativeCall {
  /// Whether a table has a key.
  func contains(_ key: Datum, in table: DictionaryObject) throws -> Bool {
    try machine.position(of: key, in: table).index != nil
  }
}

extension Datum {
  /// Text as a substring.
  static func substring(_ text: Substring) -> Datum {
    .substring(SubstringObject(text), .whole)
  }

  /// A tuple of these.
  static func tuple(_ elements: Datum...) -> Datum { .tuple(TupleObject(elements)) }

  /// The truth value.
  var isTrue: Bool { if case .bool(true) = self { true } else { false } }
}
