// What is asked and shown between entries.
extension TerminalEditor {
  /// Asks a question that is answered by one key: `y` says yes, and whatever else one types says no.
  func confirm(_ question: String) -> Bool {
    keyboard.begin()
    setRaw(true)
    defer {
      setRaw(false)
      keyboard.end()
    }
    write(question + " (y/N) ")
    while true {
      guard let isYes = Self.answer(nextPlainKey()) else { continue }
      write((isYes ? "yes" : "no") + "\r\n")
      return isYes
    }
  }

  /// What a key answers; nil where it is no answer.
  private static func answer(_ key: Key) -> Bool? {
    switch key {
    case .text(let text):
      text.first == "y" || text.first == "Y"
    case .escape, .control: false
    // Nobody is there who could say no.
    case .end, .terminated: true
    case .meta, .sequence, .paste, .raw: nil
    }
  }

  /// Shows a text, page by page where it is longer than the window.
  func page(_ text: String) {
    var pages = Pages(text, in: Self.windowSize(of: output))
    guard pages.rows.count > pages.height else { return write(text) }
    let isWide = Self.windowSize(of: output).columns > 44
    let hint = isWide ? "-- more: space, return, b back, q quit --" : "-- more --"
    keyboard.begin()
    setRaw(true)
    defer {
      setRaw(false)
      keyboard.end()
    }
    write(pages.advance(by: pages.height))
    while !pages.isAtEnd {
      write("\u{1B}[7m\(hint)\u{1B}[0m")
      let key = nextPlainKey()
      write("\r\u{1B}[K")
      switch key {
      case .text(" "), .text("f"), .sequence("[6~"): write(pages.advance(by: pages.height))
      case .control(0x0D), .control(0x0A), .text("j"), .sequence("[B"), .sequence("OB"):
        write(pages.advance(by: 1))
      case .text("b"), .sequence("[5~"): write("\u{1B}[H\u{1B}[2J" + pages.goBack())
      case .text("q"), .escape, .control(0x03), .control(0x04), .control(0x07), .end, .terminated:
        return
      case .text, .control, .meta, .paste, .raw:
        // Somebody goes on typing.
        keyboard.putBack(key)
        return
      case .sequence: break
      }
    }
  }

  /// The next key, where no entry is shown; letters come one by one.
  private func nextPlainKey() -> Key {
    while true {
      switch keyboard.wait() {
      case .key(.text(let text)) where text.count > 1:
        keyboard.putBack(.text(String(text.dropFirst())))
        return .text(String(text.prefix(1)))
      case .key(let key): return key
      case .continued:
        setRaw(false)
        setRaw(true)
      case .wake: break
      }
    }
  }
}
