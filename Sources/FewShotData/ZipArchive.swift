internal import CArchive
internal import Glibc
internal import SystemFiles

/// A ZIP archive that is read from its first entry to its last.
@safe
struct ZipArchive: ~Copyable {
  private let path: String
  /// What the archive is read from; open as long as it is.
  private let file: OpenFile
  private let handle: OpaquePointer

  /// No entry of the archives that are read here is nearly this large; a larger one is not read.
  private static let entryLimit = 1 << 20
  /// All that is wanted of the larger archive has 10 MB; ten times as much is a bomb.
  private static let totalLimit = 100 << 20

  /// Opens an archive, which fails when it is truncated: only the reader that goes by the table of
  /// contents at the end of the file is asked.
  init(path: String, in files: FileAccess) throws {
    let file = try files.openFile(path)
    let start = try file.start(4, of: path)
    guard start == [0x50, 0x4B, 0x03, 0x04] else { throw OmniglotError.notAnArchive(path: path) }
    var opening = CArchiveOpened
    guard let handle = unsafe carchive_open_zip(file.descriptor, &opening) else {
      switch opening {
      case CArchiveOutOfMemory: throw FileError(.read, path, code: ENOMEM)
      case CArchiveUnavailable:
        throw OmniglotError.noReader(
          of: "archives", reason: unsafe carchive_load().map { unsafe String(cString: $0) } ?? "")
      default: throw OmniglotError.truncatedArchive(path: path)
      }
    }
    self.path = path
    self.file = file
    unsafe self.handle = handle
  }

  deinit {
    unsafe carchive_close(handle)
  }

  /// Calls a function with the name and the bytes of every wanted entry, in the order of the file.
  ///
  /// - Parameter meaning: What is wanted of an entry's name; nil where the entry is not.
  func forEachEntry<Meaning>(
    _ meaning: (String) -> Meaning?, _ body: (String, Meaning, [UInt8]) throws -> Void
  ) throws {
    var last: String?
    var total = 0
    while let name = try nextEntry(after: last) {
      if let wanted = meaning(name) {
        let bytes = try readEntry(name)
        total += bytes.count
        guard total <= Self.totalLimit else {
          throw OmniglotError.damagedArchive(
            path: path, entry: name, reason: "the archive is unreasonably large")
        }
        try body(name, wanted, bytes)
      }
      last = name
    }
  }

  /// Moves to the next entry and returns its name, or `nil` behind the last.
  private func nextEntry(after last: String?) throws(OmniglotError) -> String? {
    var name: UnsafePointer<CChar>?
    switch unsafe carchive_next(handle, &name) {
    case CArchiveEntry: return unsafe name.map { unsafe String(cString: $0) } ?? ""
    case CArchiveEnd: return nil
    default: throw .damagedArchive(path: path, entry: last ?? "the first entry", reason: reason)
    }
  }

  private func readEntry(_ name: String) throws(OmniglotError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while true {
      if count == bytes.count {
        guard count < Self.entryLimit else {
          throw .damagedArchive(path: path, entry: name, reason: "the entry is unreasonably large")
        }
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      }
      let room = bytes.count - count
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe buffer.baseAddress.map { unsafe carchive_read(handle, $0 + count, room) } ?? 0
      }
      guard read >= 0 else { throw .damagedArchive(path: path, entry: name, reason: reason) }
      guard read > 0 else { return Array(bytes[..<count]) }
      count += read
    }
  }

  private var reason: String {
    unsafe carchive_reason(handle).map { unsafe String(cString: $0) } ?? "unknown reason"
  }
}

/// The text of a message buffer that C filled.
func text(_ message: [CChar]) -> String {
  String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
