internal import Glibc

extension FileAccess {
  /// Writes a file that somebody has, beside its place first, and leaves all but its bytes as it was: a
  /// link still leads to it, and who may read it still may.
  ///
  /// Its owner and its group stay where the system lets us give a file away, which it does for root.
  package func rewrite(_ path: String, with bytes: [UInt8]) throws(FileError) {
    guard let resolved = unsafe realpath(path, nil) else { throw FileError(.write, path) }
    defer { unsafe free(resolved) }
    let target = unsafe String(cString: resolved)
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { throw FileError(.write, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.write, path, .notAFile) }
    try replace(target) { (draft) throws(FileError) in
      try draft.append(bytes)
      try draft.take(status)
    }
  }
}
