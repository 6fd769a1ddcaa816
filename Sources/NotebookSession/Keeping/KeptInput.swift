public import CellLanguage
internal import Glibc
internal import SystemFiles

/// A file or folder that a cell read, as it was then.
public struct KeptInput: Hashable, Sendable {
  /// Its path, as the cell gave it or from the root.
  public let path: String
  /// Its size in bytes; −1 where there was nothing.
  let size: Int
  /// When it was last written, in nanoseconds.
  let time: Int
  /// The hash of what is in it, for files that are not large.
  let digest: KeyedHash.Digest?

  /// The largest file whose content is hashed, in bytes.
  private static let largest = 4 << 20

  /// What is at a path now.
  public init(_ path: String) {
    self.path = path
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      (size, time, digest) = (-1, 0, nil)
      return
    }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : 0
    time = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    guard isFile, size <= Self.largest, let bytes = try? FileAccess.everywhere.read(path) else {
      digest = nil
      return
    }
    var hash = KeyedHash(key: KeyedHash.Key(low: 0x696E, high: 0x7075_7473))
    unsafe hash.add(bytes.span.bytes)
    digest = hash.value
  }

  private init(path: String, size: Int, time: Int, digest: KeyedHash.Digest?) {
    (self.path, self.size, self.time, self.digest) = (path, size, time, digest)
  }

  /// Whether the same is there now: the content where it was hashed, else size and time.
  public var isUnchanged: Bool {
    let now = KeptInput(path)
    guard now.size == size else { return false }
    if let digest, let other = now.digest { return digest == other }
    return now.time == time
  }
}

extension KeptInput: KeptValue {
  /// Writes what was there.
  public func keep(in writer: inout KeptWriter) throws {
    try writer.write(path)
    try writer.write(size)
    try writer.write(time)
    try writer.write(digest.map { CellKey(digest: $0) })
  }

  /// Reads what was there.
  public init(from reader: inout KeptReader) throws {
    self.init(
      path: try reader.read(), size: try reader.read(), time: try reader.read(),
      digest: try reader.read(CellKey?.self)?.digest)
  }
}
