internal import Glibc
internal import Synchronization

/// Files that are whole or not there.
package enum AtomicFile {
  /// Tells the temporary files of one process apart.
  private static let serial = Atomic(0)

  /// Writes bytes beside the file of that name and then gives them its name.
  package static func write(_ bytes: [UInt8], to path: String) throws(GnuplotError) {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      makeFolders(String(path[..<slash]))
    }
    let number = serial.add(1, ordering: .relaxed).newValue
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let draft = "\(folder).figure-\(getpid())-\(number).part"
    let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path: path, error: errno) }
    var error = append(bytes, to: file)
    // A full disk may show only when the file is closed.
    if close(file) != 0, error == 0 { error = errno }
    if error == 0, unsafe rename(draft, path) != 0 { error = errno }
    if error != 0 {
      _ = unsafe unlink(draft)
      throw .cannotWrite(path: path, error: error)
    }
  }

  private static func append(_ bytes: [UInt8], to file: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count, let start = bytes.baseAddress {
        let count = unsafe Glibc.write(file, start + done, bytes.count - done)
        if count < 0, errno != EINTR { return errno }
        done += max(0, count)
      }
      return 0
    }
  }

  /// Makes the folders that are missing; why one could not be made shows when the file is opened.
  private static func makeFolders(_ path: String) {
    if unsafe mkdir(path, 0o777) == 0 || errno != ENOENT { return }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    makeFolders(String(path[..<slash]))
    _ = unsafe mkdir(path, 0o777)
  }
}
