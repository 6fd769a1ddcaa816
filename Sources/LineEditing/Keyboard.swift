internal import CLibEdit
internal import Glibc

/// The keys of a terminal, and what else can happen while they are waited for.
final class Keyboard {
  /// Keys that are read before any others.
  private var unread: [Key] = []
  private var decoder = KeyDecoder()
  private let descriptor: Int32
  private var isAtEnd = false
  private var seenContinuations: Int32 = 0

  /// How long the rest of a sequence after escape may take, and the rest of a paste, in milliseconds.
  private static let sequencePatience: Int32 = 30
  private static let pastePatience: Int32 = 2000
  /// How often the size of the window is looked at, in milliseconds: the signal may go to another
  /// program, as where the terminal is not the one that the process belongs to.
  private static let sizeInterval: Int32 = 250

  private let asksForEnd: () -> Bool

  /// The keyboard of a terminal.
  init(_ descriptor: Int32, asksForEnd: @escaping () -> Bool = { false }) {
    self.descriptor = descriptor
    self.asksForEnd = asksForEnd
  }

  /// Whether nobody is to wait for keys any more.
  var isTerminated: Bool { mamlnb_signals_terminated() || asksForEnd() }

  /// What came of waiting.
  enum Event {
    /// A key.
    case key(Key)
    /// Something else may have happened, or nothing.
    case wake
    /// The process was stopped and goes on.
    case continued
  }

  /// Has signals wake whoever waits, until `end()`.
  func begin() {
    mamlnb_signals_begin()
    seenContinuations = mamlnb_signals_continued()
  }

  /// Takes no note of a stop that the editor has asked for itself.
  func ignoreContinuation() { seenContinuations = mamlnb_signals_continued() }

  /// Leaves signals alone again.
  func end() { mamlnb_signals_end() }

  /// Has these bytes read as if they had been typed after all that has been.
  func append(_ bytes: [UInt8]) { decoder.append(bytes) }

  /// Has a key read next.
  func putBack(_ key: Key) { unread.insert(key, at: 0) }

  /// What was typed and has not been asked for, which is then forgotten.
  func takeUnread() -> [UInt8] {
    defer { unread = [] }
    var bytes: [UInt8] = []
    for key in unread {
      switch key {
      case .text(let text): bytes += Array(text.utf8)
      case .control(let byte): bytes.append(byte)
      case .meta, .escape, .sequence, .paste, .raw, .end, .terminated: break
      }
    }
    return bytes + decoder.takeRest()
  }

  /// Whether a key can be had without waiting.
  var isReady: Bool {
    !unread.isEmpty || isAtEnd || decoder.isWaiting || poll(0).isReadable
  }

  /// A key that is there already; nil where one must be waited for.
  func readyKey() -> Key? {
    if isTerminated { return .terminated }
    if !unread.isEmpty { return unread.removeFirst() }
    if let key = decoder.next() { return key }
    while poll(0).isReadable, !isAtEnd {
      fill()
      if let key = decoder.next() { return key }
    }
    guard isAtEnd else { return nil }
    return decoder.next(isLate: true) ?? .end
  }

  /// Waits for something to happen.
  func wait() -> Event {
    if let key = readyKey() { return .key(key) }
    var patience = Self.sizeInterval
    if decoder.isWaiting {
      patience = decoder.isPasting ? Self.pastePatience : Self.sequencePatience
    }
    let (isReadable, isSignalled) = poll(patience)
    if isSignalled { emptyPipe() }
    let continuations = mamlnb_signals_continued()
    if continuations != seenContinuations {
      seenContinuations = continuations
      return .continued
    }
    if isReadable { fill() }
    if !isReadable, !isSignalled, let key = decoder.next(isLate: true) { return .key(key) }
    return readyKey().map(Event.key) ?? .wake
  }

  private func poll(_ milliseconds: Int32) -> (isReadable: Bool, isSignalled: Bool) {
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: mamlnb_signals_pipe(), events: Int16(POLLIN), revents: 0),
    ]
    let count = unsafe Glibc.poll(&polled, 2, milliseconds)
    guard count > 0 else { return (false, count < 0) }
    return (polled[0].revents != 0, polled[1].revents != 0)
  }

  private func fill() {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count > 0 {
      decoder.append(chunk[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }

  private func emptyPipe() {
    var chunk = [UInt8](repeating: 0, count: 64)
    while unsafe chunk.withUnsafeMutableBytes({
      unsafe read(mamlnb_signals_pipe(), $0.baseAddress, $0.count)
    }) == chunk.count {}
  }
}
