internal import Glibc

/// What the system says about a file that it does not read or write.
package struct FileError: Error, Equatable {
  /// The file.
  package let path: String
  /// The system's words.
  package let reason: String

  /// Creates the error of the system's last call that failed.
  init(path: String) {
    self.path = path
    reason = systemReason(errno)
  }
}

// MARK: - Reading

/// Returns the bytes of a file, at most `limit` of them.
package func readFile(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
  guard let file = unsafe fopen(path, "rbe") else { throw FileError(path: path) }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < limit {
    let read = unsafe fread(&chunk, 1, min(chunk.count, limit - bytes.count), file)
    bytes += chunk[..<read]
    guard read > 0 else { break }
  }
  guard unsafe ferror(file) == 0 else { throw FileError(path: path) }
  return bytes
}

/// Returns the names in a folder that don't start with a dot, sorted.
func readFolder(_ path: String) throws(OmniglotError) -> [String] {
  guard let folder = unsafe opendir(path) else {
    throw .unreadable(path: path, reason: systemReason(errno))
  }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
        unsafe String(cString: $0)
      }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

/// Whether a path leads to a folder.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether a path leads to anything.
package func exists(_ path: String) -> Bool {
  unsafe access(path, F_OK) == 0
}

// MARK: - Writing

/// A file while it is being written; it ends with the function that lends it.
@safe package struct FileDraft {
  private let file: UnsafeMutablePointer<FILE>
  private let path: String

  fileprivate init(_ file: UnsafeMutablePointer<FILE>, path: String) {
    unsafe self.file = file
    self.path = path
  }

  /// Adds bytes at the end.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw FileError(path: path)
    }
  }

  /// Adds numbers at the end, four bytes each in the machine's order.
  func append(_ numbers: [Float]) throws(FileError) {
    guard unsafe fwrite(numbers, 4, numbers.count, file) == numbers.count else {
      throw FileError(path: path)
    }
  }
}

/// Writes a file in parts, beside its place first: a broken write, a full disk or a sudden end
/// leaves what was there before.
///
/// The parts are on the disk before the file gets its name, and the name is before this returns.
package func replaceFile(
  _ path: String,
  parts: (FileDraft) throws(FileError) -> Void
) throws(FileError) {
  let beside = "\(path).part"
  guard let file = unsafe fopen(beside, "wbe") else { throw FileError(path: path) }
  do throws(FileError) {
    try parts(unsafe FileDraft(file, path: path))
    guard unsafe fflush(file) == 0, unsafe fsync(fileno(file)) == 0 else {
      throw FileError(path: path)
    }
  } catch {
    unsafe fclose(file)
    unsafe unlink(beside)
    throw error
  }
  guard unsafe fclose(file) == 0, unsafe rename(beside, path) == 0 else {
    let error = FileError(path: path)
    unsafe unlink(beside)
    throw error
  }
  synchronizeFolder(of: path)
}

/// Adds bytes to the end of a file, which is made where there is none.
package func extendFile(_ path: String, by bytes: [UInt8]) throws(FileError) {
  guard let file = unsafe fopen(path, "abe") else { throw FileError(path: path) }
  do throws(FileError) {
    try unsafe FileDraft(file, path: path).append(bytes)
  } catch {
    unsafe fclose(file)
    throw error
  }
  guard unsafe fclose(file) == 0 else { throw FileError(path: path) }
}

/// Puts a folder's list of names on the disk; some file systems cannot, and need not.
private func synchronizeFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

// MARK: - The system

/// What the system calls an error number.
func systemReason(_ code: Int32) -> String {
  unsafe String(cString: strerror(code))
}
