internal import Glibc

/// Reading and writing whole files.
enum Files {
  /// The bytes of a file.
  static func read(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("read", path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw SystemError("read", path)
      }
    }
  }

  /// Writes a file beside its final name, then gives it that name, so that no reader ever finds half
  /// of it.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let temporary = "\(path).\(getpid()).new"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError("write", path) }
    let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten, unsafe rename(temporary, path) == 0 else {
      let reason = isWritten ? errno : code
      unsafe unlink(temporary)
      throw SystemError("write", path, code: reason)
    }
  }

  /// Writes to an open file; false where the system refuses.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var position = 0
    while position < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + position }, bytes.count - position)
      }
      if count > 0 { position += count } else if errno != EINTR { return false }
    }
    return true
  }

  /// Makes a folder, and those it lies in.
  static func makeFolder(_ path: String) throws(SystemError) {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      folder += "/" + part
      if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
        throw SystemError("make the folder", path)
      }
    }
  }
}
