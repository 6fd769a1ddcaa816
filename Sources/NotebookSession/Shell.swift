internal import CShell
internal import CellLanguage
internal import Glibc
internal import SystemFiles

/// Runs the commands of a shell cell.
struct Shell {
  /// Ends the commands when raised.
  let interrupt: InterruptFlag

  /// How long an interrupt may wait to be seen, in milliseconds.
  private static let interval: Int32 = 20

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
    var news: Int32 = -1
    let keeper = unsafe shell_keeper_start(commands, writing, &news)
    let code = errno
    close(writing)
    guard keeper > 0 else { throw .shellNotStarted(reason: systemReason(code)) }
    defer {
      close(news)
      kill(keeper, SIGKILL)
      waitpid(keeper, nil, 0)
    }
    let processes = ProcessTree(root: keeper)
    let heard = pass(on: reading, to: output, until: news, of: processes)
    if interrupt.isRaised {
      // What stayed in the background after the shell has ended.
      processes.killDescendants()
      throw .interrupted
    }
    if heard.is_failure != 0 { throw .shellNotStarted(reason: systemReason(heard.value)) }
    let signal = heard.value & 0x7F
    let status = signal == 0 ? (heard.value >> 8) & 0xFF : 128 + signal
    if status != 0 { throw .shellFailed(status: status) }
  }

  /// Hands text on until the shell ends, and returns what is heard of that; when interrupted, ends it
  /// and all that it started, and hands on what they have written.
  private func pass(
    on reading: Int32, to output: (String) -> Void, until news: Int32, of processes: ProcessTree
  ) -> shell_news {
    var pending: [UInt8] = []
    var heard: shell_news?
    var isOpen = true
    // Commands in the background may go on writing for ever.
    var restAfterEnd = 1 << 20
    while isOpen || heard == nil {
      if interrupt.isRaised, heard == nil { processes.killDescendants() }
      var waiting = [
        pollfd(fd: isOpen ? reading : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: heard == nil ? news : -1, events: Int16(POLLIN), revents: 0),
      ]
      if unsafe poll(&waiting, 2, heard == nil ? Self.interval : 0) <= 0 {
        // All that was written has been read.
        if heard != nil { isOpen = false }
        continue
      }
      if waiting[1].revents != 0 { heard = Self.news(from: news) }
      guard waiting[0].revents != 0 else {
        if heard != nil, waiting[1].revents == 0 { isOpen = false }
        continue
      }
      let count = readPart(of: reading, into: &pending)
      isOpen = count > 0
      if heard != nil {
        restAfterEnd -= count
        isOpen = isOpen && restAfterEnd > 0
      }
      let text = pending[..<Self.endOfWholeCharacters(in: pending)]
      if !text.isEmpty { output(String(decoding: text, as: UTF8.self)) }
      pending.removeFirst(text.count)
    }
    if !pending.isEmpty { output(String(decoding: pending, as: UTF8.self)) }
    return heard ?? Self.lost
  }

  /// What is heard where the keeper was killed by others.
  private static let lost = shell_news(is_failure: 0, value: SIGKILL)

  private static func news(from descriptor: Int32) -> shell_news {
    var heard = shell_news()
    let size = MemoryLayout<shell_news>.size
    return unsafe read(descriptor, &heard, size) == size ? heard : lost
  }

  /// Appends what can be read at once; returns how much that was, 0 at the end.
  private func readPart(of reading: Int32, into bytes: inout [UInt8]) -> Int {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe Glibc.read(reading, $0.baseAddress, $0.count)
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
