internal import Glibc
internal import SystemFiles

/// The editor that a person has chosen for texts: `$VISUAL`, `$EDITOR`, or `vi`.
struct ExternalEditor {
  /// The command, which a shell reads, so that it may have options.
  let command: String

  /// The editor of the environment.
  init() {
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { name -> String? in
      guard let value = unsafe getenv(name) else { return nil }
      let text = unsafe String(cString: value)
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
    command = chosen.first ?? "vi"
  }

  /// Why a text was not edited.
  enum Failure: Error, CustomStringConvertible {
    /// The file for it cannot be used.
    case file(FileError)
    /// The editor could not be started, or did not end as it should.
    case editor(command: String, status: Int32)

    var description: String {
      switch self {
      case .file(let error): "\(error)"
      case .editor(let command, let status):
        "'\(command)' ended with status \(status), so nothing is changed; $EDITOR names the editor"
      }
    }
  }

  /// Lets the person change a text.
  func edited(_ text: String) throws(Failure) -> String {
    let path = try Self.keep(text)
    defer { _ = unsafe unlink(path) }
    let status = run(on: path)
    guard status == 0 else { throw .editor(command: command, status: status) }
    do {
      return String(decoding: try FileAccess.everywhere.read(path), as: UTF8.self)
    } catch {
      throw .file(error)
    }
  }

  /// Writes a text to a file of its own, and returns the path of that.
  static func keep(_ text: String) throws(Failure) -> String {
    let path = "/tmp/mamlnb-\(getpid())-\(UInt32.random(in: 0 ... .max)).swift"
    do {
      try FileAccess.everywhere.write(Array(text.utf8), to: path)
    } catch {
      throw .file(error)
    }
    return path
  }

  /// Runs the editor on the terminal until it ends, and returns its exit status.
  private func run(on path: String) -> Int32 {
    // What the terminal sends by control-C is the editor's meanwhile.
    var ignoring = sigaction()
    var earlier = sigaction()
    unsafe ignoring.__sigaction_handler.sa_handler = SIG_IGN
    unsafe sigaction(SIGINT, &ignoring, &earlier)
    defer { unsafe sigaction(SIGINT, &earlier, nil) }
    let words: [UnsafeMutablePointer<CChar>?] = unsafe [
      strdup("sh"), strdup("-c"), strdup(command + " \"$1\""), strdup("sh"), strdup(path), nil,
    ]
    defer { unsafe words.forEach { unsafe free($0) } }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    unsafe sigaddset(&usual, SIGINT)
    unsafe sigaddset(&usual, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, "/bin/sh", nil, &attributes, words, environ) == 0 else {
      return 127
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
