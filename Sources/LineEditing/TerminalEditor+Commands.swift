internal import Glibc

// What the commands do to the entry.
extension TerminalEditor {
  /// Performs a command.
  func perform(_ command: Command) {
    let column = goalColumn
    goalColumn = nil
    switch command {
    case .enter: enter()
    case .newline: openLine()
    case .interrupt: result = .interrupted
    case .suspend: suspend()
    case .cancel: break
    case .clearScreen: write(screen.clear())
    case .edit: editElsewhere()
    case .complete: complete()
    case .completeBack: dedent()
    case .searchOlder: search = HistorySearch(entries)
    case .searchAgain:
      search = HistorySearch(entries)
      search?.append(lastQuery)
    case .up, .viUp: moveVertically(-1, column)
    case .down, .viDown: moveVertically(1, column)
    case .olderEntry: recall(walk.older(than: entry.text))
    case .newerEntry: recall(walk.newer(than: entry.text))
    case .left: entry.cursor = entry.boundary(before: entry.cursor)
    case .right: entry.cursor = entry.boundary(after: entry.cursor)
    case .wordLeft:
      entry.cursor = entry.wordStart(before: entry.cursor, where: EntryText.isName)
    case .wordRight: entry.cursor = entry.wordEnd(after: entry.cursor, where: EntryText.isName)
    case .lineStart: entry.cursor = entry.lineStart
    case .lineEnd, .viLineEnd: entry.cursor = entry.lineEnd
    case .textStart: entry.cursor = 0
    case .textEnd: entry.cursor = entry.bytes.count
    case .viLineIndentation: moveToIndentation()
    case .endOrDelete, .deleteLeft, .deleteRight, .transpose, .undo, .closeBrace, .yank,
      .yankEarlier:
      change(command)
    case .killLine, .killLineStart, .killWordLeft, .killBlankWordLeft, .killWordRight,
      .viKillLine, .viChangeLine:
      kill(command)
    case .viAppend: typeInVi(at: entry.lineEnd)
    case .viInsert:
      moveToIndentation()
      typeInVi(at: entry.cursor)
    case .viAdd:
      // Behind the last character of a line is its end, not the next line.
      keyboard.putBack(.raw(entry.cursor == entry.lineEnd ? 0x69 : Command.viAddKey))
    case .viDelete: killWholeLine()
    case .viChange, .viChangeWhole:
      kill(entry.lineStart..<entry.lineEnd, joining: nil)
      typeInVi(at: entry.cursor)
    case .viOpenBelow, .viOpenAbove: openLineInVi(isBelow: command == .viOpenBelow)
    }
    if [.viUp, .viDown, .viLineEnd, .viKillLine, .viDelete].contains(command) { keepOnCharacter() }
    lastCommand = command
  }

  private func change(_ command: Command) {
    if command == .endOrDelete, entry.bytes.isEmpty {
      result = .endOfInput
      return
    }
    if command != .undo { edits.note(entry, isTyping: false) }
    switch command {
    case .deleteLeft: entry.remove(deletedToTheLeft..<entry.cursor)
    case .deleteRight, .endOrDelete:
      entry.remove(entry.cursor..<entry.boundary(after: entry.cursor))
    case .transpose: entry.transpose()
    case .undo: if let state = edits.undo(entry) { entry = state }
    case .closeBrace: closeBrace()
    case .yank: yank(kills.latest())
    case .yankEarlier:
      guard lastCommand == .yank || lastCommand == .yankEarlier, let text = kills.earlier() else {
        return
      }
      if let state = edits.undo(entry) { entry = state }
      edits.note(entry, isTyping: false)
      yank(text)
    default: break
    }
  }

  /// Indentation goes two blanks at a time.
  private var deletedToTheLeft: Int {
    let indentation = entry.beforeCursorOnLine.count
    let isBlank = indentation > 0 && entry.beforeCursorOnLine.allSatisfy { $0 == 0x20 }
    return isBlank
      ? entry.cursor - (indentation % 2 == 0 ? 2 : 1) : entry.boundary(before: entry.cursor)
  }

  private func yank(_ text: String?) {
    if let text { entry.insert(text) }
  }

  private func kill(_ command: Command) {
    let isGoingOn =
      switch lastCommand {
      case .killLine, .killLineStart, .killWordLeft, .killBlankWordLeft, .killWordRight: true
      default: false
      }
    let cursor = entry.cursor
    let lineStart = entry.lineStart
    let lineEnd = entry.lineEnd
    var isBackward = false
    let range: Range<Int>
    switch command {
    case .killLine:
      // At its end, the line is joined with the next.
      range = cursor..<(lineEnd > cursor ? lineEnd : min(cursor + 1, entry.bytes.count))
    case .killLineStart:
      isBackward = true
      range = (lineStart < cursor ? lineStart : max(0, cursor - 1))..<cursor
    case .killWordLeft:
      isBackward = true
      range = entry.wordStart(before: cursor, where: EntryText.isName)..<cursor
    case .killBlankWordLeft:
      isBackward = true
      range = entry.wordStart(before: cursor, where: EntryText.isVisible)..<cursor
    case .killWordRight: range = cursor..<entry.wordEnd(after: cursor, where: EntryText.isName)
    default: range = cursor..<lineEnd
    }
    kill(range, joining: isGoingOn ? (isBackward ? .before : .after) : nil)
    if command == .viChangeLine { typeInVi(at: entry.cursor) }
  }
}

// MARK: - Lines

extension TerminalEditor {
  private func enter() {
    let text = entry.text
    if rules.completeness(text) == .incomplete, !entry.endsInTwoBlankLines { return openLine() }
    result = .text(text)
  }

  /// Opens a line below the cursor, indented; a closing bracket behind the cursor gets one of its own.
  private func openLine() {
    edits.note(entry, isTyping: false)
    let indentation = entry.indentationOfNextLine
    let own = entry.beforeCursorOnLine.prefix { $0 == 0x20 }.count
    let isClosed =
      entry.cursor < entry.bytes.count
      && [UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]")].contains(
        entry.bytes[entry.cursor])
    entry.insert("\n" + indentation)
    guard isClosed, indentation.count > own else { return }
    let cursor = entry.cursor
    entry.insert("\n" + String(repeating: " ", count: own))
    entry.cursor = cursor
  }

  private func complete() {
    guard entry.isAtIndentation else { return openMenu(isAsked: true) }
    edits.note(entry, isTyping: false)
    entry.insert("  ")
  }

  private func dedent() {
    let blanks = entry.bytes[entry.lineStart..<entry.lineEnd].prefix { $0 == 0x20 }.count
    guard blanks > 0 else { return }
    edits.note(entry, isTyping: false)
    entry.remove(entry.lineStart..<entry.lineStart + min(2, blanks))
  }

  private func moveToIndentation() {
    let line = entry.bytes[entry.lineStart..<entry.lineEnd]
    entry.cursor = entry.lineStart + line.prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// Goes a row up or down, and past the edges to another entry.
  private func moveVertically(_ step: Int, _ goal: Int?) {
    let layout = renderer.layout(Scene(prompt: prompt, entry: entry), screen.size)
    let (row, column) = layout.position(of: entry.cursor)
    guard layout.lines.indices.contains(row + step) else {
      return recall(step < 0 ? walk.older(than: entry.text) : walk.newer(than: entry.text))
    }
    goalColumn = goal ?? column
    entry.cursor = layout.offset(row: row + step, column: goalColumn ?? column)
  }

  private func recall(_ text: String?) {
    guard let text else { return }
    edits.note(entry, isTyping: false)
    entry = EntryText(text)
  }
}

// MARK: - vi's commands

extension TerminalEditor {
  /// Among vi's commands the cursor is on a character, not behind the last one of a line.
  private func keepOnCharacter() {
    if entry.cursor == entry.lineEnd, entry.cursor > entry.lineStart {
      entry.cursor = entry.boundary(before: entry.cursor)
    }
  }

  /// Has libedit insert what is typed, at an offset.
  private func typeInVi(at offset: Int) {
    entry.cursor = offset
    // Behind the last character there is no place among vi's commands, so libedit goes there itself.
    keyboard.putBack(.raw(offset == entry.bytes.count ? Command.viAddKey : 0x69))
  }

  /// Deletes the cursor's line with its newline, or the one before it.
  private func killWholeLine() {
    let isLast = entry.isOnLastLine
    let range =
      isLast
      ? max(0, entry.lineStart - 1)..<entry.lineEnd : entry.lineStart..<entry.lineEnd + 1
    kill(range, joining: nil)
    if isLast { entry.cursor = entry.lineStart }
  }

  private func openLineInVi(isBelow: Bool) {
    edits.note(entry, isTyping: false)
    entry.cursor = isBelow ? entry.lineEnd : entry.lineStart
    let line = entry.bytes[entry.lineStart..<entry.lineEnd]
    let indentation =
      isBelow
      ? entry.indentationOfNextLine
      : String(repeating: " ", count: line.prefix { $0 == 0x20 }.count)
    entry.insert(isBelow ? "\n" + indentation : indentation + "\n")
    typeInVi(at: isBelow ? entry.cursor : entry.cursor - 1)
  }
}

// MARK: - Elsewhere

extension TerminalEditor {
  /// Stops until the shell goes on with the program.
  private func suspend() {
    let rows = renderer.rows(
      ofEntered: Scene(prompt: prompt, entry: entry, styles: styled.spans), in: screen.size)
    write(screen.leave(rows))
    setRaw(false)
    // As the terminal does it: for all programs of the job.
    _ = Glibc.kill(0, SIGTSTP)
    setRaw(true)
    keyboard.ignoreContinuation()
  }

  /// Edits the entry in the person's own editor.
  private func editElsewhere() {
    write(screen.erase())
    setRaw(false)
    defer { setRaw(true) }
    guard let text = ExternalEditor.edit(entry.text) else { return }
    edits.note(entry, isTyping: false)
    entry = EntryText(text)
  }
}
