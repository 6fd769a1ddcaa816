internal import CLibEdit
internal import Glibc

/// libedit on a terminal: it edits one buffer that may hold several lines, and what is on the screen is
/// drawn here.
///
/// libedit's own drawing goes nowhere, at a size of its own that no window has; so it can neither get
/// colours, characters of several code points and tall entries wrong, nor read past its buffers when a
/// window changes. Every key that is no command of ours is a step of libedit: its keys of emacs and vi,
/// the person's own settings, its registers, macros and searches all work on its buffer, and what came
/// of it is looked at afterwards.
///
/// libedit calls back into plain C functions, which find this object through the editor's client data;
/// so the object must outlive the editor, and it owns it.
@safe final class TerminalEditor {
  let rules: LineEditor.Rules
  let input: Int32
  let output: Int32
  let keyboard: Keyboard
  let palette: Palette
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let nowhere: UnsafeMutablePointer<FILE>

  /// The entry, which libedit's may lag behind.
  var entry = EntryText() {
    didSet { if entry != oldValue { isAhead = true } }
  }
  private var isAhead = false
  /// What became of the entry; nil while it is edited.
  var result: Entry?
  /// What was entered before, the oldest first, without repetitions in a row.
  var entries: [String]

  var walk: HistoryWalk
  var search: HistorySearch?
  var menu: Menu?
  /// The part of the entry that the menu is about, as it was.
  var menuOrigin: (start: Int, word: String)?
  var edits = EditLog()
  var kills = KillRing()
  /// The command before, for those that go on with what it did.
  var lastCommand: Command?
  /// The column that up and down keep to.
  var goalColumn: Int?

  var prompt = Prompt("")
  var screen: Screen
  var renderer: Renderer
  /// The text that was asked about last, and the answers.
  var styled: (bytes: [UInt8], spans: [Span]) = ([], [])
  var hinted: (entry: EntryText, hint: String?) = (EntryText(), nil)

  /// Whether a command of ours ran in the step, how many characters it read, and whether it was dropped.
  private var step = Step()

  private struct Step {
    var command: Command?
    /// What waits for a motion.
    var pending: Command?
    var count = 0
    var isDropped = false
    var queue: [UInt32] = []
  }

  init?(
    rules: LineEditor.Rules, entries: [String], settings: String?, input: Int32, output: Int32,
    palette: Palette
  ) {
    self.rules = rules
    self.input = input
    self.output = output
    self.palette = palette
    self.entries = entries
    walk = HistoryWalk(entries)
    keyboard = Keyboard(input)
    screen = Screen(size: Self.windowSize(of: output))
    renderer = Renderer(palette: palette)
    Self.useUTF8()
    // libedit looks at the window once, when it begins, and makes room for all of it.
    guard screen.size.rows <= 5000, screen.size.columns <= 5000,
      let nowhere = unsafe fopen("/dev/null", "r+"),
      let history = unsafe mamlnb_history_init(10_000),
      let editor = unsafe mamlnb_el_init("mamlnb", nowhere, input, output)
    else { return nil }
    unsafe self.nowhere = unsafe nowhere
    unsafe self.history = unsafe history
    unsafe self.editor = unsafe editor
    unsafe mamlnb_el_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    configure(settings: settings)
    for entry in entries { unsafe mamlnb_history_enter(history, entry) }
    unsafe mamlnb_el_set_history(editor, history)
    reserveRoom(for: entries.map(\.utf8.count).max() ?? 0)
  }

  deinit {
    unsafe mamlnb_el_end(editor)
    unsafe mamlnb_history_end(history)
    unsafe fclose(nowhere)
  }

  /// Reads one entry.
  func readEntry(prompt: Prompt) -> Entry {
    begin(prompt)
    while result == nil {
      perform(nextKey())
    }
    finish(result ?? .endOfInput)
    // The signal may have come after the last key was read: it must not be lost.
    guard mamlnb_signals_terminated() else { return result ?? .endOfInput }
    mamlnb_signals_forget_termination()
    return .terminated
  }

  /// Adds an entry to what the arrow keys walk through, unless it is the last of them again.
  ///
  /// - Returns: whether it was added.
  func remember(_ entry: String) -> Bool {
    if let last = entries.last, last.utf8.elementsEqual(entry.utf8) { return false }
    entries.append(entry)
    unsafe mamlnb_history_enter(history, entry)
    reserveRoom(for: entry.utf8.count)
    return true
  }

  /// The window of a terminal; 80 columns and 24 rows where it does not say.
  static func windowSize(of descriptor: Int32) -> WindowSize {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    return WindowSize(
      columns: isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80,
      rows: isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24)
  }
}

// MARK: - An entry

extension TerminalEditor {
  private func begin(_ prompt: Prompt) {
    unsafe mamlnb_el_reset(editor)
    self.prompt = prompt
    entry = EntryText()
    isAhead = false
    result = nil
    walk = HistoryWalk(entries)
    (search, menu, menuOrigin) = (nil, nil, nil)
    edits = EditLog()
    (lastCommand, goalColumn) = (nil, nil)
    renderer.startAnew()
    screen = Screen(size: Self.windowSize(of: output))
    keyboard.begin()
    setRaw(true)
  }

  private func finish(_ result: Entry) {
    leaveScreen(result)
    setRaw(false)
    keyboard.end()
    unsafe mamlnb_el_reset(editor)
  }

  /// Switches the terminal between editing and what it was before; while editing, it marks what is
  /// pasted.
  func setRaw(_ isRaw: Bool) {
    if !isRaw { write("\u{1B}[?2004l") }
    unsafe mamlnb_el_set_raw(editor, isRaw)
    if isRaw { write("\u{1B}[?2004h") }
  }

  /// The next key; what is to be seen is drawn before it is waited for.
  func nextKey() -> Key {
    var isDrawn = false
    while true {
      if let key = keyboard.readyKey() { return key }
      if !isDrawn { draw() }
      isDrawn = true
      switch keyboard.wait() {
      case .key(let key): return key
      case .continued:
        // The shell has had the terminal meanwhile.
        setRaw(false)
        setRaw(true)
        screen.forget()
        isDrawn = false
      case .wake: isDrawn = Self.windowSize(of: output) == screen.size
      }
    }
  }
}

// MARK: - Steps of libedit

extension TerminalEditor {
  /// Whether keys mean what they mean in vi.
  var isVi: Bool { unsafe mamlnb_el_is_vi(editor) }

  /// Has libedit perform what these characters say, and whatever others the command asks for.
  func stepLibEdit(_ characters: [UInt32]) {
    synchronize()
    let before = entry
    step = Step(queue: characters)
    unsafe mamlnb_el_step(editor)
    let left = step.queue
    for character in left.reversed() { keyboard.putBack(.raw(character)) }
    if step.command == nil { takeOver(before, first: characters.first ?? 0) }
  }

  /// Makes libedit's buffer and cursor those of the entry.
  private func synchronize() {
    guard isAhead else { return }
    let scalars = entry.text.unicodeScalars.map { Int32(bitPattern: $0.value) }
    if scalars.isEmpty {
      moveLibEdit(to: .max)
      let count = libEditLine.scalars.count
      if count > 0 { unsafe mamlnb_el_delete(editor, Int32(count)) }
    } else {
      unsafe mamlnb_el_replace(editor, scalars + [0])
      moveLibEdit(to: scalarCount(entry.bytes[..<entry.cursor]))
    }
    unsafe mamlnb_el_refresh(editor)
    isAhead = false
  }

  private func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  private func moveLibEdit(to scalar: Int) {
    let line = libEditLine
    let target = min(scalar, line.scalars.count)
    unsafe mamlnb_el_move(editor, Int32(target - line.cursor))
  }

  private var libEditLine: (scalars: [Unicode.Scalar], cursor: Int) {
    guard let line = unsafe mamlnb_el_line(editor), let start = unsafe line.pointee.buffer else {
      return ([], 0)
    }
    let count = unsafe line.pointee.lastchar - start
    let cursor = unsafe line.pointee.cursor - start
    let buffer = unsafe UnsafeBufferPointer(start: start, count: max(0, count))
    let scalars = unsafe buffer.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    return (scalars, min(max(0, cursor), scalars.count))
  }

  private var libEditEntry: EntryText {
    let line = libEditLine
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line.scalars)
    return EntryText(
      String(text), cursor: line.scalars[..<line.cursor].reduce(0) { $0 + $1.utf8.count })
  }

  /// Takes libedit's buffer as the entry, by whole characters.
  private func takeOver(_ before: EntryText, first: UInt32) {
    guard !step.isDropped else {
      entry = before
      isAhead = true
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
    after = Self.byCharacters(after, before: before)
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

  /// A change as it would be if libedit knew characters of several code points.
  static func byCharacters(_ after: EntryText, before: EntryText) -> EntryText {
    var after = after
    let removed = before.bytes.count - after.bytes.count
    if removed > 0, after.cursor + removed <= before.bytes.count {
      let range = after.cursor..<after.cursor + removed
      var rest = before.bytes
      rest.removeSubrange(range)
      if rest == after.bytes {
        let whole =
          before.boundary(
            atOrBefore: range.lowerBound)..<before.boundary(
            atOrAfter: range.upperBound)
        if whole != range {
          after = before
          after.cursor = whole.upperBound
          after.remove(whole)
        }
      }
    }
    let isForward = after.bytes != before.bytes || after.cursor > before.cursor
    after.cursor =
      isForward
      ? after.boundary(atOrAfter: after.cursor) : after.boundary(atOrBefore: after.cursor)
    return after
  }

  /// A character for libedit: 1 and the character, 0 at the end of the input, -1 to drop the command.
  fileprivate func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
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
      case .sequence, .paste, .end, .terminated:
        keyboard.putBack(key)
        step.isDropped = true
        return -1
      }
    }
    step.count += 1
    let value = step.queue.isEmpty ? 0 : step.queue.removeFirst()
    unsafe character.pointee = wchar_t(bitPattern: value)
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

// MARK: - Setting up

extension TerminalEditor {
  /// libedit drops everything but ASCII unless the locale's encoding is UTF-8.
  private static func useUTF8() {
    unsafe setlocale(LC_CTYPE, "")
    let encoding = unsafe nl_langinfo(Int32(CODESET)).map { unsafe String(cString: $0) }
    if encoding != "UTF-8" { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private func configure(settings: String?) {
    unsafe mamlnb_el_set_editor(editor, "emacs")
    unsafe mamlnb_el_set_prompt(editor, { _ in unsafe noPrompt })
    unsafe mamlnb_el_set_reader(
      editor, { unsafe TerminalEditor.owner(of: $0).read(into: $1) })
    // Commands before the user's file: binding a key to a command that libedit does not know corrupts
    // its heap.
    for unsafe(command, function) in unsafe Self.functions {
      unsafe mamlnb_el_add_function(editor, command.name, command.help, function)
    }
    bind(Command.keys + Command.emacsKeys)
    unsafe mamlnb_el_source(editor, settings)
    // A file that chooses vi replaces all keys.
    if isVi {
      bind(Command.keys)
      for (key, command) in Command.viKeys {
        unsafe mamlnb_el_bind_alternative(editor, key, command.name)
      }
      for motion in Command.viMotions {
        let key = "\\" + String(motion.key, radix: 8)
        unsafe mamlnb_el_bind_alternative(editor, key, motion.name)
      }
    } else {
      bind(Command.essentialKeys)
    }
    // Control-C and control-Z come as keys, not as signals, while an entry is edited.
    for setting in ["-isig", "-ixon"] { unsafe mamlnb_el_set_tty(editor, setting) }
    unsafe mamlnb_el_set_step_by_step(editor)
    unsafe mamlnb_el_set_raw(editor, false)
    unsafe mamlnb_el_set_size(editor, "200")
    unsafe mamlnb_el_refresh(editor)
  }

  private func bind(_ keys: [(String, Command)]) {
    for (key, command) in keys { unsafe mamlnb_el_bind(editor, key, command.name) }
  }

  /// The editor that a callback of `editor` belongs to.
  static func owner(of editor: OpaquePointer) -> TerminalEditor {
    guard let data = unsafe mamlnb_el_client_data(editor) else {
      fatalError("a line editor without its owner")
    }
    return unsafe Unmanaged<TerminalEditor>.fromOpaque(data).takeUnretainedValue()
  }

  /// Makes the buffer large enough for an entry from the history, which libedit would cut off.
  private func reserveRoom(for count: Int) {
    guard count >= 1000 else { return }
    unsafe mamlnb_el_insert(editor, [Int32](repeating: 0x20, count: count + 1) + [0])
    unsafe mamlnb_el_delete(editor, Int32(count + 1))
  }
}

/// The prompt for libedit, which keeps the pointer: none.
private nonisolated(unsafe) let noPrompt: UnsafeMutablePointer<CChar> = {
  let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  unsafe text.initialize(to: 0)
  return unsafe text
}()
