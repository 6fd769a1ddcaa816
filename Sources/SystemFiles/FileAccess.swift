package import Glibc

/// Reads and writes whole files.
package struct FileAccess: Sendable, Hashable {
  /// Every file that the system lets the program use.
  package static let everywhere = FileAccess()

  /// What a path can lead to.
  package enum Kind: Sendable {
    /// Bytes on a disk.
    case file
    /// A folder.
    case folder
    /// A device, a pipe, a socket.
    case other
  }
}

// MARK: - Reading

extension FileAccess {
  /// Returns the bytes of a file, at most `limit` of them.
  package func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let file = try open(path, O_RDONLY, for: .read)
    guard let bytes = readAll(file.descriptor, limit: limit) else { throw FileError(.read, path) }
    return bytes
  }

  /// Returns the names in a folder, sorted; those that start with a dot are left out.
  package func names(in path: String) throws(FileError) -> [String] {
    let file = try open(path, O_RDONLY | O_DIRECTORY, for: .read)
    // The stream closes its own descriptor.
    guard let stream = unsafe fdopendir(dup(file.descriptor)) else { throw FileError(.read, path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Returns what a path leads to; nil where that is nothing.
  package func kind(of path: String) -> Kind? {
    var status = stat()
    guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }
}

// MARK: - Folders

extension FileAccess {
  /// Makes a folder, and those that it lies in, where they are missing.
  package func makeFolder(_ path: String, mode: mode_t = 0o777) throws(FileError) {
    try makeFolder(path, mode: mode, for: .makeFolder, of: path)
  }

  /// Makes a folder on behalf of what is to be done with a path.
  func makeFolder(
    _ folder: String, mode: mode_t, for action: FileError.Action, of path: String
  ) throws(FileError) {
    try requireCString(path, for: action)
    var place = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      place += part + "/"
      // What is there already, folder or not, shows when it is used.
      if unsafe mkdir(place, mode) != 0, errno != EEXIST {
        throw FileError(action, path)
      }
    }
    guard kind(of: folder) == .folder else { throw FileError(action, path, code: ENOTDIR) }
  }

  /// Removes a file; one that is not there is no error.
  package func remove(_ path: String) throws(FileError) {
    try requireCString(path, for: .write)
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileError(.write, path) }
  }
}

// MARK: - Opening

extension FileAccess {
  /// Opens the file or folder at a path.
  func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0, for action: FileError.Action
  ) throws(FileError) -> OpenFile {
    try requireCString(path, for: action)
    let descriptor = unsafe openat(AT_FDCWD, path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError(action, path) }
    return OpenFile(owning: descriptor)
  }

  /// Throws where the system would see the path end early.
  func requireCString(
    _ path: String, for action: FileError.Action
  ) throws(FileError) {
    if path.utf8.contains(0) { throw FileError(action, path, code: EINVAL) }
  }
}
