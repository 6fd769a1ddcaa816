/// A state as it was kept: what the next one is written as the difference to.
public struct KeptState: Sendable {
  /// The state itself.
  public let state: CellState
  /// The hashes of what was written for variables that hold more than a scalar, by their numbers.
  var hashes: [Int: KeyedHash.Digest] = [:]
  /// The variables that lead to references, which are written together, and the hash of that.
  var graph: [Int] = []
  var graphHash: KeyedHash.Digest?

  /// A state that was restored, or the empty one that cells begin with.
  public init(_ state: CellState) { self.state = state }
}

extension CellState {
  /// Whether the state is the very one that another is.
  func isSame(as other: CellState) -> Bool {
    environment.sources.count == other.environment.sources.count
      && globals.count == other.globals.count
      && zip(globals, other.globals).allSatisfy { $0.isOne(with: $1) }
  }
}

extension Datum {
  /// Whether two values are one, as far as can be seen without looking inside. What is shared is never
  /// changed in place, so they are the same value then.
  func isOne(with other: Datum) -> Bool {
    switch (self, other) {
    case (.void, .void), (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a.isOne(with: b)
    case (.character(let a), .character(let b)): String(a).isOne(with: String(b))
    case (.ints(let a), .ints(let b)): a.isOne(with: b)
    case (.doubles(let a), .doubles(let b)): a.isOne(with: b)
    case (.bools(let a), .bools(let b)): a.isOne(with: b)
    case (.values(let a), .values(let b)): a.isOne(with: b)
    case (.dictionary(let a), .dictionary(let b)), (.set(let a), .set(let b)): a === b
    case (.tuple(let a), .tuple(let b)): a === b
    case (.structure(let a), .structure(let b)): a === b
    case (.enumeration(let a), .enumeration(let b)): a === b
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

  /// Whether the value is as long as a few words, so that its hash says no more than itself.
  var isScalar: Bool {
    switch self {
    case .void, .none, .bool, .int, .double, .stringIndex: true
    default: false
    }
  }
}

extension String {
  /// Whether two texts are the same bytes, and that is quickly seen.
  fileprivate func isOne(with other: String) -> Bool {
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

extension Array {
  /// Whether two arrays are one storage.
  fileprivate func isOne(with other: [Element]) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBufferPointer { a in
      unsafe other.withUnsafeBufferPointer { b in unsafe a.baseAddress == b.baseAddress }
    }
  }
}
