package import Glibc
internal import Synchronization

/// A file while it is being written; it ends with the function that lends it.
package struct FileDraft {
  private let descriptor: Int32
  private let path: String

  fileprivate init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Adds bytes at the end.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    guard writeAll(bytes, to: descriptor) else { throw FileError(.write, path) }
  }

  /// Gives the file the mode of another and, where the system allows that, its owner and its group.
  package func take(_ status: stat) throws(FileError) {
    // Before the mode, of which giving a file away may take a part.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw FileError(.write, path) }
  }

  /// Adds numbers at the end, four bytes each in the machine's order.
  package func append(_ numbers: [Float]) throws(FileError) {
    let isWritten = unsafe numbers.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
    guard isWritten else { throw FileError(.write, path) }
  }
}

/// What a written file must outlive before the call that writes it returns.
package enum Durability: Sendable {
  /// The machine going down: the bytes are on the disk before the file has its name, and the name
  /// is before the call returns.
  case machine
  /// The program's end.
  case program
}

extension FileAccess {
  /// Writes a file in parts, beside its place first: a broken write, a full disk or a sudden end
  /// leaves what was there before.
  ///
  /// The draft has a name that no other write has, of this process or another, so that two who
  /// write one file leave one of the two whole. A link of the file's name is replaced, and what it
  /// leads to stays as it is.
  ///
  /// What is no file, such as `/dev/null`, `/dev/stdout` or a pipe, keeps its place: the parts go into it.
  /// Cells are refused that.
  package func replace(
    _ path: String, lasting durability: Durability = .machine, makingFolders: Bool = false,
    parts: (FileDraft) throws(FileError) -> Void
  ) throws(FileError) {
    let place = try openFolder(of: path, making: makingFolders, for: .write)
    if isStream(place) {
      guard limits == nil else { throw FileError(.write, path, .notAFile) }
      let stream = try open(path, O_WRONLY | O_NOCTTY, for: .write)
      return try parts(FileDraft(stream.descriptor, path: path))
    }
    let draft = try Draft(in: place.folder, for: path)
    do throws(FileError) {
      try parts(FileDraft(draft.file.descriptor, path: path))
      if durability == .machine, fsync(draft.file.descriptor) != 0 { throw FileError(.write, path) }
    } catch {
      draft.discard(in: place.folder)
      throw error
    }
    try draft.rename(to: place.name, in: place.folder, for: path)
    uses?.note(written: path)
    // Some file systems cannot put a list of names on the disk, and need not.
    if durability == .machine { fsync(place.folder.descriptor) }
  }

  /// Whether what has the name is to be written into and not replaced: a device, a pipe or a socket, or a
  /// link to what this process has open, as `/dev/stdout` is.
  private func isStream(_ place: borrowing OpenPlace) -> Bool {
    var status = stat()
    guard unsafe fstatat(place.folder.descriptor, place.name, &status, 0) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return false
    case S_IFREG:
      let start = Array("/proc/self/fd/".utf8)
      var target = [CChar](repeating: 0, count: start.count)
      let length = unsafe readlinkat(
        place.folder.descriptor, place.name, &target, target.count)
      return length == start.count && target.map { UInt8(bitPattern: $0) } == start
    default: return true
    }
  }

  /// Writes a file that has these bytes; see ``replace(_:lasting:makingFolders:parts:)``.
  package func write(
    _ bytes: [UInt8], to path: String, lasting durability: Durability = .machine,
    makingFolders: Bool = false
  ) throws(FileError) {
    try replace(path, lasting: durability, makingFolders: makingFolders) {
      (draft) throws(FileError) in try draft.append(bytes)
    }
  }

  /// Adds bytes to the end of a file, which is made where there is none.
  ///
  /// They go to the system in one call where it takes them, so that two who add to one file don't
  /// mix theirs.
  package func extend(
    _ path: String, by bytes: [UInt8], lasting durability: Durability = .program,
    mode: mode_t = 0o666
  ) throws(FileError) {
    let flags = O_WRONLY | O_APPEND | O_CREAT | (limits == nil ? 0 : O_NONBLOCK | O_NOCTTY)
    let file = try open(path, flags, mode: mode, for: .write)
    try requireFile(file, path, for: .write)
    guard writeAll(bytes, to: file.descriptor),
      durability == .program || fsync(file.descriptor) == 0
    else { throw FileError(.write, path) }
    if let code = file.close() { throw FileError(.write, path, code: code) }
    uses?.note(written: path)
  }

  /// Makes a folder, and those that it lies in, where they are missing.
  package func makeFolder(_ path: String, mode: mode_t = 0o777) throws(FileError) {
    guard limits == nil else {
      _ = try makeAndOpenFolder(path)
      return
    }
    try requireCString(path, for: .makeFolder)
    if let code = makeFolders(path, mode: mode) { throw FileError(.makeFolder, path, code: code) }
    guard try kind(of: path) == .folder else { throw FileError(.makeFolder, path, code: ENOTDIR) }
  }

  /// Opens a folder that files are written to; it is made where it is missing.
  package func makeAndOpenFolder(_ path: String) throws(FileError) -> OpenFile {
    do throws(FileError) {
      // The folder of a file that is not made.
      let place = try openFolder(of: path + "/file", making: true, for: .makeFolder)
      let descriptor = fcntl(place.folder.descriptor, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0 else { throw FileError(.makeFolder, path) }
      return OpenFile(owning: descriptor)
    } catch {
      throw FileError(.makeFolder, path, error.reason)
    }
  }

  /// Removes a file; one that is not there is no error.
  package func remove(_ path: String) throws(FileError) {
    let place = try openFolder(of: path, making: false, for: .write)
    guard unsafe unlinkat(place.folder.descriptor, place.name, 0) == 0 || errno == ENOENT else {
      throw FileError(.write, path)
    }
  }
}

/// A file under a name of its own, until it gets the name that it is written for.
private struct Draft: ~Copyable {
  let file: OpenFile
  private let name: String

  /// Tells the drafts of one process apart.
  private static let serial = Atomic(0)

  init(in folder: borrowing OpenFile, for path: String) throws(FileError) {
    var name: String
    var descriptor: Int32
    repeat {
      let number = Self.serial.add(1, ordering: .relaxed).newValue
      name = ".mamlnb-\(getpid())-\(number).part"
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      descriptor = unsafe openat(folder.descriptor, name, flags, 0o666)
      // A process of this number may have been killed and have left its draft.
    } while descriptor < 0 && errno == EEXIST
    guard descriptor >= 0 else { throw FileError(.write, path) }
    file = OpenFile(owning: descriptor)
    self.name = name
  }

  /// Gives the file its name.
  consuming func rename(
    to name: String, in folder: borrowing OpenFile, for path: String
  ) throws(FileError) {
    let (draft, folder) = (self.name, folder.descriptor)
    var code = file.close()
    if code == nil, unsafe renameat(folder, draft, folder, name) != 0 { code = errno }
    guard let code else { return }
    unsafe unlinkat(folder, draft, 0)
    throw FileError(.write, path, code: code)
  }

  /// Removes the file.
  consuming func discard(in folder: borrowing OpenFile) {
    unsafe unlinkat(folder.descriptor, name, 0)
  }
}
