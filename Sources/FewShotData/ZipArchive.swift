internal import CArchive
internal import Glibc
internal import SystemFiles

/// A ZIP archive that is read from its first entry to its last.
@safe
struct ZipArchive: ~Copyable {
  private let path: String
  private let handle: OpaquePointer

  /// No entry of the archives that are read here is nearly this large; a larger one is not read.
  private static let entryLimit = 1 << 20

  /// Opens an archive, which fails when it is truncated: only the reader that goes by the table of
  /// contents at the end of the file is asked.
  init(path: String) throws {
    let start = try FileAccess.everywhere.read(path, limit: 4)
    guard start == [0x50, 0x4B, 0x03, 0x04] else { throw OmniglotError.notAnArchive(path: path) }
    guard let handle = unsafe archive_read_new() else {
      throw FileError(.read, path, code: ENOMEM)
    }
    unsafe archive_read_support_format_zip_seekable(handle)
    guard unsafe archive_read_open_filename(handle, path, 1 << 18) == ARCHIVE_OK else {
      unsafe archive_read_free(handle)
      throw OmniglotError.truncatedArchive(path: path)
    }
    self.path = path
    unsafe self.handle = handle
  }

  deinit {
    unsafe archive_read_free(handle)
  }

  /// Calls a function with the name and the bytes of every wanted entry, in the order of the file.
  func forEachEntry(
    where isWanted: (String) -> Bool, _ body: (String, [UInt8]) throws -> Void
  ) throws {
    var last: String?
    while let name = try nextEntry(after: last) {
      if isWanted(name) { try body(name, readEntry(name)) }
      last = name
    }
  }

  /// Moves to the next entry and returns its name, or `nil` behind the last.
  private func nextEntry(after last: String?) throws(OmniglotError) -> String? {
    var entry: OpaquePointer?
    while true {
      switch unsafe archive_read_next_header(handle, &entry) {
      case ARCHIVE_OK, ARCHIVE_WARN: return unsafe name(of: entry)
      case ARCHIVE_EOF: return nil
      case ARCHIVE_RETRY: continue
      default:
        throw .damagedArchive(path: path, entry: last ?? "the first entry", reason: reason)
      }
    }
  }

  private func name(of entry: OpaquePointer?) -> String {
    if let name = unsafe archive_entry_pathname_utf8(entry) { return unsafe String(cString: name) }
    if let name = unsafe archive_entry_pathname(entry) { return unsafe String(cString: name) }
    return ""
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
        unsafe archive_read_data(handle, buffer.baseAddress.map { unsafe $0 + count }, room)
      }
      guard read >= 0 else { throw .damagedArchive(path: path, entry: name, reason: reason) }
      guard read > 0 else { return Array(bytes[..<count]) }
      count += read
    }
  }

  private var reason: String {
    unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "unknown reason"
  }
}

/// The text of a message buffer that C filled.
func text(_ message: [CChar]) -> String {
  String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
