internal import Glibc

// What is seen of an entry while it is edited, and of it when it has been.
extension TerminalEditor {
  /// Draws what has changed. Colours and the hint are asked for only while no more keys wait.
  func draw() {
    followWindow()
    if styled.bytes != entry.bytes { styled = (entry.bytes, rules.styles(entry.text)) }
    show(scene())
    guard isHintWanted, hinted.entry != entry, !keyboard.isReady else { return }
    hinted = (entry, rules.hint(entry.text, entry.cursor))
    show(scene())
  }

  private func show(_ scene: Scene) {
    write(screen.show(renderer.frame(scene, in: screen.size)))
  }

  private var isHintWanted: Bool { search == nil && menu == nil && !entry.bytes.isEmpty }

  private func scene() -> Scene {
    if let search { return scene(of: search) }
    var scene = Scene(prompt: shownPrompt, entry: entry, styles: styled.spans)
    if let pair = BracketPair(in: entry, styles: styled.spans) {
      scene.styles += pair.offsets.map { Span($0..<$0 + 1, pair.isBroken ? .problem : .pair) }
    }
    if let menu {
      scene.below = .menu(menu)
    } else if endsUnfinishedWithNextReturn {
      scene.below = .hint("the entry is unfinished; Return once more ends it as it is")
    } else if isHintWanted, hinted.entry.bytes == entry.bytes, let hint = hinted.hint {
      scene.below = .hint(hint)
    }
    return scene
  }

  private func scene(of search: HistorySearch) -> Scene {
    var scene = Scene(prompt: shownPrompt, entry: entry)
    if let found = search.found {
      scene.entry = EntryText(found.text)
      scene.entry.cursor = scene.entry.boundary(atOrBefore: found.range.lowerBound)
      scene.styles = rules.styles(found.text) + [Span(found.range, .found)]
    }
    scene.below = .search(search.query, isFound: search.isFound)
    return scene
  }

  private var shownPrompt: Prompt {
    palette == .colors ? prompt : Prompt(prompt.text)
  }

  /// Whether one blank line has been opened below an entry that is not finished.
  private var endsUnfinishedWithNextReturn: Bool {
    entry.endsInTwoBlankLines && rules.completeness(entry.text) == .incomplete
  }

  /// Leaves the entry on the screen, whole, with the cursor below it.
  func leaveScreen(_ result: Entry) {
    followWindow()
    (menu, search) = (nil, nil)
    var scene = Scene(prompt: shownPrompt, entry: entry)
    switch result {
    case .text:
      if styled.bytes != entry.bytes { styled = (entry.bytes, rules.styles(entry.text)) }
      scene.styles = styled.spans
    case .interrupted: scene.suffix = "^C"
    case .endOfInput, .terminated: break
    }
    let rows = renderer.rows(ofEntered: scene, in: screen.size)
    write(screen.leave(rows))
  }

  /// Takes note of a window that has changed.
  private func followWindow() {
    let size = Self.windowSize(of: output)
    if size != screen.size { write(screen.resize(to: size)) }
  }

  /// Writes to the terminal.
  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(output, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        var waited = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waited, 1, 100)
      } else if errno != EINTR {
        return
      }
    }
  }
}
