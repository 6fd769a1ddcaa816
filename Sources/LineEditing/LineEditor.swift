internal import Glibc

/// A prompt that reads entries of one or more lines, with editing and history where there is a
/// terminal.
///
/// Return ends the entry when the ``LineEditor/Rules`` call it complete, and otherwise opens
/// another line below, indented; two blank lines always end it. Up and down move within the entry
/// and, past its edges, through the history. Control-C gives the entry up, control-D on an empty
/// one ends the input. Text that the terminal marks as pasted goes in as it is.
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
  private let input: Int32
  private let output: Int32
  private let reader: LineReader
  private var terminal: TerminalEditor?
  /// What somebody else has read from the input, to be read next.
  private var unreadBytes: [UInt8] = []

  /// What the editor asks about the text that it edits.
  public struct Rules {
    /// Whether an entry can end here.
    public var completeness: (_ text: String) -> EntryCompleteness
    /// What could stand at `offset` (in UTF-8) of the entry.
    public var completions: (_ text: String, _ offset: Int) -> Completions

    /// Rules; by default every line is complete and nothing completes a word.
    public init(
      completeness: @escaping (_ text: String) -> EntryCompleteness = { _ in .complete },
      completions: @escaping (_ text: String, _ offset: Int) -> Completions = {
        Completions(replacing: $1..<$1, candidates: [])
      }
    ) {
      self.completeness = completeness
      self.completions = completions
    }
  }

  /// An editor; nothing is opened until the first entry is read.
  ///
  /// - Parameters:
  ///   - input: the descriptor to read from.
  ///   - output: the descriptor to draw on.
  public init(
    rules: Rules = Rules(), history: HistoryFile? = nil, input: Int32 = 0, output: Int32 = 1
  ) {
    self.rules = rules
    self.history = history
    self.input = input
    self.output = output
    reader = LineReader(descriptor: input)
  }

  /// Whether there is somebody to edit: input and output are a terminal that can move its cursor.
  public var isInteractive: Bool {
    isatty(input) == 1 && isatty(output) == 1 && Environment["TERM"] != "dumb"
  }

  /// Reads one entry.
  public func readEntry(prompt: Prompt) -> Entry {
    guard isInteractive else { return readPlainEntry(prompt: prompt) }
    if terminal == nil {
      terminal = TerminalEditor(
        rules: rules, entries: history?.entries() ?? [], input: input, output: output)
    }
    guard let terminal else { return readPlainEntry(prompt: prompt) }
    if !unreadBytes.isEmpty {
      terminal.unreadKeys += String(decoding: unreadBytes, as: UTF8.self)
      unreadBytes = []
    }
    let entry = terminal.readEntry(prompt: prompt)
    if case .text(let text) = entry, !text.allSatisfy(\.isWhitespace) {
      terminal.remember(text)
      history?.append(text)
    }
    return entry
  }

  /// Gives back bytes that somebody else has read from the input: they are read before any others,
  /// as if they were typed at the next prompt.
  public func unread(_ bytes: [UInt8]) {
    unreadBytes += bytes
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
      case .endOfInput:
        return text.map(Entry.text) ?? .endOfInput
      }
    }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(output, $0.baseAddress, $0.count) }
  }
}
