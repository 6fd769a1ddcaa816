internal import Glibc
internal import SystemFiles

/// The processes below one, wherever they have gone to.
///
/// A process can leave its group and its session, empty its environment and outlive its parent. But the
/// root takes the place of parents that end, so that all that was started below it stays there.
struct ProcessTree {
  /// The process that keeps the others.
  let root: pid_t

  /// How long ending is tried; what the kernel has hold of cannot be ended.
  private static let patience = Duration.seconds(2)

  /// Ends the processes below the root, at once.
  func killDescendants() {
    let deadline = ContinuousClock.now + Self.patience
    // Those that are found may have started others meanwhile.
    while true {
      let found = descendants()
      // A shell that still runs would say that its commands were killed, or start others.
      for signal in [SIGSTOP, SIGKILL] {
        for process in found { _ = kill(process, signal) }
      }
      if found.isEmpty || ContinuousClock.now > deadline { return }
    }
  }

  /// The processes below the root that are alive.
  private func descendants() -> [pid_t] {
    let names = (try? FileAccess.everywhere.names(in: "/proc")) ?? []
    var parents: [pid_t: pid_t] = [:]
    for process in names.lazy.compactMap({ pid_t($0) }) {
      if let parent = Self.parent(of: process) { parents[process] = parent }
    }
    return parents.keys.filter { process in
      var ancestor = parents[process]
      // A number may be used again while the table is read, so the way up might be a circle.
      for _ in 0..<parents.count {
        guard let current = ancestor else { return false }
        if current == root { return true }
        ancestor = parents[current]
      }
      return false
    }
  }

  /// The process that started another one, or took it in; nil where that one has ended.
  private static func parent(of process: pid_t) -> pid_t? {
    // `123 (any name) S 122 …`: the name may hold anything, a parenthesis too.
    let bytes = (try? FileAccess.everywhere.read("/proc/\(process)/stat")) ?? []
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[end...].split(separator: " ", maxSplits: 3)
    guard fields.count > 2, fields[1] != "Z" else { return nil }
    return pid_t(fields[2])
  }
}
