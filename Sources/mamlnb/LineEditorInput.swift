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
    case .endOfInput: .endOfInput
    }
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
    completions: { asking.completions(in: $0, at: $1) })
  let editor = LineEditor(
    rules: rules, history: HistoryFile.defaultPath().map { HistoryFile(path: $0) })
  let input = LineEditorInput(
    editor, isColored: workbench.capabilities.isColored, typeAhead: workbench.typeAhead)
  let interaction = Interaction(mode, driver: driver, input: input, presenter: workbench.presenter)
  asking.interaction = interaction
  if editor.isInteractive, mode == .prompt {
    workbench.presenter.present(.note("mamlnb: Swift at a prompt; ':help' says more"))
  }
  interaction.run()
}

/// Completes words of an interaction that is made after the editor.
private final class Completer {
  weak var interaction: Interaction?

  func completions(in text: String, at offset: Int) -> Completions {
    guard let found = interaction?.completions(in: text, at: offset) else {
      return Completions(replacing: offset..<offset, candidates: [])
    }
    return Completions(replacing: found.replacing, candidates: found.candidates)
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
