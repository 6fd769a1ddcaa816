internal import CellChecking

/// Keys of tables: compared and hashed by the program's own `==` and `hash(into:)` where it has them.
extension Machine {
  /// Where a key is among the entries of a table, and the hash under which it is or would be.
  func position(of key: Datum, in table: DictionaryObject) throws -> (index: Int?, hash: Int) {
    if key.isPlainKey {
      let hash = key.tableHash
      return (table.find(key, hash: hash), hash)
    }
    let hash = try keyHash(key)
    return (try table.find(key, hash: hash) { try equal($0, $1) }, hash)
  }

  /// The value for a key.
  func value(for key: Datum, in table: DictionaryObject) throws -> Datum? {
    try position(of: key, in: table).index.map { table.entries[$0].value }
  }

  /// Stores a value, replacing the one that the key had; answers whether the key is new.
  @discardableResult
  func store(_ value: Datum, for key: Datum, in table: DictionaryObject) throws -> Bool {
    let (index, hash) = try position(of: key, in: table)
    if let index {
      table.put(value, at: index)
      return false
    }
    table.insertNew(key, value, hash: hash)
    return true
  }

  /// The hash of a key.
  func keyHash(_ key: Datum) throws -> Int {
    if key.isPlainKey { return key.tableHash }
    try checkStack(at: nil)
    switch key {
    case .structure(let object):
      let type = current(object.type)
      return try type.hasOwnHash ? ownHash(key, type) : hash(of: object.fields, 1)
    case .enumeration(let object):
      let type = current(object.type)
      return try type.hasOwnHash
        ? ownHash(key, type) : hash(of: object.payload, object.index &+ 2)
    case .instance(let object):
      let type = current(object.type)
      return try type.hasOwnHash ? ownHash(key, type) : key.tableHash
    case .tuple(let object): return try hash(of: object.elements, 3)
    case .values(let values): return try hash(of: values, 4)
    case .some(let object): return try mix(keyHash(object.value), 5)
    case .erased(let object): return try keyHash(object.value)
    case .dictionary(let table), .set(let table):
      // Order must not matter.
      return try table.pairs.reduce(6) { try $0 &+ keyHash($1.key) } & Int.max
    default: return key.tableHash
    }
  }

  private func hash(of parts: [Datum], _ seed: Int) throws -> Int {
    try parts.reduce(seed) { mix($0, try keyHash($1)) } & Int.max
  }

  private func mix(_ a: Int, _ b: Int) -> Int {
    let product = (UInt(bitPattern: a) &* 31 &+ UInt(bitPattern: b)) &* 0x9E37_79B9_7F4A_7C15
    return Int(bitPattern: product ^ (product >> 29)) & Int.max
  }

  /// The hash that the type's own `hash(into:)` makes.
  private func ownHash(_ key: Datum, _ type: TypeObject) throws -> Int {
    let function = try compiledIfAny(at: nil) { program -> CompiledFunction? in
      let found = compiler.members("hash", of: type.type, isStatic: false).first {
        !$0.member.isRequirement && $0.member.fullName == "hash(into:)"
      }
      guard let found, case .function(let symbol) = found.member else { return nil }
      return program.function(
        for: FunctionReference(symbol: symbol, substitution: found.substitution))
    }
    guard let function else { return key.tableHash }
    let hasher = typeObject(compiler.hasherType)
    let frame = open(function)
    defer { close(frame) }
    frame.pass(key, at: 0, of: function)
    frame.pass(.structure(StructObject(hasher, [.int(17)])), at: 1, of: function)
    _ = try run(function, in: frame, at: nil)
    guard case .structure(let state) = frame.slots[1] else { return key.tableHash }
    return (state.fields.first?.integer ?? 0) & Int.max
  }
}

extension Compiler {
  /// The type of the state that `hash(into:)` adds to.
  var hasherType: Type {
    for case .type(let nominal) in library.symbols(named: "Hasher") { return .nominal(nominal, []) }
    return .any
  }
}

extension Datum {
  /// Whether it is compared and hashed by what it is, without asking the program.
  var isPlainKey: Bool {
    switch self {
    case .int, .string, .character, .double, .bool, .ints, .doubles, .bools, .none, .void,
      .substring, .stringIndex, .metatype, .host:
      true
    default: false
    }
  }
}
