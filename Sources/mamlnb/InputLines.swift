internal import CellLanguage
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
        guard let more = StandardInput.part(until: interrupt) else { return nil }
        if more.isEmpty {
          defer { rest = [] }
          return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
        }
        rest += more
      }
    }
  }
}
