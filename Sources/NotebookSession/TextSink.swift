internal import Glibc
internal import Synchronization
internal import SystemFiles

/// Where a presenter writes.
public protocol TextSink: AnyObject, Sendable {
  /// Writes text at once.
  func write(_ text: String)
}

/// A descriptor of the process, such as standard output.
public final class DescriptorSink: TextSink {
  private let descriptor: Int32
  private let firstFailure = Atomic<Int32>(0)

  /// A sink on a descriptor that stays open.
  public init(_ descriptor: Int32 = 1) {
    self.descriptor = descriptor
  }

  /// Writes text at once; a reader who has gone away is no error.
  public func write(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      // A reader who does not read would hold a write for ever; a part of this size fits where a pipe
      // says that it has room.
      guard waitForRoom() else { return }
      let end = min(bytes.count, start + Int(PIPE_BUF))
      let part = bytes[start..<end]
      let isWritten = unsafe part.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
      guard isWritten else {
        if errno == EPIPE { return }
        _ = firstFailure.compareExchange(expected: 0, desired: errno, ordering: .relaxed)
        return
      }
      start = end
    }
  }

  /// Waits until something can be written; false when an interrupt came first.
  private func waitForRoom() -> Bool {
    while true {
      var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      let ready = unsafe poll(&output, 1, 50)
      if ready > 0 || (ready < 0 && errno != EINTR) { return true }
      if InterruptSignal.isRaised { return false }
    }
  }

  /// Why the first text that could not be written was not, as on a full disk; nil when all was.
  public var failure: String? {
    let code = firstFailure.load(ordering: .relaxed)
    return code == 0 ? nil : "cannot write the output: \(systemReason(code))"
  }

  /// What can be shown there: the terminal's abilities, or plain text where it is none.
  public var capabilities: ConsolePresenter.Capabilities {
    guard isatty(descriptor) == 1 else { return .init() }
    let terminal = Self.variable("TERM") ?? "dumb"
    let isDumb = terminal == "dumb"
    return .init(
      isTerminal: !isDumb, isColored: !isDumb && Self.variable("NO_COLOR") == nil, width: width)
  }

  private var width: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
