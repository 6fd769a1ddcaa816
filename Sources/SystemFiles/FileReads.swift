internal import Synchronization

/// Notes which files are read: what a result depends on besides the program.
package final class FileReads: Sendable {
  private let paths = Mutex<Set<String>>([])

  /// Nothing read yet.
  package init() {}

  /// Notes a file or folder that was read, or was looked for and is not there.
  package func note(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// The paths noted since the last call, sorted.
  package func take() -> [String] {
    paths.withLock { paths in
      defer { paths = [] }
      return paths.sorted()
    }
  }
}

extension FileReads: Hashable {
  package static func == (lhs: FileReads, rhs: FileReads) -> Bool { lhs === rhs }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
