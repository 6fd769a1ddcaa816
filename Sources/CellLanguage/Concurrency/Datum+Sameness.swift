extension Datum {
  /// Whether this is the very same value, and not one that was changed: told from where it is kept,
  /// without looking at its parts.
  ///
  /// A value that is held elsewhere too is copied before it is changed, and then is kept elsewhere.
  func isSame(as other: Datum) -> Bool {
    switch (self, other) {
    case (.void, .void), (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a.isSame(as: b)
    case (.character(let a), .character(let b)): String(a).isSame(as: String(b))
    case (.ints(let a), .ints(let b)): a.isStored(with: b)
    case (.doubles(let a), .doubles(let b)): a.isStored(with: b)
    case (.bools(let a), .bools(let b)): a.isStored(with: b)
    case (.values(let a), .values(let b)): a.isStored(with: b)
    case (.dictionary(let a), .dictionary(let b)), (.set(let a), .set(let b)): a === b
    case (.tuple(let a), .tuple(let b)): a === b
    case (.structure(let a), .structure(let b)): a === b
    case (.enumeration(let a), .enumeration(let b)): a === b || a.isPlain(b)
    case (.instance(let a), .instance(let b)): a === b
    case (.closure(let a), .closure(let b)): a === b
    case (.host(let a), .host(let b)): a === b
    case (.some(let a), .some(let b)): a === b
    case (.erased(let a), .erased(let b)): a === b
    case (.metatype(let a), .metatype(let b)): a === b
    case (.box(let a), .box(let b)): a === b
    case (.stringIndex(let a), .stringIndex(let b)): a.bits == b.bits
    case (.substring(let a, let x), .substring(let b, let y)):
      a === b && x.start == y.start && x.end == y.end
    case (.weak(let a), .weak(let b)): a === b
    default: false
    }
  }
}

extension EnumObject {
  /// Whether both are the same case without a payload.
  fileprivate func isPlain(_ other: EnumObject) -> Bool {
    payload.isEmpty && other.payload.isEmpty && type === other.type && index == other.index
  }
}

extension Array {
  /// Whether both are one array, held twice.
  fileprivate func isStored(with other: [Element]) -> Bool {
    unsafe count == other.count
      && withUnsafeBufferPointer { a in
        unsafe other.withUnsafeBufferPointer { b in unsafe a.baseAddress == b.baseAddress }
      }
  }
}

extension String {
  /// Whether two texts are the same bytes, and that is quickly seen.
  fileprivate func isSame(as other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    if count <= 64 { return utf8.elementsEqual(other.utf8) }
    let isSame = unsafe utf8.withContiguousStorageIfAvailable { a in
      unsafe other.utf8.withContiguousStorageIfAvailable { b in
        unsafe a.baseAddress == b.baseAddress
      } ?? false
    }
    return isSame ?? false
  }
}
