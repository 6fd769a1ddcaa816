internal import Synchronization

/// The native functions of a chunk, which are made when the first of its declarations is read.
final class ChunkNatives: Sendable {
  private let make: @Sendable () -> [String: NativeFunction]
  private let made = Mutex<[String: NativeFunction]?>(nil)

  init(_ make: @escaping @Sendable () -> [String: NativeFunction]) { self.make = make }

  /// The functions by the type and name of their declarations.
  var functions: [String: NativeFunction] {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}
