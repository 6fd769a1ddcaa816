internal import CellChecking
internal import Synchronization

/// The native functions of a chunk, which are made when the first of its declarations is read.
final class ChunkNatives: Sendable {
  private let make: @Sendable () -> [String: any NativeDeclaration]
  private let made = Mutex<[String: any NativeDeclaration]?>(nil)

  init(_ make: @escaping @Sendable () -> [String: any NativeDeclaration]) { self.make = make }

  /// The functions by the type and name of their declarations.
  var functions: [String: any NativeDeclaration] {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}
