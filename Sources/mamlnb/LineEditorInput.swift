internal import ArgumentParser
internal import CellLanguage
internal import Glibc
internal import LineEditing
internal import Notebook
internal import NotebookSession

/// The line editor as a session's source of input.
final class LineEditorInput: InputReader {
  private let editor: LineEditor
  private let isColored: Bool
  private let typeAhead: TypeAhead

  /// Input from an editor, with a coloured prompt where colours are shown; what was typed before
  /// comes first.
  init(_ editor: LineEditor, isColored: Bool, typeAhead: TypeAhead) {
    self.editor = editor
    self.isColored = isColored
    self.typeAhead = typeAhead
  }

  func readInput(prompt: String) -> SessionInput {
    editor.unread(typeAhead.take())
    return switch editor.readEntry(prompt: Prompt(prompt, color: isColored ? "1;36" : nil)) {
    case .text(let text): .text(text)
    case .interrupted: .interrupted
    case .endOfInput, .terminated: .endOfInput
    }
  }
}

/// Lets a person type until they leave; where the input is no terminal, takes all of it.
///
/// - Throws: the exit status of a run, where something failed and nobody was there to see it.
func converse(_ mode: Interaction.Mode, driver: SessionDriver, on workbench: Workbench) throws {
  guard isatty(0) == 1 else {
    let text = readStandardInput(until: workbench.interrupt)
    if case .prompt = mode, let text, isNotebook(text) {
      complain("mamlnb: standard input is a notebook; 'mamlnb run /dev/stdin' runs it")
      throw ExitCode(2)
    }
    var isPrompt = false
    if case .prompt = mode { isPrompt = true }
    let input = PipedInput(blankLinesCount: !isPrompt) { text }
    let interaction = Interaction(
      mode, driver: driver, input: input, presenter: workbench.presenter)
    let ending = interaction.run()
    try workbench.checkOutput()
    if ending != .finished { throw ExitCode(ending.exitStatus) }
    return
  }
  // The editor asks the interaction for completions, and the interaction reads from the editor.
  let asking = Completer()
  let rules = LineEditor.Rules(
    completeness: { EntryCompleteness(Interaction.completeness(of: $0)) },
    completions: { asking.completions(in: $0, at: $1) })
  let editor = LineEditor(
    rules: rules, history: HistoryFile.defaultPath().map { HistoryFile(path: $0) })
  let input = LineEditorInput(
    editor, isColored: workbench.capabilities.isColored, typeAhead: workbench.typeAhead)
  let interaction = Interaction(mode, driver: driver, input: input, presenter: workbench.presenter)
  asking.interaction = interaction
  if editor.isInteractive, case .prompt = mode {
    workbench.presenter.present(.note("mamlnb: Swift at a prompt; ':help' says more"))
  }
  interaction.run()
}

/// Whether a text has cells and is no Swift: a comment in Swift may have fences, too.
private func isNotebook(_ text: String) -> Bool {
  !NotebookDocument(parsing: text).cells.isEmpty
    && Interaction.completeness(of: text) == .invalid
}

/// All of standard input, with what is not UTF-8 replaced; nil where an interrupt came instead.
private func readStandardInput(until interrupt: InterruptFlag) -> String? {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    // After a signal `read` goes on by itself, so it is called when there is something to read.
    var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    let ready = unsafe poll(&input, 1, 50)
    if interrupt.isRaised { return nil }
    if ready == 0 || ready < 0 && errno == EINTR { continue }
    let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
    if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += chunk[..<count]
  }
}

/// Completes words of an interaction that is made after the editor.
private final class Completer {
  weak var interaction: Interaction?

  func completions(in text: String, at offset: Int) -> Completions {
    guard let found = interaction?.completions(in: text, at: offset) else {
      return Completions(replacing: offset..<offset, candidates: [String]())
    }
    return Completions(replacing: found.replaced, candidates: found.candidates.map(\.text))
  }
}

extension EntryCompleteness {
  fileprivate init(_ completeness: Completeness) {
    switch completeness {
    case .complete: self = .complete
    case .incomplete: self = .incomplete
    case .invalid: self = .invalid
    }
  }
}
