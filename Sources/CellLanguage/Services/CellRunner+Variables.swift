internal import CellChecking

extension CellRunner {
  /// The variables of the cells with what is in them, in alphabetical order.
  public func variables(in state: CellState) -> [VariableSummary] {
    state.environment.names.compactMap { name, symbols -> VariableSummary? in
      guard name.first != "$", case .variable(let own)? = symbols.first else { return nil }
      let symbol = state.environment.storage(of: own) ?? own
      let type = "\(symbol.type)"
      guard case .global(let index) = symbol.storage, !symbol.isComputed,
        state.globals.indices.contains(index)
      else {
        return VariableSummary(
          name: name, isConstant: symbol.isLet, type: type, summary: "computed", byteCount: nil)
      }
      var measure = ValueMeasure()
      let value = state.globals[index]
      return VariableSummary(
        name: name, isConstant: symbol.isLet, type: type, summary: value.summary(depth: 0),
        byteCount: measure.bytes(value))
    }.sorted { $0.name < $1.name }
  }
}

extension Environment {
  /// What a variable with observers is kept in.
  fileprivate func storage(of symbol: VariableSymbol) -> VariableSymbol? {
    guard symbol.isComputed,
      case .variable(let storage)? = names[VariableSymbol.storageName(symbol.name)]?.first,
      storage.range == symbol.range
    else { return nil }
    return storage
  }
}

/// How much memory a value takes, about: parts that are shared are counted once for each place.
private struct ValueMeasure {
  /// How many more parts are looked at; what is larger is estimated from those.
  private var budget = 20_000
  private var seen: Set<ObjectIdentifier> = []

  /// The bytes of a value, `nil` where a host value does not say.
  mutating func bytes(_ datum: Datum) -> Int? {
    budget -= 1
    switch datum {
    case .void, .none, .bool: return 1
    case .int, .double, .metatype, .stringIndex: return 8
    case .string(let text): return 16 + text.utf8.count
    case .character(let character): return character.utf8.count
    case .substring: return 24
    case .ints(let values): return 32 + 8 * values.count
    case .doubles(let values): return 32 + 8 * values.count
    case .bools(let values): return 32 + values.count
    case .values(let values): return sum(values)
    case .tuple(let object): return sum(object.elements)
    case .structure(let object): return sum(object.fields)
    case .enumeration(let object): return sum(object.payload)
    case .instance(let object):
      return seen.insert(ObjectIdentifier(object)).inserted ? sum(object.fields) : 8
    case .dictionary(let table): return sum(table.pairs.flatMap { [$0.key, $0.value] })
    case .set(let table): return sum(table.pairs.map(\.key))
    case .closure(let object): return sum(object.captures)
    case .box(let box):
      return seen.insert(ObjectIdentifier(box)).inserted ? bytes(box.value) : 8
    case .some(let object): return bytes(object.value)
    case .erased(let object): return bytes(object.value)
    case .host(let box): return box.value.byteCount
    case .weak: return 8
    }
  }

  private mutating func sum(_ values: [Datum]) -> Int? {
    var total = 32
    for (index, value) in values.enumerated() {
      guard budget > 0 else { return index == 0 ? nil : total / index * values.count }
      guard let bytes = bytes(value) else { return nil }
      total += 8 + bytes
    }
    return total
  }
}

extension Datum {
  /// What the value is, in a few words.
  fileprivate func summary(depth: Int) -> String {
    switch self {
    case .void: "()"
    case .none: "nil"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let text): Self.quoted(text[...])
    case .substring: Self.quoted(view)
    case .character(let character): Self.quoted(Substring(String(character)))
    case .ints(let values): Self.counted(values.count, "element")
    case .doubles(let values): Self.counted(values.count, "element")
    case .bools(let values): Self.counted(values.count, "element")
    case .values(let values): Self.counted(values.count, "element")
    case .dictionary(let table): Self.counted(table.count, "pair")
    case .set(let table): Self.counted(table.count, "element")
    case .tuple(let object):
      "(" + Self.listed(object.elements.map { (nil, $0) }, depth: depth) + ")"
    case .structure(let object):
      Self.listed(Array(zip(object.type.fieldNames, object.fields)), depth: depth)
    case .instance(let object):
      Self.listed(Array(zip(object.type.fieldNames, object.fields)), depth: depth)
    case .enumeration(let object):
      object.type.cases.indices.contains(object.index)
        ? "." + object.type.cases[object.index].name
          + (object.payload.isEmpty
            ? "" : "(" + Self.listed(object.payload.map { (nil, $0) }, depth: depth) + ")")
        : ""
    case .some(let object): object.value.summary(depth: depth)
    case .erased(let object): object.value.summary(depth: depth)
    case .box(let box): box.value.summary(depth: depth)
    case .host(let box): box.value.summary ?? ""
    case .closure, .metatype, .stringIndex, .weak: ""
    }
  }

  private static func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  /// A text in quotation marks, on one line and cut where it is long.
  private static func quoted(_ text: Substring) -> String {
    let shown = String(text.prefix(40)).debugDescription
    return shown.dropLast() + (text.dropFirst(40).isEmpty ? "\"" : "…\"")
  }

  /// The first parts of a value with their names; inside of parts only that there are some.
  private static func listed(_ parts: [(name: String?, value: Datum)], depth: Int) -> String {
    guard depth < 2 else { return "…" }
    let shown = parts.prefix(4).map { part in
      (part.name.map { "\($0): " } ?? "") + part.value.summary(depth: depth + 1)
    }
    return (shown + (parts.count > 4 ? ["…"] : [])).joined(separator: ", ")
  }
}
