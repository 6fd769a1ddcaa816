internal import Dispatch
internal import Glibc
internal import Synchronization
internal import SystemFiles

/// A descriptor of the process, such as standard output.
///
/// The first text after a pause goes out at once. What follows within some milliseconds is gathered,
/// because a call to the system for each of many short lines takes longer than printing them.
public final class DescriptorSink: TextSink {
  private let descriptor: Int32
  /// Whether a write never waits for a reader.
  private let isFile: Bool
  private let firstFailure = Atomic<Int32>(0)
  private let closed = Atomic<Bool>(false)
  private let whenClosed: @Sendable () -> Void
  private let state = Mutex(State())

  private struct State {
    /// What has not been written yet.
    var pending: [UInt8] = []
    /// When something was written last.
    var written: ContinuousClock.Instant?
    /// Whether a call that writes what is pending is to come.
    var isScheduled = false
  }

  /// How long text may wait: shorter than an eye or a pipeline notices.
  private static let pause = Duration.milliseconds(8)

  /// The bytes that are gathered at most.
  private static let limit = 1 << 16

  /// A sink on a descriptor that stays open.
  ///
  /// - Parameter whenClosed: is called once where the reader has gone away.
  public init(_ descriptor: Int32 = 1, whenClosed: @escaping @Sendable () -> Void = {}) {
    self.descriptor = descriptor
    self.whenClosed = whenClosed
    var status = stat()
    isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  deinit { flush() }

  /// Writes text within milliseconds; a reader who has gone away is no error.
  public func write(_ text: String) {
    state.withLock { state in
      state.pending.append(contentsOf: text.utf8)
      let now = ContinuousClock.now
      let isQuiet = state.written.map { now - $0 > Self.pause } ?? true
      if isQuiet || state.pending.count >= Self.limit {
        writePending(&state)
      } else if !state.isScheduled {
        state.isScheduled = true
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(8)) { [weak self] in
          self?.flush()
        }
      }
    }
  }

  /// Returns when all that was written has gone out, or cannot.
  public func flush() {
    state.withLock { state in
      state.isScheduled = false
      writePending(&state)
    }
  }

  /// Whether the reader has gone away.
  public var isClosed: Bool { closed.load(ordering: .relaxed) }

  /// Why the first text that could not be written was not, as on a full disk; nil when all was.
  public var failure: String? {
    flush()
    let code = firstFailure.load(ordering: .relaxed)
    return code == 0 ? nil : "cannot write the output: \(systemReason(code))"
  }
}

// MARK: - Writing

extension DescriptorSink {
  private func writePending(_ state: inout State) {
    guard !state.pending.isEmpty else { return }
    if !isClosed { write(state.pending) }
    state.pending.removeAll(keepingCapacity: true)
    state.written = .now
  }

  private func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      // A reader who does not read would hold a write for ever; a part of this size fits where a pipe
      // says that it has room.
      guard isFile || waitForRoom() else { return }
      let end = isFile ? bytes.count : min(bytes.count, start + Int(PIPE_BUF))
      let part = bytes[start..<end]
      let isWritten = unsafe part.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
      guard isWritten else {
        if errno == EPIPE {
          closed.store(true, ordering: .relaxed)
          whenClosed()
        } else {
          _ = firstFailure.compareExchange(expected: 0, desired: errno, ordering: .relaxed)
        }
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
      if InterruptSignal.isRaised || InterruptSignal.asksForEnd { return false }
    }
  }
}

// MARK: - What can be shown

extension DescriptorSink {
  /// How large the window is now.
  public var window: WindowSize? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return WindowSize(columns: Int(size.ws_col), rows: size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

  /// What can be shown there: the terminal's abilities, or plain text where it is none.
  public var capabilities: ConsolePresenter.Capabilities {
    guard isatty(descriptor) == 1 else { return .init() }
    let terminal = Self.variable("TERM") ?? "dumb"
    let isDumb = terminal == "dumb"
    // These cut lines that a narrower window has no room for; tmux, which says to be `screen`, does not.
    let isCutting =
      Self.variable("XTERM_VERSION") != nil || terminal == "linux"
      || (terminal.hasPrefix("screen") && Self.variable("TMUX") == nil)
    return .init(
      isTerminal: !isDumb, isColored: !isDumb && Self.variable("NO_COLOR") == nil,
      width: window?.columns ?? 80, rewraps: !isCutting)
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
