internal import CLibEdit
internal import Glibc

/// libedit on a terminal: one buffer that may hold several lines.
///
/// libedit calls back into plain C functions, which find this object through the editor's client
/// data; so the object must outlive the editor, and it owns it.
@safe final class TerminalEditor {
  let rules: LineEditor.Rules
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let output: UnsafeMutablePointer<FILE>
  private let input: UnsafeMutablePointer<FILE>
  /// The prompt in the form that libedit shows, owned here because libedit keeps the pointer.
  private(set) var promptText: UnsafeMutablePointer<CChar>
  /// What the key that ended the entry made of it.
  ///
  /// Kept here because libedit reports control-C like any other end of a line.
  var result: Entry?
  /// Keys that somebody else has read already, to be read before any others.
  var unreadKeys = ""

  /// The character that brackets what takes no room in a prompt.
  private static let escapeMark: CChar = 1

  init?(rules: LineEditor.Rules, entries: [String], input: Int32, output: Int32) {
    self.rules = rules
    Self.useUTF8()
    guard let inputFile = unsafe fdopen(dup(input), "r"),
      let outputFile = unsafe fdopen(dup(output), "w"),
      let history = unsafe mamlnb_history_init(10_000),
      let editor = unsafe mamlnb_el_init("mamlnb", inputFile, outputFile),
      let promptText = unsafe strdup("")
    else { return nil }
    unsafe self.input = unsafe inputFile
    unsafe self.output = unsafe outputFile
    unsafe self.history = unsafe history
    unsafe self.editor = unsafe editor
    unsafe self.promptText = unsafe promptText
    unsafe mamlnb_el_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    configure()
    for entry in entries { unsafe mamlnb_history_enter(history, entry) }
    unsafe mamlnb_el_set_history(editor, history)
    reserveRoom(for: entries.map(\.utf8.count).max() ?? 0)
  }

  deinit {
    unsafe mamlnb_el_end(editor)
    unsafe mamlnb_history_end(history)
    unsafe fclose(input)
    unsafe fclose(output)
    unsafe free(promptText)
  }

  /// Reads one entry.
  func readEntry(prompt: Prompt) -> Entry {
    setPrompt(prompt)
    result = nil
    pushUnreadLine()
    write("\u{1B}[?2004h")  // ask the terminal to mark pasted text
    var count: Int32 = 0
    let isStopped = unsafe mamlnb_el_gets(editor, &count) == nil && count == -1 && errno == EINTR
    write("\u{1B}[?2004l")
    if result == nil { write("\n") }
    unsafe mamlnb_el_reset(editor)
    return result ?? (isStopped ? .interrupted : .endOfInput)
  }

  /// Adds an entry to what the arrow keys walk through.
  func remember(_ entry: String) {
    unsafe mamlnb_history_enter(history, entry)
    reserveRoom(for: entry.utf8.count)
  }
}

// MARK: - For the keys

extension TerminalEditor {
  /// The entry and its cursor.
  var text: EntryText {
    guard let line = unsafe mamlnb_el_line(editor) else { return EntryText(bytes: [], cursor: 0) }
    let start = unsafe line.pointee.buffer
    let count = unsafe start.map { unsafe line.pointee.lastchar - $0 } ?? 0
    let cursor = unsafe start.map { unsafe line.pointee.cursor - $0 } ?? 0
    let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
    return EntryText(bytes: unsafe buffer.map { UInt8(bitPattern: $0) }, cursor: cursor)
  }

  /// Inserts text at the cursor.
  func insert(_ text: String) {
    unsafe mamlnb_el_insertstr(editor, text)
  }

  /// Deletes characters before the cursor.
  func deleteBackward(_ characters: Int) {
    unsafe mamlnb_el_deletestr(editor, Int32(characters))
  }

  /// Moves the cursor to the end of the entry; it is drawn there after the command.
  func moveToEnd() {
    let text = text
    let rest = String(decoding: text.bytes[text.cursor...], as: UTF8.self).unicodeScalars.count
    unsafe mamlnb_el_cursor(editor, Int32(rest))
  }

  /// Writes lines below the entry, and the entry again below them.
  func writeBelow(_ lines: String) {
    let text = text
    let below = text.bytes[text.cursor...].count { $0 == 0x0A }
    write(String(repeating: "\n", count: below + 1) + lines)
    unsafe mamlnb_el_refresh(editor)
  }

  /// Has the editor read these keys next.
  func push(_ keys: String) {
    unsafe mamlnb_el_push(editor, keys)
  }

  /// Has the editor read the keys that are unread up to the next return.
  ///
  /// Not all at once: keys that a command pushes would come after them.
  func pushUnreadLine() {
    let end = unreadKeys.firstIndex(where: \.isNewline).map { unreadKeys.index(after: $0) }
    let line = unreadKeys[..<(end ?? unreadKeys.endIndex)]
    guard !line.isEmpty else { return }
    push(String(line))
    unreadKeys = String(unreadKeys[line.endIndex...])
  }

  /// The next character that is typed; nil at the end of input.
  func nextCharacter() -> Unicode.Scalar? {
    var character: wchar_t = 0
    guard unsafe mamlnb_el_wgetc(editor, &character) == 1 else { return nil }
    return Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"
  }

  /// Writes to the terminal past the editor.
  func write(_ text: String) {
    unsafe fputs(text, output)
    unsafe fflush(output)
  }

  /// How many columns the terminal has.
  var width: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(fileno(output), UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
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

  private func configure() {
    unsafe mamlnb_el_set_editor(editor, "emacs")
    unsafe mamlnb_el_set_signal(editor, 1)
    unsafe mamlnb_el_set_prompt(
      editor,
      { editor in
        let owner = unsafe TerminalEditor.owner(of: editor)
        return unsafe owner.promptText
      }, Self.escapeMark)
    // Commands before the user's file and keys after it: binding a key to a command that libedit
    // does not know corrupts its heap, and a file that chooses vi replaces all keys.
    for command in KeyCommand.all {
      unsafe mamlnb_el_add_function(editor, command.name, command.help, command.function)
    }
    unsafe mamlnb_el_source(editor)
    for command in KeyCommand.all {
      for key in command.keys { unsafe mamlnb_el_bind(editor, key, command.name) }
    }
    for (key, command) in KeyCommand.builtIn {
      unsafe mamlnb_el_bind(editor, key, command)
    }
    // Control-C and control-Z come as keys, not as signals, while an entry is edited.
    unsafe mamlnb_el_set_tty(editor, "-isig")
  }

  /// The editor that a callback of `editor` belongs to.
  static func owner(of editor: OpaquePointer) -> TerminalEditor {
    guard let data = unsafe mamlnb_el_client_data(editor) else {
      fatalError("a line editor without its owner")
    }
    return unsafe Unmanaged<TerminalEditor>.fromOpaque(data).takeUnretainedValue()
  }

  private func setPrompt(_ prompt: Prompt) {
    let mark = Character(Unicode.Scalar(UInt8(Self.escapeMark)))
    var text = prompt.text
    if let color = prompt.color {
      // libedit loses an escape sequence that nothing follows, so the last blank comes after it.
      let blanks = String(text.reversed().prefix { $0 == " " })
      let words = text.dropLast(blanks.count)
      text = "\(mark)\u{1B}[\(color)m\(mark)\(words)\(mark)\u{1B}[0m\(mark)"
      text += blanks.isEmpty ? " " : blanks
    }
    guard let copy = unsafe strdup(text) else { return }
    unsafe free(promptText)
    unsafe promptText = unsafe copy
  }

  /// Makes the buffer large enough for an entry from the history, which libedit would cut off.
  private func reserveRoom(for count: Int) {
    guard count >= 1000 else { return }
    unsafe mamlnb_el_insertstr(editor, String(repeating: " ", count: count + 1))
    unsafe mamlnb_el_deletestr(editor, Int32(count + 1))
  }
}
