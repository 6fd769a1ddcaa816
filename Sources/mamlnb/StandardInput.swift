internal import CellLanguage
internal import Glibc
internal import Notebook
internal import NotebookSession

/// What comes through standard input, where that is no terminal.
enum StandardInput {
  /// What messages call it.
  static let name = "stdin"

  /// All of it; nil where an interrupt came instead.
  static func bytes(until interrupt: InterruptFlag = InterruptFlag()) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let part = part(until: interrupt) {
      if part.isEmpty { return bytes }
      bytes += part
    }
    return nil
  }

  /// What can be read next, none at the end; nil where an interrupt came first.
  static func part(until interrupt: InterruptFlag) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      // After a signal `read` goes on by itself, so it is called when there is something to read.
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&input, 1, 50)
      if interrupt.isRaised { return nil }
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      return Array(chunk.prefix(max(0, count)))
    }
  }

  /// The notebook that it is, or the one cell of the Swift that it is.
  static func document() throws(NotebookFileError) -> NotebookDocument {
    try document(of: bytes() ?? [])
  }

  /// The notebook of some bytes, or one cell where they are Swift.
  static func document(of bytes: [UInt8]) throws(NotebookFileError) -> NotebookDocument {
    let text = String(decoding: bytes, as: UTF8.self)
    return NotebookFile.isNotebook(text) || text.hasPrefix("---")
      ? try NotebookFile.document(decoding: bytes, named: name)
      : try NotebookFile.program(decoding: bytes, named: name)
  }
}
