internal import Glibc
internal import SystemFiles

/// The processes that the commands of a shell cell started, wherever they have gone to.
///
/// They are found by who started them and, where those have ended, by a mark in their environment:
/// a process can leave its group and its session, but not what it was started with.
struct ProcessTree {
  /// The process that all others were started by.
  let root: pid_t
  /// What stands in the environment of all of them: `NAME=value`.
  let mark: String

  /// Ends the processes, at once.
  func kill() {
    // Whose parent ends is nobody's child any more, so they are looked for first.
    let descendants = processes()
    _ = Glibc.kill(-root, SIGKILL)
    for process in descendants { _ = Glibc.kill(process, SIGKILL) }
    // Those that are found may have started others meanwhile.
    for _ in 0..<8 {
      let found = processes()
      for process in found { _ = Glibc.kill(process, SIGKILL) }
      if found.isEmpty { return }
    }
  }

  /// The processes that are alive.
  private func processes() -> [pid_t] {
    let all = (try? FileAccess.everywhere.names(in: "/proc"))?.compactMap { pid_t($0) }
    var parents: [pid_t: pid_t] = [:]
    for process in all ?? [] where process != getpid() {
      if let parent = Self.parent(of: process) { parents[process] = parent }
    }
    let bytes = Array(mark.utf8)
    return parents.keys.filter { process in
      process != root
        && (descends(process, parents) || Self.read("environ", of: process).contains(bytes))
    }
  }

  private func descends(_ process: pid_t, _ parents: [pid_t: pid_t]) -> Bool {
    var ancestor = parents[process]
    // A number may be used again while the table is read, so the way up might be a circle.
    for _ in 0..<parents.count {
      guard let current = ancestor else { return false }
      if current == root { return true }
      ancestor = parents[current]
    }
    return false
  }

  /// The process that started another one; nil where that one has ended.
  private static func parent(of process: pid_t) -> pid_t? {
    // `123 (any name) S 122 …`: the name may hold anything, a parenthesis too.
    let text = String(decoding: read("stat", of: process), as: UTF8.self)
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 2, fields[1] != "Z" else { return nil }
    return pid_t(fields[2])
  }

  private static func read(_ file: String, of process: pid_t) -> [UInt8] {
    let descriptor = unsafe open("/proc/\(process)/\(file)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while result.count < 1 << 22 {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      guard count > 0 else { break }
      result += chunk[..<count]
    }
    return result
  }
}
