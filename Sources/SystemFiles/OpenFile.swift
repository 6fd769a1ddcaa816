internal import Glibc

/// A descriptor that is closed at the end of its life.
package struct OpenFile: ~Copyable {
  /// The system's number of the open file.
  package let descriptor: Int32

  /// Takes a descriptor over.
  init(owning descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { Glibc.close(descriptor) }

  /// Returns the first bytes of a file, at most so many, and stays where it stands.
  package func start(_ count: Int, of path: String) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let found = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard found >= 0 else { throw FileError(.read, path) }
    return Array(bytes.prefix(found))
  }

  /// Returns the bytes from where the file stands, at most so many, and moves on; none at its end.
  package func next(_ count: Int, of path: String) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let found = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if found >= 0 { return Array(bytes.prefix(found)) }
      guard errno == EINTR else { throw FileError(.read, path) }
    }
  }

  /// Closes the file, which is when some disks say that they are full: nil, or the error number.
  consuming func close() -> Int32? {
    let descriptor = descriptor
    discard self
    return Glibc.close(descriptor) == 0 ? nil : errno
  }

  /// The number of bytes in the file.
  var size: Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// What the descriptor is of.
  func kind() -> FileAccess.Kind? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    return FileAccess.Kind(mode: status.st_mode)
  }
}

/// The number of a system's error, as something to throw.
struct SystemCode: Error, Equatable {
  let code: Int32

  init(_ code: Int32) { self.code = code }

  /// The error of the last call that failed.
  static var last: SystemCode { SystemCode(errno) }
}

// MARK: - Bytes

/// Reads an open file from where it stands to its end, at most `limit` bytes; nil where the system
/// refuses, with the reason in `errno`.
func readAll(_ descriptor: Int32, limit: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < limit {
    let room = min(chunk.count, limit - bytes.count)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, room)
    }
    if count == 0 { break }
    if count > 0 {
      bytes += chunk[..<count]
    } else if errno != EINTR {
      return nil
    }
  }
  return bytes
}

/// Writes bytes to an open file; false where the system refuses, with the reason in `errno`.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var position = 0
  while position < bytes.count {
    let count = unsafe write(
      descriptor, bytes.baseAddress.map { unsafe $0 + position }, bytes.count - position)
    if count >= 0 { position += count } else if errno != EINTR { return false }
  }
  return true
}

/// Writes bytes to an open file; false where the system refuses, with the reason in `errno`.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
}
