internal import ArgumentParser
internal import CellLanguage
internal import Dispatch
internal import Glibc
internal import LineEditing
internal import Notebook
internal import NotebookSession

/// The line editor as a session's source of input.
final class LineEditorInput: InputReader {
  private let editor: LineEditor
  private let workbench: Workbench

  /// Input from an editor; what was typed before comes first.
  init(_ editor: LineEditor, on workbench: Workbench) {
    self.editor = editor
    self.workbench = workbench
  }

  func readInput(prompt: String) -> SessionInput {
    editor.unread(workbench.typeAhead.take())
    let color = workbench.capabilities.isColored ? "1;36" : nil
    return switch editor.readEntry(prompt: Prompt(prompt, color: color)) {
    case .text(let text): .text(text)
    case .interrupted: .interrupted
    case .endOfInput: .endOfInput
    case .terminated: .terminated
    }
  }

  func confirm(_ question: String) -> Bool { editor.confirm(question) }

  func page(_ text: String) -> Bool {
    guard editor.isInteractive else { return false }
    workbench.presenter.present(.awaitingInput)
    editor.page(text)
    return true
  }
}

/// Lets a person type until they leave; where the input is no terminal, takes all of it.
///
/// - Throws: the exit status of a run, where something failed and nobody was there to see it.
func converse(_ mode: Interaction.Mode, driver: SessionDriver, on workbench: Workbench) throws {
  guard isatty(0) == 1 else { return try runInput(mode, driver: driver, on: workbench) }
  // The editor asks the interaction for completions, and the interaction reads from the editor.
  let asking = Completer()
  let rules = LineEditor.Rules(
    completeness: { EntryCompleteness(Interaction.completeness(of: $0)) },
    completions: { asking.completions(in: $0, at: $1) },
    styles: { asking.styles(of: $0) },
    hint: { asking.hint(in: $0, at: $1) }, asksForEnd: { InterruptSignal.asksForEnd })
  let editor = LineEditor(
    rules: rules, history: HistoryFile.defaultPath().map { HistoryFile(path: $0) })
  let input = LineEditorInput(editor, on: workbench)
  let interaction = Interaction(
    mode, driver: driver, input: input, presenter: workbench.presenter,
    settings: workbench.interactionSettings)
  asking.interaction = interaction
  let lines = InputLines(until: workbench.interrupt)
  driver.lines = { lines.next() }
  _ = InterruptSignal.install(countsTermination: true, grace: 3)
  if editor.isInteractive { workbench.presenter.present(.note(greeting(for: mode))) }
  tellOfFaults(of: driver, in: mode, on: workbench)
  readAhead(driver.runner)
  interaction.run()
  if InterruptSignal.asksForEnd { throw ExitCode(InterruptSignal.exitStatus) }
}

/// Reads what the first completions need while the person still looks: the standard library's texts,
/// arrays and numbers take a tenth of a second together.
private func readAhead(_ runner: CellRunner) {
  DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .milliseconds(150)) {
    for start in ["\"\".", "[0].", "Double."] {
      _ = runner.completions(in: start, at: start.utf8.count, from: CellState())
    }
  }
}

/// Tells of cells that cannot run as they stand, before somebody steps towards them.
private func tellOfFaults(
  of driver: SessionDriver, in mode: Interaction.Mode, on workbench: Workbench
) {
  guard case .stepping(let notebook) = mode else { return }
  // Nobody waits long for a notebook to open.
  let patience = InterruptFlag()
  DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(80)) { patience.raise() }
  let faults = NotebookCheck(runner: driver.runner, name: notebook.path).faults(
    of: driver.session.document.cells[...], from: CellState(), interrupt: patience)
  for fault in faults { workbench.presenter.present(.note(fault.line(in: notebook.path))) }
}

/// What a person is told who has just come.
private func greeting(for mode: Interaction.Mode) -> String {
  switch mode {
  case .prompt:
    "mamlnb: Swift at a prompt, run as you type. ':help' lists what there is; ':quit' leaves"
  case .stepping:
    "Return runs the cell that is shown; anything else you type runs at once. ':help' says more"
  }
}

/// What the editor asks about an entry, answered by an interaction that is made after the editor.
private final class Completer {
  weak var interaction: Interaction?

  func completions(in text: String, at offset: Int) -> Completions {
    guard let found = interaction?.completions(in: text, at: offset) else {
      return Completions(replacing: offset..<offset, candidates: [String]())
    }
    return Completions(
      replacing: found.replaced,
      candidates: found.candidates.map {
        .init($0.text, detail: $0.detail, kind: $0.kind.flatMap(Style.init), isOwn: $0.isOwn)
      })
  }

  /// The signature of the call that the cursor is in, with marks around the parameter.
  func hint(in text: String, at offset: Int) -> String? {
    interaction?.hint(in: text, at: offset)?.text
  }

  func styles(of text: String) -> [Span] {
    if text.hasPrefix(":") {
      let end = text.utf8.firstIndex(of: UInt8(ascii: " ")) ?? text.utf8.endIndex
      return [Span(0..<text.utf8.distance(from: text.utf8.startIndex, to: end), .command)]
    }
    return CellRunner.tokens(of: text).compactMap { token in
      Style(token.kind).map { Span(token.range, $0) }
    }
  }
}

extension Style {
  fileprivate init?(_ kind: SourceToken.Kind) {
    switch kind {
    case .keyword: self = .keyword
    case .type: self = .type
    case .function: self = .function
    case .number: self = .number
    case .text: self = .text
    case .comment: self = .comment
    case .operator, .bracket: return nil
    }
  }

  fileprivate init?(_ kind: NameSummary.Kind) {
    switch kind {
    case .function, .initializer: self = .function
    case .type: self = .type
    case .keyword: self = .keyword
    default: self = .name
    }
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
