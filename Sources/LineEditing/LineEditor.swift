internal import Glibc

/// A prompt that reads entries of one or more lines, with editing and history where there is a
/// terminal.
///
/// Return ends the entry when the ``LineEditor/Rules`` call it complete, and otherwise opens
/// another line below, indented; two blank lines always end it, and Alt-Return opens a line anywhere. Up
/// and down move within the entry and, past its edges, through the entries of before that begin with
/// what was typed; Control-R searches for a piece of one. Tab completes and shows the choice. Control-C
/// gives the entry up, control-D on an empty one ends the input. Text that the terminal marks as pasted
/// goes in as it is. `~/.editrc` can bind the other keys and choose those of vi.
///
/// Where the input is no terminal, entries are read without editing, prompts or echo, and an entry
/// is as many lines as it takes to be complete.
///
/// ```swift
/// let editor = LineEditor(history: HistoryFile(path: HistoryFile.defaultPath()))
/// while case .text(let entry) = editor.readEntry(prompt: Prompt("> ")) { … }
/// ```
public final class LineEditor {
  private let rules: Rules
  private let history: HistoryFile?
  private let settings: String?
  private let isColored: Bool
  private let input: Int32
  private let output: Int32
  private let reader: LineReader
  private var terminal: TerminalEditor?
  /// What somebody else has read from the input, to be read next.
  private var unreadBytes: [UInt8] = []

  /// What the editor asks about the text that it edits.
  ///
  /// All are asked on the thread that reads; styles and hints only while no more keys wait.
  public struct Rules {
    /// Whether an entry can end here.
    public var completeness: (_ text: String) -> EntryCompleteness
    /// What could stand at `offset` (in UTF-8) of the entry.
    public var completions: (_ text: String, _ offset: Int) -> Completions
    /// What the pieces of the entry are; the last that covers a character counts.
    public var styles: (_ text: String) -> [Span]
    /// What helps at `offset` (in UTF-8) of the entry, such as the signature of what is called there.
    public var hint: (_ text: String, _ offset: Int) -> String?
    /// Whether the process was asked to end before anybody waited for keys.
    public var asksForEnd: () -> Bool

    /// Rules; by default every line is complete, nothing completes a word, is coloured or helps.
    public init(
      completeness: @escaping (_ text: String) -> EntryCompleteness = { _ in .complete },
      completions: @escaping (_ text: String, _ offset: Int) -> Completions = {
        Completions(replacing: $1..<$1, candidates: [String]())
      },
      styles: @escaping (_ text: String) -> [Span] = { _ in [] },
      hint: @escaping (_ text: String, _ offset: Int) -> String? = { _, _ in nil },
      asksForEnd: @escaping () -> Bool = { false }
    ) {
      self.completeness = completeness
      self.completions = completions
      self.styles = styles
      self.hint = hint
      self.asksForEnd = asksForEnd
    }
  }

  /// An editor; nothing is opened until the first entry is read.
  ///
  /// - Parameters:
  ///   - settings: the file that binds keys, in libedit's language; nil for `~/.editrc`.
  ///   - input: the descriptor to read from.
  ///   - output: the descriptor to draw on.
  ///   - isColored: whether colours are shown; nil to show them unless `NO_COLOR` is set.
  public init(
    rules: Rules = Rules(), history: HistoryFile? = nil, settings: String? = nil,
    input: Int32 = 0, output: Int32 = 1, isColored: Bool? = nil
  ) {
    self.rules = rules
    self.isColored = isColored ?? (Environment["NO_COLOR"] == nil)
    self.history = history
    self.settings = settings
    self.input = input
    self.output = output
    reader = LineReader(descriptor: input, asksForEnd: rules.asksForEnd)
  }

  /// Whether there is somebody to edit: input and output are a terminal that can move its cursor.
  public var isInteractive: Bool {
    isatty(input) == 1 && isatty(output) == 1 && Environment["TERM"] != "dumb"
  }

  /// Reads one entry.
  public func readEntry(prompt: Prompt) -> Entry {
    guard let terminal = openTerminal() else { return readPlainEntry(prompt: prompt) }
    let entry = terminal.readEntry(prompt: prompt)
    if case .text(let text) = entry, !text.allSatisfy(\.isWhitespace) {
      if terminal.remember(text) { history?.append(text) }
    }
    return entry
  }

  /// Gives back bytes that somebody else has read from the input: they are read before any others,
  /// as if they were typed at the next prompt.
  public func unread(_ bytes: [UInt8]) {
    unreadBytes += bytes
  }

  /// What has been typed ahead of the next prompt and was read already; it is forgotten here. Who reads
  /// the terminal between two prompts takes these bytes first.
  public func takeTypedAhead() -> [UInt8] {
    defer { unreadBytes = [] }
    return (terminal?.keyboard.takeUnread() ?? []) + unreadBytes
  }

  /// The editor on the terminal, with what is to be read first; nil where there is none.
  private func openTerminal() -> TerminalEditor? {
    guard isInteractive else { return nil }
    if terminal == nil {
      terminal = TerminalEditor(
        rules: rules, entries: history?.entries() ?? [], settings: settings, input: input,
        output: output, palette: isColored ? .colors : .plain)
    }
    guard let terminal else { return nil }
    terminal.keyboard.append(unreadBytes)
    unreadBytes = []
    return terminal
  }

  /// Reads an entry without editing it: lines until they are complete.
  private func readPlainEntry(prompt: Prompt) -> Entry {
    var text: String?
    reader.unread(unreadBytes)
    unreadBytes = []
    if isatty(input) == 1, isatty(output) == 1 { write(prompt.text) }
    while true {
      switch reader.readLine() {
      case .text(let line):
        let entry = text.map { $0 + "\n" + line } ?? line
        guard rules.completeness(entry) == .incomplete else { return .text(entry) }
        text = entry
      case .interrupted:
        return .interrupted
      case .terminated:
        return .terminated
      case .endOfInput:
        return text.map(Entry.text) ?? .endOfInput
      }
    }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    // A terminal that is held, as by control-S, would hold the end of the program, too.
    var polled = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    while unsafe poll(&polled, 1, 100) <= 0 { if rules.asksForEnd() { return } }
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(output, $0.baseAddress, $0.count) }
  }
}

// MARK: - Questions and long texts

extension LineEditor {
  /// Asks something that is answered by one key: `y` for yes, and `n`, escape or control-C for no.
  ///
  /// Where nobody can answer, because there is no terminal or it has gone, the answer is yes: who asks
  /// goes on with what was to be done.
  public func confirm(_ question: String) -> Bool {
    guard let terminal = openTerminal() else { return true }
    return terminal.confirm(question)
  }

  /// Shows a text, page by page where it is longer than the window.
  ///
  /// The space bar shows the next page, Return the next row, `b` the page before; `q` ends. The text may
  /// be coloured by ANSI sequences.
  public func page(_ text: String) {
    let ended = text.isEmpty || text.utf8.last == 0x0A ? text : text + "\n"
    guard let terminal = openTerminal() else { return write(ended) }
    terminal.page(ended)
  }
}
