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
  let editor: OpaquePointer
  let history: OpaquePointer
  private let nowhere: UnsafeMutablePointer<FILE>

  /// The entry, which libedit's may lag behind.
  var entry = EntryText() {
    didSet { if entry != oldValue { isAhead = true } }
  }
  var isAhead = false
  /// How many characters libedit's buffers are known to hold.
  var room = 1000
  /// What became of the entry; nil while it is edited.
  var result: Entry?
  /// What was entered before, the oldest first, without repetitions in a row.
  var entries: [String]

  var walk: HistoryWalk
  var search: HistorySearch? {
    didSet { if let query = search?.query, !query.isEmpty { lastQuery = query } }
  }
  /// What was searched for last.
  var lastQuery = ""
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
  var step = Step()

  /// What is known of a step of libedit.
  struct Step {
    var command: Command?
    /// What waits for a motion.
    var pending: Command?
    var count = 0
    var isDropped = false
    var isBroken = false
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
    keyboard = Keyboard(input, asksForEnd: rules.asksForEnd)
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
    guard keyboard.isTerminated else { return result ?? .endOfInput }
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
