// What becomes of keys.
extension TerminalEditor {
  /// Does what a key says.
  func perform(_ key: Key) {
    if search != nil, performInSearch(key) { return }
    if menu != nil, performInMenu(key) { return }
    switch key {
    case .text(let text): type(text)
    case .control(let byte): stepLibEdit([UInt32(byte)])
    case .raw(let character): stepLibEdit([character])
    case .meta(let scalar): performMeta(scalar)
    case .escape:
      if isVi { stepLibEdit([0x1B]) } else { performAfterEscape() }
    case .sequence(let sequence):
      if let command = Command.sequences[sequence] { perform(command) }
    case .paste(let text):
      forgetCommand()
      edits.note(entry, isTyping: false)
      entry.insert(text)
    case .end: result = .endOfInput
    case .terminated: result = .terminated
    }
  }

  private func forgetCommand() {
    lastCommand = nil
    goalColumn = nil
  }

  private func type(_ text: String) {
    if isVi {
      let scalars = text.unicodeScalars
      if scalars.count > 1 { keyboard.putBack(.text(String(scalars.dropFirst()))) }
      return stepLibEdit(scalars.prefix(1).map(\.value))
    }
    forgetCommand()
    edits.note(entry, isTyping: true)
    var rest = text[...]
    while let brace = rest.firstIndex(of: "}") {
      entry.insert(String(rest[..<brace]))
      closeBrace()
      rest = rest[rest.index(after: brace)...]
    }
    entry.insert(String(rest))
  }

  /// Puts a closing brace one level further out than where the line began.
  func closeBrace() {
    let indentation = entry.beforeCursorOnLine.count
    if entry.isAtIndentation, indentation >= 2, !entry.isOnFirstLine {
      entry.remove(entry.cursor - 2..<entry.cursor)
    }
    entry.insert("}")
  }

  private func performMeta(_ scalar: Unicode.Scalar) {
    if scalar == "\r" || scalar == "\n" { return perform(.newline) }
    guard isVi else { return stepLibEdit([0x1B, scalar.value]) }
    keyboard.putBack(scalar.value < 0x20 ? .control(UInt8(scalar.value)) : .text(String(scalar)))
    stepLibEdit([0x1B])
  }

  /// In emacs's way, escape and a key are the key with Alt.
  private func performAfterEscape() {
    let key = nextKey()
    switch key {
    case .text(let text):
      let scalars = text.unicodeScalars
      if scalars.count > 1 { keyboard.putBack(.text(String(scalars.dropFirst()))) }
      if let first = scalars.first { performMeta(first) }
    case .control(let byte): performMeta(Unicode.Scalar(byte))
    case .meta, .escape: break
    case .raw, .sequence, .paste, .end, .terminated: perform(key)
    }
  }
}

// MARK: - While something is chosen or searched for

extension TerminalEditor {
  /// What a key does to the search; false where it ends it and is to be used otherwise.
  private func performInSearch(_ key: Key) -> Bool {
    switch key {
    case .text(let text): search?.append(text)
    case .control(0x7F), .control(0x08): search?.removeLast()
    case .control(0x12):
      // Twice without a word, it is the last search again.
      if search?.query.isEmpty == true {
        search?.append(lastQuery)
      } else {
        search?.goOn(older: true)
      }
    case .control(0x13): search?.goOn(older: false)
    case .control(0x0D), .control(0x0A): takeFound()
    case .escape, .control(0x07): search = nil
    case .control, .meta, .sequence, .paste, .raw, .end, .terminated:
      takeFound()
      return false
    }
    return true
  }

  private func takeFound() {
    if let found = search?.found {
      edits.note(entry, isTyping: false)
      entry = EntryText(found.text)
      entry.cursor = entry.boundary(atOrBefore: found.range.lowerBound)
      walk = HistoryWalk(entries)
    }
    search = nil
  }

  /// What a key does to the menu; false where it closes it and is to be used otherwise.
  private func performInMenu(_ key: Key) -> Bool {
    let width = screen.size.usableColumns
    switch key {
    case .control(0x09): menu?.move(by: 1)
    case .sequence(let sequence):
      switch Command.sequences[sequence] {
      case .down: menu?.move(by: 1)
      case .up, .completeBack: menu?.move(by: -1)
      case .right: menu?.moveSideways(by: 1, width: width)
      case .left: menu?.moveSideways(by: -1, width: width)
      default:
        menu = nil
        return false
      }
    case .control(0x0E): menu?.move(by: 1)
    case .control(0x10): menu?.move(by: -1)
    case .control(0x0D), .control(0x0A):
      // What has been chosen is taken; where nothing has, Return is Return.
      let isChosen = menu?.chosen != nil
      menu = nil
      return isChosen
    case .escape, .control(0x07):
      if let origin = menuOrigin {
        entry.remove(origin.start..<entry.cursor)
        entry.insert(origin.word)
      }
      menu = nil
      return true
    case .text(let text):
      let isUnchosen = menu?.chosen == nil
      menu = nil
      type(text)
      // As long as nothing has been chosen, the menu follows what is typed.
      if isUnchosen, !keyboard.isReady, result == nil { openMenu(isAsked: false) }
      return true
    case .control, .meta, .paste, .raw, .end, .terminated:
      menu = nil
      return false
    }
    if let menu, let chosen = menu.chosen, let origin = menuOrigin {
      entry.remove(origin.start..<entry.cursor)
      entry.insert(menu.candidates[chosen].text)
    }
    return true
  }

  /// Puts in what all candidates for the word at the cursor share, and shows them where there are
  /// several.
  ///
  /// - Parameter isAsked: whether the person asked; nothing is put in otherwise.
  func openMenu(isAsked: Bool) {
    let completions = rules.completions(entry.text, entry.cursor)
    let word = completions.replaced
    guard let first = completions.candidates.first, word.upperBound == entry.cursor,
      word.lowerBound >= 0, word.lowerBound <= word.upperBound,
      isAsked || !word.isEmpty
    else { return }
    let typed = String(decoding: entry.bytes[word], as: UTF8.self)
    let isOnly = completions.candidates.count == 1
    let shared = isOnly ? first.text : completions.sharedPrefix
    if isAsked, isOnly || shared.utf8.starts(with: typed.utf8),
      !shared.utf8.elementsEqual(typed.utf8)
    {
      edits.note(entry, isTyping: false)
      entry.remove(word)
      entry.insert(shared)
    }
    if isOnly, isAsked || first.text == typed { return }
    menu = Menu(candidates: completions.candidates)
    menuOrigin = (
      word.lowerBound, String(decoding: entry.bytes[word.lowerBound..<entry.cursor], as: UTF8.self)
    )
  }
}
