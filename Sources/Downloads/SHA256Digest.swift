internal import CSHA256
internal import Glibc
internal import SystemFiles
internal import Text

/// The SHA-256 digest of a file.
enum SHA256Digest {
  /// Returns the digest of a file in hexadecimal digits.
  ///
  /// - Complexity: about 5 ms for each MB.
  static func ofFile(
    _ path: String, interrupt: () -> Bool = { false }
  ) throws(DownloadError) -> String {
    if let problem = unsafe csha256_load() {
      throw .noLibrary(reason: unsafe String(cString: problem))
    }
    guard let digest = unsafe csha256_start() else {
      throw .file(FileError(.read, path, code: ENOMEM))
    }
    var result = [UInt8](repeating: 0, count: 32)
    do throws(DownloadError) {
      try forEachChunk(of: path, interrupt: interrupt) { (chunk) throws(DownloadError) in
        unsafe csha256_add(digest, chunk, chunk.count)
      }
    } catch {
      unsafe csha256_end(digest, nil)
      throw error
    }
    unsafe csha256_end(digest, &result)
    return result.map { hexadecimal($0, digits: 2) }.joined()
  }
}
