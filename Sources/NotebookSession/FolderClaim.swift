internal import Glibc
internal import SystemFiles

/// A folder that this process alone keeps outputs in, until the claim ends.
///
/// The system holds the claim by the open folder, so that it ends with the process, however that ends,
/// and no file is left that says so.
final class FolderClaim: Sendable {
  private let descriptor: Int32

  /// Claims an open folder; nil where another claim holds it.
  init?(_ folder: borrowing OpenFile) {
    // Some file systems know no claims: there everybody has one.
    if flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
    descriptor = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
