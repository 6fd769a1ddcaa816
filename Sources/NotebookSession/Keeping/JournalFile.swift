internal import CellLanguage
internal import Dispatch
internal import Glibc
internal import SystemFiles

/// A file that records are added to, each with its length and a hash that only this user's programs can
/// make.
///
/// A record is a heading of 48 bytes and its content. What a kill cut off at the end is dropped when the
/// file is read, and written over. Contents are read when they are asked for.
final class JournalFile {
  /// What a record is.
  enum Kind: UInt32 { case blob = 1, cell = 2 }

  /// Where a record is.
  struct Entry {
    let kind: Kind
    let number: Int
    let offset: Int
    let count: Int
    let digest: KeyedHash.Digest
  }

  static let headingSize = 48
  private let file: OpenFile
  private let path: String
  private let key: KeyedHash.Key
  /// How far the file is whole, in bytes.
  private(set) var size = 0
  private(set) var entries: [Entry] = []
  /// Whether no other process writes to the file.
  let isOurs: Bool
  private let disk = DispatchQueue(label: "journal")
  private var lastSync = DispatchTime(uptimeNanoseconds: 0)

  /// Opens a file, or makes one.
  init(_ path: String, in access: FileAccess, key: KeyedHash.Key) throws(FileError) {
    self.path = path
    self.key = key
    let file = try access.openToAppend(path, makingFolders: true)
    isOurs = Self.lock(file.descriptor)
    self.file = file
    readHeadings()
    guard isOurs else { return }
    _ = ftruncate(self.file.descriptor, off_t(size))
    // One that was written anew has the mode of any file.
    fchmod(self.file.descriptor, 0o600)
  }

  deinit { disk.sync {} }

  /// Locks the file; a process that is just being started may hold it with us for a moment.
  private static func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<10 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(5_000)
    }
    return false
  }

  private func readHeadings() {
    var status = stat()
    guard unsafe fstat(file.descriptor, &status) == 0 else { return }
    let end = Int(status.st_size)
    while size + Self.headingSize <= end, let heading = read(Self.headingSize, at: size),
      let entry = entry(heading, at: size), entry.count <= end - entry.offset
    {
      entries.append(entry)
      size = entry.offset + entry.count
    }
  }

  // MARK: - Headings

  /// The heading of a record, which says nothing of where it is.
  func heading(_ entry: Entry) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ value: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    add(UInt64(entry.count))
    add(UInt64(entry.kind.rawValue) << 32 | UInt64(entry.number))
    add(entry.digest.low)
    add(entry.digest.high)
    let own = seal(of: bytes)
    add(own.low)
    add(own.high)
    return bytes
  }

  private func entry(_ heading: [UInt8], at offset: Int) -> Entry? {
    func word(_ index: Int) -> UInt64 {
      heading[8 * index..<8 * index + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    let own = seal(of: Array(heading.prefix(32)))
    guard own == KeyedHash.Digest(low: word(4), high: word(5)),
      let kind = Kind(rawValue: UInt32(truncatingIfNeeded: word(1) >> 32)),
      let count = Int(exactly: word(0))
    else { return nil }
    return Entry(
      kind: kind, number: Int(word(1) & 0xFFFF_FFFF), offset: offset + Self.headingSize,
      count: count, digest: KeyedHash.Digest(low: word(2), high: word(3)))
  }

  private func seal(of bytes: [UInt8]) -> KeyedHash.Digest {
    var hash = KeyedHash(key: key)
    hash.add("heading")
    unsafe hash.add(bytes.span.bytes)
    return hash.value
  }

  /// The hash of a content.
  func digest(of content: RawSpan) -> KeyedHash.Digest {
    var hash = KeyedHash(key: key)
    hash.add(content)
    return hash.value
  }

  // MARK: - Contents

  /// The content of a record; `nil` where it is not what was written.
  func content(of entry: Entry) -> [UInt8]? {
    guard let bytes = read(entry.count, at: entry.offset),
      unsafe digest(of: bytes.span.bytes) == entry.digest
    else { return nil }
    return bytes
  }

  private func read(_ count: Int, at offset: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var position = 0
    while position < count {
      let found = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          file.descriptor, buffer.baseAddress.map { unsafe $0 + position }, count - position,
          off_t(offset + position))
      }
      if found > 0 { position += found } else if found == 0 || errno != EINTR { return nil }
    }
    return bytes
  }

  /// Adds a record.
  func append(
    _ kind: Kind, number: Int, _ content: RawSpan, digest: KeyedHash.Digest
  ) throws(FileError) {
    let entry = Entry(
      kind: kind, number: number, offset: size + Self.headingSize, count: content.byteCount,
      digest: digest)
    guard lseek(file.descriptor, off_t(size), SEEK_SET) == size else {
      throw FileError(.write, path)
    }
    // In one call where it is short: a kill leaves a record or none.
    let isWritten: Bool
    if content.byteCount < 1 << 16 {
      let bytes = heading(entry) + (unsafe content.withUnsafeBytes { unsafe Array($0) })
      isWritten = writeAll(bytes, to: file.descriptor)
    } else {
      isWritten =
        writeAll(heading(entry), to: file.descriptor)
        && (unsafe content.withUnsafeBytes { unsafe writeAll($0, to: file.descriptor) })
    }
    guard isWritten else {
      let error = FileError(.write, path)
      _ = ftruncate(file.descriptor, off_t(size))
      throw error
    }
    entries.append(entry)
    size = entry.offset + entry.count
    syncSoon()
  }

  /// Has the disk take what was written, at most once a second and without waiting.
  private func syncSoon() {
    let now = DispatchTime.now()
    guard now.uptimeNanoseconds - lastSync.uptimeNanoseconds > 1_000_000_000 else { return }
    lastSync = now
    let descriptor = file.descriptor
    disk.async { fdatasync(descriptor) }
  }

  /// Has the disk take what was written, and waits for that.
  func sync() {
    disk.sync {}
    fdatasync(file.descriptor)
  }
}
