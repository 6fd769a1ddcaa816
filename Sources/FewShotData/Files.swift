internal import Glibc

/// Returns the bytes of a file, at most `limit` of them.
func readFile(_ path: String, limit: Int = .max) throws(OmniglotError) -> [UInt8] {
  guard let file = unsafe fopen(path, "rbe") else {
    throw .unreadable(path: path, reason: systemReason(errno))
  }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < limit {
    let read = unsafe fread(&chunk, 1, min(chunk.count, limit - bytes.count), file)
    bytes += chunk[..<read]
    guard read > 0 else { break }
  }
  guard unsafe ferror(file) == 0 else {
    throw .unreadable(path: path, reason: systemReason(errno))
  }
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
func exists(_ path: String) -> Bool {
  unsafe access(path, F_OK) == 0
}

/// What the system calls an error number.
func systemReason(_ code: Int32) -> String {
  unsafe String(cString: strerror(code))
}
