internal import CellLanguage
internal import Glibc
internal import SystemFiles

/// Runs the commands of a shell cell.
struct Shell {
  /// Ends the commands when raised.
  let interrupt: InterruptFlag

  /// Runs commands in `/bin/sh` with no input, and hands on what they write to either stream.
  func run(_ commands: String, output: (String) -> Void) throws(SessionFailure) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else {
      throw .shellNotStarted(reason: systemReason(errno))
    }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    let process: pid_t
    do {
      defer { close(writing) }
      process = try start(commands, output: writing, closing: reading)
    }
    pass(on: reading, to: output, of: process)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    if interrupt.isRaised { throw .interrupted }
    let signal = status & 0x7F
    let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    if code != 0 { throw .shellFailed(status: code) }
  }

  /// Starts the shell in a process group of its own, so that all its commands can be ended.
  private func start(
    _ commands: String, output: Int32, closing reading: Int32
  ) throws(SessionFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addclose(&actions, reading)
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let words: [UnsafeMutablePointer<CChar>?] = unsafe [
      strdup("sh"), strdup("-c"), strdup(commands), nil,
    ]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
    guard code == 0 else { throw .shellNotStarted(reason: systemReason(code)) }
    return process
  }

  /// Hands text on until the commands close their end; when interrupted, ends them.
  private func pass(on reading: Int32, to output: (String) -> Void, of process: pid_t) {
    var pending: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      if interrupt.isRaised { kill(-process, SIGKILL) }
      var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, 50)
      guard ready > 0 else { continue }
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(reading, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      pending += chunk[..<count]
      let text = pending[..<Self.endOfWholeCharacters(in: pending)]
      output(String(decoding: text, as: UTF8.self))
      pending.removeFirst(text.count)
    }
    if !pending.isEmpty { output(String(decoding: pending, as: UTF8.self)) }
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
