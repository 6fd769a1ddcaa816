internal import Glibc

/// Reads and writes whole files: all that the system lets the program use, or those below some
/// folders.
///
/// A path below an allowed folder is opened from that folder's descriptor, and whatever leads out of
/// the folder, `..` or a link, is not followed. There is no check that could be true when it is made
/// and false when the file is opened. What is opened there is read and written only if it is a file.
package struct FileAccess: Sendable, Hashable {
  /// Every file that the system lets the program use.
  package static let everywhere = FileAccess(limits: nil)

  /// What a path can lead to.
  package enum Kind: Sendable {
    /// Bytes on a disk.
    case file
    /// A folder.
    case folder
    /// A device, a pipe, a socket.
    case other
  }

  /// Where it is noted what was read and written.
  package var uses: FileUses?
  /// The folders that may be used; nil for all there are.
  let limits: Limits?

  /// What may be used.
  struct Limits: Hashable {
    /// What may be read.
    var readable: [AllowedFolder]
    /// What may be written.
    var writable: [AllowedFolder]
    /// The most bytes that are read of one file.
    var size: Int
    /// How paths are opened.
    var opener: BeneathOpener
  }

  private init(limits: Limits?) {
    self.limits = limits
  }

  /// Files below folders.
  ///
  /// - Parameters:
  ///   - readable: What may be read.
  ///   - writable: What may be written, which does not mean that it may be read.
  ///   - sizeLimit: The most bytes that are read of one file.
  ///   - usingKernel: Whether the kernel is asked to stay below a folder; tests do without.
  package init(
    readable: [AllowedFolder], writable: [AllowedFolder], sizeLimit: Int = 1 << 30,
    usingKernel: Bool = true
  ) {
    self.init(
      limits: Limits(
        readable: readable, writable: writable, size: sizeLimit,
        opener: usingKernel ? .kernel : .byHand))
  }
}

// MARK: - Reading

extension FileAccess {
  /// Returns the bytes of a file, at most `limit` of them.
  ///
  /// Where access is limited, a file that has more than may be read is an error.
  package func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    try read(try openFile(path), of: path, limit: limit)
  }

  /// Returns the bytes of a file that was opened, from where it stands, at most `limit` of them.
  package func read(
    _ file: borrowing OpenFile, of path: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    guard let limits, limit > limits.size else {
      guard let bytes = readAll(file.descriptor, limit: limit) else { throw FileError(.read, path) }
      return bytes
    }
    // Its size first, so that a file without end costs nothing; it may grow while it is read.
    if file.size <= limits.size {
      guard let bytes = readAll(file.descriptor, limit: limits.size + 1) else {
        throw FileError(.read, path)
      }
      if bytes.count <= limits.size { return bytes }
    }
    throw FileError(.read, path, .tooLarge(limit: limits.size))
  }

  /// Opens a file for reading.
  package func openFile(_ path: String) throws(FileError) -> OpenFile {
    // A pipe without a writer would have us wait for one.
    let flags = O_RDONLY | (limits == nil ? 0 : O_NONBLOCK | O_NOCTTY)
    let file = try noting(path) { () throws(FileError) in try open(path, flags, for: .read) }
    try requireFile(file, path, for: .read)
    return file
  }

  /// Returns the names in a folder, sorted; those that start with a dot are left out.
  package func names(in path: String) throws(FileError) -> [String] {
    let file = try noting(path) { () throws(FileError) in
      try open(path, O_RDONLY | O_DIRECTORY, for: .read)
    }
    // The stream closes its own descriptor.
    let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else { throw FileError(.read, path) }
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

  /// Returns what a path leads to, and nil where that is nothing; throws where nobody may know.
  package func kind(
    of path: String, for action: FileError.Action = .read
  ) throws(FileError) -> Kind? {
    do throws(FileError) {
      return try noting(path) { () throws(FileError) in
        try open(path, pathOnly, for: action)
      }.kind()
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
  }

  /// Throws unless what was opened may be read or written as a file.
  func requireFile(
    _ file: borrowing OpenFile, _ path: String, for action: FileError.Action
  ) throws(FileError) {
    guard limits != nil else { return }
    switch file.kind() {
    case .file: return
    case .folder: throw FileError(action, path, code: EISDIR)
    case .other, nil: throw FileError(action, path, .notAFile)
    }
  }
}

extension FileAccess.Kind {
  /// What the mode of a file says.
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
  }
}

// MARK: - Opening

extension FileAccess {
  /// Opens something to read and notes that, also where it is not there.
  private func noting(
    _ path: String, _ open: () throws(FileError) -> OpenFile
  ) throws(FileError) -> OpenFile {
    do throws(FileError) {
      let file = try open()
      uses?.note(read: path)
      return file
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { uses?.note(read: path) }
      throw error
    }
  }
}

extension FileAccess {
  /// Opens the file or folder at a path.
  func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0, for action: FileError.Action
  ) throws(FileError) -> OpenFile {
    try requireCString(path, for: action)
    guard let limits else {
      let descriptor = unsafe openat(AT_FDCWD, path, flags | O_CLOEXEC, mode)
      guard descriptor >= 0 else { throw FileError(action, path) }
      return OpenFile(owning: descriptor)
    }
    return try limits.first(for: action, path) { (root, names) throws(SystemCode) in
      if names.isEmpty, root.isNamed {
        let descriptor = unsafe openat(AT_FDCWD, root.base, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .last }
        return OpenFile(owning: descriptor)
      }
      let folder = try root.open(limits.opener, making: false)
      return try limits.opener.open(names, beneath: folder, flags, mode: mode)
    }
  }

  /// Opens the folder that has a file or is to have it.
  func openFolder(
    of path: String, making: Bool, for action: FileError.Action
  ) throws(FileError) -> OpenPlace {
    try requireCString(path, for: action)
    guard let place = FilePlace(path) else {
      throw FileError(action, path, code: path.isEmpty ? ENOENT : EISDIR)
    }
    let folder: OpenFile
    if let limits {
      folder = try limits.first(for: action, path) { (root, names) throws(SystemCode) in
        if names.isEmpty {
          // The folder itself is no file to write, but a person may have named a file.
          guard root.isNamed, let own = FilePlace(root.base) else { throw SystemCode(EISDIR) }
          return try AllowedFolder.named(own.folder).open(limits.opener, making: making)
        }
        let top = try root.open(limits.opener, making: making)
        return try limits.opener.openFolder(names.dropLast(), beneath: top, making: making)
      }
    } else {
      if making, let code = makeFolders(place.folder) { throw FileError(action, path, code: code) }
      let descriptor = unsafe openat(AT_FDCWD, place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(action, path) }
      folder = OpenFile(owning: descriptor)
    }
    return OpenPlace(folder: folder, name: place.name)
  }

  /// Throws where the system would see the path end early.
  func requireCString(_ path: String, for action: FileError.Action) throws(FileError) {
    if path.utf8.contains(0) { throw FileError(action, path, code: EINVAL) }
  }
}

extension FileAccess.Limits {
  /// Returns what `open` opens below the first allowed folder in which the path stays.
  ///
  /// The longest folder comes first, and of those as long the one that a person named. What is
  /// missing is an error only where no other folder has it.
  fileprivate func first(
    for action: FileError.Action, _ path: String,
    open: (AllowedFolder, [String]) throws(SystemCode) -> OpenFile
  ) throws(FileError) -> OpenFile {
    let absolute = AbsolutePath(path)
    var found: [(root: AllowedFolder, names: [String])] = []
    // The system has no file of no name, and neither has a folder.
    for root in path.isEmpty ? [] : action == .read ? readable : writable {
      if let names = root.remainder(of: absolute) { found.append((root, names)) }
    }
    found.sort { lhs, rhs in
      lhs.names.count == rhs.names.count
        ? lhs.root.isNamed && !rhs.root.isNamed : lhs.names.count < rhs.names.count
    }
    var reason = FileError.Reason.notAllowed
    for (root, names) in found {
      do throws(SystemCode) {
        return try open(root, names)
      } catch {
        // EXDEV: the path leads out. ELOOP: the folder is a link where it must not be one.
        if error.code != EXDEV, error.code != ELOOP, reason == .notAllowed {
          reason = .system(error.code)
        }
      }
    }
    throw FileError(action, path, path.isEmpty ? .system(ENOENT) : reason)
  }
}
