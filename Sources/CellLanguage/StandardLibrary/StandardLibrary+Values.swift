/// `Bool`, `Optional`, `Never` and `Result`.
enum ValueChunk {
  static let all: [LibraryChunk] = [
    .with("bool", bool) { natives in
      natives.add("Bool.init(_:)") { call in
        call.optional(Bool(call.string(0)).map { .bool($0) })
      }
      natives.add("Bool.description") { call in .string(call.bool(0) ? "true" : "false") }
    },
    .with("optional", optional) { natives in
      natives.add("Optional.debugDescription") { call in .string(try call.describe(0)) }
    },
    LibraryChunk("result", result), LibraryChunk("key paths", keyPaths),
  ]

  private static let keyPaths = #"""
    struct KeyPath<Root, Value>: Hashable, CustomDebugStringConvertible {
      let _get: (Root) -> Value
      let _set: (inout Root, Value) -> Void
      let _parts: [AnyHashable]
      static func == (left: KeyPath, right: KeyPath) -> Bool { left._parts == right._parts }
      func hash(into hasher: inout Hasher) { hasher.combine(_parts) }
      var debugDescription: String {
        "\\" + String(describing: Root.self) + _parts.map { "\($0)" }.joined()
      }
      func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {
        KeyPath<Root, Next>(
          _get: { root in path._get(self._get(root)) },
          _set: { root, value in
            var middle = self._get(root)
            path._set(&middle, value)
            self._set(&root, middle)
          },
          _parts: self._parts + path._parts)
      }
    }
    typealias WritableKeyPath<Root, Value> = KeyPath<Root, Value>
    typealias ReferenceWritableKeyPath<Root, Value> = KeyPath<Root, Value>
    """#

  private static let bool = #"""
    extension Bool: Hashable, LosslessStringConvertible, ExpressibleByBooleanLiteral {
      init?(_ text: String)
      var description: String { get }
      mutating func toggle() { self = !self }
      static func random() -> Bool {
        var generator = _NotebookGenerator()
        return random(using: &generator)
      }
      static func random<G: RandomNumberGenerator>(using generator: inout G) -> Bool {
        (generator.next() >> 17) & 1 == 0
      }
    }
    extension Never: Error, Hashable {}
    """#

  private static let optional = #"""
    extension Optional: CustomDebugStringConvertible {
      init(_ value: Wrapped) { self = value }
      var debugDescription: String { get }
      func map<T>(_ transform: (Wrapped) throws -> T) rethrows -> T? {
        guard let value = self else { return nil }
        return try transform(value)
      }
      func flatMap<T>(_ transform: (Wrapped) throws -> T?) rethrows -> T? {
        guard let value = self else { return nil }
        return try transform(value)
      }
      var unsafelyUnwrapped: Wrapped { self! }
      mutating func take() -> Wrapped? {
        let value = self
        self = nil
        return value
      }
    }
    extension Optional: Equatable where Wrapped: Equatable {}
    extension Optional: Hashable where Wrapped: Hashable {}
    """#

  private static let result = #"""
    enum Result<Success, Failure> {
      case success(Success)
      case failure(Failure)
      init(catching body: () throws -> Success) where Failure == Error {
        do { self = .success(try body()) } catch { self = .failure(error) }
      }
      func get() throws(Failure) -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let error): throw error
        }
      }
      func map<T>(_ transform: (Success) -> T) -> Result<T, Failure> {
        switch self {
        case .success(let value): return .success(transform(value))
        case .failure(let error): return .failure(error)
        }
      }
      func flatMap<T>(_ transform: (Success) -> Result<T, Failure>) -> Result<T, Failure> {
        switch self {
        case .success(let value): return transform(value)
        case .failure(let error): return .failure(error)
        }
      }
      func mapError<E>(_ transform: (Failure) -> E) -> Result<Success, E> {
        switch self {
        case .success(let value): return .success(value)
        case .failure(let error): return .failure(transform(error))
        }
      }
    }
    extension Result: Equatable where Success: Equatable, Failure: Equatable {}
    extension Result: Hashable where Success: Hashable, Failure: Hashable {}
    """#
}
