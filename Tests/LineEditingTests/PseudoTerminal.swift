import Dispatch
import Glibc
import LineEditing
import Synchronization
import Testing

/// A terminal that a test types on, with a line editor reading from it on a thread of its own.
final class PseudoTerminal: Sendable {
  private let primary: Int32
  private let secondary: Int32
  private let entries = Mutex<[Entry]>([])
  private let shown = Mutex<[UInt8]>([])

  /// Opens a terminal of this size.
  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    // By hand, because Swift's Glibc does not show openpty and its kin.
    primary = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: UInt32 = 0
    var isLocked: Int32 = 0
    let unlockRequest: UInt = 0x4004_5431  // TIOCSPTLCK
    let numberRequest: UInt = 0x8004_5430  // TIOCGPTN
    try #require(unsafe ioctl(primary, unlockRequest, &isLocked) == 0)
    try #require(unsafe ioctl(primary, numberRequest, &number) == 0)
    secondary = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(secondary >= 0)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(primary, UInt(TIOCSWINSZ), &size)
  }

  /// Changes the window.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(primary, UInt(TIOCSWINSZ), &size)
  }

  /// Goes away, as when its window is closed.
  func hangUp() {
    let nowhere = unsafe open("/dev/null", O_RDWR)
    dup2(nowhere, primary)
    close(nowhere)
  }

  /// Has an editor do something on a thread of its own while the terminal is typed on.
  func ask(
    _ question: @Sendable @escaping (LineEditor) -> String, while typing: () -> Void
  ) -> String? {
    DispatchQueue.global().async { [self] in
      let editor = LineEditor(input: secondary, output: secondary)
      let answer = question(editor)
      entries.withLock { $0.append(.text(answer)) }
    }
    typing()
    guard case .text(let answer) = entry(0) else { return nil }
    return answer
  }

  deinit {
    close(primary)
    close(secondary)
  }

  /// Starts an editor that reads entries until the input ends.
  func start(
    rules: @Sendable @escaping () -> LineEditor.Rules = { LineEditor.Rules() },
    history: HistoryFile? = nil, settings: String? = nil, unread: [UInt8] = []
  ) {
    DispatchQueue.global().async { [self] in
      let editor = LineEditor(
        rules: rules(), history: history, settings: settings, input: secondary,
        output: secondary, isColored: true)
      editor.unread(unread)
      var entry: Entry
      repeat {
        entry = editor.readEntry(prompt: Prompt("ready> ", color: "1;36"))
        entries.withLock { $0.append(entry) }
      } while entry != .endOfInput
    }
  }

  /// Waits until the editor asks for its entry number `count`, then types.
  func type(_ keys: String, atPrompt count: Int) {
    // The prompt itself, not the sequence before it: the terminal is in raw mode only then.
    let isAsking = wait {
      let asked = self.output.split(separator: "\u{1B}[?2004h", omittingEmptySubsequences: false)
      return asked.count > count + 1 && asked[count + 1].contains("ready>")
    }
    #expect(isAsking, "no prompt \(count)")
    send(keys)
  }

  /// Types at once.
  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(primary, $0.baseAddress, $0.count) }
  }

  /// The entry number `index`, once it is there.
  func entry(_ index: Int) -> Entry? {
    _ = wait { self.entries.withLock { $0.count > index } }
    return entries.withLock { $0.indices.contains(index) ? $0[index] : nil }
  }

  /// Everything that was drawn so far.
  var output: String {
    drain()
    return shown.withLock { String(decoding: $0, as: UTF8.self) }
  }

  /// Waits until `condition` holds, for up to half a minute.
  func wait(until condition: () -> Bool) -> Bool {
    for _ in 0..<6000 {
      if condition() { return true }
      drain()
      usleep(5000)
    }
    return false
  }

  private func drain() {
    var poll = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    var chunk = [UInt8](repeating: 0, count: 65536)
    while unsafe Glibc.poll(&poll, 1, 0) == 1 {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(primary, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      shown.withLock { $0 += chunk[..<count] }
    }
  }
}
