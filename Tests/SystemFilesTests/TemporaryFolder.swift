import Foundation

/// A folder that is removed, with all that is in it, at the end of its life.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/files-tests-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { template in
      guard let start = template.baseAddress, let path = unsafe mkdtemp(start) else { return "" }
      return unsafe String(cString: path)
    }
    // Everybody may look, whatever the umask.
    _ = unsafe chmod(path, 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of what lies in a folder of the folder, hidden ones too.
  func names(in name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self(name))) ?? []).sorted()
  }
}

/// Limits the size of the files that this process writes, which stands for the end of the disk.
func limitFileSize(_ bytes: UInt) {
  var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
  _ = signal(SIGXFSZ, SIG_IGN)
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

/// Makes this process one whom the permissions of files hold back, which they don't do to root.
func becomeNobody() {
  if getuid() == 0 { _ = setuid(65_534) }
}
