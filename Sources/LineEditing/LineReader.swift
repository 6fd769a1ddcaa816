internal import Glibc

/// Reads the lines of a descriptor that is no terminal.
final class LineReader {
  private let descriptor: Int32
  private let asksForEnd: () -> Bool
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(descriptor: Int32, asksForEnd: @escaping () -> Bool = { false }) {
    self.descriptor = descriptor
    self.asksForEnd = asksForEnd
  }

  /// The next line without its ending; bytes that are not UTF-8 are replaced.
  func readLine() -> Entry {
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        return .text(take(upTo: end, skipping: 1))
      }
      if isAtEnd {
        return position < buffer.count
          ? .text(take(upTo: buffer.count, skipping: 0)) : .endOfInput
      }
      while !isReadable { if asksForEnd() { return .terminated } }
      guard fill() else { return .interrupted }
    }
  }

  /// Puts bytes before those that have not been read yet.
  func unread(_ bytes: [UInt8]) {
    buffer.replaceSubrange(..<position, with: bytes)
    position = 0
  }

  private func take(upTo end: Int, skipping ending: Int) -> String {
    var line = buffer[position..<end]
    if line.last == 0x0D { line.removeLast() }
    defer {
      position = end + ending
      if position == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        position = 0
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether there is something to read, or the end, within a moment.
  private var isReadable: Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&polled, 1, 100) > 0
  }

  /// Reads some more; false when a signal came instead.
  private func fill() -> Bool {
    buffer.removeSubrange(..<position)
    position = 0
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { return false }
    if count <= 0 { isAtEnd = true } else { buffer += chunk[..<count] }
    return true
  }
}
