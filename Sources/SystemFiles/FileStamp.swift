internal import Glibc

/// What tells that a file is another than before without reading it: which file a path leads to, its
/// size, and when it was written.
package struct FileStamp: Hashable, Sendable, CustomStringConvertible {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of the file at a path; nil where there is none.
  package init?(of path: String) {
    var status = Glibc.stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// What is known of the file, in numbers.
  package var description: String { "\(device):\(inode):\(size):\(seconds).\(nanoseconds)" }
}
