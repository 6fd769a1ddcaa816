internal import CellLanguage
internal import Glibc
internal import Synchronization

/// The lines of standard input, for cells that read them with `readLine()`.
final class InputLines: Sendable {
  private let interrupt: InterruptFlag
  /// What was read and belongs to later lines.
  private let rest = Mutex<[UInt8]>([])

  /// Lines that are read when they are asked for, until an interrupt.
  init(until interrupt: InterruptFlag) { self.interrupt = interrupt }

  /// The next line without its newline; nil at the end, or where an interrupt came first.
  func next() -> String? {
    rest.withLock { rest in
      while true {
        if let end = rest.firstIndex(of: 0x0A) {
          let line = rest[..<end]
          rest.removeFirst(line.count + 1)
          return String(decoding: line, as: UTF8.self)
        }
        guard let more = Self.read(until: interrupt) else { return nil }
        if more.isEmpty {
          defer { rest = [] }
          return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
        }
        rest += more
      }
    }
  }

  /// Some bytes, none at the end; nil where an interrupt came first.
  private static func read(until interrupt: InterruptFlag) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      if interrupt.isRaised { return nil }
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&input, 1, 50) > 0 else { continue }
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(0, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      return Array(chunk.prefix(max(0, count)))
    }
  }
}
