internal import Glibc
internal import SystemFiles

/// The person's own editor: `$VISUAL`, `$EDITOR`, or else `vi`.
enum ExternalEditor {
  /// Has a text edited, which takes as long as the person takes.
  ///
  /// - Returns: what became of it, without the newline at its end; nil where no editor could be started or
  ///   it ended with a failure.
  static func edit(_ text: String) -> String? {
    let folder = Environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(folder)/mamlnb-XXXXXX.swift\0".utf8.map { CChar(bitPattern: $0) })
    let descriptor = unsafe mkstemps(&template, 6)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    let path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe unlink(path) }
    let files = FileAccess.everywhere
    guard (try? files.extend(path, by: Array((text + "\n").utf8), mode: 0o600)) != nil,
      run(Environment["VISUAL"] ?? Environment["EDITOR"] ?? "vi", on: path),
      let bytes = try? files.read(path)
    else { return nil }
    var edited = String(decoding: bytes, as: UTF8.self)
    while edited.last?.isNewline == true { edited.removeLast() }
    return edited
  }

  /// Runs a command of the shell on a file; false where it failed.
  private static func run(_ command: String, on path: String) -> Bool {
    let arguments = ["sh", "-c", command + " \"$1\"", "sh", path]
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, "/bin/sh", nil, nil, pointers, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }
}
