internal import CLibEdit

// What libedit does with keys, and what becomes of that.
extension TerminalEditor {
  /// Whether keys mean what they mean in vi.
  var isVi: Bool { unsafe mamlnb_el_is_vi(editor) }

  /// Has libedit perform what these characters say, and whatever others the command asks for.
  func stepLibEdit(_ characters: [UInt32]) {
    synchronize()
    // A command may double what is there.
    reserveRoom(for: 2 * entry.bytes.count)
    let before = entry
    step = Step(queue: characters)
    unsafe mamlnb_el_step(editor)
    // A search that finds nothing empties the entry, and may forget to take the cursor along.
    let isInside = keepCursorInside()
    let isSearch = step.count > 1 && (characters.first == 0x2F || characters.first == 0x3F)
    if !isInside || isSearch, libEditLine.scalars.isEmpty { step.isDropped = true }
    let left = step.queue
    for character in left.reversed() { keyboard.putBack(.raw(character)) }
    if step.command == nil { takeOver(before, first: characters.first ?? 0) }
  }

  /// Makes libedit's buffer and cursor those of the entry.
  func synchronize() {
    guard isAhead else { return }
    setLibEdit(
      entry.text.unicodeScalars.map { Int32(bitPattern: $0.value) },
      cursor: scalarCount(entry.bytes[..<entry.cursor]))
    unsafe mamlnb_el_refresh(editor)
    isAhead = false
  }

  func setLibEdit(_ scalars: [Int32], cursor: Int) {
    if scalars.isEmpty {
      moveLibEdit(to: .max)
      let count = libEditLine.scalars.count
      if count > 0 { unsafe mamlnb_el_delete(editor, Int32(count)) }
    } else {
      unsafe mamlnb_el_replace(editor, scalars + [0])
      moveLibEdit(to: cursor)
    }
  }

  private func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  private func moveLibEdit(to scalar: Int) {
    let line = libEditLine
    let target = min(scalar, line.scalars.count)
    unsafe mamlnb_el_move(editor, Int32(target - line.cursor))
  }

  var libEditLine: (scalars: [Unicode.Scalar], cursor: Int) {
    guard let line = unsafe mamlnb_el_line(editor), let start = unsafe line.pointee.buffer else {
      return ([], 0)
    }
    let count = unsafe line.pointee.lastchar - start
    let cursor = unsafe line.pointee.cursor - start
    let buffer = unsafe UnsafeBufferPointer(start: start, count: max(0, count))
    let scalars = unsafe buffer.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    return (scalars, min(max(0, cursor), scalars.count))
  }

  var libEditEntry: EntryText {
    let line = libEditLine
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line.scalars)
    return EntryText(
      String(text), cursor: line.scalars[..<line.cursor].reduce(0) { $0 + $1.utf8.count })
  }

  /// Some of vi's commands leave libedit's cursor before the first character or behind the last, where
  /// the next would read and write.
  ///
  /// - Returns: whether it was where it may be.
  private func keepCursorInside() -> Bool {
    guard let line = unsafe mamlnb_el_line(editor), let start = unsafe line.pointee.buffer else {
      return true
    }
    let cursor = unsafe line.pointee.cursor - start
    let inside = unsafe min(max(0, cursor), max(0, line.pointee.lastchar - start))
    if inside != cursor { unsafe mamlnb_el_move(editor, Int32(inside - cursor)) }
    return inside == cursor
  }

  /// Takes libedit's buffer as the entry, by whole characters.
  private func takeOver(_ before: EntryText, first: UInt32) {
    guard !step.isDropped else {
      entry = before
      isAhead = true
      // libedit remembers where a command began that never ended, and would believe it.
      if step.isBroken {
        unsafe mamlnb_el_reset(editor)
        setRaw(true)
      }
      return
    }
    let unchanged = libEditEntry
    var after = unchanged
    // libedit's own way of ending an entry or the input is to put a character at its end.
    if after.bytes.count == before.bytes.count + 1, after.bytes.starts(with: before.bytes) {
      if after.bytes.last == 0x0A, after.cursor == before.cursor, after.cursor < after.bytes.count {
        return perform(.enter)
      }
      if after.bytes.last == 0x04 {
        entry = before
        isAhead = true
        if before.bytes.isEmpty { result = .endOfInput }
        return
      }
    }
    after.makeWhole(since: before)
    if first == UInt32(UInt8(ascii: "0")), step.count == 1, after.bytes == before.bytes {
      after.cursor = before.lineStart
    }
    if after.bytes != before.bytes { edits.note(before, isTyping: false) }
    entry = after
    // What libedit has already is not to be given to it again: it would forget half a command.
    isAhead = after != unchanged
    lastCommand = nil
    goalColumn = nil
  }

  /// A character for libedit: 1 and the character, 0 at the end of the input, -1 to drop the command.
  func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if step.isDropped { return unsafe drop(into: character) }
    if step.queue.isEmpty {
      // In the middle of a command libedit's buffer is what there is to see.
      if step.count > 0 { (entry, isAhead) = (libEditEntry, false) }
      let key = nextKey()
      switch key {
      case .text(let text):
        let scalars = text.unicodeScalars
        if scalars.count > 1 { keyboard.putBack(.text(String(scalars.dropFirst()))) }
        step.queue = scalars.first.map { [$0.value] } ?? []
      case .control(let byte): step.queue = [UInt32(byte)]
      case .meta(let scalar): step.queue = [0x1B, scalar.value]
      case .escape: step.queue = [0x1B]
      case .raw(let value): step.queue = [value]
      case .sequence, .paste:
        keyboard.putBack(key)
        return unsafe drop(into: character)
      // These come again by themselves.
      case .end, .terminated: return unsafe drop(into: character)
      }
    }
    step.count += 1
    let value = step.queue.isEmpty ? 0 : step.queue.removeFirst()
    unsafe character.pointee = wchar_t(bitPattern: value)
    return 1
  }

  /// Ends a command that waits for more, because what came is none of its business.
  private func drop(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    // A key that means nothing ends most; those that take it as a letter are told that there is no more.
    if step.isDropped {
      step.isBroken = true
      return -1
    }
    step.isDropped = true
    unsafe character.pointee = wchar_t(bitPattern: Command.unusedKey)
    return 1
  }

  /// Runs one of our commands that libedit has found by its key.
  func run(_ command: Command) -> UInt8 {
    // In the middle of another command, such as `d$`, it is libedit's own motion that is wanted.
    if step.count > 1, let keys = motion(for: command) {
      step.queue = keys + step.queue
      return UInt8(CC_ARGHACK)
    }
    // `d` and `c` wait for a motion; twice, they mean the line.
    if let key = Command.viOperators[command], step.pending != command {
      guard step.pending == nil else { return UInt8(CC_ERROR) }
      step.pending = command
      step.queue.insert(key, at: 0)
      return UInt8(CC_ARGHACK)
    }
    step.command = command
    perform(command)
    return UInt8(CC_NORM)
  }

  /// The private keys that make libedit go where a command of ours goes; nil for no motion.
  private func motion(for command: Command) -> [UInt32]? {
    guard command == .viLineEnd || command == .viLineIndentation else {
      return Command.viMotions.first { $0.command == command }.map { [$0.key] }
    }
    // libedit's own go to the ends of the entry: to get to those of the line, it is told the column.
    let entry = libEditEntry
    let line = entry.bytes[entry.lineStart..<entry.lineEnd]
    let target =
      command == .viLineEnd
      ? entry.lineEnd : entry.lineStart + line.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let column = scalarCount(entry.bytes[..<target]) + 1
    return String(column).unicodeScalars.map(\.value) + [Command.viColumn]
  }

  /// Deletes a part of the entry so that it can be put back, by libedit too.
  func kill(_ range: Range<Int>, joining: KillRing.Joining?) {
    guard !range.isEmpty else { return }
    edits.note(entry, isTyping: false)
    entry.cursor = range.upperBound
    synchronize()
    // Among vi's commands libedit has no place behind the last character until it is told.
    moveLibEdit(to: scalarCount(entry.bytes[..<range.upperBound]))
    unsafe mamlnb_el_delete(editor, Int32(scalarCount(entry.bytes[range])))
    kills.add(entry.remove(range), joining: joining)
    isAhead = true
  }
}
