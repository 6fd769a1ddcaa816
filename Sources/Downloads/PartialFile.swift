internal import Glibc
internal import SystemFiles

/// A file while it comes: what there is of it lies beside its place, as `NAME.part`, and stays there
/// when the program ends, so that the next one can go on.
///
/// A second file, `NAME.part.from`, says where it comes from. Only with that can it be gone on with.
/// Who has the part has a lock on it, which the system takes back when the process ends, however that
/// happens.
struct PartialFile: ~Copyable {
  /// Where a file comes from, and how its server tells it from a later one of the same address.
  struct Origin: Equatable {
    /// The address.
    let url: String
    /// An entity tag or a date for `If-Range`; nil where the server has none that serves.
    let validator: String?
  }

  /// The path that the whole file gets.
  let path: String
  /// The number of bytes there are.
  private(set) var size: Int
  /// Where they came from; nil where nobody knows.
  private(set) var origin: Origin?
  private let descriptor: Int32

  /// The path of the part.
  var partPath: String { Self.partPath(of: path) }

  private var originPath: String { Self.originPath(of: path) }

  private static func partPath(of path: String) -> String { path + ".part" }

  private static func originPath(of path: String) -> String { path + ".part.from" }

  /// Opens the part of a file, or an empty one, and keeps others from it.
  init(of path: String) throws(DownloadError) {
    let descriptor = try Self.openLocked(path)
    self.path = path
    self.descriptor = descriptor
    size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    origin = size > 0 ? Self.recordedOrigin(at: Self.originPath(of: path)) : nil
  }

  deinit {
    if size == 0 { removeFiles() }
    close(descriptor)
  }
}

// MARK: - The lock

extension PartialFile {
  /// Opens the part of a file and locks it.
  private static func openLocked(_ path: String) throws(DownloadError) -> Int32 {
    let part = partPath(of: path)
    while true {
      // No link is followed, or somebody could have us write elsewhere.
      let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
      let descriptor = unsafe open(part, flags, 0o666)
      guard descriptor >= 0 else { throw .file(FileError(.write, part)) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(descriptor)
        throw code == EWOULDBLOCK ? .busy(path: path) : .file(FileError(.write, part, code: code))
      }
      var mine = stat()
      var named = stat()
      // Whoever had the lock may have given the file its name: then this is not the part any more.
      if unsafe fstat(descriptor, &mine) == 0, unsafe lstat(part, &named) == 0,
        mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
      {
        return descriptor
      }
      close(descriptor)
    }
  }
}

// MARK: - Writing

extension PartialFile {
  /// Forgets all bytes; those that follow come from an origin, or from one that cannot be gone on with.
  mutating func restart(from origin: Origin?) throws(DownloadError) {
    try empty()
    guard let origin else { return }
    let lines = "\(origin.url)\n\(origin.validator ?? "")\n"
    let path = originPath
    try usingFiles { () throws(FileError) in
      try FileAccess.everywhere.write(Array(lines.utf8), to: path, lasting: .program)
    }
    self.origin = origin
  }

  /// Adds bytes at the end.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(DownloadError) {
    try grow(by: bytes.count, isWritten: unsafe writeAll(bytes, to: descriptor))
  }

  /// Adds bytes at the end.
  mutating func append(_ bytes: [UInt8]) throws(DownloadError) {
    try grow(by: bytes.count, isWritten: writeAll(bytes, to: descriptor))
  }

  private mutating func grow(by count: Int, isWritten: Bool) throws(DownloadError) {
    size += count
    if isWritten { return }
    let code = errno
    // Some of them may have been written.
    size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    throw .file(FileError(.write, partPath, code: code))
  }

  /// Gives the file its name, on the disk, too.
  func finish() throws(DownloadError) {
    guard fsync(descriptor) == 0, unsafe rename(partPath, path) == 0 else {
      throw .file(FileError(.write, path))
    }
    unsafe unlink(originPath)
    let folder = unsafe open(folderName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    // Some file systems cannot put a list of names on the disk, and need not.
    fsync(folder)
    close(folder)
  }

  private mutating func empty() throws(DownloadError) {
    origin = nil
    unsafe unlink(originPath)
    guard ftruncate(descriptor, 0) == 0 else { throw .file(FileError(.write, partPath)) }
    lseek(descriptor, 0, SEEK_SET)
    size = 0
  }

  private func removeFiles() {
    unsafe unlink(originPath)
    unsafe unlink(partPath)
  }

  private var folderName: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

// MARK: - Origin

extension PartialFile {
  private static func recordedOrigin(at path: String) -> Origin? {
    guard let bytes = try? FileAccess.everywhere.read(path, limit: 1 << 16) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    // Both lines are ended, or the program was while it wrote them.
    guard lines.count == 3, !lines[0].isEmpty else { return nil }
    return Origin(url: String(lines[0]), validator: lines[1].isEmpty ? nil : String(lines[1]))
  }
}
