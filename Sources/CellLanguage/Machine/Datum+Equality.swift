extension Datum {
  /// Whether two values of one type are equal, by their parts.
  ///
  /// Types with an `==` of their own are compared through the machine (`Machine.equal`), which calls
  /// here for everything else.
  func equals(_ other: Datum) -> Bool {
    switch (self, other) {
    case (.int(let a), .int(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.character(let a), .character(let b)): a == b
    case (.void, .void), (.none, .none): true
    case (.ints(let a), .ints(let b)): a == b
    case (.doubles(let a), .doubles(let b)): a == b
    case (.bools(let a), .bools(let b)): a == b
    case (.values(let a), .values(let b)): a.equals(b)
    case (.tuple(let a), .tuple(let b)): a.elements.equals(b.elements)
    case (.structure(let a), .structure(let b)): a === b || a.fields.equals(b.fields)
    case (.enumeration(let a), .enumeration(let b)):
      a === b || (a.index == b.index && a.payload.equals(b.payload))
    case (.instance(let a), .instance(let b)): a === b
    case (.closure(let a), .closure(let b)): a === b
    case (.some(let a), .some(let b)): a.value.equals(b.value)
    case (.erased(let a), .erased(let b)): a.type.type == b.type.type && a.value.equals(b.value)
    case (.host(let a), .host(let b)): a.value.isEqual(to: b.value)
    case (.stringIndex(let a), .stringIndex(let b)): a == b
    case (.substring(let a, let span), .substring(let b, let other)):
      a.value(span) == b.value(other)
    case (.substring(let a, let span), .string(let b)): a.value(span) == b
    case (.string(let a), .substring(let b, let span)): a == b.value(span)
    case (.metatype(let a), .metatype(let b)): a.type == b.type
    case (.dictionary(let a), .dictionary(let b)):
      a.count == b.count && a.pairs.allSatisfy { b.value($0.key)?.equals($0.value) ?? false }
    case (.set(let a), .set(let b)):
      a.count == b.count && a.pairs.allSatisfy { b.value($0.key) != nil }
    default: false
    }
  }

  /// The hash under which a key is kept in a table.
  var tableHash: Int {
    switch self {
    case .int(let value): return Datum.hash(of: value)
    case .string(let value): return Datum.hash(of: value)
    case .character(let value):
      if let byte = value.byte { return Datum.mix(Datum.added(byte, to: Datum.seed)) }
      return Datum.hash(of: String(value))
    default:
      var hasher = Hasher()
      hash(into: &hasher)
      return hasher.finalize() & Int.max
    }
  }

  /// Adds the parts of the value to a hash.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .void, .none: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .character(let value): hasher.combine(value)
    case .substring(let object, let span): hasher.combine(object.value(span))
    case .ints(let values): hasher.combine(values)
    case .doubles(let values): hasher.combine(values)
    case .bools(let values): hasher.combine(values)
    case .values(let values): for value in values { value.hash(into: &hasher) }
    case .tuple(let object): for value in object.elements { value.hash(into: &hasher) }
    case .structure(let object): for value in object.fields { value.hash(into: &hasher) }
    case .enumeration(let object):
      hasher.combine(object.index)
      for value in object.payload { value.hash(into: &hasher) }
    case .some(let object):
      hasher.combine(3)
      object.value.hash(into: &hasher)
    case .erased(let object): object.value.hash(into: &hasher)
    case .stringIndex(let index): hasher.combine(index)
    case .host(let box): box.value.hashValue(into: &hasher)
    case .instance(let object): hasher.combine(ObjectIdentifier(object))
    case .dictionary(let table), .set(let table):
      // Order must not matter.
      hasher.combine(table.pairs.reduce(0) { $0 &+ $1.key.tableHash })
    case .closure, .metatype, .box, .weak: hasher.combine(4)
    }
  }

  /// The hash of an integer.
  @inline(__always)
  static func hash(of number: Int) -> Int { mix(UInt64(bitPattern: Int64(number))) }

  @inline(__always)
  private static func mix(_ value: UInt64) -> Int {
    let product = (value ^ (value >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ (product >> 29)) & Int.max
  }

  /// FNV-1a over ASCII, which most keys are; Swift's own hash for the rest, where texts in different
  /// normal forms are equal.
  private static func hash(of text: String) -> Int {
    var hash = seed
    for byte in text.utf8 {
      if byte >= 0x80 { return longHash(of: text) }
      hash = added(byte, to: hash)
    }
    return mix(hash)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func added(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Three scalars beyond ASCII are by the rules of Unicode the same as one of it.
  private static func longHash(of text: String) -> Int {
    var plain = String.UnicodeScalarView()
    var isPlain = true
    for scalar in text.unicodeScalars {
      let twin: Unicode.Scalar =
        switch scalar {
        case "\u{37E}": ";"
        case "\u{1FEF}": "`"
        case "\u{212A}": "K"
        default: scalar
        }
      if twin != scalar { isPlain = false }
      plain.append(twin)
    }
    return isPlain ? text.hashValue & Int.max : hash(of: String(plain))
  }
}

extension [Datum] {
  /// Whether all parts are equal in order.
  func equals(_ other: [Datum]) -> Bool {
    guard count == other.count else { return false }
    for index in indices where !self[index].equals(other[index]) { return false }
    return true
  }
}
