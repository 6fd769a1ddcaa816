internal import Synchronization

/// Notes which files are used: those read, which a result depends on besides the program, and those
/// written, which are part of it.
package final class FileUses: Sendable {
  /// Paths of files.
  package struct Paths: Sendable, Equatable {
    /// What was read, or was looked for and is not there.
    package var read: Set<String> = []
    /// What was written.
    package var written: Set<String> = []

    /// No paths.
    package init() {}
  }

  private let paths = Mutex(Paths())

  /// Nothing used yet.
  package init() {}

  /// Notes a file or folder that was read, or was looked for and is not there.
  package func note(read path: String) { paths.withLock { _ = $0.read.insert(path) } }

  /// Notes a file that was written.
  package func note(written path: String) { paths.withLock { _ = $0.written.insert(path) } }

  /// The paths noted since the last call.
  package func take() -> Paths {
    paths.withLock { paths in
      defer { paths = Paths() }
      return paths
    }
  }
}

extension FileUses: Hashable {
  package static func == (lhs: FileUses, rhs: FileUses) -> Bool { lhs === rhs }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
