internal import Glibc

/// A short conversation with the terminal about what it can show.
package enum TerminalQuery {
  /// Name and version, size of a character, and last what every terminal answers.
  package static let questions = "\u{1B}[>q" + "\u{1B}[16t" + "\u{1B}[c"

  /// Kitty graphics, and last what every terminal answers.
  ///
  /// Only for terminals that have said what they are: tmux takes the question for a new title.
  package static let kittyQuestion =
    "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}[c"

  /// Asks, and returns the answers that came within `milliseconds`; nothing when one of the
  /// descriptors is no terminal.
  ///
  /// The terminal neither echoes the answers nor waits for a line break meanwhile; afterwards it is
  /// as it was.
  ///
  /// - Parameter mayAskForKitty: whether no multiplexer is known to stand between.
  static func ask(
    input: Int32, output: Int32, milliseconds: Int, mayAskForKitty: Bool
  ) -> TerminalReplies? {
    guard isatty(input) == 1, isatty(output) == 1 else { return nil }
    var saved = termios()
    guard unsafe tcgetattr(input, &saved) == 0 else { return nil }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard unsafe tcsetattr(input, TCSANOW, &raw) == 0 else { return nil }
    defer { _ = unsafe tcsetattr(input, TCSANOW, &saved) }

    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    guard send(questions, output) else { return nil }
    var replies = listen(input, until: deadline)
    if mayAskForKitty, replies.isComplete, replies.isFromTerminal, send(kittyQuestion, output) {
      replies.add(listen(input, until: deadline))
    }
    return replies
  }

  private static func send(_ text: String, _ output: Int32) -> Bool {
    let text = Array(text.utf8)
    return unsafe text.withUnsafeBytes { unsafe write(output, $0.baseAddress, $0.count) }
      == text.count
  }

  private static func listen(
    _ input: Int32, until deadline: ContinuousClock.Instant
  ) -> TerminalReplies {
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    while true {
      let left = Int32(max(0, (deadline - clock.now) / .milliseconds(1)))
      var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, left) > 0 else { break }
      var buffer = [UInt8](repeating: 0, count: 512)
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(input, $0.baseAddress, 512) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
      if TerminalReplies(bytes).isComplete { break }
    }
    return TerminalReplies(bytes)
  }
}
