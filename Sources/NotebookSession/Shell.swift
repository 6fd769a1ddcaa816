internal import CellLanguage
internal import Glibc
internal import SystemFiles

/// Runs the commands of a shell cell.
struct Shell {
  /// Ends the commands when raised.
  let interrupt: InterruptFlag

  /// Runs commands in `/bin/sh` with no input, and hands on what they write to either stream.
  ///
  /// It takes as long as the shell itself: what commands in the background write later is not waited
  /// for. When interrupted, all that was started is ended.
  func run(_ commands: String, output: (String) -> Void) throws(SessionFailure) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else {
      throw .shellNotStarted(reason: systemReason(errno))
    }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    let mark = "MAMLNB_SHELL_CELL=\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let process: pid_t
    do {
      defer { close(writing) }
      process = try start(commands, mark: mark, output: writing)
    }
    let status = pass(on: reading, to: output, of: ProcessTree(root: process, mark: mark))
    if interrupt.isRaised { throw .interrupted }
    let signal = status & 0x7F
    let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    if code != 0 { throw .shellFailed(status: code) }
  }

  /// Starts the shell in a process group of its own, so that all its commands can be ended.
  private func start(
    _ commands: String, mark: String, output: Int32
  ) throws(SessionFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let words: [UnsafeMutablePointer<CChar>?] = unsafe [
      strdup("sh"), strdup("-c"), strdup(commands), nil,
    ]
    let environment = unsafe Self.environment(with: mark)
    defer { unsafe (words + environment).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(
      &process, "/bin/sh", &actions, &attributes, words, environment)
    guard code == 0 else { throw .shellNotStarted(reason: systemReason(code)) }
    return process
  }

  /// This process's environment and one entry more, as C takes it; the caller frees the texts.
  private static func environment(with entry: String) -> [UnsafeMutablePointer<CChar>?] {
    var result: [UnsafeMutablePointer<CChar>?] = unsafe []
    var place = unsafe environ
    while let text = unsafe place.pointee {
      unsafe result.append(strdup(text))
      unsafe place += 1
    }
    return unsafe result + [strdup(entry), nil]
  }

  /// Hands text on until the shell ends, and returns its status; when interrupted, ends it and all
  /// that it started.
  private func pass(
    on reading: Int32, to output: (String) -> Void, of processes: ProcessTree
  ) -> Int32 {
    var pending: [UInt8] = []
    var status: Int32 = 0
    var hasEnded = false
    var isOpen = true
    // Commands in the background may go on writing for ever.
    var restAfterEnd = 1 << 20
    while isOpen || !hasEnded {
      if interrupt.isRaised { processes.kill() }
      if !hasEnded { hasEnded = unsafe waitpid(processes.root, &status, WNOHANG) == processes.root }
      guard isOpen else {
        if !hasEnded { usleep(10_000) }
        continue
      }
      var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, hasEnded ? 0 : 20) > 0 else {
        if hasEnded { isOpen = false }
        continue
      }
      let count = readPart(of: reading, into: &pending)
      isOpen = count > 0
      if hasEnded {
        restAfterEnd -= count
        isOpen = isOpen && restAfterEnd > 0 && !interrupt.isRaised
      }
      let text = pending[..<Self.endOfWholeCharacters(in: pending)]
      if !text.isEmpty { output(String(decoding: text, as: UTF8.self)) }
      pending.removeFirst(text.count)
    }
    if !pending.isEmpty { output(String(decoding: pending, as: UTF8.self)) }
    return status
  }

  /// Appends what can be read at once; returns how much that was, 0 at the end.
  private func readPart(of reading: Int32, into bytes: inout [UInt8]) -> Int {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(reading, $0.baseAddress, $0.count)
    }
    bytes += chunk[..<max(0, count)]
    return max(0, count)
  }

  /// Where the last character begins that might be cut off, within the last three bytes.
  private static func endOfWholeCharacters(in bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte < 0x80 { break }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0
      if length > back { return bytes.count - back }
      if length > 0 { break }
    }
    return bytes.count
  }
}
